"""From marks to a grade: what each rule makes of any marks."""

from __future__ import annotations

from statistics import mean, median

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from attunement_grading.desk.rules import (
    RULES,
    Reading,
    comments,
    crossed,
    far_apart,
    grade,
    wide,
)

CRITERIA = ("observation", "perspective", "evidence")
LEVEL = st.sampled_from([0, 1, 1.5, 2, 2.5, 3, 3.5, 4])
LEVELS: st.SearchStrategy[dict[str, float]] = st.fixed_dictionaries(dict.fromkeys(CRITERIA, LEVEL))
RULE = st.sampled_from(sorted(RULES))
BOUNDARIES = st.lists(st.integers(1, 12).map(float), max_size=3)


def reading(marker: str, levels: dict[str, float], part: str = "first") -> Reading:
    return Reading(marker, part, levels)


@st.composite
def several(draw: st.DrawFn, fewest: int = 1, most: int = 3) -> list[Reading]:
    parts = ("first", "second", "third")
    count = draw(st.integers(fewest, most))
    return [reading(f"m{n}", draw(LEVELS), parts[n]) for n in range(count)]


@given(RULE, LEVELS, BOUNDARIES)
def test_one_reading_is_the_grade_under_every_rule(rule, levels, boundaries):
    assert grade(rule, [reading("a", levels)], {}, boundaries) == levels


@given(several(), BOUNDARIES)
def test_the_rules_are_what_their_names_say(readings, boundaries):
    for name in CRITERIA:
        given_ = [one.levels[name] for one in readings]
        assert (grade("mean", readings, {}, boundaries) or {})[name] == mean(given_)
        assert (grade("median", readings, {}, boundaries) or {})[name] == median(given_)
        assert (grade("first", readings, {}, boundaries) or {})[name] == given_[0]


@given(several(2, 2), BOUNDARIES)
def test_two_far_apart_wait_until_they_agree_and_else_have_their_mean(readings, boundaries):
    result = grade("reconciled", readings, {}, boundaries)
    if far_apart(readings, boundaries):
        assert result is None
    else:
        assert result == grade("mean", readings, {}, boundaries)


@given(several(1, 3), LEVELS, BOUNDARIES)
def test_what_is_agreed_counts_under_the_rule_that_says_so_and_no_other(readings, agreed, bounds):
    assert grade("reconciled", readings, agreed, bounds) == agreed
    for rule in ("mean", "median", "first"):
        assert grade(rule, readings, agreed, bounds) == grade(rule, readings, {}, bounds)


@given(several(3, 3), BOUNDARIES)
def test_a_third_reading_settles_what_two_could_not(readings, boundaries):
    expected = grade("median", readings, {}, boundaries)
    assert grade("reconciled", readings, {}, boundaries) == expected


@given(several(2, 3), RULE, BOUNDARIES)
def test_no_grade_leaves_the_range_of_its_marks(readings, rule, boundaries):
    result = grade(rule, readings, {}, boundaries)
    assume(result is not None)
    for name, level in (result or {}).items():
        given_ = [one.levels[name] for one in readings]
        assert min(given_) <= level <= max(given_)


@pytest.mark.parametrize(
    ("one", "other", "apart"), [(1, 3, True), (1.5, 3, False), (0, 2, True), (4, 4, False)]
)
def test_two_levels_are_wide_and_less_is_not(one, other, apart):
    pair = [reading("a", {"evidence": one}), reading("b", {"evidence": other})]
    assert wide(pair) == (["evidence"] if apart else [])


@pytest.mark.parametrize(
    ("totals", "found"), [((9, 10), [10.0]), ((10, 12), []), ((8, 9), []), ((2, 12), [5.0, 10.0])]
)
def test_a_total_that_reaches_a_boundary_lies_on_its_far_side(totals, found):
    pair = [reading(name, {"evidence": total}) for name, total in zip("ab", totals, strict=True)]
    assert crossed(pair, (5.0, 10.0)) == found


def test_one_person_is_never_far_apart():
    assert not far_apart([reading("a", {"evidence": 0})], (1.0,))


def test_nothing_read_is_no_grade():
    assert grade("mean", [], {}, ()) is None


def test_comments_are_joined_once_each_in_the_order_of_the_readings():
    said = [
        Reading("a", "first", {}, {"evidence": "Name its status. "}),
        Reading("b", "second", {}, {"evidence": "  "}),
        Reading("c", "third", {}, {"evidence": "Name its status."}),
        Reading("d", "appeal", {}, {"evidence": "Good use of 2.1."}),
    ]
    assert comments(said, "evidence") == "Name its status.\n\nGood use of 2.1."
    assert comments(said, "action") == ""

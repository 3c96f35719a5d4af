"""Scores keep to their definitions, whatever the answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course.scoring import brier_parts, brier_score, calibration, rubric_total

confidence = st.floats(0, 1) | st.sampled_from([0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
answers = st.lists(st.tuples(confidence, st.booleans()), min_size=1, max_size=60)
TOLERANCE = 1e-9


def apart(given_answers: list[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    return [c for c, _ in given_answers], [right for _, right in given_answers]


@given(answers)
def test_a_brier_score_is_reliability_less_resolution_plus_uncertainty(drawn):
    parts = brier_parts(*apart(drawn))
    whole = parts["reliability"] - parts["resolution"] + parts["uncertainty"]
    assert parts["score"] == pytest.approx(whole, abs=TOLERANCE)
    assert parts["score"] == brier_score(*apart(drawn))


@given(answers)
def test_each_part_keeps_its_bounds(drawn):
    parts = brier_parts(*apart(drawn))
    assert 0 <= parts["score"] <= 1
    assert 0 <= parts["reliability"] <= 1
    assert 0 <= parts["uncertainty"] <= 0.25
    assert 0 <= parts["resolution"] <= parts["uncertainty"] + TOLERANCE


@given(answers, st.randoms())
def test_the_order_of_answers_does_not_matter(drawn, random):
    shuffled = random.sample(drawn, len(drawn))
    assert brier_parts(*apart(shuffled)) == pytest.approx(brier_parts(*apart(drawn)))


@given(answers)
def test_a_calibration_counts_every_answer_once_lowest_confidence_first(drawn):
    steps = calibration(*apart(drawn))
    labels = [step["confidence"] for step in steps]
    assert labels == sorted({c for c, _ in drawn})
    assert sum(step["count"] for step in steps) == len(drawn)
    right = sum(step["right"] * step["count"] for step in steps)
    assert right == pytest.approx(sum(right for _, right in drawn))


@given(st.lists(st.booleans(), min_size=1))
def test_saying_half_each_time_scores_a_quarter(rights):
    assert brier_score([0.5] * len(rights), rights) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("confidences", "rights", "score"),
    [
        ([1.0, 0.0], [True, False], 0),
        ([1.0, 0.0], [False, True], 1),
        ([0.8, 0.6], [True, False], 0.2),
    ],
)
def test_known_scores(confidences: list[float], rights: list[bool], score: float):
    assert brier_score(confidences, rights) == pytest.approx(score)


def test_the_parts_of_a_small_example_worked_by_hand():
    """Four answers at .5 (1 right) and four at 1 (all right): 5 of 8 right in all."""
    parts = brier_parts([0.5] * 4 + [1.0] * 4, [True] + [False] * 3 + [True] * 4)
    assert parts["reliability"] == pytest.approx((0.5 - 0.25) ** 2 / 2)
    assert parts["resolution"] == pytest.approx((0.375**2 + 0.375**2) / 2)
    assert parts["uncertainty"] == pytest.approx(5 / 8 * 3 / 8)
    assert parts["score"] == pytest.approx(0.125)


def test_nothing_to_score_is_minus_one():
    assert brier_score([], []) == -1
    assert set(brier_parts([], []).values()) == {-1}
    assert calibration([], []) == []


@given(st.lists(st.sampled_from([n / 2 for n in range(2, 9)]), max_size=20))
def test_a_rubric_s_total_is_the_sum_of_its_levels(levels):
    """Half-levels are exact in binary, so the sum is too."""
    assert rubric_total(levels) == sum(levels)
    assert len(levels) <= rubric_total(levels) <= 4 * len(levels)

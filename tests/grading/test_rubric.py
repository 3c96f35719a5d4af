"""A mark in words, for every half-level and for what lies between and beyond."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_grading.feedback import points
from attunement_grading.rubric import Criterion, Level, rubric_of

NAMES = ("habitual", "understanding", "reflection", "critical reflection")
LEVELS = tuple(Level(n, name, f"It is {name}.") for n, name in enumerate(NAMES, start=1))
CRITERION = Criterion("observation", "Observation", "What happened?", LEVELS)


@pytest.mark.parametrize(
    ("given", "level", "reached", "coming"),
    [
        (0, "nothing to mark yet", None, "habitual"),
        (0.5, "below habitual", None, "habitual"),
        (1, "habitual", "It is habitual.", "understanding"),
        (1.5, "between habitual and understanding", "It is habitual.", "understanding"),
        (2, "understanding", "It is understanding.", "reflection"),
        (2.5, "between understanding and reflection", "It is understanding.", "reflection"),
        (3, "reflection", "It is reflection.", "critical reflection"),
        (3.5, "between reflection and critical reflection", "It is reflection.", NAMES[3]),
        (4, "critical reflection", "It is critical reflection.", None),
        (4.5, "critical reflection", "It is critical reflection.", None),
    ],
)
def test_each_half_level_in_words(
    given: float, level: str, reached: str | None, coming: str | None
) -> None:
    standing = CRITERION.standing(given)
    assert (standing.level, standing.reached) == (level, reached)
    assert (standing.coming.name if standing.coming else None) == coming


@pytest.mark.parametrize("wrong", [-0.5, math.nan, -math.inf])
def test_a_mark_that_is_none_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match=r"criterion observation: a mark is 0 to 4 \(got "):
        CRITERION.standing(wrong)


@given(st.floats(min_value=0, max_value=1e6))
def test_what_is_reached_lies_at_or_below_a_mark_and_what_comes_above_it(mark: float) -> None:
    standing = CRITERION.standing(mark)
    reached = [level for level in LEVELS if level.words == standing.reached]
    assert all(level.level <= mark for level in reached)
    assert standing.coming is None or standing.coming.level > mark
    assert bool(reached) == (mark >= 1)


def test_levels_rise_by_one_from_1_so_that_a_mark_is_a_level() -> None:
    for criterion in rubric_of("p2").criteria:
        assert criterion.levels[0].level == 1
        assert all(b.level - a.level == 1 for a, b in pairwise(criterion.levels))
        assert criterion.points == 4


def test_p2_scores_the_five_things_it_names() -> None:
    rubric = rubric_of("p2")
    assert [one.id for one in rubric.criteria] == [
        "observation",
        "perspective",
        "evidence",
        "reframing",
        "action",
    ]
    assert rubric.word_guide == (400, 700)
    never = " ".join(rubric.never_scored)
    for one in ("disclose", "felt", "symptoms", "agree", "A, B or C", "fluency"):
        assert one in never


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0"), (2.5, "2.5"), (3.0, "3"), (10, "10"), (1 / 3, "0.33")]
)
def test_points_are_written_as_people_write_them(value: float, written: str) -> None:
    assert points(value) == written

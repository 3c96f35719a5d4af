"""Rubrics make sense, and assignments say what their rubrics say."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import ITEMS, SmallCourse

from attunement_course.checks import (
    CHECKS,
    assignments,
    claims,
    rubrics,
)

RUBRIC = ITEMS["rubrics"][0]


def criteria_with(levels: list[int], **fields: str) -> list[dict[str, Any]]:
    """The rubric's criteria, the first with other levels."""
    first = RUBRIC["criteria"][0]
    written = [level | {"level": n} for level, n in zip(first["levels"], levels, strict=False)]
    written = [{**one, **fields} for one in written]
    return [first | {"levels": written}, *RUBRIC["criteria"][1:]]


def test_a_whole_course_passes_every_check(small: SmallCourse):
    """Save that it holds two claims where the course answers for seventy-one."""
    assert small.lines(*(check for check in CHECKS if check is not claims.check)) == []


@pytest.mark.parametrize("levels", [[1, 3, 2, 4], [1, 2, 2, 4], [1, 2, 3], [2, 3, 4, 5]])
def test_a_rubric_s_levels_increase(small: SmallCourse, levels: list[int]):
    small.change("rubrics", "p2", criteria=criteria_with(levels))
    shown = ", ".join(map(str, levels))
    assert small.lines(rubrics.check) == [
        "rubrics/p2.yml: criteria.0.levels: levels must strictly increase, 1, 2, 3, 4 "
        f"(got {shown})"
    ]


def test_a_rubric_s_levels_differ_in_name_and_words(small: SmallCourse):
    small.change("rubrics", "p2", criteria=criteria_with([1, 2, 3, 4], name="a", words="b"))
    assert small.lines(rubrics.check) == [
        "rubrics/p2.yml: criteria.0.levels: two levels have the same name (got a)",
        "rubrics/p2.yml: criteria.0.levels: two levels have the same words (got b)",
    ]


def test_a_rubric_s_criteria_and_word_guide_make_sense(small: SmallCourse):
    twice = [RUBRIC["criteria"][0], RUBRIC["criteria"][0]]
    small.change("rubrics", "p2", criteria=twice, word_guide=[700, 400])
    assert small.lines(rubrics.check) == [
        "rubrics/p2.yml: criteria.1.id: another criterion has this id (got observation)",
        "rubrics/p2.yml: word_guide: the fewest words must be below the most (got 700, 400)",
    ]


def test_an_assignment_asks_for_the_length_of_its_rubric(small: SmallCourse):
    small.notebook("assignments", "p2.ipynb", [("markdown", "Write 300 to 500 words.")])
    assert small.lines(assignments.check) == [
        "assignments/p2.ipynb: cell-0: the rubric's word guide is 400 to 700 (got 300 to 500)"
    ]


def test_an_assignment_and_its_rubric_come_together(small: SmallCourse):
    (small.root / "assignments/p2.ipynb").rename(small.root / "assignments/p9.ipynb")
    assert small.lines(assignments.check) == [
        "assignments/p9.ipynb: file: no rubric belongs to this assignment (got p9)",
        "rubrics/p2.yml: assignment: assignments/p2.ipynb is missing (got p2)",
    ]


def task(grade_id: object, points: float) -> tuple[str, str, dict[str, Any]]:
    meta = {"nbgrader": {"task": True, "grade_id": grade_id, "points": points}}
    return ("markdown", "Task", {"metadata": meta})


def test_task_cells_give_each_criterion_its_top_level(small: SmallCourse):
    cells = [task("p2-observation", 5), task(["p2-action"], 4)]
    small.notebook("assignments", "p2.ipynb", cells)
    assert small.lines(assignments.check) == [
        "assignments/p2.ipynb: cell-0: points must be the criterion's top level, 4 (got 5)",
        "assignments/p2.ipynb: cell-1: no criterion has this grade_id (got ['p2-action'])",
        "assignments/p2.ipynb: cells: no task cell has the grade_id p2-action (got nothing)",
    ]


def with_passages(small: SmallCourse, *cells: tuple[str, str]) -> list[str]:
    """What is said of an assignment of these cells (id, source) where two texts are shared."""
    for id, first in (("support", True), ("marking", False)):
        words = {"id": id, "before_writing": first, "text": "## Words\n\nFor everybody."}
        small.write("passages", id, words)
    made = [("markdown", source, {"id": id}) for id, source in cells]
    small.notebook("assignments", "p2.ipynb", made)
    return small.lines(assignments.check)


def test_what_must_be_read_first_has_a_place_before_the_answer(small: SmallCourse):
    line = "assignments/p2.ipynb: cells: no cell ahead of the answer has the id support"
    answer = ("answer", "Write here.")
    assert with_passages(small, ("support", "*Placed here.*"), answer) == []
    assert with_passages(small, answer) == [f"{line} (got nothing)"]
    assert with_passages(small, ("a", "A."), answer, ("support", "*Here.*")) == [f"{line} (got a)"]


def test_a_shared_text_is_not_written_twice(small: SmallCourse):
    cells = ("support", "## Words\n\nOf my own."), ("answer", "Write here.")
    assert with_passages(small, *cells) == [
        "assignments/p2.ipynb: cell-0: its text comes from content/passages/support.yml; "
        "write it there (got ## Words Of my own.)"
    ]

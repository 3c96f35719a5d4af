"""A learner's marks on one assignment, criterion by criterion, from nbgrader's gradebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nbgrader.api import Gradebook

from .rubric import Criterion, Rubric, Standing


class OtherRubric(LookupError):
    """The gradebook's criteria are not the rubric's; the text names the first that is missing."""


@dataclass(frozen=True)
class Mark:
    """A mark on one criterion. ``points`` is None until somebody has marked it."""

    criterion: Criterion
    points: float | None
    comment: str
    again: bool = False
    """Marked before, and waiting for another look since the work was handed in anew."""

    @property
    def standing(self) -> Standing | None:
        """The mark in words; None while there is none."""
        return None if self.points is None else self.criterion.standing(self.points)


@dataclass(frozen=True)
class Marks:
    """All marks of one submission."""

    rubric: Rubric
    marks: tuple[Mark, ...]
    total: float
    """The gradebook's own score of the notebook, before a late penalty."""
    late_penalty: float
    comment: str
    """What the marker wrote to the answer as a whole, else what autograding noted."""

    @property
    def marked(self) -> int:
        """How many criteria have a mark."""
        return sum(mark.points is not None for mark in self.marks)

    @property
    def complete(self) -> bool:
        """Whether every criterion has a mark that nobody waits to look at again."""
        return all(mark.points is not None and not mark.again for mark in self.marks)


def read_marks(gradebook: Gradebook, rubric: Rubric, student: str) -> Marks:
    """The marks of a learner's submission; nbgrader's MissingEntry where there is none.

    Raises OtherRubric where the assignment was generated with criteria that are not these.
    """
    name = rubric.assignment
    notebook: Any = gradebook.find_submission_notebook(name, name, student)
    grades = {grade.name: grade for grade in notebook.grades}
    comments = {comment.name: comment for comment in notebook.comments}
    whole = comments.get(rubric.answer_id)
    return Marks(
        rubric=rubric,
        marks=tuple(_mark(one, rubric.grade_id(one), grades, comments) for one in rubric.criteria),
        total=float(notebook.score),
        late_penalty=float(notebook.late_submission_penalty or 0),
        comment=_text(whole.comment if whole else None),
    )


def _mark(
    criterion: Criterion, cell: str, grades: dict[str, Any], comments: dict[str, Any]
) -> Mark:
    if cell not in grades:
        raise OtherRubric(
            f"{cell}: the gradebook has no such criterion; the rubric changed since the assignment "
            "was generated. Generate and autograde it again, or take the earlier rubric"
        )
    grade, comment = grades[cell], comments.get(cell)
    given = grade.manual_score is not None or grade.auto_score is not None
    return Mark(
        criterion,
        points=float(grade.score) if given else None,
        comment=_text(comment.manual_comment if comment else None),
        again=given and grade.needs_manual_grade,
    )


def _text(comment: str | None) -> str:
    return (comment or "").strip()

"""What the gradebook has to give: learners, assignments, and the grades that are finished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nbgrader.api import Gradebook

from attunement_course.catalog import UnknownId

from ..export import MARKED, mark_rows
from ..marks import Mark, Marks, read_marks
from ..rubric import rubric_of


@dataclass(frozen=True)
class Learner:
    """A learner as nbgrader knows them. ``lms`` is the registry's id, if somebody entered it."""

    id: str
    first: str
    last: str
    email: str
    lms: str

    @property
    def sortable(self) -> str:
        """Last name first, as registries list people; the id where no name is entered."""
        return ", ".join(filter(None, (self.last, self.first))) or self.id


@dataclass(frozen=True)
class Column:
    """An assignment: nbgrader's name, its title for people, and what it is marked out of."""

    name: str
    title: str
    out_of: float


@dataclass(frozen=True)
class Grade:
    """A finished grade: points after any late penalty, and the marker's words."""

    points: float
    feedback: str


@dataclass(frozen=True)
class Grades:
    """All there is to hand over. ``grades`` lacks what is not wholly marked yet."""

    learners: tuple[Learner, ...]
    columns: tuple[Column, ...]
    grades: Mapping[tuple[str, str], Grade]
    """By learner's id and assignment's name."""

    def of(self, learner: Learner, column: Column) -> Grade | None:
        """A learner's grade on an assignment, None while it is not finished."""
        return self.grades.get((learner.id, column.name))


def grades_of(gradebook: Gradebook, assignments: Sequence[str] = ()) -> Grades:
    """Learners, assignments (all of them if none is named) and finished grades."""
    _, rows = mark_rows(gradebook, assignments)
    finished = {
        (str(row["learner"]), str(row["assignment"])): Grade(
            float(row["total_after_penalty"]),
            _feedback(gradebook, str(row["assignment"]), str(row["learner"])),
        )
        for row in rows
        if row["state"] == MARKED
    }
    chosen = [one for one in gradebook.assignments if not assignments or one.name in assignments]
    return Grades(
        tuple(_learner(one) for one in gradebook.students),
        tuple(Column(one.name, _title(one.name), float(one.max_score or 0)) for one in chosen),
        finished,
    )


def _learner(student: Any) -> Learner:
    first, last, email, lms = (
        (value or "").strip()
        for value in (student.first_name, student.last_name, student.email, student.lms_user_id)
    )
    return Learner(student.id, first, last, email, lms)


def _title(assignment: str) -> str:
    try:
        return rubric_of(assignment).title
    except UnknownId:
        return assignment


def _feedback(gradebook: Gradebook, assignment: str, learner: str) -> str:
    """Empty for work that is not the course's: its comments are cell by cell."""
    try:
        rubric = rubric_of(assignment)
    except UnknownId:
        return ""
    return feedback_text(read_marks(gradebook, rubric, learner))


def feedback_text(marks: Marks) -> str:
    """The marks as plain text: a line a criterion, then the comment on the whole."""
    lines = [_line(mark) for mark in marks.marks if mark.points is not None]
    return "\n".join(filter(None, [*lines, marks.comment]))


def _line(mark: Mark) -> str:
    standing, criterion = mark.standing, mark.criterion
    level = standing.level if standing else ""
    said = f"{criterion.title}: {level} ({mark.points:g} of {criterion.points})."
    return f"{said} {mark.comment}".strip()

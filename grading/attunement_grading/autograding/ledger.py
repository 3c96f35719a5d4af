"""A gradebook in memory: what nbgrader reads and writes while it grades one submission.

nbgrader's converter and its preprocessors open the gradebook some ten times for each
submission and look each cell up by a join of seven tables. Here they find the same names on
plain objects, filled from the rows of the one submission that is being graded. What they
leave there is recorded later by the one writer, which alone knows the database.

The classes are named for nbgrader's own (nbgrader/api.py), whose meaning they keep: a score
is the manual one, else the automatic one, and extra credit on top.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, NoReturn

from nbgrader.api import MissingEntry
from nbgrader.utils import parse_utc

from .records import Assignment, Cell, Notebook


class NotInTheLedger(AttributeError):
    """A preprocessor asked the gradebook for something that grading does not need."""


@dataclass(slots=True)
class Grade:
    """The grade of one cell."""

    cell: Cell
    auto_score: float | None = None
    manual_score: float | None = None
    extra_credit: float | None = None
    needs_manual_grade: bool = True

    @property
    def name(self) -> str:
        """The cell's grade_id."""
        return self.cell.name

    @property
    def max_score(self) -> float:
        """Points that the cell is worth."""
        return self.cell.max_score or 0.0

    @property
    def cell_type(self) -> str | None:
        """``code`` or ``markdown``."""
        return self.cell.cell_type

    @property
    def score(self) -> float:
        """The mark that counts."""
        given = self.auto_score if self.manual_score is None else self.manual_score
        return 0.0 if given is None else given + (self.extra_credit or 0.0)

    @property
    def failed_tests(self) -> bool:
        """Whether the tests gave less than all points."""
        code = self.cell.type == "GradeCell" and self.cell_type == "code"
        return code and self.auto_score is not None and self.auto_score < self.max_score


@dataclass(slots=True)
class Comment:
    """The comment to one cell."""

    cell: Cell
    auto_comment: str | None = None
    manual_comment: str | None = None

    @property
    def name(self) -> str:
        """The cell's grade_id."""
        return self.cell.name

    @property
    def comment(self) -> str | None:
        """The comment that counts: a person's, else the automatic one."""
        return self.auto_comment if self.manual_comment is None else self.manual_comment


@dataclass
class SubmittedNotebook:
    """One notebook of the submission."""

    notebook: Notebook
    grades: list[Grade] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    late_submission_penalty: float | None = None
    flagged: bool = False

    @property
    def name(self) -> str:
        """The notebook's name."""
        return self.notebook.name

    @property
    def score(self) -> float:
        """Points given so far, before a late penalty."""
        return sum((grade.score for grade in self.grades), 0.0)

    @property
    def max_score(self) -> float:
        """Points that the notebook is worth."""
        return self.notebook.max_score

    @property
    def needs_manual_grade(self) -> bool:
        """Whether a person has something to mark."""
        return any(grade.needs_manual_grade for grade in self.grades)

    @property
    def failed_tests(self) -> bool:
        """Whether some tests gave less than all points."""
        return any(grade.failed_tests for grade in self.grades)


@dataclass
class Submission:
    """What one learner handed in for one assignment."""

    assignment: Assignment
    student_id: str
    timestamp: datetime | None = None
    extension: timedelta | None = None
    notebooks: list[SubmittedNotebook] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The assignment's name."""
        return self.assignment.name

    @property
    def score(self) -> float:
        """Points given so far, before a late penalty."""
        return sum((notebook.score for notebook in self.notebooks), 0.0)

    @property
    def duedate(self) -> datetime | None:
        """When it was due, this learner's extension included."""
        due = self.assignment.duedate
        return due if due is None or self.extension is None else due + self.extension

    @property
    def total_seconds_late(self) -> float:
        """Seconds after the due date; 0 in time, or without a date or a timestamp."""
        if self.timestamp is None or self.duedate is None:
            return 0
        return max(0, (self.timestamp - self.duedate).total_seconds())


def blank(assignment: Assignment, student_id: str) -> Submission:
    """A submission of which nothing is known but that it was handed in."""
    submission = Submission(assignment, student_id)
    for notebook in assignment.notebooks:
        grades = [Grade(cell) for cell in notebook.graded]
        comments = [Comment(cell) for cell in notebook.commented]
        submission.notebooks.append(SubmittedNotebook(notebook, grades, comments))
    return submission


class Ledger:
    """Stands in for nbgrader's ``Gradebook`` while one submission is graded."""

    def __init__(self, submission: Submission) -> None:
        self.submission = submission

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing to close."""

    def close(self) -> None:
        """Nothing to close."""

    @property
    def db(self) -> Ledger:
        """The session: nbgrader commits after each step, which here is nothing."""
        return self

    def commit(self) -> None:
        """What was recorded is recorded; the writer commits."""

    def __getattr__(self, name: str) -> NoReturn:
        raise NotInTheLedger(
            f"a preprocessor asked the gradebook for {name!r}, which is not at hand while "
            "submissions are graded side by side; use `nbgrader autograde` for this assignment"
        )

    def find_student(self, student_id: str) -> Submission:
        """The learner whose submission this is."""
        if student_id != self.submission.student_id:
            raise MissingEntry(f"No such student: {student_id}")
        return self.submission

    def update_or_create_student(self, student_id: str, **kwargs: Any) -> Submission:
        """The same; the writer makes the row."""
        return self.find_student(student_id)

    def find_assignment(self, name: str) -> Assignment:
        """The assignment that is being graded."""
        if name != self.submission.name:
            raise MissingEntry(f"No such assignment: {name}")
        return self.submission.assignment

    def find_submission(self, assignment: str, student: str) -> Submission:
        """The submission that is being graded."""
        self.find_assignment(assignment)
        self.find_student(student)
        return self.submission

    def update_or_create_submission(
        self, assignment: str, student: str, **kwargs: Any
    ) -> Submission:
        """The submission, with the time at which it was handed in where that is given."""
        submission = self.find_submission(assignment, student)
        if "timestamp" in kwargs:
            submission.timestamp = parse_utc(kwargs["timestamp"])
        return submission

    def find_notebook(self, name: str, assignment: str) -> Notebook:
        """A notebook of the assignment, as it was released."""
        for notebook in self.find_assignment(assignment).notebooks:
            if notebook.name == name:
                return notebook
        raise MissingEntry(f"No such notebook: {assignment}/{name}")

    def find_submission_notebook(
        self, name: str, assignment: str, student: str
    ) -> SubmittedNotebook:
        """A notebook of the submission."""
        for notebook in self.find_submission(assignment, student).notebooks:
            if notebook.name == name:
                return notebook
        raise MissingEntry(f"No such submitted notebook: {assignment}/{name} for {student}")

    def find_source_cell(self, name: str, notebook: str, assignment: str) -> Any:
        """A cell's text as it was released."""
        return _named(name, self.find_notebook(notebook, assignment).source_cells, "source cell")

    def find_graded_cell(self, name: str, notebook: str, assignment: str) -> Any:
        """A cell that carries points."""
        return _named(name, self.find_notebook(notebook, assignment).graded, "graded cell")

    def find_grade(self, name: str, notebook: str, assignment: str, student: str) -> Any:
        """The grade of a cell."""
        found = self.find_submission_notebook(notebook, assignment, student)
        return _named(name, found.grades, "grade")

    def find_comment(self, name: str, notebook: str, assignment: str, student: str) -> Any:
        """The comment to a cell."""
        found = self.find_submission_notebook(notebook, assignment, student)
        return _named(name, found.comments, "comment")


def _named(name: str, among: Any, what: str) -> Any:
    for one in among:
        if one.name == name:
            return one
    raise MissingEntry(f"No such {what}: {name}")

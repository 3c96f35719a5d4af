"""A submission's rows in the gradebook as plain values, to and from the ledger.

This is what travels: to whoever grades, as the rows stand, and back to the writer. Cells and
notebooks go by their ids in the gradebook.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from .ledger import Comment, Grade, Submission, SubmittedNotebook
from .records import Assignment, Cell


class GradeRow(NamedTuple):
    """The columns of a grade that autograding reads or writes."""

    auto_score: float | None = None
    manual_score: float | None = None
    extra_credit: float | None = None
    needs_manual_grade: bool = True


class CommentRow(NamedTuple):
    """The columns of a comment that autograding reads or writes."""

    auto_comment: str | None = None
    manual_comment: str | None = None


@dataclass
class NotebookRows:
    """The rows of one submitted notebook, by cell."""

    late_submission_penalty: float | None = None
    flagged: bool = False
    grades: dict[str, GradeRow] = field(default_factory=dict)
    comments: dict[str, CommentRow] = field(default_factory=dict)


@dataclass
class Rows:
    """The rows of one submission, by notebook."""

    timestamp: datetime | None = None
    extension: timedelta | None = None
    notebooks: dict[str, NotebookRows] = field(default_factory=dict)

    @property
    def by_hand(self) -> object:
        """What people did to it, whose change while we graded means to grade it again."""
        marks = {
            (cell, grade.manual_score, grade.extra_credit)
            for notebook in self.notebooks.values()
            for cell, grade in notebook.grades.items()
            if grade.manual_score is not None or grade.extra_credit is not None
        }
        return self.extension, marks


def rows_of(submission: Submission) -> Rows:
    """What grading left in the ledger."""
    notebooks = {one.notebook.id: _notebook_rows(one) for one in submission.notebooks}
    return Rows(submission.timestamp, submission.extension, notebooks)


def _notebook_rows(one: SubmittedNotebook) -> NotebookRows:
    return NotebookRows(
        one.late_submission_penalty,
        one.flagged,
        {
            g.cell.id: GradeRow(
                g.auto_score, g.manual_score, g.extra_credit, bool(g.needs_manual_grade)
            )
            for g in one.grades
        },
        {c.cell.id: CommentRow(c.auto_comment, c.manual_comment) for c in one.comments},
    )


def submission_of(assignment: Assignment, student_id: str, rows: Rows) -> Submission:
    """The ledger's objects, filled from rows."""
    submission = Submission(assignment, student_id, rows.timestamp, rows.extension)
    for notebook in assignment.notebooks:
        found = rows.notebooks.get(notebook.id)
        if found is None:
            continue
        one = SubmittedNotebook(notebook, flagged=found.flagged)
        one.late_submission_penalty = found.late_submission_penalty
        one.grades = [
            Grade(cell, *found.grades[cell.id])
            for cell in notebook.graded
            if cell.id in found.grades
        ]
        one.comments = [_comment(cell, found) for cell in notebook.commented]
        submission.notebooks.append(one)
    return submission


def _comment(cell: Cell, rows: NotebookRows) -> Comment:
    return Comment(cell, *rows.comments.get(cell.id, ()))

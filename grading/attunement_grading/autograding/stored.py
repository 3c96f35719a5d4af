"""Reads submissions from the gradebook, many at a time.

Every query names the columns of an index, so that its cost does not grow with the course: the
gradebook's tables are indexed by (notebook, submission) and (cell, submitted notebook).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from nbgrader.api import Comment, Grade, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import select

from .records import Assignment
from .rows import CommentRow, GradeRow, NotebookRows, Rows


@dataclass
class Stored:
    """One submission's rows, and the id of each."""

    id: str
    rows: Rows
    notebooks: dict[str, str] = field(default_factory=dict)
    """Row of each submitted notebook, by notebook."""
    grades: dict[tuple[str, str], str] = field(default_factory=dict)
    """Row of each grade, by notebook and cell."""
    comments: dict[tuple[str, str], str] = field(default_factory=dict)


def read_stored(
    session: Any, assignment: Assignment, students: Iterable[str], lock: bool = False
) -> dict[str, Stored]:
    """What the gradebook has of these learners' submissions, by learner.

    ``lock`` holds the grades until the transaction ends, where the database can.
    """
    wanted = list(students)
    found = session.execute(
        select(
            SubmittedAssignment.id,
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
        ).where(
            SubmittedAssignment.assignment_id == assignment.id,
            SubmittedAssignment.student_id.in_(wanted),
        )
    )
    by_student = {
        student: Stored(id, Rows(timestamp, extension))
        for id, student, timestamp, extension in found
    }
    if by_student:
        _read_notebooks(session, assignment, list(by_student.values()), lock)
    return by_student


def _read_notebooks(
    session: Any, assignment: Assignment, stored: Sequence[Stored], lock: bool
) -> None:
    by_id = {one.id: one for one in stored}
    table = SubmittedNotebook
    found = session.execute(
        select(
            table.id,
            table.assignment_id,
            table.notebook_id,
            table.late_submission_penalty,
            table.flagged,
        ).where(
            table.notebook_id.in_([one.id for one in assignment.notebooks]),
            table.assignment_id.in_(list(by_id)),
        )
    )
    owners: dict[str, tuple[Stored, str]] = {}
    for id, submission, notebook, penalty, flagged in found:
        one = by_id[submission]
        one.notebooks[notebook] = id
        one.rows.notebooks[notebook] = NotebookRows(penalty, bool(flagged))
        owners[id] = one, notebook
    cells = [cell for one in assignment.notebooks for cell in (*one.graded, *one.commented)]
    ids = sorted({cell.id for cell in cells})
    for id, (one, notebook), cell, row in _read(session, Grade, GradeRow, ids, owners, lock):
        one.grades[notebook, cell] = id
        one.rows.notebooks[notebook].grades[cell] = row
    for id, (one, notebook), cell, row in _read(session, Comment, CommentRow, ids, owners, lock):
        one.comments[notebook, cell] = id
        one.rows.notebooks[notebook].comments[cell] = row


def _read(
    session: Any, table: Any, kind: Any, cells: list[str], owners: dict[str, Any], lock: bool
) -> Iterable[Any]:
    columns = [getattr(table, name) for name in kind._fields]
    query = select(table.id, table.notebook_id, table.cell_id, *columns).where(
        table.cell_id.in_(cells), table.notebook_id.in_(list(owners))
    )
    for id, notebook, cell, *values in session.execute(query.with_for_update() if lock else query):
        yield id, owners[notebook], cell, kind(*values)

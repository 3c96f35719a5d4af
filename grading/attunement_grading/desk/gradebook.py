"""nbgrader's own tables, as the desk reads and writes them within its own transactions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Connection, Select, func, select

assignment = Assignment.__table__
notebook = Notebook.__table__
submission = SubmittedAssignment.__table__
submitted = SubmittedNotebook.__table__
cell = BaseCell.__table__
grade = Grade.__table__
comment = Comment.__table__
student = Student.__table__


@dataclass(frozen=True)
class Written:
    """What goes into the gradebook for one criterion; without points, it waits for a mark."""

    points: float | None
    comment: str


def assignments(connection: Connection) -> list[str]:
    """Every assignment that the gradebook knows, by name."""
    return list(connection.scalars(select(assignment.c.name).order_by(assignment.c.name)))


def counts(connection: Connection) -> dict[str, int]:
    """How many submissions of each assignment have been autograded."""
    query = (
        select(assignment.c.name, func.count(submitted.c.id))
        .join(submission, submission.c.assignment_id == assignment.c.id)
        .join(submitted, submitted.c.assignment_id == submission.c.id)
        .group_by(assignment.c.name)
    )
    return {name: int(count) for name, count in connection.execute(query)}


def submissions(name: str) -> Select:
    """Student and time of every autograded submission of an assignment."""
    return (
        select(submission.c.student_id, submission.c.timestamp)
        .join(assignment, submission.c.assignment_id == assignment.c.id)
        .join(submitted, submitted.c.assignment_id == submission.c.id)
        .join(notebook, notebook.c.id == submitted.c.notebook_id)
        .where(assignment.c.name == name, notebook.c.name == name)
    )


def shown_names(connection: Connection, ids: list[str]) -> dict[str, str]:
    """Students' written names, for instructors; the id where there is none."""
    query = select(student.c.id, student.c.first_name, student.c.last_name)
    rows = connection.execute(query.where(student.c.id.in_(ids)))
    return {id: " ".join(filter(None, (first, last))) or id for id, first, last in rows}


def write(
    connection: Connection, name: str, learner: str, marks: Mapping[str, Written]
) -> list[str]:
    """Write marks by cell name into a learner's submission; names of cells that are not there."""
    found = connection.execute(_cells(name, learner, list(marks))).all()
    for cell_name, cell_id, submitted_id in found:
        _write_one(connection, cell_id, submitted_id, marks[cell_name])
    return sorted(marks.keys() - {row[0] for row in found})


def _cells(name: str, learner: str, cells: list[str]) -> Select:
    return (
        select(cell.c.name, cell.c.id, submitted.c.id)
        .join(notebook, notebook.c.id == cell.c.notebook_id)
        .join(submitted, submitted.c.notebook_id == notebook.c.id)
        .join(submission, submission.c.id == submitted.c.assignment_id)
        .join(assignment, assignment.c.id == submission.c.assignment_id)
        .where(assignment.c.name == name, notebook.c.name == name)
        .where(submission.c.student_id == learner, cell.c.name.in_(cells))
    )


def _write_one(connection: Connection, cell_id: str, submitted_id: str, mark: Written) -> None:
    where = {"cell_id": cell_id, "notebook_id": submitted_id}
    values = {"manual_score": mark.points, "needs_manual_grade": mark.points is None}
    _upsert(connection, grade, where, values)
    _upsert(connection, comment, where, {"manual_comment": mark.comment or None})


def _upsert(connection: Connection, table, where: dict, values: dict) -> None:
    matches = [table.c[column] == value for column, value in where.items()]
    done = connection.execute(table.update().where(*matches).values(**values))
    if done.rowcount == 0:
        connection.execute(table.insert().values(id=uuid4().hex, **where, **values))

"""The one writer: records what grading found, many submissions to a transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from sqlalchemy import Table, delete, insert, select, text, update

from .job import Outcome
from .records import Assignment
from .rows import Rows
from .stored import Stored, read_stored

PATIENCE_MS = 60_000
"""How long SQLite waits for somebody else's transaction to end."""


class Recorder:
    """Remembers what was done with which submission.

    ``settle`` is called for each outcome after that is committed, to put its files in place.
    """

    def __init__(
        self,
        gradebook: Gradebook,
        assignment: Assignment,
        table: Table,
        settle: Callable[[Outcome], None],
    ) -> None:
        self.session: Any = gradebook.db
        self.assignment = assignment
        self.table = table
        self.settle = settle
        if gradebook.engine.dialect.name == "sqlite":
            self.session.execute(text(f"PRAGMA busy_timeout={PATIENCE_MS}"))
            self.session.commit()

    def record(self, outcomes: Sequence[Outcome]) -> list[str]:
        """Record some outcomes in one transaction, then put their files in place.

        Returns the learners of whom nothing was recorded, since a person changed their marks
        in the meantime: they are to be done again.
        """
        try:
            self._begin()
            fresh = self._write(outcomes)
            self._remember(fresh)
            self.session.commit()
        except BaseException:
            self.session.rollback()
            raise
        for one in fresh:
            self.settle(one)
        kept = {one.student for one in fresh}
        return [one.student for one in outcomes if one.student not in kept]

    def _begin(self) -> None:
        """Keep others from writing between our look at the rows and our change of them."""
        if self.session.get_bind().dialect.name == "sqlite":
            self.session.execute(text("BEGIN IMMEDIATE"))

    def _write(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Write nbgrader's own rows; those whose rows are as they were found."""
        return list(outcomes)

    def _remember(self, outcomes: Sequence[Outcome]) -> None:
        """Note by their content which submissions these were."""
        columns, students = self.table.c, [one.student for one in outcomes]
        self.session.execute(
            delete(self.table).where(
                columns.assignment_id == self.assignment.id, columns.student_id.in_(students)
            )
        )
        rows = [
            {
                "assignment_id": self.assignment.id,
                "student_id": one.student,
                "digest": "" if one.error else one.digest,
                "token": one.place.name if one.place else "",
            }
            for one in outcomes
        ]
        if rows:
            self.session.execute(insert(self.table), rows)


class Writer(Recorder):
    """Records what autograding found in the gradebook."""

    def _write(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        students = [one.student for one in outcomes]
        stored = read_stored(self.session, self.assignment, students, lock=True)
        fresh = [one for one in outcomes if not _outdated(one, stored.get(one.student))]
        batch = _Batch(self.assignment)
        for one in fresh:
            batch.take(one, stored.get(one.student))
        known = set(self.session.scalars(select(Student.id).where(Student.id.in_(students))))
        new = [one.student for one in fresh if one.student not in known]
        batch.add(Student, [{"id": name} for name in new])
        for table, rows in batch.added():
            self.session.execute(insert(table), rows)
        for table, rows in batch.changed.items():
            self.session.execute(update(table), rows)
        return fresh


def _outdated(outcome: Outcome, stored: Stored | None) -> bool:
    now = (stored.rows if stored else Rows()).by_hand
    return now != outcome.by_hand


class _Batch:
    """Rows to be added, in the order of their dependence, and rows to be changed."""

    ORDER = (Student, SubmittedAssignment, SubmittedNotebook, Grade, Comment)

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment
        self._added: dict[Any, list[dict[str, Any]]] = {table: [] for table in self.ORDER}
        self.changed: dict[Any, list[dict[str, Any]]] = {}

    def add(self, table: Any, rows: list[dict[str, Any]]) -> None:
        """Rows that are new."""
        self._added[table] += rows

    def added(self) -> list[tuple[Any, list[dict[str, Any]]]]:
        """All new rows, those first that others refer to."""
        return [(table, self._added[table]) for table in self.ORDER if self._added[table]]

    def change(self, table: Any, id: str, was: dict[str, Any], now: dict[str, Any]) -> None:
        """Set those columns of a row that differ."""
        differs = {name: value for name, value in now.items() if was.get(name) != value}
        if differs:
            self.changed.setdefault(table, []).append({"id": id, **differs})

    def take(self, outcome: Outcome, stored: Stored | None) -> None:
        """Take in what one submission's grading left in the ledger."""
        rows = outcome.rows
        if stored is None:
            stored = Stored(new_uuid(), Rows())
            key = {"assignment_id": self.assignment.id, "student_id": outcome.student}
            row = {"id": stored.id, **key, "timestamp": rows.timestamp, "extension": None}
            self.add(SubmittedAssignment, [row])
        else:
            was = {"timestamp": stored.rows.timestamp}
            self.change(SubmittedAssignment, stored.id, was, {"timestamp": rows.timestamp})
        for notebook in rows.notebooks:
            self._take_notebook(notebook, rows, stored)

    def _take_notebook(self, notebook: str, rows: Rows, stored: Stored) -> None:
        now = rows.notebooks[notebook]
        was = stored.rows.notebooks.get(notebook)
        penalty = {"late_submission_penalty": now.late_submission_penalty}
        id = stored.notebooks.get(notebook)
        if id is None or was is None:
            id = new_uuid()
            key = {"notebook_id": notebook, "assignment_id": stored.id}
            self.add(SubmittedNotebook, [{"id": id, **key, **penalty, "flagged": now.flagged}])
        else:
            before = {"late_submission_penalty": was.late_submission_penalty}
            self.change(SubmittedNotebook, id, before, penalty)
        self._take_cells(Grade, id, now.grades, was.grades if was else {}, stored.grades, notebook)
        self._take_cells(
            Comment, id, now.comments, was.comments if was else {}, stored.comments, notebook
        )

    def _take_cells(
        self,
        table: Any,
        submitted: str,
        now: dict[str, Any],
        was: dict[str, Any],
        ids: dict[tuple[str, str], str],
        notebook: str,
    ) -> None:
        for cell, row in now.items():
            id = ids.get((notebook, cell))
            if id is None:
                new = {"id": new_uuid(), "notebook_id": submitted, "cell_id": cell}
                self.add(table, [new | row._asdict()])
            else:
                self.change(table, id, was[cell]._asdict(), row._asdict())

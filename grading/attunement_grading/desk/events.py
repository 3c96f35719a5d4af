"""Every mark of an assignment as it was given: for agreement among markers and for audits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nbgrader.api import Gradebook
from sqlalchemy import Connection, inspect, select

from ..mark_events import MarkEvent
from .pieces import newest
from .readings import FINISHED, state
from .tables import action, allocation, mark, piece


def marks_given(gradebook: Gradebook, assignments: Iterable[str]) -> list[MarkEvent]:
    """The events of some assignments; none where nobody has opened the desk yet."""
    connection = gradebook.db.connection()
    if not inspect(connection).has_table(mark.name):
        return []
    return [one for name in assignments for one in mark_events(connection, name)]


def mark_events(connection: Connection, assignment: str) -> list[MarkEvent]:
    """All of them, oldest first.

    A submission is named by its learner's id, an exemplar by its own. What was handed in
    before and has been replaced since bears the time of handing in as well.
    """
    rows = connection.execute(
        select(
            mark,
            action.c.at,
            piece.c.student,
            piece.c.exemplar,
            piece.c.handed_in,
            newest().label("newest"),
            state().label("state"),
        )
        .join(action, action.c.id == mark.c.action)
        .join(piece, piece.c.id == mark.c.piece)
        .join(allocation, allocation.c.id == mark.c.allocation)
        .where(piece.c.assignment == assignment)
        .order_by(mark.c.id)
    )
    return [
        MarkEvent(
            submission=_name(row),
            marker=row.marker,
            criterion=row.criterion,
            level=row.level,
            comment=row.comment,
            rubric_hash=row.rubric,
            time=row.at,
            kind=row.kind,
            locked=row.state == FINISHED,
        )
        for row in rows
    ]


def _name(row: Any) -> str:  # a row of `mark_events`
    if row.student is None:
        return row.exemplar
    return row.student if row.newest else f"{row.student} handed in {row.handed_in}"

"""Every mark of an assignment as it was given: for agreement among markers and for audits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from .pieces import newest
from .readings import FINISHED, state
from .tables import action, allocation, mark, piece


@dataclass(frozen=True)
class Event:
    """One mark on one criterion, as it stood after it was given; times are in UTC.

    ``kind`` is live for a mark that somebody gave a learner's work alone, else calibration,
    drift or appeal. ``locked`` says whether its marker has finished the reading.
    """

    submission: str
    marker: str
    criterion: str
    level: float | None
    comment: str
    rubric_hash: str
    time: datetime
    kind: str
    locked: bool


def mark_events(connection: Connection, assignment: str) -> list[Event]:
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
        Event(
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


def _name(row) -> str:  # a row of `mark_events`
    if row.student is None:
        return row.exemplar
    return row.student if row.newest else f"{row.student} handed in {row.handed_in}"

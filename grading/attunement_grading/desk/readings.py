"""Marks as they stand: what each marker has given a piece, from the newest rows of the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, ScalarSelect, func, select

from .rules import Reading
from .tables import agreed, allocation, mark, turn

PARTS = ("first", "second", "third")
"""Readings that make a grade, in the order in which they count."""
CHECKS = ("calibration", "drift")
"""Readings of exemplars."""
OPEN, FINISHED, REOPENED, WITHDRAWN = "opened", "finished", "reopened", "withdrawn"


@dataclass(frozen=True)
class Stand:
    """A marker's level and comment for one criterion, and the row that says so."""

    level: float | None = None
    comment: str = ""
    id: int = 0


def state() -> ScalarSelect[str]:
    """Whether an allocation is finished or withdrawn; reopened or NULL while it is worked on."""
    last = turn.alias("last_turn")
    return (
        select(last.c.what)
        .where(last.c.allocation == allocation.c.id, last.c.what != OPEN)
        .order_by(last.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def unfinished() -> ColumnElement[bool]:
    """Whether an allocation is still to be marked."""
    return func.coalesce(state(), REOPENED) == REOPENED


def in_use() -> ColumnElement[bool]:
    """Whether an allocation has not been withdrawn."""
    return func.coalesce(state(), REOPENED) != WITHDRAWN


def stands(connection: Connection, allocations: Iterable[int]) -> dict[int, dict[str, Stand]]:
    """The newest mark on each criterion, for each of these allocations."""
    wanted = list(allocations)
    newest = (
        select(func.max(mark.c.id))
        .where(mark.c.allocation.in_(wanted))
        .group_by(mark.c.allocation, mark.c.criterion)
    )
    query = select(mark.c.allocation, mark.c.criterion, mark.c.level, mark.c.comment, mark.c.id)
    found: dict[int, dict[str, Stand]] = {one: {} for one in wanted}
    for owner, criterion, level, comment, id in connection.execute(
        query.where(mark.c.id.in_(newest))
    ):
        found[owner][criterion] = Stand(level, comment, id)
    return found


def readings(
    connection: Connection, pieces: Iterable[int], parts: Iterable[str] = PARTS
) -> dict[int, list[tuple[str, Reading]]]:
    """For each piece its allocations in use: the state and the reading as far as it has come."""
    rows = connection.execute(
        select(allocation, state().label("state"))
        .where(allocation.c.piece.in_(list(pieces)), allocation.c.part.in_(list(parts)), in_use())
        .order_by(allocation.c.id)
    ).all()
    marks = stands(connection, [row.id for row in rows])
    found: dict[int, list[tuple[str, Reading]]] = {}
    for row in sorted(rows, key=lambda row: (_order(row.part), row.id)):
        found.setdefault(row.piece, []).append(
            (row.state or REOPENED, _reading(row.marker, row.part, marks[row.id]))
        )
    return found


def revealed(given: Iterable[tuple[str, Reading]]) -> bool:
    """Whether a piece's two readers may see one another's marks: both have finished."""
    pair = [state for state, reading in given if reading.part in PARTS[:2]]
    return len(pair) > 1 and all(state == FINISHED for state in pair)


def _order(part: str) -> int:
    return PARTS.index(part) if part in PARTS else len(PARTS)


def _reading(marker: str, part: str, marks: dict[str, Stand]) -> Reading:
    levels = {name: one.level for name, one in marks.items() if one.level is not None}
    return Reading(marker, part, levels, {name: one.comment for name, one in marks.items()})


def agreements(connection: Connection, pieces: Iterable[int]) -> dict[int, dict[str, Stand]]:
    """What markers agreed on, by piece and criterion."""
    newest = (
        select(func.max(agreed.c.id))
        .where(agreed.c.piece.in_(list(pieces)))
        .group_by(agreed.c.piece, agreed.c.criterion)
    )
    found: dict[int, dict[str, Stand]] = {}
    for row in connection.execute(select(agreed).where(agreed.c.id.in_(newest))):
        if row.level is not None:
            found.setdefault(row.piece, {})[row.criterion] = Stand(row.level, row.comment, row.id)
    return found

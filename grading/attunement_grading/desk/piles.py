"""A marker's pile: what is in it, in which order, where the marker was, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from .readings import CHECKS, FINISHED, OPEN, WITHDRAWN, in_use, stands, state, unfinished
from .tables import allocation, author, piece, turn

PAGE = 50
"""Rows on one page of a list."""


@dataclass(frozen=True)
class Line:
    """One piece in a marker's list. ``total`` is there once the marker has finished it."""

    key: str
    pseudonym: str
    given: int
    finished: bool
    total: float | None


@dataclass(frozen=True)
class Progress:
    """How far a marker is with a pile."""

    finished: int
    all: int


def _in_pile(marker: str, assignment: str, calibrating: bool = False) -> list[ColumnElement[bool]]:
    part = allocation.c.part == CHECKS[0]
    return [
        allocation.c.marker == marker,
        allocation.c.assignment == assignment,
        part if calibrating else ~part,
    ]


def _rows(marker: str, assignment: str, calibrating: bool) -> Select:
    return (
        select(allocation.c.id, allocation.c.place, piece.c.key)
        .join(piece, piece.c.id == allocation.c.piece)
        .where(*_in_pile(marker, assignment, calibrating))
        .order_by(allocation.c.place, allocation.c.id)
    )


def progress(
    connection: Connection, marker: str, assignment: str, calibrating: bool = False
) -> Progress:
    """How many pieces of the pile are finished, of how many."""
    query = select(state().label("state"), func.count()).group_by("state")
    rows = connection.execute(query.where(*_in_pile(marker, assignment, calibrating)))
    counts = {name: int(count) for name, count in rows if name != WITHDRAWN}
    return Progress(counts.get(FINISHED, 0), sum(counts.values()))


def lines(
    connection: Connection,
    marker: str,
    assignment: str,
    page: int = 1,
    show: str = "all",
    calibrating: bool = False,
) -> list[Line]:
    """One page of the pile in the marker's order; ``show`` is all, todo or finished."""
    which = {"todo": unfinished(), "finished": state() == FINISHED}.get(show, in_use())
    rows = connection.execute(
        _rows(marker, assignment, calibrating)
        .join(author, author.c.id == piece.c.author)
        .add_columns(author.c.pseudonym, state().label("state"))
        .where(which)
        .limit(PAGE)
        .offset((max(1, page) - 1) * PAGE)
    ).all()
    marks = stands(connection, [row.id for row in rows])
    return [_line(row, [one.level for one in marks[row.id].values()]) for row in rows]


def _line(row: Row, levels: list[float | None]) -> Line:
    given = [level for level in levels if level is not None]
    finished = row.state == FINISHED
    return Line(row.key, row.pseudonym, len(given), finished, sum(given) if finished else None)


def next_piece(
    connection: Connection,
    marker: str,
    assignment: str,
    after: str | None = None,
    calibrating: bool = False,
) -> str | None:
    """The next piece to mark after this one in the marker's order, round the end to the start."""
    rows = _rows(marker, assignment, calibrating).where(unfinished()).limit(1)
    here = _place(connection, marker, assignment, after) if after else None
    found = None
    if here is not None:
        further = (allocation.c.place > here.place) | (
            (allocation.c.place == here.place) & (allocation.c.id > here.id)
        )
        found = connection.execute(rows.where(further)).first()
    found = found or connection.execute(rows.where(piece.c.key != (after or ""))).first()
    return found.key if found else None


def previous_piece(
    connection: Connection, marker: str, assignment: str, before: str, calibrating: bool = False
) -> str | None:
    """The piece before this one in the marker's order, finished or not."""
    here = _place(connection, marker, assignment, before)
    if here is None:
        return None
    nearer = (allocation.c.place < here.place) | (
        (allocation.c.place == here.place) & (allocation.c.id < here.id)
    )
    rows = _rows(marker, assignment, calibrating).where(nearer, in_use()).order_by(None)
    found = connection.execute(
        rows.order_by(allocation.c.place.desc(), allocation.c.id.desc()).limit(1)
    ).first()
    return found.key if found else None


def resume(
    connection: Connection, marker: str, assignment: str, calibrating: bool = False
) -> str | None:
    """The piece that the marker had before them last, if it is unfinished; else the next one."""
    last = connection.execute(
        select(piece.c.key, unfinished().label("open"))
        .join(allocation, allocation.c.piece == piece.c.id)
        .join(turn, turn.c.allocation == allocation.c.id)
        .where(*_in_pile(marker, assignment, calibrating), turn.c.what == OPEN)
        .order_by(turn.c.id.desc())
        .limit(1)
    ).first()
    if last is None:
        return next_piece(connection, marker, assignment, None, calibrating)
    return (
        last.key if last.open else next_piece(connection, marker, assignment, last.key, calibrating)
    )


def calibrates(connection: Connection, marker: str, key: str) -> bool:
    """Whether this piece is one of the marker's exemplars for calibration."""
    part = connection.scalar(
        select(allocation.c.part)
        .join(piece, piece.c.id == allocation.c.piece)
        .where(piece.c.key == key, allocation.c.marker == marker)
        .order_by(allocation.c.id.desc())
        .limit(1)
    )
    return part == CHECKS[0]


def _place(connection: Connection, marker: str, assignment: str, key: str) -> Row | None:
    return connection.execute(
        select(allocation.c.id, allocation.c.place)
        .join(piece, piece.c.id == allocation.c.piece)
        .where(piece.c.key == key, allocation.c.marker == marker)
        .where(allocation.c.assignment == assignment)
        .order_by(allocation.c.id.desc())
    ).first()

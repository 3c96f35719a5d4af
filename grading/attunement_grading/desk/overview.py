"""How marking stands, for instructors: each piece, each marker, and what waits for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from sqlalchemy import ColumnElement, Connection, func, select

from .people import Person
from .pieces import newest
from .piles import PAGE
from .readings import FINISHED, PARTS, in_use, readings, state
from .settling import NOT_WRITTEN, decided
from .tables import action, allocation, author, decision, piece

SHOWS = ("all", "free", "marking", "graded", "unwritten")
"""Which pieces a list shows: all, those that nobody has, in hand, with a grade, and those whose
grade the gradebook has no cell for."""


@dataclass(frozen=True)
class Line:
    """One piece: who reads it and how far, and its grade's total once it has one."""

    key: str
    pseudonym: str
    readers: tuple[tuple[str, bool], ...]
    total: float | None
    unwritten: bool


@dataclass(frozen=True)
class Overview:
    """One page of all pieces of an assignment."""

    lines: tuple[Line, ...]
    counts: dict[str, int]
    page: int
    pages: int
    show: str


def overview(
    connection: Connection, person: Person, assignment: str, page: int, show: str
) -> Overview:
    """A page of the pieces; NotYours for whoever is no instructor."""
    person.require_instructor()
    counts = {one: _count(connection, assignment, one) for one in SHOWS}
    show = show if show in SHOWS else "all"
    pages = max(1, ceil(counts[show] / PAGE))
    page = min(max(1, page), pages)
    rows = connection.execute(
        select(piece.c.id, piece.c.key, author.c.pseudonym)
        .join(author, author.c.id == piece.c.author)
        .where(*_which(assignment, show))
        .order_by(piece.c.id)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    ).all()
    ids = [row.id for row in rows]
    given, grades = readings(connection, ids), decided(connection, ids)
    lines = tuple(
        Line(
            key=row.key,
            pseudonym=row.pseudonym,
            readers=tuple((r.marker, s == FINISHED) for s, r in given.get(row.id, [])),
            total=_total([one.level for one in grades.get(row.id, {}).values()]),
            unwritten=any(one.how == NOT_WRITTEN for one in grades.get(row.id, {}).values()),
        )
        for row in rows
    )
    return Overview(lines, counts, page, pages, show)


def _total(levels: Sequence[float | None]) -> float | None:
    given = [level for level in levels if level is not None]
    return sum(given) if given else None


def _count(connection: Connection, assignment: str, show: str) -> int:
    query = select(func.count(piece.c.id)).where(*_which(assignment, show))
    return int(connection.scalar(query) or 0)


def _which(assignment: str, show: str) -> list[ColumnElement[bool]]:
    taken = select(allocation.c.id).where(
        allocation.c.piece == piece.c.id, allocation.c.part.in_(PARTS), in_use()
    )
    later = decision.alias("later_decision")
    replaced = select(later.c.id).where(
        later.c.piece == decision.c.piece,
        later.c.criterion == decision.c.criterion,
        later.c.id > decision.c.id,
    )
    graded = select(decision.c.id).where(
        decision.c.piece == piece.c.id, decision.c.level.is_not(None), ~replaced.exists()
    )
    wanted = {
        "all": [],
        "free": [~taken.exists()],
        "marking": [taken.exists(), ~graded.exists()],
        "graded": [graded.exists()],
        "unwritten": [graded.where(decision.c.how == NOT_WRITTEN).exists()],
    }
    mine = [piece.c.assignment == assignment, piece.c.student.is_not(None), newest()]
    return [*mine, *wanted[show]]


@dataclass(frozen=True)
class Load:
    """One marker: pieces held, finished, and whether there is anything unfinished."""

    marker: str
    held: int
    finished: int


def loads_of(connection: Connection, assignment: str) -> list[Load]:
    """Every marker who holds a piece, by name."""
    states = (
        select(allocation.c.marker, func.coalesce(state(), "").label("state"))
        .where(allocation.c.assignment == assignment, allocation.c.part.in_(PARTS), in_use())
        .subquery()
    )
    query = select(states.c.marker, states.c.state, func.count()).group_by(
        states.c.marker, states.c.state
    )
    held: dict[str, dict[str, int]] = {}
    for marker, what, count in connection.execute(query):
        held.setdefault(marker, {})[what] = int(count)
    return [
        Load(marker, sum(counts.values()), counts.get(FINISHED, 0))
        for marker, counts in sorted(held.items())
    ]


def seen(connection: Connection) -> list[str]:
    """Everybody who has done anything at this desk, by name."""
    return sorted(connection.scalars(select(action.c.by).distinct()))

"""How marking stands, for instructors: each piece, each marker, and what waits for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from sqlalchemy import ColumnElement, Connection, func, select

from . import gradebook
from .people import Person
from .pieces import newest
from .piles import PAGE
from .readings import FINISHED, PARTS, WITHDRAWN, in_use, readings, state
from .refusals import NotThere
from .settling import NOT_WRITTEN, decided
from .tables import action, allocation, author, decision, piece, turn

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

    @property
    def apart(self) -> bool:
        """Whether two have finished it, and it waits for what they agree on."""
        finished = [done for _marker, done in self.readers]
        return self.total is None and len(finished) == 2 and all(finished)


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
    """A page of the pieces; NotYours for whoever is no instructor, NotThere without assignment."""
    person.require_instructor()
    if assignment not in gradebook.assignments(connection):
        raise NotThere(f"the gradebook has no assignment {assignment!r}")
    counts = _counts(connection, assignment)
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


def _counts(connection: Connection, assignment: str) -> dict[str, int]:
    """How many pieces each list has: set by set, as one by one takes long where there are many.

    Every piece that is with somebody has one first reader, and what has a grade has readers. Of
    a learner's pieces only the newest has: the readings of one that is replaced are withdrawn.
    """
    gone = select(turn.c.allocation).where(turn.c.what == WITHDRAWN)
    taken = select(func.count(allocation.c.id)).where(
        allocation.c.assignment == assignment,
        allocation.c.part == PARTS[0],
        allocation.c.id.not_in(gone),
    )
    known = select(func.count(piece.c.student.distinct())).where(piece.c.assignment == assignment)
    graded = select(func.count(piece.c.id)).where(*_which(assignment, "graded"))
    unwritten = (
        select(func.count(piece.c.id.distinct()))
        .join(decision, decision.c.piece == piece.c.id)
        .where(*_which(assignment, "all"), decision.c.how == NOT_WRITTEN, _in_force())
    )
    queries = {"all": known, "taken": taken, "graded": graded, "unwritten": unwritten}
    found = {name: int(connection.scalar(query) or 0) for name, query in queries.items()}
    free, marking = found["all"] - found["taken"], found.pop("taken") - found["graded"]
    return {**found, "free": free, "marking": marking}


def _in_force() -> ColumnElement[bool]:
    """Whether a decision has not been replaced by a later one."""
    later = decision.alias("later_decision")
    return ~(
        select(later.c.id)
        .where(later.c.piece == decision.c.piece, later.c.criterion == decision.c.criterion)
        .where(later.c.id > decision.c.id)
        .exists()
    )


def _which(assignment: str, show: str) -> list[ColumnElement[bool]]:
    taken = select(allocation.c.id).where(
        allocation.c.piece == piece.c.id, allocation.c.part.in_(PARTS), in_use()
    )
    graded = select(decision.c.id).where(
        decision.c.piece == piece.c.id, decision.c.level.is_not(None), _in_force()
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
    query = (
        select(allocation.c.marker, state().label("state"), func.count())
        .where(allocation.c.assignment == assignment, allocation.c.part.in_(PARTS))
        .group_by(allocation.c.marker, "state")
    )
    held: dict[str, dict[str | None, int]] = {}
    for marker, what, count in connection.execute(query):
        if what != WITHDRAWN:
            held.setdefault(marker, {})[what] = int(count)
    return [
        Load(marker, sum(counts.values()), counts.get(FINISHED, 0))
        for marker, counts in sorted(held.items())
    ]


def seen(connection: Connection) -> list[str]:
    """Everybody who has done anything at this desk, by name."""
    return sorted(connection.scalars(select(action.c.by).distinct()))

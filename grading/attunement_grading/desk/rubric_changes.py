"""A rubric that changed after marking began: what is different, and what becomes of the marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from ..rubric import Criterion, Rubric
from .actions import Action, Answer
from .people import Person
from .readings import (
    CHECKS,
    FINISHED,
    REOPENED,
    Stand,
    agreements,
    in_use,
    stands,
    state,
)
from .refusals import Conflict, Invalid
from .rubrics import AGAIN, KEEP, STAY, Edition, in_force, keep, waiting
from .settling import settle_all
from .tables import agreed, allocation, mark, migration, turn

HOWS = {
    STAY: "Stay with the rubric that marking began with. Nothing changes for anybody; feedback "
    "made from now on words the levels as the course has them now.",
    KEEP: "Take the new rubric on and keep every mark. Markers are not asked again, save for "
    "criteria that are new.",
    AGAIN: "Take the new rubric on and mark the changed criteria again. Their levels are taken "
    "back, comments stay to be edited, finished pieces open again.",
}


@dataclass(frozen=True)
class Change:
    """How two rubrics differ, by criterion id."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    rescaled: tuple[str, ...]
    """Criteria that have other levels, so that a mark on one says nothing on the other."""
    reworded: tuple[str, ...]

    @property
    def touched(self) -> set[str]:
        """Criteria on which earlier marks may not mean the same any more."""
        return {*self.rescaled, *self.reworded}

    @property
    def structural(self) -> bool:
        """Whether the assignment has to be generated again for the gradebook to follow."""
        return bool(self.added or self.removed or self.rescaled)


def compare(old: Rubric, new: Rubric) -> Change:
    """What ``new`` changes."""
    before = {one.id: one for one in old.criteria}
    after = {one.id: one for one in new.criteria}
    both = [name for name in before if name in after]
    rescaled = [name for name in both if _scale(before[name]) != _scale(after[name])]
    return Change(
        added=tuple(name for name in after if name not in before),
        removed=tuple(name for name in before if name not in after),
        rescaled=tuple(rescaled),
        reworded=tuple(n for n in both if before[n] != after[n] and n not in rescaled),
    )


def _scale(criterion: Criterion) -> list[int]:
    return [one.level for one in criterion.levels]


@dataclass(frozen=True)
class Pending:
    """A change that waits for an instructor, with the marks that it is about."""

    old: Edition
    new: Edition
    change: Change
    marks: int
    """Levels given on criteria that change or go."""
    readings: int
    """Readings with any level at all."""
    hows: dict[str, str]


def pending(connection: Connection, person: Person, assignment: str) -> Pending | None:
    """The change to decide on, if there is one."""
    person.require_instructor()
    new = waiting(connection, assignment)
    if new is None:
        return None
    old = in_force(connection, assignment)
    change = compare(old.rubric, new.rubric)
    given = _given(connection, assignment)
    touched = change.touched | set(change.removed)
    count = sum(name in touched for _row, marks in given for name in marks)
    hows = {how: words for how, words in HOWS.items() if how != KEEP or not change.rescaled}
    return Pending(old, new, change, count, len(given), hows)


def _given(connection: Connection, assignment: str) -> list[tuple[Row, dict[str, Stand]]]:
    """Readings in use, exemplars' aside, with the levels given in them."""
    rows = connection.execute(
        select(allocation, state().label("state"))
        .where(allocation.c.assignment == assignment, allocation.c.part.not_in(CHECKS), in_use())
        .order_by(allocation.c.id)
    ).all()
    marks = stands(connection, [row.id for row in rows])
    given = (
        (row, {name: one for name, one in marks[row.id].items() if one.level is not None})
        for row in rows
    )
    return [(row, levels) for row, levels in given if levels]


def migrate(act: Action, assignment: str, new: str, how: str) -> Answer:
    """Do what an instructor decided about the rubric of hash ``new``."""
    now = pending(act.connection, act.person, assignment)
    if now is None or now.new.hash != new:
        raise Conflict("the rubric has changed again or somebody has decided; reload the page")
    if how not in now.hows:
        raise Invalid(f"how: one of {', '.join(now.hows)} (got {how!r})")
    keep(act.connection, now.old)
    keep(act.connection, now.new)
    values = {"old": now.old.hash, "new": now.new.hash, "how": how, "marks": now.marks}
    act.add(migration, assignment=assignment, **values)
    if how == STAY:
        return {"taken_back": 0, "reopened": 0}
    back = set(now.change.removed) | (now.change.touched if how == AGAIN else set())
    taken = _take_back(act, assignment, back, now.new.hash)
    opened = _reopen(act, assignment, [one.id for one in now.new.rubric.criteria])
    settle_all(act, assignment)
    return {"taken_back": taken, "reopened": opened}


def _take_back(act: Action, assignment: str, criteria: set[str], hash: str) -> int:
    rows = []
    pieces = set()
    for row, levels in _given(act.connection, assignment):
        for name in sorted(criteria & levels.keys()):
            values = {"criterion": name, "level": None, "comment": levels[name].comment}
            kind = {"piece": row.piece, "marker": row.marker, "kind": "live", "undoes": None}
            rows.append({**kind, **values, "allocation": row.id, "rubric": hash})
            pieces.add(row.piece)
    act.add_all(mark, rows)
    _void_agreements(act, pieces)
    return len(rows)


def _void_agreements(act: Action, pieces: Iterable[int]) -> None:
    ids = sorted(pieces)
    for start in range(0, len(ids), 400):
        for id, found in agreements(act.connection, ids[start : start + 400]).items():
            for name in found:
                act.add(agreed, piece=id, criterion=name, level=None, comment="")


def _reopen(act: Action, assignment: str, criteria: list[str]) -> int:
    """Open every finished reading that has no level on some criterion now."""
    opened = 0
    for row, levels in _given(act.connection, assignment):
        asked = [name for name in criteria if name not in levels]
        if row.state == FINISHED and asked and row.part != "appeal":
            act.add(turn, allocation=row.id, what=REOPENED)
            opened += 1
    return opened

"""Pieces on which markers lie far apart: shown to them side by side, and agreed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from ..rubric import Rubric
from .actions import Action, Answer
from .choices import Choices, chosen
from .dealing import least_loaded
from .handing_out import loads
from .marking import LONGEST, require_level
from .people import Person
from .pieces import hold_piece, newest
from .pseudonyms import number
from .readings import FINISHED, PARTS, Stand, agreements, in_use, readings, revealed, state
from .refusals import Conflict, Invalid, NotThere
from .rubrics import in_force
from .rules import Reading, crossed, far_apart, wide
from .settling import settle
from .tables import agreed, allocation, author, piece


@dataclass(frozen=True)
class Talk:
    """A piece on which two finished readings lie far apart."""

    id: int
    key: str
    pseudonym: str
    readings: tuple[Reading, ...]
    waiting: int
    """Readings that are not finished, the third marker's for one."""
    agreed: Mapping[str, Stand]
    wide: tuple[str, ...]
    crossed: tuple[float, ...]

    @property
    def open(self) -> bool:
        """Whether people still have to talk: nothing is agreed and no third reading asked for."""
        return not self.agreed and len(self.readings) + self.waiting < 3


def talks(connection: Connection, assignment: str, person: Person) -> list[Talk]:
    """Pieces to be talked through: a marker's own, or all of them for an instructor."""
    mine = None if person.instructor else person.name
    done = _finished_by_several(connection, assignment, mine)
    given = readings(connection, [row.id for row in done])
    settled = agreements(connection, [row.id for row in done])
    choices = chosen(connection, assignment)
    found = (_talk(row, given[row.id], settled.get(row.id, {}), choices) for row in done)
    return [one for one in found if one and (person.instructor or _reads(one, person))]


def talk(connection: Connection, person: Person, key: str) -> tuple[Talk, Rubric, str, str]:
    """One piece to be talked through, its rubric, its assignment and who wrote it.

    NotThere for anybody who has not marked it and is no instructor, and before all readings
    are finished: until then nobody may know that it is read twice.
    """
    row = connection.execute(_pieces().where(piece.c.key == key)).first()
    given = readings(connection, [row.id]).get(row.id, []) if row else []
    if row is not None and revealed(given):
        settled = agreements(connection, [row.id]).get(row.id, {})
        one = _talk(row, given, settled, chosen(connection, row.assignment))
        if one and (person.instructor or _reads(one, person)):
            return one, in_force(connection, row.assignment).rubric, row.assignment, row.student
    raise NotThere("there is nothing for you to talk through on this piece")


def agree(act: Action, key: str, seen: int, levels: Any, comments: Any) -> Answer:
    """Record what the markers agreed on: a level for every criterion, comments where wanted.

    ``seen`` is the newest agreement that the page showed; Conflict where there is a newer one.
    """
    one, rubric, *_ = talk(act.connection, act.person, key)
    hold_piece(act.connection, one.id)
    newest_now = max((stand.id for stand in one.agreed.values()), default=0)
    if newest_now != seen:
        raise Conflict("somebody recorded an agreement meanwhile; reload the page to see it")
    if not isinstance(levels, dict) or not isinstance(comments, dict):
        raise Invalid("levels and comments: one for each criterion")
    for criterion in rubric.criteria:
        level, comment = levels.get(criterion.id), comments.get(criterion.id, "")
        if level is None:
            raise Invalid(f"{criterion.title}: the level that you agreed on is missing")
        require_level(rubric, criterion.id, level)
        if not isinstance(comment, str) or len(comment) > LONGEST:
            raise Invalid(f"{criterion.title}: a comment of at most {LONGEST} characters")
        values = {"criterion": criterion.id, "level": float(level), "comment": comment.strip()}
        act.add(agreed, piece=one.id, **values)
    settle(act, [one.id])
    return {"agreed": True}


def call_third(act: Action, key: str, marker: str | None = None) -> Answer:
    """Ask for a third reading where two cannot agree: by whoever holds least, or by name.

    Only an instructor may name somebody.
    """
    one, _rubric, assignment, _ = talk(act.connection, act.person, key)
    hold_piece(act.connection, one.id)
    if not one.open:
        raise Conflict("this piece is agreed on, or a third marker has it already")
    readers = [reading.marker for reading in one.readings]
    if marker is None:
        burden = loads(act.connection, assignment, chosen(act.connection, assignment).markers)
        marker = least_loaded(burden, readers)
    else:
        act.person.require_instructor()
    if marker is None:
        raise Conflict("no third marker is left; an instructor can name one")
    if marker in readers:
        raise Conflict(f"{marker} has marked this piece already")
    values = {"marker": marker, "part": PARTS[2], "place": number(act.secret, marker, one.key)}
    act.add(allocation, piece=one.id, assignment=assignment, **values)
    settle(act, [one.id])
    return {"third": True}


def _pieces():
    return (
        select(piece, author.c.pseudonym)
        .join(author, author.c.id == piece.c.author)
        .where(piece.c.student.is_not(None), newest())
    )


def _finished_by_several(connection: Connection, assignment: str, marker: str | None):
    """Pieces of which the first two readings are finished, of one marker's or of everybody's."""
    counted = (
        select(allocation.c.piece)
        .where(allocation.c.assignment == assignment, allocation.c.part.in_(PARTS), in_use())
        .group_by(allocation.c.piece)
        .having(func.count() > 1)
    )
    unfinished = select(allocation.c.id).where(
        allocation.c.piece == piece.c.id,
        allocation.c.part.in_(PARTS[:2]),
        func.coalesce(state(), "") != FINISHED,
        in_use(),
    )
    query = _pieces().where(piece.c.id.in_(counted), ~unfinished.exists()).order_by(piece.c.key)
    if marker is not None:
        mine = select(allocation.c.piece).where(allocation.c.marker == marker)
        query = query.where(piece.c.id.in_(mine))
    return connection.execute(query).all()


def _talk(row, given, settled: Mapping[str, Stand], choices: Choices) -> Talk | None:
    done = [reading for state, reading in given if state == FINISHED]
    pair = [reading for reading in done if reading.part in PARTS[:2]]
    if not far_apart(pair, choices.boundaries) and not settled:
        return None
    return Talk(
        id=row.id,
        key=row.key,
        pseudonym=row.pseudonym,
        readings=tuple(done),
        waiting=len(given) - len(done),
        agreed=settled,
        wide=tuple(wide(pair)),
        crossed=tuple(crossed(pair, choices.boundaries)),
    )


def _reads(one: Talk, person: Person) -> bool:
    return any(reading.marker == person.name for reading in one.readings)

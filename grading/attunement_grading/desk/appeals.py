"""A learner's request to look again: to a marker who has not read the piece, and its outcome.

Learners ask their instructor, in whatever way the course has named; the instructor enters the
request here in the learner's words. Nothing that a learner sends reaches the desk by itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, select

from attunement_course.nearest import nearest

from .actions import Action, Answer
from .asking import APPEAL
from .choices import chosen
from .dealing import least_loaded
from .handing_out import loads
from .people import Person
from .pieces import hold_piece, newest
from .pseudonyms import number
from .readings import FINISHED, Stand, in_use, stands, state
from .refusals import Conflict, Invalid, NotThere
from .rubrics import in_force
from .settling import Decided, decided, settle
from .tables import action, allocation, appeal, author, piece, verdict

LONGEST = 4_000


@dataclass(frozen=True)
class Appeal:
    """One request.

    ``reading`` is there once the new marker has finished, ``words`` once it has been answered.
    """

    key: str
    piece: str
    pseudonym: str
    asked: str
    criteria: tuple[str, ...]
    at: datetime
    marker: str | None
    reading: dict[str, Stand] | None
    grade: dict[str, Decided]
    words: str | None
    taken: tuple[str, ...]


def ask(
    act: Action,
    assignment: str,
    student: str,
    criteria: Sequence[str],
    words: str,
    marker: str | None = None,
) -> Answer:
    """Enter a learner's request and give the piece to somebody who has not read it."""
    act.person.require_instructor()
    if not words.strip() or len(words) > LONGEST:
        raise Invalid(f"words: what the learner asks, in 1 to {LONGEST} characters")
    known = [one.id for one in in_force(act.connection, assignment).rubric.criteria]
    wanted = [one for one in known if one in criteria]
    if not wanted or set(criteria) - set(known):
        raise Invalid(f"criteria: one or more of {', '.join(known)}")
    id = _graded_piece(act, assignment, student)
    hold_piece(act.connection, id)
    if any(one.words is None for one in _appeals(act.connection, appeal.c.piece == id)):
        raise Conflict("this piece is being looked at again already")
    key = secrets.token_urlsafe(9)
    act.add(appeal, piece=id, key=key, words=words.strip(), criteria=wanted)
    _give(act, assignment, id, marker)
    return {"appeal": key}


def _graded_piece(act: Action, assignment: str, student: str) -> int:
    mine = select(piece.c.id).where(piece.c.assignment == assignment, newest())
    id = act.connection.scalar(mine.where(piece.c.student == student))
    if id is None:
        names = act.connection.scalars(
            select(piece.c.student).where(
                piece.c.assignment == assignment, piece.c.student.is_not(None)
            )
        )
        near = nearest(student, [name for name in names if name])
        raise NotThere(f"no piece of {assignment} is by {student!r}{near}")
    if not any(one.level is not None for one in decided(act.connection, [id]).get(id, {}).values()):
        raise Conflict("this piece has no grade yet, so there is nothing to look at again")
    return id


def _give(act: Action, assignment: str, id: int, marker: str | None) -> None:
    """To whoever holds least of those who have not read it, or to the one who is named."""
    readers = set(
        act.connection.scalars(select(allocation.c.marker).where(allocation.c.piece == id))
    )
    markers = chosen(act.connection, assignment).markers
    if marker is None:
        marker = least_loaded(loads(act.connection, assignment, markers), list(readers))
    if marker is None:
        raise Conflict("everybody who marks has read this piece; name somebody who has not")
    if marker in readers:
        raise Conflict(f"{marker} has read this piece; name somebody who has not")
    values = {"marker": marker, "part": APPEAL, "place": number(act.secret, marker, str(act.id))}
    act.add(allocation, piece=id, assignment=assignment, **values)


def close(act: Action, key: str, take: Sequence[str], words: str) -> Answer:
    """End an appeal: the criteria on which the new reading counts from now on, and why.

    With none of them, the marks stay as they are.
    """
    act.person.require_instructor()
    rows = _appeals(act.connection, appeal.c.key == key)
    if not rows:
        raise NotThere("there is no such request")
    one = rows[0]
    hold_piece(act.connection, one.piece_id)
    if one.words is not None:
        raise Conflict("this request has been answered already")
    if not words.strip():
        raise Invalid("words: the answer to the learner's request")
    reading = _reading(act.connection, one)
    if reading is None:
        raise Conflict("the second look is not finished yet")
    if set(take) - set(one.criteria):
        raise Invalid(f"take: only criteria that were asked about, {', '.join(one.criteria)}")
    taken = {n: {"level": reading[n].level, "comment": reading[n].comment} for n in take}
    act.add(verdict, appeal=one.id, words=words.strip(), taken=taken)
    return {"grades": settle(act, [one.piece_id])}


def appeals(connection: Connection, person: Person, assignment: str) -> list[Appeal]:
    """Every request of an assignment, open ones first, for instructors."""
    person.require_instructor()
    rows = _appeals(connection, piece.c.assignment == assignment)
    grades = decided(connection, [row.piece_id for row in rows])
    found = [_appeal(connection, row, grades.get(row.piece_id, {})) for row in rows]
    return sorted(found, key=lambda one: one.words is not None)


def _appeals(connection: Connection, *where) -> list[Row]:
    query = (
        select(
            appeal.c.id,
            appeal.c.key,
            appeal.c.words.label("asked"),
            appeal.c.criteria,
            appeal.c.piece.label("piece_id"),
            appeal.c.action,
            piece.c.key.label("piece"),
            author.c.pseudonym,
            action.c.at,
            verdict.c.words,
            verdict.c.taken,
        )
        .join(piece, piece.c.id == appeal.c.piece)
        .join(author, author.c.id == piece.c.author)
        .join(action, action.c.id == appeal.c.action)
        .outerjoin(verdict, verdict.c.appeal == appeal.c.id)
    )
    return list(connection.execute(query.where(*where).order_by(appeal.c.id)))


def _allocation(connection: Connection, row: Row) -> Row | None:
    """The second look that belongs to a request: it was given out in the same action."""
    return connection.execute(
        select(allocation, state().label("state")).where(
            allocation.c.piece == row.piece_id,
            allocation.c.part == APPEAL,
            allocation.c.action == row.action,
            in_use(),
        )
    ).first()


def _reading(connection: Connection, row: Row) -> dict[str, Stand] | None:
    given = _allocation(connection, row)
    if given is None or given.state != FINISHED:
        return None
    return stands(connection, [given.id])[given.id]


def _appeal(connection: Connection, row: Row, grade: dict[str, Decided]) -> Appeal:
    given = _allocation(connection, row)
    return Appeal(
        key=row.key,
        piece=row.piece,
        pseudonym=row.pseudonym,
        asked=row.asked,
        criteria=tuple(row.criteria),
        at=row.at,
        marker=given.marker if given else None,
        reading=_reading(connection, row),
        grade=grade,
        words=row.words,
        taken=tuple(row.taken or ()),
    )

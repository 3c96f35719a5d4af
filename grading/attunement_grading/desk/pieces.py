"""What there is to mark: submissions from nbgrader's gradebook, each under a pseudonym."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, and_, func, select

from . import gradebook
from .actions import Action
from .pseudonyms import number, pseudonym
from .tables import about, allocation, author, piece, turn

SLICE = 500
"""How many names one query may hold: databases limit its parameters."""


def newest() -> ColumnElement[bool]:
    """Whether a piece is what its learner handed in last; an exemplar always is."""
    later = piece.alias("later")
    return ~(
        select(later.c.id)
        .where(later.c.assignment == piece.c.assignment)
        .where(later.c.student == piece.c.student, later.c.id > piece.c.id)
        .exists()
    )


def anything_new(connection: Connection, assignment: str) -> bool:
    """Whether the gradebook has submissions that are no pieces yet."""
    return connection.execute(_new(assignment).limit(1)).first() is not None


def take_in(act: Action, assignment: str) -> int:
    """Make pieces of what has been handed in since; how many.

    Work that was handed in anew goes to whoever had the earlier version.
    """
    connection = act.connection
    _hold(connection)
    rows = [(str(student), when) for student, when in connection.execute(_new(assignment))]
    rows.sort(key=lambda row: number(act.secret, assignment, row[0]))
    earlier = _newest_of(connection, assignment, [student for student, _ in rows])
    authors = enter(act, [f"learner:{student}" for student, _ in rows])
    added = [
        {
            "key": secrets.token_urlsafe(9),
            "author": authors[f"learner:{student}"],
            "assignment": assignment,
            "student": student,
            "handed_in": when,
        }
        for student, when in rows
    ]
    if added:
        connection.execute(piece.insert(), added)
    for student, new in _newest_of(connection, assignment, list(earlier)).items():
        _hand_on(act, assignment, earlier[student], new)
    return len(rows)


def enter(act: Action, of: Iterable[str]) -> dict[str, int]:
    """The authors' ids; whoever is not known yet gets a pseudonym of their own."""
    wanted = list(dict.fromkeys(of))
    connection = act.connection
    known = _ids(connection, wanted)
    unknown = [one for one in wanted if one not in known]
    count = int(connection.scalar(select(func.count(author.c.id))) or 0)
    added = [
        {"of": one, "key": secrets.token_urlsafe(9), "pseudonym": pseudonym(act.secret, place)}
        for place, one in enumerate(unknown, start=count)
    ]
    if added:
        connection.execute(author.insert(), added)
    return known | _ids(connection, unknown)


def _ids(connection: Connection, of: Sequence[str]) -> dict[str, int]:
    rows = select(author.c.of, author.c.id)
    return {
        one: id
        for some in _slices(of)
        for one, id in connection.execute(rows.where(author.c.of.in_(some)))
    }


def _newest_of(connection: Connection, assignment: str, students: Sequence[str]) -> dict[str, int]:
    """The newest piece of each of these students who has one."""
    rows = (
        select(piece.c.student, func.max(piece.c.id))
        .where(piece.c.assignment == assignment)
        .group_by(piece.c.student)
    )
    return {
        student: id
        for some in _slices(students)
        for student, id in connection.execute(rows.where(piece.c.student.in_(some)))
    }


def _slices(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many names at once as any database takes in one query."""
    return (names[start : start + SLICE] for start in range(0, len(names), SLICE))


def _new(assignment: str):  # a select of students and times
    wanted = gradebook.submissions(assignment).subquery()
    same = and_(
        piece.c.assignment == assignment,
        piece.c.student == wanted.c.student_id,
        piece.c.handed_in.is_not_distinct_from(wanted.c.timestamp),
    )
    known = select(piece.c.id).where(same).exists()
    return select(wanted.c.student_id, wanted.c.timestamp).where(~known)


def _hold(connection: Connection) -> None:
    """Let nobody else enter pieces or authors until this transaction has ended."""
    connection.execute(select(about.c.value).where(about.c.name == "version").with_for_update())


def hold_piece(connection: Connection, id: int) -> None:
    """Let nobody else change what belongs to this piece until this transaction has ended."""
    connection.execute(select(piece.c.id).where(piece.c.id == id).with_for_update())


def _hand_on(act: Action, assignment: str, earlier: int, new: int) -> None:
    had = act.connection.execute(select(allocation).where(allocation.c.piece == earlier)).all()
    for one in had:
        act.add(turn, allocation=one.id, what="withdrawn")
        if one.part in ("first", "second"):
            values = {"assignment": assignment, "marker": one.marker, "part": one.part}
            act.add(allocation, piece=new, place=one.place, **values)

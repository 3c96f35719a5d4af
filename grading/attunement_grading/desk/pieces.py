"""What there is to mark: submissions from nbgrader's gradebook, each under a pseudonym."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, func, select

from . import gradebook
from .actions import Action
from .pseudonyms import number, pseudonym
from .tables import about, allocation, author, piece, turn


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
    authors = enter(act, [f"learner:{student}" for student, _ in rows])
    for student, when in rows:
        values = {"assignment": assignment, "student": student, "handed_in": when}
        added = connection.execute(
            piece.insert().values(
                key=secrets.token_urlsafe(9), author=authors[f"learner:{student}"], **values
            )
        )
        _hand_on(act, assignment, student, int((added.inserted_primary_key or [0])[0]))
    return len(rows)


def enter(act: Action, of: Iterable[str]) -> dict[str, int]:
    """The authors' ids; whoever is not known yet gets a pseudonym of their own."""
    wanted = list(dict.fromkeys(of))
    connection = act.connection
    known = {
        one: id
        for start in range(0, len(wanted), 500)
        for one, id in connection.execute(
            select(author.c.of, author.c.id).where(author.c.of.in_(wanted[start : start + 500]))
        )
    }
    count = int(connection.scalar(select(func.count(author.c.id))) or 0)
    for one in wanted:
        if one not in known:
            name = pseudonym(act.secret, count)
            values = {"of": one, "key": secrets.token_urlsafe(9), "pseudonym": name}
            added = connection.execute(author.insert().values(**values))
            known[one] = int((added.inserted_primary_key or [0])[0])
            count += 1
    return known


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


def _hand_on(act: Action, assignment: str, student: str, new: int) -> None:
    earlier = act.connection.scalar(
        select(func.max(piece.c.id)).where(
            piece.c.assignment == assignment, piece.c.student == student, piece.c.id != new
        )
    )
    if earlier is None:
        return
    had = act.connection.execute(select(allocation).where(allocation.c.piece == earlier)).all()
    for one in had:
        act.add(turn, allocation=one.id, what="withdrawn")
        if one.part in ("first", "second"):
            values = {"assignment": assignment, "marker": one.marker, "part": one.part}
            act.add(allocation, piece=new, place=one.place, **values)

"""What a marker does to a piece: open, give a level, comment, take back, undo, finish, reopen."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select

from ..rubric import Rubric
from .actions import Action, Answer
from .asking import APPEAL, asked_of
from .calibration import require_open
from .pieces import hold_piece
from .readings import (
    CHECKS,
    FINISHED,
    OPEN,
    PARTS,
    REOPENED,
    WITHDRAWN,
    Stand,
    readings,
    revealed,
    stands,
    state,
)
from .refusals import Conflict, Invalid, NotThere
from .rubrics import Edition, in_force, keep, waiting
from .settling import settle
from .tables import allocation, mark, piece, turn

LONGEST = 20_000
"""Characters of one comment: some fifteen pages, and less than a request may carry."""


def held(act: Action, key: str) -> Row:
    """The marker's own allocation of this piece, with its state; NotThere where there is none."""
    query = (
        select(allocation, state().label("state"), piece.c.key, piece.c.exemplar)
        .join(piece, piece.c.id == allocation.c.piece)
        .where(piece.c.key == key, allocation.c.marker == act.person.name)
        .order_by(allocation.c.id.desc())
    )
    found = act.connection.execute(query).first()
    if found is None:
        raise NotThere("this piece is not in your pile")
    hold_piece(act.connection, found.piece)
    return act.connection.execute(query).one() if act.connection.dialect.name != "sqlite" else found


def workable(act: Action, key: str) -> tuple[Row, Edition]:
    """The allocation, if it may be marked now, and the rubric to mark it by."""
    one = held(act, key)
    if one.state == FINISHED:
        raise Conflict("you have finished this piece; reopen it to change a mark")
    if one.state == WITHDRAWN:
        raise Conflict("this piece has been taken out of your pile")
    if one.part != CHECKS[0]:
        require_open(act.connection, one.assignment, act.person.name)
    if waiting(act.connection, one.assignment):
        raise Conflict("the rubric has changed; an instructor decides first what becomes of marks")
    return one, in_force(act.connection, one.assignment)


def open_piece(act: Action, key: str) -> Answer:
    """Note that the marker has this piece before them, so that they find it again."""
    one = held(act, key)
    act.add(turn, allocation=one.id, what=OPEN)
    return {}


def set_level(act: Action, key: str, criterion: str, level: float | None) -> Answer:
    """Give a criterion a level, or take it back with None."""
    one, edition = workable(act, key)
    require_level(edition.rubric, criterion, level)
    now = stands(act.connection, [one.id])[one.id].get(criterion, Stand())
    if now.level != level:
        _add_mark(act, one, edition, criterion, Stand(level, now.comment))
    return standing(act, one)


def set_comment(act: Action, key: str, criterion: str, comment: str) -> Answer:
    """Write a comment to a criterion; an empty one takes it away."""
    one, edition = workable(act, key)
    _require_criterion(edition.rubric, criterion)
    if len(comment) > LONGEST:
        raise Invalid(f"comment: at most {LONGEST} characters (got {len(comment)})")
    now = stands(act.connection, [one.id])[one.id].get(criterion, Stand())
    if now.comment != comment:
        _add_mark(act, one, edition, criterion, Stand(now.level, comment))
    return standing(act, one)


def undo(act: Action, key: str) -> Answer:
    """Take back the marker's last change to this piece; Conflict where there is none left."""
    one, edition = workable(act, key)
    undone = select(mark.c.undoes).where(mark.c.allocation == one.id, mark.c.undoes.is_not(None))
    rows = select(mark).where(mark.c.allocation == one.id).order_by(mark.c.id.desc()).limit(1)
    last = act.connection.execute(
        rows.where(mark.c.undoes.is_(None), mark.c.id.not_in(undone))
    ).first()
    if last is None:
        raise Conflict("there is nothing left to undo on this piece")
    before = act.connection.execute(
        rows.where(mark.c.criterion == last.criterion, mark.c.id < last.id)
    ).first()
    back = Stand(before.level, before.comment) if before else Stand()
    _add_mark(act, one, edition, last.criterion, back, undoes=last.id)
    return {**standing(act, one), "criterion": last.criterion}


def finish(act: Action, key: str) -> Answer:
    """Lock the piece: every criterion has a level, and the grade may be decided."""
    one, edition = workable(act, key)
    marks = stands(act.connection, [one.id])[one.id]
    asked = asked_of(act.connection, one.piece)[1] if one.part == APPEAL else ()
    wanted = [c for c in edition.rubric.criteria if not asked or c.id in asked]
    missing = [c.title for c in wanted if _level(marks, c.id) is None]
    if missing:
        raise Conflict(f"no level yet for {', '.join(missing)}")
    act.add(turn, allocation=one.id, what=FINISHED)
    if one.part in PARTS:
        settle(act, [one.piece])
    return {**standing(act, one), "check": one.part == CHECKS[1]}


def reopen(act: Action, key: str) -> Answer:
    """Unlock a finished piece; Conflict once the marker has seen anybody else's marks on it."""
    one = held(act, key)
    if one.state != FINISHED:
        raise Conflict("this piece is open already")
    if _shown(act, one):
        raise Conflict("you have seen other marks on this piece, so yours stay as they are")
    act.add(turn, allocation=one.id, what=REOPENED)
    if one.part in PARTS:
        settle(act, [one.piece])
    return standing(act, one)


def _shown(act: Action, one: Row) -> bool:
    """Whether the marker of a finished reading has seen what others made of the piece."""
    if one.part not in PARTS[:2]:
        return True
    return revealed(readings(act.connection, [one.piece])[one.piece])


def standing(act: Action, one: Row) -> Answer:
    """The marker's own marks on a piece as they are now, for the page to show."""
    marks = stands(act.connection, [one.id])[one.id]
    now = act.connection.scalar(select(state()).where(allocation.c.id == one.id))
    return {
        "marks": {name: {"level": s.level, "comment": s.comment} for name, s in marks.items()},
        "finished": now == FINISHED,
    }


def _level(marks: dict[str, Stand], criterion: str) -> float | None:
    return marks.get(criterion, Stand()).level


def _require_criterion(rubric: Rubric, criterion: str) -> int:
    """The top level of a criterion; Invalid where the rubric has no such one."""
    for one in rubric.criteria:
        if one.id == criterion:
            return one.points
    raise Invalid(f"criterion: the rubric has no {criterion!r}")


def require_level(rubric: Rubric, criterion: str, level: Any) -> None:
    """Invalid unless this is a level of the criterion, 0 for nothing to mark, or None."""
    top = _require_criterion(rubric, criterion)
    if level is None:
        return
    number = isinstance(level, int | float) and not isinstance(level, bool)
    if not number or not (level == 0 or 1 <= level <= top) or level * 2 != int(level * 2):
        raise Invalid(f"level: 0, or from 1 to {top} in half-levels (got {level!r})")


def _add_mark(
    act: Action,
    one: Row,
    edition: Edition,
    criterion: str,
    stand: Stand,
    undoes: int | None = None,
) -> None:
    keep(act.connection, edition)
    kind = "live" if one.part in PARTS else one.part
    values = {"piece": one.piece, "marker": one.marker, "kind": kind, "undoes": undoes}
    values |= {"criterion": criterion, "level": stand.level, "comment": stand.comment}
    act.add(mark, allocation=one.id, rubric=edition.hash, **values)

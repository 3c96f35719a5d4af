"""Giving pieces to markers: dealt out by an instructor, or taken one by one from the heap."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Select, func, select

from .actions import Action, Answer
from .calibration import require_open
from .checking import mix_in
from .choices import chosen
from .dealing import Hand, deal, least_loaded
from .pieces import hold_piece, newest, take_in
from .piles import calibrates, next_piece
from .pseudonyms import number
from .readings import PARTS, WITHDRAWN, in_use, unfinished
from .refusals import Conflict
from .settling import settle
from .tables import allocation, piece, turn
from .writers import next_by_writer


def deal_out(act: Action, assignment: str) -> Answer:
    """Give every piece that nobody has to the markers whom the instructor named."""
    act.person.require_instructor()
    take_in(act, assignment)
    choices = chosen(act.connection, assignment)
    if not choices.markers:
        raise Conflict("name the markers first; without names, each takes from the heap")
    free = {_identity(row): row for row in act.connection.execute(_free(assignment))}
    before = _hands(act.connection, assignment)
    hands = deal(list(free), choices.markers, choices.share, choices.seed, before)
    rows = [
        _row(act, free[hand.piece], marker, part)
        for hand in hands
        for part, marker in zip(PARTS, hand.markers, strict=False)
    ]
    act.add_all(allocation, rows)
    for marker in choices.markers:
        mix_in(act, assignment, marker, choices.drift)
    return {"dealt": len(hands), "twice": sum(len(hand.markers) > 1 for hand in hands)}


def onward(act: Action, assignment: str, after: str, by_writer: bool = False) -> Answer:
    """The next piece of the marker's pile, else one from the heap; no key where none is left."""
    name = act.person.name
    if by_writer:
        return {"key": next_by_writer(act.connection, name, after)}
    if after and calibrates(act.connection, name, after):
        return {"key": next_piece(act.connection, name, assignment, after, True), "done": True}
    key = next_piece(act.connection, name, assignment, after or None)
    return {"key": key} if key else take_next(act, assignment)


def take_next(act: Action, assignment: str) -> Answer:
    """Take a piece that nobody has from the heap; no key where none is left."""
    require_open(act.connection, assignment, act.person.name)
    take_in(act, assignment)
    choices = chosen(act.connection, assignment)
    if choices.markers:
        return {"key": None}
    check = mix_in(act, assignment, act.person.name, choices.drift)
    if check:
        return {"key": check[0]}
    free = _free(assignment).order_by(piece.c.key).limit(1)
    after = _last_taken(act, assignment)
    rows = act.connection
    found = rows.execute(free.where(piece.c.key > after)).first() or rows.execute(free).first()
    if found is None:
        return {"key": None}
    hold_piece(act.connection, found.id)
    if act.connection.execute(free.where(piece.c.id == found.id)).first() is None:
        raise Conflict("somebody took this piece at the same moment; ask for the next one")
    act.add(allocation, **_row(act, found, act.person.name, PARTS[0]))
    return {"key": found.key}


def give_back(act: Action, key: str) -> Answer:
    """Put an unfinished piece back on the heap; its marks stay in the log."""
    one = act.connection.execute(
        select(allocation.c.id, allocation.c.assignment)
        .join(piece, piece.c.id == allocation.c.piece)
        .where(piece.c.key == key, allocation.c.marker == act.person.name)
        .where(allocation.c.part == PARTS[0], unfinished())
    ).first()
    if one is None or chosen(act.connection, one.assignment).markers:
        raise Conflict("only an unfinished piece that you took from the heap can go back to it")
    act.add(turn, allocation=one.id, what=WITHDRAWN)
    return {}


def pass_on(act: Action, assignment: str, marker: str) -> Answer:
    """Give a marker's unfinished pieces to the others, each as the reading that it was."""
    act.person.require_instructor()
    left = [one for one in chosen(act.connection, assignment).markers if one != marker]
    rows = act.connection.execute(
        select(allocation, piece.c.key)
        .join(piece, piece.c.id == allocation.c.piece)
        .where(allocation.c.marker == marker, allocation.c.assignment == assignment)
        .where(allocation.c.part.in_(PARTS), unfinished())
        .order_by(allocation.c.id)
    ).all()
    burden = loads(act.connection, assignment, left)
    stayed = 0
    for row in rows:
        heir = least_loaded(burden, [*_readers(act.connection, row.piece), marker])
        if heir is None:
            stayed += 1
            continue
        burden[heir] += 1
        act.add(turn, allocation=row.id, what=WITHDRAWN)
        place = number(act.secret, heir, row.key)
        values = {"marker": heir, "part": row.part, "place": place, "assignment": assignment}
        act.add(allocation, piece=row.piece, **values)
    settle(act, [row.piece for row in rows])
    return {"passed": len(rows) - stayed, "stayed": stayed}


def loads(connection: Connection, assignment: str, markers: Iterable[str]) -> dict[str, int]:
    """How many pieces each of these markers holds, finished ones among them."""
    rows = connection.execute(
        select(allocation.c.marker, func.count())
        .where(allocation.c.assignment == assignment, allocation.c.part.in_(PARTS), in_use())
        .group_by(allocation.c.marker)
    )
    return dict.fromkeys(markers, 0) | {m: int(n) for m, n in rows if m in set(markers)}


def _readers(connection: Connection, id: int) -> list[str]:
    return list(
        connection.scalars(select(allocation.c.marker).where(allocation.c.piece == id, in_use()))
    )


def _free(assignment: str) -> Select:
    """Pieces that nobody has, exemplars and earlier versions aside."""
    taken = select(allocation.c.id).where(
        allocation.c.piece == piece.c.id, allocation.c.part.in_(PARTS), in_use()
    )
    return select(piece).where(
        piece.c.assignment == assignment, piece.c.student.is_not(None), newest(), ~taken.exists()
    )


def _hands(connection: Connection, assignment: str) -> list[Hand]:
    rows = connection.execute(
        select(piece, allocation.c.marker)
        .join(allocation, allocation.c.piece == piece.c.id)
        .where(allocation.c.assignment == assignment, allocation.c.part.in_(PARTS), in_use())
        .order_by(allocation.c.id)
    ).all()
    held: dict[str, tuple[str, ...]] = {}
    for row in rows:
        held[_identity(row)] = (*held.get(_identity(row), ()), row.marker)
    return [Hand(one, markers) for one, markers in held.items()]


def _identity(row) -> str:  # a row of `piece`
    """What a piece is, the same in every database: dealing can be done again and checked."""
    return f"{row.student}/{row.handed_in.isoformat() if row.handed_in else ''}"


def _row(act: Action, one, marker: str, part: str) -> dict[str, object]:
    values = {"piece": one.id, "assignment": one.assignment, "marker": marker, "part": part}
    return {**values, "place": number(act.secret, marker, one.key)}


def _last_taken(act: Action, assignment: str) -> str:
    """Where on the heap this marker took last; somewhere of their own the first time."""
    return (
        act.connection.scalar(
            select(piece.c.key)
            .join(allocation, allocation.c.piece == piece.c.id)
            .where(allocation.c.marker == act.person.name, allocation.c.assignment == assignment)
            .order_by(allocation.c.id.desc())
            .limit(1)
        )
        or f"{'abcdefghijklmnopqrstuvwxyz'[number(act.secret, act.person.name) % 26]}"
    )

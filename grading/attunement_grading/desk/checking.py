"""Exemplars mixed into a marker's pile, to show whether the marker's standard moves."""

from __future__ import annotations

from sqlalchemy import Row, func, select

from .actions import Action
from .exemplars import as_pieces, for_calibration, held_back
from .pseudonyms import number
from .readings import CHECKS, PARTS, in_use
from .tables import allocation, piece


def mix_in(act: Action, assignment: str, marker: str, part: float) -> list[str]:
    """Add as many exemplars as are missing to this part of the pile; their pieces' keys.

    First those that were held back, then those of calibration under another pseudonym; each of
    them once.
    """
    held = _held(act, assignment, marker)
    live = sum(row.held for row in held if row.part in PARTS)
    given = sum(row.held for row in held if row.part == CHECKS[1])
    bank = [one.id for one in (*held_back(assignment), *for_calibration(assignment))]
    missing = min(int(live * part + 1e-9), len(bank)) - given
    if missing <= 0:
        return []
    pieces = as_pieces(act, assignment, bank, later=True)
    unused = [id for id in bank if not _has(act, marker, pieces[id])][:missing]
    keys = dict(
        act.connection.execute(
            select(piece.c.id, piece.c.key).where(piece.c.id.in_([pieces[id] for id in unused]))
        ).all()  # pyright: ignore[reportArgumentType]  # rows of two are pairs
    )
    for id, key in keys.items():
        values = {"marker": marker, "part": CHECKS[1], "place": number(act.secret, marker, key)}
        act.add(allocation, piece=id, assignment=assignment, **values)
    return [keys[pieces[id]] for id in unused]


def _held(act: Action, assignment: str, marker: str) -> list[Row]:
    return list(
        act.connection.execute(
            select(allocation.c.part, func.count().label("held"))
            .where(allocation.c.assignment == assignment, allocation.c.marker == marker, in_use())
            .group_by(allocation.c.part)
        )
    )


def _has(act: Action, marker: str, id: int) -> bool:
    query = select(allocation.c.id).where(allocation.c.marker == marker, allocation.c.piece == id)
    return act.connection.execute(query).first() is not None

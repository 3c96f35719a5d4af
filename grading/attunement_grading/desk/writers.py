"""One writer across assignments, rather than one assignment across writers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, tuple_

from .readings import CHECKS, FINISHED, in_use, state, unfinished
from .tables import allocation, author, piece


@dataclass(frozen=True)
class Other:
    """Another piece of the same writer."""

    key: str
    assignment: str
    finished: bool


def others(connection: Connection, marker: str, writer: int, besides: str) -> list[Other]:
    """A writer's other pieces in this marker's piles, by assignment."""
    mine = select(piece.c.id).where(piece.c.author == writer, piece.c.key != besides)
    ids = connection.scalars(mine).all()
    if not ids:  # the usual case; and a database left to itself looks through the whole pile
        return []
    rows = connection.execute(
        select(piece.c.key, piece.c.assignment, state().label("state"))
        .join(allocation, allocation.c.piece == piece.c.id)
        .where(piece.c.id.in_(ids), allocation.c.marker == marker, in_use())
        .order_by(piece.c.assignment)
    ).all()
    return [Other(row.key, row.assignment, row.state == FINISHED) for row in rows]


def next_by_writer(connection: Connection, marker: str, after: str = "") -> str | None:
    """The next unfinished piece: this writer's others first, then the next writer's.

    Writers come in the order of their random keys, so that it says nothing of who they are.
    """
    order = (author.c.key, piece.c.assignment, allocation.c.id)
    rows = (
        select(piece.c.key)
        .join(author, author.c.id == piece.c.author)
        .join(allocation, allocation.c.piece == piece.c.id)
        .where(allocation.c.marker == marker, allocation.c.part != CHECKS[0], unfinished())
        .where(piece.c.key != after)
        .order_by(*order)
        .limit(1)
    )
    here = connection.execute(
        select(*order)
        .select_from(piece)
        .join(author, author.c.id == piece.c.author)
        .join(allocation, allocation.c.piece == piece.c.id)
        .where(piece.c.key == after, allocation.c.marker == marker)
        .order_by(allocation.c.id.desc())
    ).first()
    if here is not None:
        mine = connection.scalar(rows.where(author.c.key == here[0]))
        further = connection.scalar(rows.where(tuple_(*order) > tuple_(*here)))
        if mine or further:
            return mine or further
    return connection.scalar(rows)

"""How appeals ended: levels that count instead of those of the first markers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from .readings import Stand
from .tables import appeal, verdict


def overruled(connection: Connection, pieces: Iterable[int]) -> dict[int, dict[str, Stand]]:
    """By piece and criterion, the level and comment that an appeal has put in place."""
    query = (
        select(appeal.c.piece, verdict.c.id, verdict.c.taken)
        .join(verdict, verdict.c.appeal == appeal.c.id)
        .where(appeal.c.piece.in_(list(pieces)))
        .order_by(verdict.c.id)
    )
    found: dict[int, dict[str, Stand]] = {}
    for piece, id, taken in connection.execute(query):
        for name, one in taken.items():
            found.setdefault(piece, {})[name] = Stand(one["level"], one["comment"], id)
    return found

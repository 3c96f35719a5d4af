"""What a learner's request asks, as whoever looks again sees it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from .tables import appeal

APPEAL = "appeal"
"""The part of a reading that looks again."""


def asked_of(connection: Connection, piece: int) -> tuple[str, tuple[str, ...]]:
    """The words and criteria of the newest request on a piece."""
    row = connection.execute(
        select(appeal).where(appeal.c.piece == piece).order_by(appeal.c.id.desc()).limit(1)
    ).first()
    return (row.words, tuple(row.criteria)) if row else ("", ())

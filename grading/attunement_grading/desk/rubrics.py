"""Rubrics as they stood when marks were given, each kept by the hash of its content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from attunement_course import catalog

from ..rubric import Rubric, from_item
from .tables import migration
from .tables import rubric as kept

STAY, KEEP, AGAIN = "stay", "keep", "again"
"""How a changed rubric was dealt with: not taken on; taken on and marks kept; marked again."""


@dataclass(frozen=True)
class Edition:
    """A rubric and the hash of its content."""

    hash: str
    rubric: Rubric
    content: dict[str, Any]


def edition(content: dict[str, Any]) -> Edition:
    """A rubric with its hash, from the catalogue's plain dict."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Edition(hashlib.sha256(text.encode()).hexdigest(), from_item(content), content)


def current(assignment: str) -> Edition:
    """The rubric as the course has it now; UnknownId where the assignment has none."""
    return edition(catalog.rubric(assignment))


def in_force(connection: Connection, assignment: str) -> Edition:
    """The rubric that marks are given by: the one that marking started with, or was moved to."""
    return _kept(connection, _hash_in_force(connection, assignment)) or current(assignment)


def waiting(connection: Connection, assignment: str) -> Edition | None:
    """A changed rubric that nobody has decided on yet; marking waits for it."""
    used = _hash_in_force(connection, assignment)
    now = current(assignment)
    if used is None or used == now.hash:
        return None
    decided = select(migration.c.id).where(
        migration.c.assignment == assignment,
        migration.c.new == now.hash,
        migration.c.old == used,
        migration.c.how == STAY,
    )
    return None if connection.execute(decided).first() else now


def keep(connection: Connection, one: Edition) -> None:
    """Keep a rubric as it stands now, before a mark is given by it."""
    if connection.scalar(select(kept.c.hash).where(kept.c.hash == one.hash)) is None:
        values = {"assignment": one.rubric.assignment, "content": one.content}
        connection.execute(kept.insert().values(hash=one.hash, **values))


def _kept(connection: Connection, hash: str | None) -> Edition | None:
    if hash is None:
        return None
    content = connection.scalar(select(kept.c.content).where(kept.c.hash == hash))
    return None if content is None else edition(content)


def _hash_in_force(connection: Connection, assignment: str) -> str | None:
    """The newest rubric that was moved to, else the one that marking started with, else none."""
    moves = connection.execute(
        select(migration).where(migration.c.assignment == assignment).order_by(migration.c.id)
    ).all()
    taken_on = [move.new for move in moves if move.how != STAY]
    if moves:
        return taken_on[-1] if taken_on else moves[0].old
    return connection.scalar(select(kept.c.hash).where(kept.c.assignment == assignment))

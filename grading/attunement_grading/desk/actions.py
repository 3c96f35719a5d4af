"""An action: one thing that somebody does, in one transaction, once.

The sender names each action by a key of its own. A page that did not hear the answer sends the
same action again; it is then answered as before and nothing is done twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import IntegrityError

from .database import Database
from .people import Person
from .refusals import Conflict
from .tables import action

Answer = dict[str, Any]


@dataclass(frozen=True)
class Action:
    """An action while it is done: its transaction, and who does it."""

    connection: Connection
    id: int
    person: Person
    secret: str

    def add(self, table: Table, **values: Any) -> int:
        """Add one row that belongs to this action; its id."""
        row = self.connection.execute(table.insert().values(action=self.id, **values))
        key = row.inserted_primary_key
        return int(key[0]) if key else 0

    def add_all(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Add many rows at once."""
        if rows:
            self.connection.execute(table.insert(), [{"action": self.id, **row} for row in rows])


def perform(
    database: Database,
    person: Person,
    what: str,
    key: str,
    asked: dict[str, Any],
    do: Callable[[Action], Answer],
) -> Answer:
    """Do something once and return its answer, which is on disk by then.

    ``key`` names the action; ``asked`` is what was asked for, so that a key used for something
    else is refused. Raises what ``do`` raises, and then nothing has happened.
    """
    digest = _digest(what, asked)
    for last_try in (False, True):
        try:
            with database.writing() as connection:
                earlier = _earlier(connection, person, key, digest)
                if earlier is not None:
                    return earlier
                return _do(database, connection, person, what, key, digest, do)
        except IntegrityError:  # PostgreSQL: the same action was being done by another request
            if last_try:
                raise
    raise AssertionError("the second try returns or raises")


def _digest(what: str, asked: dict[str, Any]) -> str:
    text = json.dumps([what, asked], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _earlier(connection: Connection, person: Person, key: str, digest: str) -> Answer | None:
    found = connection.execute(select(action).where(action.c.key == key)).first()
    if found is None:
        return None
    if found.by != person.name or found.asked != digest:
        raise Conflict("this action's key was used for something else; reload the page")
    return found.answer


def _do(
    database: Database,
    connection: Connection,
    person: Person,
    what: str,
    key: str,
    digest: str,
    do: Callable[[Action], Answer],
) -> Answer:
    now = datetime.now(UTC).replace(tzinfo=None)
    values = {"key": key, "by": person.name, "what": what, "asked": digest, "at": now}
    added = connection.execute(action.insert().values(**values, answer={}))
    id = int((added.inserted_primary_key or [0])[0])
    answer = do(Action(connection, id, person, database.secret))
    if answer:
        connection.execute(action.update().where(action.c.id == id).values(answer=answer))
    return answer

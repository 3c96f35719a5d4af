"""The connection to the gradebook's database: what is acknowledged is on disk.

SQLite runs with a write-ahead log, so that a page can be read while somebody saves, and each
writing transaction takes the write lock at its start, so that two of them never meet half-way.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import IntegrityError

from .tables import METADATA, VERSION, about

PATIENCE_MS = 4_000
"""How long a transaction waits for another to end before the page is told to try again."""
POOL = 6
CACHE_KIB = 16_384
"""What one connection keeps of a SQLite file, in KiB: the indexes of 10,000 pieces."""


class OtherVersion(RuntimeError):
    """The database holds the desk's tables in another version; the text says which."""


class Database:
    """The desk's tables in one gradebook."""

    def __init__(self, url: str) -> None:
        self.url = url

    @cached_property
    def engine(self) -> Engine:
        """The engine, its tables made where they are missing; OtherVersion where they differ."""
        engine = create_engine(self.url, pool_size=POOL, max_overflow=POOL, pool_use_lifo=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare)
            event.listen(engine, "begin", _begin)
        _make_tables(engine)
        return engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for looking things up: one state of the database from first to last."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction; when the block has ended, it is on disk, and else none of it is."""
        writer = self.engine.execution_options(att_writes=True)
        with writer.connect() as connection, connection.begin():
            yield connection

    @cached_property
    def secret(self) -> str:
        """What pseudonyms and orders are drawn from; it never leaves the database."""
        with self.reading() as connection:
            return str(connection.scalar(select(about.c.value).where(about.c.name == "secret")))

    def close(self) -> None:
        """Let go of the database's files."""
        self.engine.dispose()


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not by guess
    for pragma in (
        f"busy_timeout={PATIENCE_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        f"cache_size=-{CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("att_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_tables(engine: Engine) -> None:
    if not inspect(engine).has_table(about.name):
        _create(engine)
    with engine.connect() as connection:
        found = connection.scalar(select(about.c.value).where(about.c.name == "version"))
    if found != str(VERSION):
        raise OtherVersion(
            f"the desk's tables in this gradebook are of version {found}, and this desk knows "
            f"{VERSION}; use the desk that made them"
        )


def _create(engine: Engine) -> None:
    """Make all tables in one transaction; another server may do the same at the same time."""
    values = {"version": str(VERSION), "secret": secrets.token_hex(16)}
    rows = [{"name": name, "value": value} for name, value in values.items()]
    try:
        with engine.execution_options(att_writes=True).begin() as connection:
            METADATA.create_all(connection)
            if connection.scalar(select(about.c.value)) is None:
                connection.execute(about.insert(), rows)
    except IntegrityError:  # PostgreSQL: the other server's tables were committed first
        return

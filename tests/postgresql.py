"""A PostgreSQL server of one's own, for as long as a test wants it."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbgrader.api import Base
from programs import find_program
from sqlalchemy import create_engine, text

OWNER = "postgres"
"""Whom Debian's package makes; the server refuses to run as root."""


@contextmanager
def postgresql() -> Iterator[str]:
    """A fresh server on loopback; the address up to a database's name."""
    folder = Path(tempfile.mkdtemp(prefix="att-pg-"))
    user = pwd.getpwnam(OWNER) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    os.chown(folder, user.pw_uid, user.pw_gid)
    data, port = folder / "data", _free_port()
    quick = f"-c fsync=off -c listen_addresses=127.0.0.1 -c port={port} -k {folder}"
    _as(user, "initdb", "-D", str(data), "-U", OWNER, "--auth=trust", "--no-sync", folder=folder)
    start = ["-D", str(data), "-w", "-l", str(folder / "log"), "-o", quick, "start"]
    _as(user, "pg_ctl", *start, folder=folder)
    try:
        yield f"postgresql+psycopg://{OWNER}@127.0.0.1:{port}"
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            _as(user, "pg_ctl", "-D", str(data), "-m", "immediate", "stop", folder=folder)
        shutil.rmtree(folder, ignore_errors=True)


def copied_gradebook(sqlite: Path, server: str, name: str) -> str:
    """A database of the server's with all rows of a gradebook; its address."""
    admin = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    url = f"{server}/{name}"
    source, target = create_engine(f"sqlite:///{sqlite}"), create_engine(url)
    Base.metadata.create_all(target)
    with source.connect() as before, target.begin() as after:
        for table in Base.metadata.sorted_tables:
            after.execute(table.delete())
            rows = [dict(row._mapping) for row in before.execute(table.select())]
            if rows:
                after.execute(table.insert(), rows)
    for engine in (source, target):
        engine.dispose()
    return url


def _as(user: pwd.struct_passwd, program: str, *words: str, folder: Path) -> None:
    become: Any = {"user": user.pw_uid, "group": user.pw_gid} if os.geteuid() == 0 else {}
    subprocess.run(
        [find_program(program), *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        **become,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

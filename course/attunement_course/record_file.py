"""The file under a learner's record: locked, appended to, never half written.

Standard library only. One attempt is one line. Two kernels of one learner may write at
once, so each change holds a lock file. A line that a crash tore off is moved aside into a
file of its own, so that it neither spoils the next line nor is lost.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # the browser's Python and Windows: one process, nothing to lock against
    fcntl = None

PRIVATE = 0o600
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
ATTEMPTS = "attempts.jsonl"
TORN = "torn-{}.txt"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the record's lock; makes the folder, open to its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | NO_FOLLOW, PRIVATE)
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def lines_of(folder: Path) -> list[bytes]:
    """The record's lines without their ends; a torn last one is among them."""
    try:
        return [line for line in (folder / ATTEMPTS).read_bytes().split(b"\n") if line.strip()]
    except FileNotFoundError:
        return []


def parsed(line: bytes) -> dict[str, Any] | None:
    """The attempt on a line; None for a line that is damaged."""
    try:
        attempt = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return attempt if isinstance(attempt, dict) and "id" in attempt else None


def append_line(folder: Path, line: bytes) -> None:
    """Add a line and force it to disk; on a full disk the file is as it was before."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | NO_FOLLOW
    handle = os.open(folder / ATTEMPTS, flags, PRIVATE)
    try:
        size = os.fstat(handle).st_size
        try:
            _write_all(handle, line)
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)


def mend_tail(folder: Path) -> Path | None:
    """See that the file ends in a whole line.

    A last line that only lacks its end gets it; a torn one goes into a file aside, whose
    path is returned. Call it with the lock held.
    """
    path = folder / ATTEMPTS
    content = path.read_bytes() if path.exists() else b""
    if not content or content.endswith(b"\n"):
        return None
    whole, _, tail = content.rpartition(b"\n")
    if parsed(tail) is not None:
        append_line(folder, b"\n")
        return None
    aside = _unused(folder)
    write_aside(aside, tail)
    with path.open("r+b") as handle:
        handle.truncate(len(whole) + 1 if whole else 0)
    return aside


def write_aside(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one step; for its owner alone."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW, PRIVATE)
    try:
        _write_all(handle, content)
        os.fsync(handle)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    finally:
        os.close(handle)
    aside.replace(path)


def remains(folder: Path) -> list[Path]:
    """Torn lines that were moved aside, and what a crash left of a file half written."""
    halves = (f".{name}.*" for name in (ATTEMPTS, TORN.format("*")))
    return sorted({path for name in (TORN.format("*"), *halves) for path in folder.glob(name)})


def _write_all(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def _unused(folder: Path) -> Path:
    number = 1
    while (folder / TORN.format(number)).exists():
        number += 1
    return folder / TORN.format(number)

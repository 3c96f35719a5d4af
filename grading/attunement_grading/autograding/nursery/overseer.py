"""Watches what a submission's processes use together, which no limit of a process can."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from .lockdown import MB, Limits

PAGE = os.sysconf("SC_PAGE_SIZE")
MOST_INODES = 100_000


class Overseer:
    """Everything that one submission started, and how much of it there may be.

    ``alone`` says that this is the first process of its own world, in which every other process
    is the submission's. Elsewhere those are meant that descend from this one.
    """

    def __init__(self, limits: Limits, writable: Path, alone: bool, given: int = 0) -> None:
        """``given`` are the bytes that were in the folder before."""
        self.given = given
        self.limits = limits
        self.writable = writable
        self.alone = alone
        self.until = time.monotonic() + limits.time

    def breach(self) -> str | None:
        """Which limit is passed, in words; None where all are kept."""
        limits, processes = self.limits, list(self.processes())
        if time.monotonic() > self.until:
            return f"ran longer than {limits.time} s in all"
        if len(processes) > limits.processes:
            return f"had more than {limits.processes} processes at once"
        if sum(map(_resident, processes)) + self._written() > limits.memory * MB:
            used = sum(map(_own, processes)) + self._written()
            if used > limits.memory * MB:
                return f"used more than {limits.memory} MB of memory"
        if self._written() > limits.disk * MB:
            return f"wrote more than {limits.disk} MB"
        if self._inodes() > MOST_INODES:
            return f"made more than {MOST_INODES} files"
        return None

    def processes(self) -> Iterator[int]:
        """Process ids."""
        if self.alone:
            yield from (
                int(name) for name in _listed(Path("/proc")) if name.isdigit() and name != "1"
            )
        else:
            yield from _descendants(os.getpid())

    def end_all(self) -> None:
        """Kill every process, until there is none."""
        if self.alone:
            _kill(-1)
        while processes := [] if self.alone else list(self.processes()):
            for process in processes:
                _kill(process)
            reap()
        reap(wait=True)

    def _written(self) -> int:
        """Bytes in the folder that can be written, where it is in memory."""
        if not self.alone:
            return 0
        about = os.statvfs(self.writable)
        return (about.f_blocks - about.f_bfree) * about.f_frsize - self.given

    def _inodes(self) -> int:
        about = os.statvfs(self.writable)
        return about.f_files - about.f_ffree if self.alone else 0


def reap(wait: bool = False) -> dict[int, int]:
    """Collect children that ended: exit status by process id. ``wait`` stays until the last."""
    ended: dict[int, int] = {}
    try:
        while True:
            process, status = os.waitpid(-1, 0 if wait else os.WNOHANG)
            if process == 0:
                return ended
            ended[process] = os.waitstatus_to_exitcode(status)
    except ChildProcessError:
        return ended


def _descendants(process: int) -> Iterator[int]:
    for task in _listed(Path(f"/proc/{process}/task")):
        try:
            children = Path(f"/proc/{process}/task/{task}/children").read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from _descendants(child)


def _listed(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []


def _resident(process: int) -> int:
    """Bytes of memory in use, those shared with others counted in full."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def _own(process: int) -> int:
    """Bytes of memory in use, those shared with others by their share (PSS)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)

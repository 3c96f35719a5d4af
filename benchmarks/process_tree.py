"""What a program takes, with all that it starts: time, processor time and memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.25
"""Seconds between two looks at the memory in use."""


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, seconds of all processors together, MB at the highest point.

    Memory is PSS: what several processes share is counted once.
    """

    seconds: float
    processor: float
    memory: float
    code: int
    said: str


def spent_by(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Spent:
    """Run a program to its end in a folder."""
    with tempfile.TemporaryFile("w+") as said:
        began, before = time.monotonic(), os.times()
        process = subprocess.Popen(
            words, cwd=folder, env=dict(environment), stdout=said, stderr=subprocess.STDOUT
        )
        watcher = _Watcher(process.pid)
        watcher.start()
        code = process.wait()
        seconds, after = time.monotonic() - began, os.times()
        watcher.ended.set()
        watcher.join()
        said.seek(0)
        processor = sum(after[2:4]) - sum(before[2:4])
        return Spent(seconds, processor, watcher.most, code, said.read())


class _Watcher(threading.Thread):
    """Keeps the most memory that a process and its descendants ever had in use together."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.ended = threading.Event()
        self.most = 0.0

    def run(self) -> None:
        """Look now and then until told that it ended."""
        while not self.ended.wait(EVERY):
            now = sum(map(_pss, [self.process, *_descendants(self.process)]))
            self.most = max(self.most, now)


def _descendants(process: int) -> Iterator[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [one for task in tasks for one in (task / "children").read_text().split()]
    except OSError:  # it ended as we looked
        return
    for child in map(int, children):
        yield child
        yield from _descendants(child)


def _pss(process: int) -> float:
    """MB; 0 for a process that ended as we looked."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))

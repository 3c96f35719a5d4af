"""How a run is followed: a bar on a terminal, plain lines elsewhere, events for a program."""

from __future__ import annotations

import json
import sys
import time
from typing import IO, Any

from .job import Outcome
from .report import Report, Watch

EVERY = 5.0
"""Seconds between two plain lines."""


def watch_for(as_json: bool, done: str, stream: Any = None) -> Watch:
    """The watch that suits whoever reads ``stream``, by default standard error."""
    if as_json:
        return Events(sys.stdout, done)
    stream = stream or sys.stderr
    return Bar(stream) if stream.isatty() else Lines(stream)


class Lines(Watch):
    """A line now and then: how many, how fast, how long still."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.began = self.last = time.monotonic()

    def planned(self, report: Report) -> None:
        """What there is to do."""
        self._say(f"{report.total - report.skipped} to do, {report.skipped} unchanged")

    def graded(self, outcome: Outcome, report: Report) -> None:
        """Every few seconds, where it stands."""
        if time.monotonic() - self.last >= EVERY:
            self.last = time.monotonic()
            self._say(standing(report, self.last - self.began))

    def _say(self, line: str) -> None:
        print(line, file=self.stream, flush=True)


def standing(report: Report, seconds: float) -> str:
    """``120 of 400, 8.1 a second, 35 s left``."""
    done, total = report.done, report.total - report.skipped
    rate = done / seconds if seconds else 0.0
    left = f", {(total - done) / rate:.0f} s left" if rate else ""
    return f"{done} of {total}, {rate:.1f} a second{left}"


class Bar(Watch):
    """A bar with the rate and the time left."""

    def __init__(self, stream: IO[str]) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self.bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            console=Console(file=stream),
            auto_refresh=False,  # no thread: workers are forked while it runs
            transient=True,
        )
        self.began = time.monotonic()

    def planned(self, report: Report) -> None:
        """Draw the empty bar."""
        self.task = self.bar.add_task("", total=report.total - report.skipped)
        self.bar.start()

    def graded(self, outcome: Outcome, report: Report) -> None:
        """Move on."""
        words = standing(report, time.monotonic() - self.began).partition(", ")[2]
        self.bar.update(self.task, completed=report.done, description=words, refresh=True)

    def ended(self, report: Report) -> None:
        """Take the bar away: the report follows."""
        self.bar.stop()


class Events(Watch):
    """One JSON object a line: ``planned``, ``graded`` or ``failed`` for each, ``ended``.

    ``done`` is the word for what was done: feedback is ``made``.
    """

    def __init__(self, stream: IO[str], done: str) -> None:
        self.stream, self.done = stream, done

    def planned(self, report: Report) -> None:
        """``total`` found, ``skipped`` because unchanged."""
        self._tell("planned", total=report.total, skipped=report.skipped)

    def graded(self, outcome: Outcome, report: Report) -> None:
        """The learner, seconds of work, notes, and the error if it failed."""
        about: dict[str, Any] = {"learner": outcome.student, "seconds": round(outcome.seconds, 4)}
        if outcome.notes:
            about["notes"] = outcome.notes
        if outcome.error:
            self._tell("failed", **about, error=outcome.error)
        else:
            self._tell(self.done, **about)

    def ended(self, report: Report) -> None:
        """The sums."""
        self._tell(
            "ended",
            **{self.done: report.graded},
            failed=len(report.failed),
            skipped=report.skipped,
            seconds=round(report.seconds, 3),
            sandbox=report.sandbox,
        )

    def _tell(self, event: str, **about: Any) -> None:
        print(json.dumps({"event": event} | about), file=self.stream, flush=True)

"""What is handed to whoever grades, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from traitlets.config import Config

from .ledger import blank
from .nursery.lockdown import Limits
from .records import Assignment
from .rows import Rows, rows_of
from .sandbox import Sandbox


@dataclass(frozen=True)
class Settings:
    """What is the same for every submission of a run."""

    config: Config
    course_id: str
    assignment: Assignment
    source: Path
    """The assignment's source folder."""
    worker: type[Any]
    """What does a job: a subclass of :class:`.worker.Worker`."""
    sandbox: Sandbox | None = None
    """Where learners' code runs; None where none is to be run."""
    limits: Limits = field(default_factory=Limits)
    sockets: Path = Path()
    """Where kernels' sockets are to be; a short path, for Linux allows them 107 characters."""
    imports: tuple[str, ...] = ()
    """What the nursery imports besides the kernel's own."""


@dataclass(frozen=True)
class Job:
    """One submission. ``rows`` are None where the gradebook has none of it."""

    student: str
    folder: Path
    rows: Rows | None = None


@dataclass
class Outcome:
    """What came of a job. ``error`` is None where all went well, else one line."""

    student: str
    rows: Rows
    by_hand: object = None
    """What people had done to the rows when the job began."""
    error: str | None = None
    digest: str = ""
    place: Path | None = None
    """Where the files that were made lie, laid out as in the course root."""
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0


def failed(assignment: Assignment, job: Job, error: str) -> Outcome:
    """The outcome of a submission that nothing could be done with."""
    rows = job.rows or rows_of(blank(assignment, job.student))
    return Outcome(job.student, rows, (job.rows or Rows()).by_hand, error)


def lost(assignment: Assignment, job: Job, cause: str) -> Outcome:
    """The outcome of a submission that ended whatever worked at it."""
    return failed(assignment, job, f"ended the process that worked at it, twice ({cause})")

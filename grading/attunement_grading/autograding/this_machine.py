"""Grading on this machine: a pool of processes, each with its sandbox where code is to run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nbgrader.coursedir import CourseDirectory

from .job import Settings, lost
from .nursery.lockdown import Limits
from .pool import Pool, Work
from .running_code import imports_of
from .sandbox import find_sandbox, unsandboxed

SQLITE = "sqlite:///"
AHEAD = 3
"""Submissions that a worker holds where none of them takes long."""


@dataclass(frozen=True)
class ThisMachine:
    """How many processes, and what learners' code may do in them."""

    workers: int
    limits: Limits
    sandbox: str | None = None
    """The name of a sandbox; the first that works where None."""
    unsandboxed: bool = False

    def prepare(self, course: CourseDirectory, settings: Settings) -> Settings:
        """Find a sandbox where one is needed; NoSandbox where there is none and must be one."""
        if not runs_code(settings):
            return settings
        if self.unsandboxed:
            box = unsandboxed()
        else:
            box = find_sandbox(secrets_of(course), wanted=self.sandbox)
        imports = tuple(imports_of(settings.source))
        return replace(settings, sandbox=box, limits=self.limits, imports=imports)

    @contextmanager
    def open(self, course: CourseDirectory, settings: Settings, aside: Path) -> Iterator[Pool]:
        """Start the processes."""
        with TemporaryDirectory(prefix="attunement-") as sockets:
            settings = replace(settings, sockets=Path(sockets))
            make, missing = partial(_make, settings, aside), partial(lost, settings.assignment)
            ahead = 1 if settings.sandbox else AHEAD
            name = settings.sandbox.name if settings.sandbox else ""
            with Pool(make, self.workers, missing, ahead, name) as pool:
                yield pool


def runs_code(settings: Settings) -> bool:
    """Whether grading means to run what learners wrote."""
    config: Any = settings.config
    disabled = "enabled" in config.Execute and not config.Execute.enabled
    return settings.worker.runs_code and settings.assignment.runs and not disabled


def secrets_of(course: CourseDirectory) -> list[Path]:
    """What no learner's code may see, wherever it lies."""
    paths = [Path(course.root), Path.home()]
    if course.db_url.startswith(SQLITE):
        paths.append(Path(course.db_url.removeprefix(SQLITE)).parent)
    return paths


def _make(settings: Settings, aside: Path, number: int) -> Work:
    return settings.worker(settings, aside, number).do

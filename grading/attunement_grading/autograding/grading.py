"""Autogrades one submission."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.preprocessors import ExecutePreprocessor

from ..keeping import KeepAnswers, report_path, write_report
from .aside import GONE
from .converting import OneSubmission
from .job import Settings
from .ledger import Ledger
from .lending import modules_that_open_it
from .noticing import Kernelspec
from .overlooked import overlooked
from .playpen import Playpen
from .running_code import Isolated
from .words import plain
from .worker import Worker


class Grader(Worker):
    """Autogrades submissions, in a sandbox where their code is to be run."""

    step_in = "submitted"
    runs_code = True

    def __init__(self, settings: Settings, scratch: Path, number: int = 0) -> None:
        super().__init__(settings, scratch, number)
        self.playpen: Playpen | None = None
        if settings.sandbox:
            self.playpen = Playpen(
                settings.sandbox, settings.limits, settings.sockets, number, settings.imports
            )
            self.playpen.open()
        self.converter = OneSubmission(
            self._adapt,
            settings.sandbox is not None,
            coursedir=self.course,
            config=settings.config,
            log=self.log,
        )
        notebooks = {one.name: one for one in settings.assignment.notebooks}
        self.converter.begin_with(Kernelspec(notebooks, self.log))
        steps = self.converter.sanitize_preprocessors + self.converter.autograde_preprocessors
        self.borrowers = modules_that_open_it([OneSubmission, *steps])
        self.mends = any(isinstance(one, type) and issubclass(one, KeepAnswers) for one in steps)

    def close(self) -> None:
        """Close the sandbox."""
        if self.playpen:
            self.playpen.close()

    def _adapt(self, step: Any) -> Any:
        if not isinstance(step, ExecutePreprocessor):
            return step
        return Isolated(step, self.playpen, self.settings.assignment)

    def finish(self, ledger: Ledger, student: str, place: Path) -> None:
        """Note what nbgrader passes over, where no step of the course's own has seen to it.

        Where there is nothing to report, say that there is to be no report.
        """
        name = self.settings.assignment.name
        for notebook in self.settings.assignment.notebooks:
            report = place / report_path(name, student, notebook.name)
            if not self.mends:
                kept = overlooked(ledger, self.folder("submitted", student), notebook.name)
                self.notes.lines += [f"{plain(one.cell)} {one.note}" for one in kept]
                write_report(report, student, kept)
            if not report.exists():
                report.parent.mkdir(parents=True, exist_ok=True)
                report.with_name(report.name + GONE).touch()

"""Grades one submission: no database, no network, a folder of its own."""

from __future__ import annotations

import logging
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import ExecutePreprocessor
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from ..keeping import KeepAnswers, report_path, write_report
from .aside import GONE, new_token
from .converting import OneSubmission
from .handed_in import CannotGrade, HandedIn, look_at
from .layout import in_course, make_small
from .ledger import Ledger, blank
from .lending import check_schemas_once, lent, modules_that_open_it
from .noticing import Kernelspec
from .nursery.lockdown import Limits
from .overlooked import overlooked
from .playpen import Playpen, SandboxFailed
from .records import Assignment
from .rows import Rows, rows_of, submission_of
from .running_code import Isolated
from .sandbox import Sandbox
from .words import first_line, plain


@dataclass(frozen=True)
class Settings:
    """What is the same for every submission of a run."""

    config: Config
    course_id: str
    assignment: Assignment
    source: Path
    """The assignment's source folder."""
    sandbox: Sandbox | None = None
    """Where learners' code runs; None where none is to be run."""
    limits: Limits = field(default_factory=Limits)
    imports: tuple[str, ...] = ()
    """What the nursery imports besides the kernel's own."""


@dataclass(frozen=True)
class Job:
    """One submission to be graded. ``rows`` are None where the gradebook has none of it."""

    student: str
    folder: Path
    rows: Rows | None = None


@dataclass
class Outcome:
    """What came of it. ``error`` is None where it was graded, else one line."""

    student: str
    rows: Rows
    by_hand: object = None
    """What people had done to the rows when grading began."""
    error: str | None = None
    digest: str = ""
    place: Path | None = None
    """Where the graded files lie, laid out as in the course root."""
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Notes(logging.Handler):
    """Keeps what nbgrader would warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the first line.

        That a locked cell's checksum differs says little: it does wherever there are hidden
        tests.
        """
        line = first_line(record.getMessage())
        if not line.startswith("Attribute 'checksum'"):
            self.lines.append(line)


class Grader:
    """Grades submissions one after the other, in folders below ``scratch``."""

    def __init__(self, settings: Settings, scratch: Path, number: int = 0) -> None:
        """``number`` tells this worker's sandbox from the others'."""
        check_schemas_once()
        self.settings = settings
        self.scratch = scratch
        self.notes = Notes()
        log = logging.Logger("attunement.autograde", logging.WARNING)
        log.addHandler(self.notes)
        name = settings.assignment.name
        self.course = CourseDirectory(config=settings.config, log=log)
        self.course.course_id, self.course.assignment_id = settings.course_id, name
        self.course.student_id = "*"
        self.playpen: Playpen | None = None
        if settings.sandbox:
            imports = settings.imports
            self.playpen = Playpen(settings.sandbox, settings.limits, number, imports)
            self.playpen.open()
        self.converter = OneSubmission(
            self._adapt, coursedir=self.course, config=settings.config, log=log
        )
        notebooks = {one.name: one for one in settings.assignment.notebooks}
        self.converter.begin_with(Kernelspec(notebooks, log))
        steps = self.converter.sanitize_preprocessors + self.converter.autograde_preprocessors
        self.borrowers = modules_that_open_it([OneSubmission, *steps])
        self.mends = any(isinstance(one, type) and issubclass(one, KeepAnswers) for one in steps)

    def _adapt(self, step: Any) -> Any:
        if not isinstance(step, ExecutePreprocessor):
            return step
        return Isolated(step, self.playpen, self.settings.assignment)

    def grade(self, job: Job) -> Outcome:
        """Grade one submission; an error of any kind becomes the outcome's ``error``."""
        began = time.perf_counter()
        assignment = self.settings.assignment
        submission = (
            submission_of(assignment, job.student, job.rows)
            if job.rows
            else blank(assignment, job.student)
        )
        before = rows_of(submission)
        outcome = Outcome(job.student, before, (job.rows or Rows()).by_hand)
        self.notes.lines = outcome.notes
        root = self.scratch / new_token()
        make_small(self.course, root)
        try:
            handed_in = look_at(job.folder)
            self.notes.lines += handed_in.remarks()
            handed_in.refuse_linked_notebooks()
            outcome.digest = handed_in.digest()
            self._lay_out(job, handed_in)
            ledger = Ledger(submission)
            with lent(ledger, self.borrowers):
                self.converter.grade(job.student)
            self._report_what_is_lost(ledger, job.student, root)
            self._clear_away(job)
            outcome.rows, outcome.place = rows_of(submission), root
        except SandboxFailed:
            raise
        except CannotGrade as error:
            outcome.error = first_line(str(error))
        except Exception as error:  # whatever a submission brings about is its own
            outcome.error = first_line(f"{type(error).__name__}: {error}")
        if outcome.error:
            before.timestamp = submission.timestamp
            shutil.rmtree(root, ignore_errors=True)
        own = f"{job.student}: "
        outcome.notes = [line.removeprefix(own) for line in outcome.notes]
        outcome.seconds = time.perf_counter() - began
        return outcome

    def close(self) -> None:
        """Close the sandbox."""
        if self.playpen:
            self.playpen.close()

    def _folders(self, student: str) -> tuple[Path, Path]:
        course, name = self.course, self.settings.assignment.name
        source = in_course(course, "source", ".", name)
        return source, in_course(course, "submitted", student, name)

    def _lay_out(self, job: Job, handed_in: HandedIn) -> None:
        """The small course root: the source and the submission where nbgrader expects them."""
        source, submitted = self._folders(job.student)
        for path in (source, submitted):
            path.parent.mkdir(parents=True)
        source.symlink_to(self.settings.source, target_is_directory=True)
        if handed_in.clean:
            submitted.symlink_to(job.folder, target_is_directory=True)
            return
        submitted.mkdir()
        handed_in.copy_to(submitted)

    def _report_what_is_lost(self, ledger: Ledger, student: str, root: Path) -> None:
        """Note what nbgrader passes over, where no step of the course's own has seen to it.

        Where there is nothing to report, say that there is to be no report.
        """
        name = self.settings.assignment.name
        for notebook in self.settings.assignment.notebooks:
            report = root / report_path(name, student, notebook.name)
            if not self.mends:
                kept = overlooked(ledger, self._folders(student)[1], notebook.name)
                self.notes.lines += [f"{plain(one.cell)} {one.note}" for one in kept]
                write_report(report, student, kept)
            if not report.exists():
                report.parent.mkdir(parents=True, exist_ok=True)
                report.with_name(report.name + GONE).touch()

    def _clear_away(self, job: Job) -> None:
        """Leave nothing in the small course root but what grading wrote."""
        for path in self._folders(job.student):
            if path.is_symlink():
                path.unlink()
            else:
                shutil.rmtree(path)

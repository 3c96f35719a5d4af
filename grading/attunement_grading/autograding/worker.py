"""Works at one submission: no database, no network, a folder of its own."""

from __future__ import annotations

import errno
import logging
import shutil
import time
from pathlib import Path
from typing import Any, ClassVar

from nbgrader.coursedir import CourseDirectory

from .aside import new_token
from .handed_in import CannotGrade, HandedIn, look_at
from .job import Job, Outcome, Settings
from .layout import in_course, make_small
from .ledger import Ledger, Submission, blank
from .lending import check_schemas_once, lent
from .pool import CannotWork
from .rows import Rows, rows_of, submission_of
from .words import first_line

OUT_OF = (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.EROFS)
"""Errors of the machine's, which no submission is to be blamed for."""


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


class Worker:
    """Works at submissions one after the other, in folders below ``scratch``.

    Subclasses make :attr:`converter`, which is one of nbgrader's, and say from which of its
    steps to which it leads.
    """

    step_in: ClassVar[str]
    runs_code: ClassVar[bool] = False
    """Whether learners' code may run in it."""
    converter: Any
    borrowers: list[Any]
    """Modules in which opening the gradebook is to give the ledger."""

    def __init__(self, settings: Settings, scratch: Path, number: int = 0) -> None:
        """``number`` tells this worker from the others."""
        check_schemas_once()
        self.settings, self.scratch, self.number = settings, scratch, number
        self.notes = Notes()
        self.log = logging.Logger("attunement", logging.WARNING)
        self.log.addHandler(self.notes)
        self.course = CourseDirectory(config=settings.config, log=self.log)
        self.course.course_id = settings.course_id
        self.course.assignment_id, self.course.student_id = settings.assignment.name, "*"

    @staticmethod
    def digest(handed_in: HandedIn, rows: Rows | None) -> str:
        """By what a submission is seen to have changed."""
        return handed_in.digest()

    def do(self, job: Job) -> Outcome:
        """Do one job; an error of any kind becomes the outcome's ``error``.

        Raises CannotWork where the machine is at its end, not the submission.
        """
        began = time.perf_counter()
        submission = self._submission(job)
        before = rows_of(submission)
        outcome = Outcome(job.student, before, (job.rows or Rows()).by_hand)
        self.notes.lines = outcome.notes
        place = self.scratch / new_token()
        try:
            self._do(job, submission, outcome, place)
            outcome.rows, outcome.place = rows_of(submission), place
        except CannotWork:
            raise
        except Exception as error:  # whatever a submission brings about is its own
            if isinstance(error, OSError) and error.errno in OUT_OF:
                raise CannotWork(f"{error.strerror}, while {self.scratch} was written to") from None
            kind = "" if isinstance(error, CannotGrade) else f"{type(error).__name__}: "
            outcome.error = first_line(f"{kind}{error}")
            before.timestamp = submission.timestamp
            shutil.rmtree(place, ignore_errors=True)
        own = f"{job.student}: "
        outcome.notes = [line.removeprefix(own) for line in outcome.notes]
        outcome.seconds = time.perf_counter() - began
        return outcome

    def close(self) -> None:
        """Let go of what is held between jobs."""

    def _submission(self, job: Job) -> Submission:
        assignment = self.settings.assignment
        if job.rows is None:
            return blank(assignment, job.student)
        return submission_of(assignment, job.student, job.rows)

    def _do(self, job: Job, submission: Submission, outcome: Outcome, place: Path) -> None:
        make_small(self.course, place)
        handed_in = look_at(job.folder)
        self.notes.lines += handed_in.remarks()
        handed_in.refuse_linked_notebooks()
        outcome.digest = self.digest(handed_in, job.rows)
        self._lay_out(job, handed_in)
        ledger = Ledger(submission)
        with lent(ledger, self.borrowers):
            self.converter.convert(job.student)
        self.finish(ledger, job.student, place)
        self._clear_away(job)

    def finish(self, ledger: Ledger, student: str, place: Path) -> None:
        """Anything to be done when nbgrader is done."""

    def folder(self, step: str, student: str) -> Path:
        """A step's folder in the small course root."""
        return in_course(self.course, step, student, self.settings.assignment.name)

    def _lay_out(self, job: Job, handed_in: HandedIn) -> None:
        """The small course root: the source and the submission where nbgrader expects them."""
        source, given = self.folder("source", "."), self.folder(self.step_in, job.student)
        for path in (source, given):
            path.parent.mkdir(parents=True)
        source.symlink_to(self.settings.source, target_is_directory=True)
        if handed_in.clean:
            given.symlink_to(job.folder, target_is_directory=True)
        else:
            given.mkdir()
            handed_in.copy_to(given)

    def _clear_away(self, job: Job) -> None:
        """Leave nothing in the small course root but what was made."""
        for path in (self.folder("source", "."), self.folder(self.step_in, job.student)):
            if path.is_symlink():
                path.unlink()
            else:
                shutil.rmtree(path)

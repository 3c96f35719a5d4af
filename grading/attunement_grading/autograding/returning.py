"""Makes one submission's feedback."""

from __future__ import annotations

import hashlib
from pathlib import Path

from .converting import OneFeedback
from .handed_in import CannotGrade, HandedIn
from .job import Job, Outcome, Settings
from .ledger import Submission
from .lending import modules_that_open_it
from .rows import Rows
from .worker import Worker


class FeedbackMaker(Worker):
    """Makes feedback by the course's own settings, ours or nbgrader's."""

    step_in = "autograded"

    def __init__(self, settings: Settings, scratch: Path, number: int = 0) -> None:
        super().__init__(settings, scratch, number)
        self.converter = OneFeedback(coursedir=self.course, config=settings.config, log=self.log)
        steps = [*self.converter.preprocessors, self.converter.exporter_class]
        self.borrowers = modules_that_open_it([OneFeedback, *steps])

    @staticmethod
    def digest(handed_in: HandedIn, rows: Rows | None) -> str:
        """Feedback changes with the graded notebook and with the marks."""
        return hashlib.sha256(f"{handed_in.digest()} {rows!r}".encode()).hexdigest()

    def _do(self, job: Job, submission: Submission, outcome: Outcome, place: Path) -> None:
        if job.rows is None:
            raise CannotGrade("has graded files, but the gradebook knows nothing of it")
        super()._do(job, submission, outcome, place)

"""The two things that are done to each submission of an assignment."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Table

from .grading import Grader
from .returning import FeedbackMaker
from .tables import AUTOGRADED, FEEDBACK
from .worker import Worker
from .writer import Recorder, Writer


@dataclass(frozen=True)
class Task:
    """From which of nbgrader's steps to which, by whom, and where it is remembered."""

    step_in: str
    step_out: str
    worker: type[Worker]
    table: Table
    recorder: type[Recorder]
    by_marks: bool = False
    """Whether it is to be done anew when marks change."""


AUTOGRADING = Task("submitted", "autograded", Grader, AUTOGRADED, Writer)
RETURNING = Task("autograded", "feedback", FeedbackMaker, FEEDBACK, Recorder, by_marks=True)

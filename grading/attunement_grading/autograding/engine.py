"""Autogrades an assignment: plans, hands out, records, puts in place."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import select

from attunement_course.nearest import nearest

from ..course_root import gradebook_of
from .aside import one_run_at_a_time, put_in_place, remove
from .grading import Job, Outcome, Settings
from .layout import below, in_course
from .ledger import blank
from .planning import Plan, Submitted, find_submissions
from .records import Assignment, read_assignment
from .rows import Rows, rows_of
from .stored import read_stored
from .tables import AUTOGRADED, make_table
from .writer import Writer

BATCH = 32
"""Submissions to a transaction."""
LONGEST_WAIT = 2.0
"""Seconds after which what was graded is recorded, however little it is."""
ROUNDS = 3
"""How often a submission is graded anew because somebody is marking it meanwhile."""


class CannotAutograde(RuntimeError):
    """Nothing was graded; the text says why and what to do, in one line."""


class Backend(Protocol):
    """Where submissions are graded: on this machine or on many."""

    sandbox: str
    """What keeps learners' code apart there; empty where none is run."""

    def run(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Outcomes as they come, in any order."""
        ...


class Place(Protocol):
    """Says where a run grades, and opens it."""

    def prepare(self, course: CourseDirectory, settings: Settings) -> Settings:
        """The settings with the sandbox and the limits that hold there."""
        ...

    def open(
        self, course: CourseDirectory, settings: Settings, aside: Path
    ) -> AbstractContextManager[Backend]:
        """Ready to grade; graded files are to lie in the folder ``aside``."""
        ...


@dataclass
class Report:
    """What a run did."""

    total: int = 0
    skipped: int = 0
    graded: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    """Why, by learner."""
    notes: dict[str, list[str]] = field(default_factory=dict)
    """What deserves a look, by learner."""
    seconds: float = 0.0
    sandbox: str = ""
    """What kept learners' code apart, where there was any."""

    @property
    def done(self) -> int:
        """Submissions that this run dealt with so far."""
        return self.graded + len(self.failed)


class Watch:
    """Is told how a run goes on. Each method may be overridden."""

    def planned(self, report: Report) -> None:
        """It is known how much there is to do."""

    def graded(self, outcome: Outcome, report: Report) -> None:
        """A submission was graded, or could not be."""

    def ended(self, report: Report) -> None:
        """The run came to its end."""


def autograde(
    course: CourseDirectory, name: str, place: Place, *, force: bool, watch: Watch
) -> Report:
    """Grade what is still to be graded of one assignment.

    Raises CannotAutograde, and NothingThere where nobody handed anything in.
    """
    began = time.perf_counter()
    submissions = find_submissions(course, name)
    root = Path(course.root)
    with one_run_at_a_time(root) as aside:
        with gradebook_of(course) as gradebook:
            assignment = _find(gradebook, name)
            make_table(gradebook.engine)
            _finish_a_killed_run(course, gradebook, aside)
            plan = Plan(course, assignment, gradebook.db, force)
            todo = list(plan.open(submissions))
        source = in_course(course, "source", ".", name)
        settings = Settings(course.config, course.course_id, assignment, source)
        report = Report(len(submissions), len(submissions) - len(todo))
        if todo:
            settings = place.prepare(course, settings)
        watch.planned(report)
        if todo:
            with (
                place.open(course, settings, aside) as backend,
                gradebook_of(course) as gradebook,
            ):
                report.sandbox = backend.sandbox
                _Run(course, plan, gradebook, aside, watch, report).grade(todo, backend)
        report.seconds = time.perf_counter() - began
        shutil.rmtree(aside)
    watch.ended(report)
    return report


def _find(gradebook: Gradebook, name: str) -> Assignment:
    try:
        return read_assignment(gradebook, name)
    except MissingEntry:
        near = nearest(name, [one.name for one in gradebook.assignments])
        raise CannotAutograde(
            f"the gradebook has no assignment {name!r}{near}; "
            f"if that is its name, run `nbgrader generate_assignment {name}` first"
        ) from None


def _finish_a_killed_run(course: CourseDirectory, gradebook: Gradebook, aside: Path) -> None:
    """Put in place what was recorded and not yet in place; clear away what was not recorded."""
    for place in sorted(aside.iterdir()):
        row: Any = gradebook.db.execute(
            select(AUTOGRADED).where(AUTOGRADED.c.token == place.name)
        ).first()
        if row is None:
            shutil.rmtree(place)
            continue
        found = next(one for one in gradebook.assignments if one.id == row.assignment_id)
        settle(course, found.name, row.student_id, place)


def settle(course: CourseDirectory, assignment: str, student: str, place: Path) -> None:
    """Put one submission's graded files where nbgrader looks for them, and its reports."""
    root, where = Path(course.root), (student, assignment)
    graded = place / below(course, "autograded", *where)
    put_in_place(place, graded, root, in_course(course, "autograded", *where))


class _Run:
    def __init__(
        self,
        course: CourseDirectory,
        plan: Plan,
        gradebook: Gradebook,
        aside: Path,
        watch: Watch,
        report: Report,
    ) -> None:
        self.course, self.plan, self.aside = course, plan, aside
        self.watch, self.report = watch, report
        self.assignment = plan.assignment
        self.session: Any = gradebook.db
        self.writer = Writer(gradebook, plan.assignment, self._settle)

    def grade(self, todo: list[Submitted], backend: Backend) -> None:
        """Grade all of them, and once more those that somebody marked meanwhile."""
        folders = {one.student: one.folder for one in todo}
        students = list(folders)
        for _ in range(ROUNDS):
            jobs = self._jobs({name: folders[name] for name in students})
            students = self._record_all(backend.run(jobs))
        for name in students:
            self.report.failed[name] = "is being marked just now; run this again"

    def _jobs(self, folders: dict[str, Path]) -> Iterator[Job]:
        names = iter(folders)
        while chunk := list(islice(names, BATCH)):
            stored = read_stored(self.session, self.assignment, chunk)
            self.session.rollback()
            for name in chunk:
                yield Job(name, folders[name], stored[name].rows if name in stored else None)

    def _record_all(self, outcomes: Iterator[Outcome]) -> list[str]:
        batch: list[Outcome] = []
        again: list[str] = []
        since = time.monotonic()
        try:
            for outcome in outcomes:
                batch.append(outcome)
                if len(batch) >= BATCH or time.monotonic() - since > LONGEST_WAIT:
                    again += self._record(batch)
                    since = time.monotonic()
        finally:
            again += self._record(batch)
        return again

    def _record(self, batch: list[Outcome]) -> list[str]:
        outcomes, again = list(batch), self.writer.record(batch)
        batch.clear()
        for outcome in outcomes:
            if outcome.student not in again:
                self._report(outcome)
        return again

    def _report(self, outcome: Outcome) -> None:
        if outcome.error:
            self.report.failed[outcome.student] = outcome.error
        else:
            self.report.graded += 1
        if outcome.notes:
            self.report.notes[outcome.student] = outcome.notes
        self.watch.graded(outcome, self.report)

    def _settle(self, outcome: Outcome) -> None:
        if outcome.place:
            settle(self.course, self.assignment.name, outcome.student, outcome.place)
        else:
            remove(
                in_course(self.course, "autograded", outcome.student, self.assignment.name),
                self.aside,
            )


def failed(assignment: Assignment, job: Job, error: str) -> Outcome:
    """The outcome of a submission that could not be graded at all."""
    rows = job.rows or rows_of(blank(assignment, job.student))
    return Outcome(job.student, rows, (job.rows or Rows()).by_hand, error)


def lost(assignment: Assignment, job: Job, cause: str) -> Outcome:
    """The outcome of a submission that ended whatever was to grade it."""
    error = f"ended the process that was to grade it, twice ({cause})"
    return failed(assignment, job, error)

"""Does a task with every submission of an assignment: plans, hands out, records, puts in place."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import select

from attunement_course.nearest import nearest

from ..course_root import gradebook_of
from .aside import one_run_at_a_time, put_in_place, remove
from .job import Job, Outcome, Settings
from .layout import below, in_course
from .planning import Plan, Submitted, find_submissions
from .records import Assignment, read_assignment
from .report import Report, Watch
from .stored import read_stored
from .tables import make_tables
from .task import Task

BATCH = 32
"""Submissions to a transaction."""
LONGEST_WAIT = 2.0
"""Seconds after which what was done is recorded, however little it is."""
ROUNDS = 3
"""How often a submission is taken up anew because somebody is marking it meanwhile."""


class CannotAutograde(RuntimeError):
    """Nothing was done; the text says why and what to do, in one line."""


class Backend(Protocol):
    """Where the work is done: on this machine or on many."""

    sandbox: str
    """What keeps learners' code apart there; empty where none is run."""

    def run(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Outcomes as they come, in any order."""
        ...


class Place(Protocol):
    """Says where the work is done, and opens it."""

    def prepare(self, course: CourseDirectory, settings: Settings) -> Settings:
        """The settings with the sandbox and the limits that hold there."""
        ...

    def open(
        self, course: CourseDirectory, settings: Settings, aside: Path
    ) -> AbstractContextManager[Backend]:
        """Ready to work; what is made is to lie in the folder ``aside``."""
        ...


def run_task(
    task: Task, course: CourseDirectory, name: str, place: Place, *, force: bool, watch: Watch
) -> Report:
    """Do what is still to be done for one assignment.

    Raises CannotAutograde, and NothingThere where there is no submission.
    """
    began = time.perf_counter()
    submissions = find_submissions(course, task.step_in, name)
    with one_run_at_a_time(Path(course.root), task.step_out) as aside:
        with gradebook_of(course) as gradebook:
            assignment = _find(gradebook, name)
            make_tables(gradebook.engine)
            _finish_a_killed_run(task, course, gradebook, aside)
            todo = list(Plan(task, course, assignment, gradebook.db, force).open(submissions))
        report = Report(len(submissions), len(submissions) - len(todo))
        settings = _settings(task, course, assignment)
        if todo:
            settings = place.prepare(course, settings)
        watch.planned(report)
        if todo:
            with (
                place.open(course, settings, aside) as backend,
                gradebook_of(course) as gradebook,
            ):
                report.sandbox = backend.sandbox
                _Run(task, course, assignment, gradebook, aside, watch, report).do(todo, backend)
        report.seconds = time.perf_counter() - began
        shutil.rmtree(aside)
    watch.ended(report)
    return report


def _settings(task: Task, course: CourseDirectory, assignment: Assignment) -> Settings:
    source = in_course(course, "source", ".", assignment.name)
    return Settings(course.config, course.course_id, assignment, source, task.worker)


def _find(gradebook: Gradebook, name: str) -> Assignment:
    try:
        return read_assignment(gradebook, name)
    except MissingEntry:
        near = nearest(name, [one.name for one in gradebook.assignments])
        raise CannotAutograde(
            f"the gradebook has no assignment {name!r}{near}; "
            f"if that is its name, run `nbgrader generate_assignment {name}` first"
        ) from None


def _finish_a_killed_run(
    task: Task, course: CourseDirectory, gradebook: Gradebook, aside: Path
) -> None:
    """Put in place what was recorded and not yet in place; clear away what was not recorded."""
    table = task.table
    for place in sorted(aside.iterdir()):
        found: Any = gradebook.db.execute(select(table).where(table.c.token == place.name)).first()
        if found is None:
            shutil.rmtree(place)
            continue
        assignments = {one.id: one.name for one in gradebook.assignments}
        settle(task, course, assignments[found.assignment_id], found.student_id, place)


def settle(task: Task, course: CourseDirectory, assignment: str, student: str, place: Path) -> None:
    """Put what was made of one submission where nbgrader looks for it, and its reports."""
    made = place / below(course, task.step_out, student, assignment)
    target = in_course(course, task.step_out, student, assignment)
    put_in_place(place, made, Path(course.root), target)


class _Run:
    def __init__(
        self,
        task: Task,
        course: CourseDirectory,
        assignment: Assignment,
        gradebook: Gradebook,
        aside: Path,
        watch: Watch,
        report: Report,
    ) -> None:
        self.task, self.course, self.assignment, self.aside = task, course, assignment, aside
        self.watch, self.report = watch, report
        self.session: Any = gradebook.db
        self.recorder = task.recorder(gradebook, assignment, task.table, self._settle)

    def do(self, todo: list[Submitted], backend: Backend) -> None:
        """Do all of them, and once more those that somebody marked meanwhile."""
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
        outcomes, again = list(batch), self.recorder.record(batch)
        batch.clear()
        for outcome in outcomes:
            if outcome.student not in again:
                self.report.take(outcome)
                self.watch.graded(outcome, self.report)
        return again

    def _settle(self, outcome: Outcome) -> None:
        name = self.assignment.name
        if outcome.place:
            settle(self.task, self.course, name, outcome.student, outcome.place)
        else:
            remove(in_course(self.course, self.task.step_out, outcome.student, name), self.aside)

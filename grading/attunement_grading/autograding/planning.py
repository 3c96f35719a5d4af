"""Which submissions there are, and which of them are still to be graded."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import select

from attunement_course.nearest import nearest

from .handed_in import look_at
from .layout import in_course
from .records import Assignment
from .stored import Stored, read_stored
from .task import Task

CHUNK = 64


@dataclass(frozen=True)
class Submitted:
    """A submission's folder and whose it is."""

    student: str
    folder: Path


class NothingThere(LookupError):
    """No submission was found; the text says where one was looked for."""


def find_submissions(course: CourseDirectory, step: str, assignment: str) -> list[Submitted]:
    """The submissions that nbgrader would find at a step, in its order.

    A folder without a notebook is said and left out, as nbgrader leaves it out. Raises
    NothingThere where nothing is left.
    """
    folder = getattr(course, f"{step}_directory")
    pattern = course.format_path(folder, course.student_id, assignment)
    named = course.format_path(folder, "(?P<student>.*)", assignment, escape=True)
    whose = re.compile(named, re.DOTALL)
    excluded = set(course.student_id_exclude.split(","))
    found = []
    for path in sorted(glob.glob(pattern)):  # noqa: PTH207  nbgrader's own pattern, absolute
        match = whose.fullmatch(path)
        if not match or match["student"] in excluded or not Path(path).is_dir():
            continue
        if not any(Path(path).glob(f"{course.notebook_id}.ipynb")):
            click.echo(f"{match['student']}: no notebook was handed in; left out", err=True)
        else:
            found.append(Submitted(match["student"], Path(path)))
    if not found:
        raise NothingThere(_nothing(course, folder, assignment, pattern))
    return found


def _nothing(course: CourseDirectory, folder: str, assignment: str, pattern: str) -> str:
    every = course.format_path(folder, course.student_id, "*")
    others = {Path(one).name for one in glob.glob(every)}  # noqa: PTH207
    near = nearest(assignment, sorted(others))
    return f"no submission of {assignment!r}: nothing at {pattern}{near}"


class Plan:
    """Tells what is still to be done from what is done already.

    A submission is done where the folder of the next step is there and the gradebook says that
    it was made of just this content. Where nbgrader itself made it, the gradebook says nothing.
    Then its own rule holds for grades: done, unless the submission's timestamp is the later
    one; feedback is made anew.
    """

    def __init__(
        self,
        task: Task,
        course: CourseDirectory,
        assignment: Assignment,
        session: Any,
        force: bool = False,
    ) -> None:
        self.task, self.course, self.assignment = task, course, assignment
        self.session, self.force = session, force
        columns = task.table.c
        rows = session.execute(
            select(columns.student_id, columns.digest).where(columns.assignment_id == assignment.id)
        )
        self._digests: dict[str, str] = dict(rows.tuples().all())

    def open(self, submissions: Sequence[Submitted]) -> Iterator[Submitted]:
        """Those that something is to be done with."""
        if self.force:
            yield from submissions
            return
        for start in range(0, len(submissions), CHUNK):
            chunk = submissions[start : start + CHUNK]
            stored = self._stored(chunk)
            yield from (one for one in chunk if self._is_open(one, stored.get(one.student)))

    def _stored(self, chunk: Sequence[Submitted]) -> dict[str, Stored]:
        """Their rows, where it depends on them."""
        if not self.task.by_marks:
            return {}
        return read_stored(self.session, self.assignment, [one.student for one in chunk])

    def _is_open(self, one: Submitted, stored: Stored | None) -> bool:
        made = in_course(self.course, self.task.step_out, one.student, self.assignment.name)
        if not made.exists():
            return True
        if one.student in self._digests:
            rows = stored.rows if stored else None
            now = self.task.worker.digest(look_at(one.folder), rows)
            return self._digests[one.student] != now
        if self.task.by_marks:
            return True
        new, old = (self.course.get_existing_timestamp(str(at)) for at in (one.folder, made))
        return new is not None and old is not None and new > old

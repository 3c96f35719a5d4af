"""Which submissions there are, and which of them are still to be graded."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory
from sqlalchemy import select

from attunement_course.nearest import nearest

from .handed_in import look_at
from .layout import in_course
from .records import Assignment
from .tables import AUTOGRADED


@dataclass(frozen=True)
class Submitted:
    """A submission's folder and whose it is."""

    student: str
    folder: Path


class NothingThere(LookupError):
    """No submission was found; the text says where one was looked for."""


def find_submissions(course: CourseDirectory, assignment: str) -> list[Submitted]:
    """The submissions that nbgrader would find, in its order.

    Raises NothingThere where there is none.
    """
    pattern = course.format_path(course.submitted_directory, course.student_id, assignment)
    whose = re.compile(
        course.format_path(course.submitted_directory, "(?P<student>.*)", assignment, escape=True),
        re.DOTALL,
    )
    excluded = set(course.student_id_exclude.split(","))
    found = []
    for folder in sorted(glob.glob(pattern)):  # noqa: PTH207  nbgrader's own pattern, absolute
        match = whose.fullmatch(folder)
        if match and match["student"] not in excluded and Path(folder).is_dir():
            found.append(Submitted(match["student"], Path(folder)))
    if not found:
        raise NothingThere(_nothing(course, assignment, pattern))
    return found


def _nothing(course: CourseDirectory, assignment: str, pattern: str) -> str:
    every = course.format_path(course.submitted_directory, course.student_id, "*")
    others = {Path(one).name for one in glob.glob(every)}  # noqa: PTH207
    near = nearest(assignment, sorted(others))
    return f"no submission of {assignment!r}: nothing at {pattern}{near}"


class Plan:
    """Tells what is still to be graded from what is done already.

    A submission is done where its graded folder is there and the gradebook says that just this
    content was graded. Where nbgrader itself graded it, the gradebook says nothing, and its own
    rule holds: done, unless the submission's timestamp is the later one.
    """

    def __init__(
        self, course: CourseDirectory, assignment: Assignment, session: Any, force: bool = False
    ) -> None:
        self.course = course
        self.assignment = assignment
        self.force = force
        rows = session.execute(
            select(AUTOGRADED.c.student_id, AUTOGRADED.c.digest).where(
                AUTOGRADED.c.assignment_id == assignment.id
            )
        )
        self._digests: dict[str, str] = dict(rows.tuples().all())

    def open(self, submissions: Sequence[Submitted]) -> Iterator[Submitted]:
        """Those that are to be graded."""
        return (one for one in submissions if self.force or self._is_open(one))

    def _is_open(self, one: Submitted) -> bool:
        graded = in_course(self.course, "autograded", one.student, self.assignment.name)
        if not graded.exists():
            return True
        if one.student in self._digests:
            return self._digests[one.student] != look_at(one.folder).digest()
        new, old = (self.course.get_existing_timestamp(str(at)) for at in (one.folder, graded))
        return new is not None and old is not None and new > old

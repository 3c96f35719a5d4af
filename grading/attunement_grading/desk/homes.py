"""What a marker finds when coming in: each assignment, and the pile in it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from sqlalchemy import Connection

from attunement_course.catalog import UnknownId

from ..rubric import Rubric
from . import gradebook
from .calibration import Gate, gate
from .choices import Choices, chosen
from .course import Course
from .people import Person
from .pieces import anything_new
from .piles import PAGE, Line, Progress, lines, progress
from .reconciling import talks
from .refusals import NotThere
from .rubrics import in_force, waiting


@dataclass(frozen=True)
class Work:
    """One assignment as a marker stands with it."""

    rubric: Rubric
    handed_in: int
    progress: Progress
    choices: Choices
    gate: Gate
    closed: bool
    talks: int = 0
    """Pieces that this person still has to talk through."""
    more: bool = False
    """Whether submissions have come in that are no pieces yet."""

    @property
    def heap(self) -> bool:
        """Whether pieces are taken one by one rather than dealt out."""
        return not self.choices.markers


@dataclass(frozen=True)
class Pile:
    """One page of a marker's pile."""

    rubric: Rubric
    progress: Progress
    lines: list[Line]
    page: int
    pages: int
    show: str


def home(course: Course, connection: Connection, person: Person) -> list[Work]:
    """Every assignment of the gradebook that has a rubric."""
    counts = gradebook.counts(connection)
    found = []
    for name in gradebook.assignments(connection):
        try:
            found.append(_work(connection, person, name, counts.get(name, 0)))
        except UnknownId:  # not the course's: graded elsewhere
            continue
    return found


def _work(connection: Connection, person: Person, name: str, handed_in: int) -> Work:
    return Work(
        rubric=in_force(connection, name).rubric,
        handed_in=handed_in,
        progress=progress(connection, person.name, name),
        choices=chosen(connection, name),
        gate=gate(connection, name, person.name),
        closed=waiting(connection, name) is not None,
        talks=sum(one.open for one in talks(connection, name, person)),
        more=person.instructor and anything_new(connection, name),
    )


def pile(connection: Connection, person: Person, name: str, page: int, show: str) -> Pile:
    """A page of the pile; NotThere where the gradebook has no such assignment."""
    if name not in gradebook.assignments(connection):
        raise NotThere(f"the gradebook has no assignment {name!r}")
    rubric, now = in_force(connection, name).rubric, progress(connection, person.name, name)
    counted = {"todo": now.all - now.finished, "finished": now.finished}
    show = show if show in counted else "all"
    pages = max(1, ceil(counted.get(show, now.all) / PAGE))
    page = min(max(1, page), pages)
    return Pile(rubric, now, lines(connection, person.name, name, page, show), page, pages, show)

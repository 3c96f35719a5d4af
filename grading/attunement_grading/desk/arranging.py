"""What an instructor sees before deciding how an assignment is marked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from ..rubric import Rubric
from . import gradebook
from .choices import Choices, chosen
from .overview import Load, loads_of, seen
from .people import Person
from .pieces import anything_new, newest
from .refusals import NotThere
from .rubrics import in_force
from .rules import RULES
from .tables import piece


@dataclass(frozen=True)
class Arrangement:
    """An assignment's choices, its markers and their loads."""

    rubric: Rubric
    choices: Choices
    loads: tuple[Load, ...]
    seen: tuple[str, ...]
    handed_in: int
    pieces: int
    more: bool
    """Whether submissions have come in that nobody has been given yet."""
    rules: dict[str, str]


def arrangement(connection: Connection, person: Person, assignment: str) -> Arrangement:
    """How an assignment is marked; NotYours for whoever is no instructor."""
    person.require_instructor()
    if assignment not in gradebook.assignments(connection):
        raise NotThere(f"the gradebook has no assignment {assignment!r}")
    known = select(func.count(piece.c.id)).where(
        piece.c.assignment == assignment, piece.c.student.is_not(None), newest()
    )
    return Arrangement(
        rubric=in_force(connection, assignment).rubric,
        choices=chosen(connection, assignment),
        loads=tuple(loads_of(connection, assignment)),
        seen=tuple(seen(connection)),
        handed_in=gradebook.counts(connection).get(assignment, 0),
        pieces=int(connection.scalar(known) or 0),
        more=anything_new(connection, assignment),
        rules=RULES,
    )

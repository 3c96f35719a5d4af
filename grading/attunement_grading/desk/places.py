"""What the pages of marking show, looked up for one person: nobody else's marks among it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from sqlalchemy import Connection, Row, select

from ..rubric import Rubric
from .answer import Shown
from .course import Course
from .people import Person
from .piles import Progress, next_piece, previous_piece, progress
from .readings import CHECKS, FINISHED, WITHDRAWN, Stand, stands, state
from .refusals import NotThere
from .rubrics import in_force, waiting
from .tables import allocation, author, piece


@dataclass(frozen=True)
class Place:
    """One piece on a marker's desk, with the marker's own marks and the way on."""

    key: str
    pseudonym: str
    author: str
    rubric: Rubric
    prompt: Markup
    shown: Shown
    marks: dict[str, Stand]
    finished: bool
    calibrating: bool
    progress: Progress
    next: str | None
    previous: str | None
    closed: bool
    """Whether marking waits for an instructor, since the rubric has changed."""

    def state(self) -> dict[str, Any]:
        """What the page's script starts from."""
        marks = {n: {"level": s.level, "comment": s.comment} for n, s in self.marks.items()}
        return {"piece": self.key, "marks": marks, "finished": self.finished}


def place(course: Course, connection: Connection, person: Person, key: str) -> Place:
    """A piece of this person's pile; NotThere where it is in nobody's or another's pile."""
    row = _mine(connection, person, key)
    rubric = in_force(connection, row.assignment).rubric
    calibrating = row.part == CHECKS[0]
    where = (connection, person.name, row.assignment)
    return Place(
        key=key,
        pseudonym=row.pseudonym,
        author=row.author_key,
        rubric=rubric,
        prompt=course.prompt(connection, row.assignment),
        shown=course.answer(rubric, row.student),
        marks=stands(connection, [row.id])[row.id],
        finished=row.state == FINISHED,
        calibrating=calibrating,
        progress=progress(*where, calibrating),
        next=next_piece(*where, key, calibrating),
        previous=previous_piece(*where, key, calibrating),
        closed=waiting(connection, row.assignment) is not None,
    )


def _mine(connection: Connection, person: Person, key: str) -> Row:
    row = connection.execute(
        select(
            allocation,
            state().label("state"),
            piece.c.student,
            piece.c.exemplar,
            author.c.pseudonym,
            author.c.key.label("author_key"),
        )
        .join(piece, piece.c.id == allocation.c.piece)
        .join(author, author.c.id == piece.c.author)
        .where(piece.c.key == key, allocation.c.marker == person.name)
        .order_by(allocation.c.id.desc())
    ).first()
    if row is None:
        raise NotThere("this piece is not in your pile")
    if row.state == WITHDRAWN:
        raise NotThere("this piece has been taken out of your pile")
    return row

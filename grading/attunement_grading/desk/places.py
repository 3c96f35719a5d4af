"""What the pages of marking show, looked up for one person: nobody else's marks among it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from sqlalchemy import Connection, Row, select

from ..exemplars import Mark
from ..rubric import Rubric
from . import exemplars
from .answer import Shown
from .asking import APPEAL, asked_of
from .bank import Phrase, phrases
from .course import Course
from .people import Person
from .piles import Progress, next_piece, previous_piece, progress
from .readings import CHECKS, FINISHED, WITHDRAWN, Stand, stands, state
from .refusals import NotThere
from .rubrics import in_force, waiting
from .tables import allocation, author, piece
from .writers import Other, next_by_writer, others


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
    others: list[Other]
    """The same writer's pieces for other assignments, as far as they are in this pile."""
    by: str
    """writer where the marker goes through one writer's pieces after another, else nothing."""
    next: str | None
    previous: str | None
    bank: dict[str, list[Phrase]]
    expert: Mapping[str, Mark]
    """The expert's marks, once the marker has finished an exemplar; else nothing."""
    asked: str
    """What a learner asks who wants another look; else nothing."""
    criteria: tuple[str, ...]
    """The criteria that the request is about; all of them where there is none."""
    part: str
    closed: bool
    """Whether marking waits for an instructor, since the rubric has changed."""

    def state(self) -> dict[str, Any]:
        """What the page's script starts from."""
        marks = {n: {"level": s.level, "comment": s.comment} for n, s in self.marks.items()}
        return {"piece": self.key, "marks": marks, "finished": self.finished}


def place(course: Course, connection: Connection, person: Person, key: str, by: str = "") -> Place:
    """A piece of this person's pile; NotThere where it is in nobody's or another's pile."""
    row = _mine(connection, person, key)
    rubric = in_force(connection, row.assignment).rubric
    calibrating = row.part == CHECKS[0]
    asked, about = asked_of(connection, row.piece) if row.part == APPEAL else ("", ())
    where = (connection, person.name, row.assignment)
    return Place(
        key=key,
        pseudonym=row.pseudonym,
        author=row.author_key,
        rubric=rubric,
        prompt=course.prompt(connection, row.assignment),
        shown=answer_of(course, rubric, row),
        marks=stands(connection, [row.id])[row.id],
        finished=row.state == FINISHED,
        calibrating=calibrating,
        progress=progress(*where, calibrating),
        others=[] if calibrating else others(connection, person.name, row.author, key),
        by=by,
        next=next_by_writer(connection, person.name, key)
        if by
        else next_piece(*where, key, calibrating),
        previous=previous_piece(*where, key, calibrating),
        bank=phrases(connection, row.assignment, [one.id for one in rubric.criteria]),
        expert=_expert(row),
        asked=asked,
        criteria=about or tuple(one.id for one in rubric.criteria),
        part=row.part if row.state == FINISHED else "",
        closed=waiting(connection, row.assignment) is not None,
    )


def answer_of(course: Course, rubric: Rubric, row: Row) -> Shown:
    """The text of a piece: a learner's, or an exemplar's."""
    if row.exemplar is not None:
        return exemplars.shown(rubric.assignment, row.exemplar)
    return course.answer(rubric, row.student)


def _expert(row: Row) -> Mapping[str, Mark]:
    if row.exemplar is None or row.state != FINISHED:
        return {}
    one = exemplars.find(row.assignment, row.exemplar)
    return one.marks if one else {}


def _mine(connection: Connection, person: Person, key: str) -> Row:
    row = connection.execute(
        select(
            allocation,
            state().label("state"),
            piece.c.student,
            piece.c.exemplar,
            author.c.pseudonym,
            author.c.key.label("author_key"),
            author.c.id.label("author"),
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

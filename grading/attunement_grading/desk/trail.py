"""Everything that happened to a piece, in order: who did what, when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from ..feedback import points
from ..rubric import Rubric
from . import gradebook
from .people import Person
from .readings import OPEN, REOPENED
from .refusals import NotThere
from .rubrics import in_force
from .tables import action, agreed, allocation, appeal, author, decision, mark, piece, turn, verdict

PARTS = {
    "first": "first reading",
    "second": "second reading",
    "third": "third reading",
    "appeal": "reading on appeal",
    "calibration": "calibration",
    "drift": "check",
}


@dataclass(frozen=True)
class Step:
    """One thing that happened."""

    at: datetime
    by: str
    words: str
    comment: str = ""


@dataclass(frozen=True)
class Trail:
    """A piece with all its steps, and who wrote it."""

    key: str
    pseudonym: str
    assignment: str
    rubric: Rubric
    student: str | None
    shown: str
    steps: tuple[Step, ...]


def trail(connection: Connection, person: Person, key: str) -> Trail:
    """The trail of a piece; NotYours for whoever is no instructor."""
    person.require_instructor()
    row = connection.execute(
        select(piece, author.c.pseudonym)
        .join(author, author.c.id == piece.c.author)
        .where(piece.c.key == key)
    ).first()
    if row is None:
        raise NotThere("there is no such piece")
    rubric = in_force(connection, row.assignment).rubric
    steps = sorted(_steps(connection, row.id, rubric), key=lambda step: step.at)
    names = gradebook.shown_names(connection, [row.student]) if row.student else {}
    shown = names.get(row.student, row.student or "an exemplar")
    return Trail(key, row.pseudonym, row.assignment, rubric, row.student, shown, tuple(steps))


def _steps(connection: Connection, id: int, rubric: Rubric) -> Iterator[Step]:
    titles = {criterion.id: criterion.title for criterion in rubric.criteria}

    def rows(table: Any, *joined: Any) -> list[Row]:
        query = select(table, action.c.at, action.c.by).join(action, action.c.id == table.c.action)
        for other, on in joined:
            query = query.join(other, on)
        owner = table if "piece" in table.c else joined[-1][0]
        if table is turn:
            query = query.add_columns(allocation.c.marker, allocation.c.part)
        return list(connection.execute(query.where(owner.c.piece == id).order_by(table.c.id)))

    for row in rows(allocation):
        yield Step(row.at, row.by, f"given to {row.marker} as {PARTS.get(row.part, row.part)}")
    for row in rows(turn, (allocation, allocation.c.id == turn.c.allocation)):
        if row.what not in (OPEN,):
            what = {REOPENED: "reopened"}.get(row.what, row.what)
            yield Step(row.at, row.by, f"{PARTS.get(row.part, row.part)} by {row.marker} {what}")
    for row in rows(mark):
        title = titles.get(row.criterion, row.criterion)
        undone = "undone: " if row.undoes else ""
        level = "no level" if row.level is None else points(row.level)
        yield Step(row.at, row.by, f"{undone}{title}: {level}", row.comment)
    for row in rows(agreed):
        title = titles.get(row.criterion, row.criterion)
        yield Step(row.at, row.by, f"agreed on {title}: {points(row.level)}", row.comment)
    for row in rows(decision):
        title = titles.get(row.criterion, row.criterion)
        level = "taken out" if row.level is None else points(row.level)
        yield Step(row.at, row.by, f"gradebook, {title}: {level} ({row.how})", row.comment)
    for row in rows(appeal):
        asked = ", ".join(titles.get(one, one) for one in map(str, row.criteria))
        yield Step(row.at, row.by, f"asked for another look at {asked}", row.words)
    for row in rows(verdict, (appeal, appeal.c.id == verdict.c.appeal)):
        taken = ", ".join(
            f"{titles.get(one, one)}: {points(now['level'])}" for one, now in row.taken.items()
        )
        yield Step(row.at, row.by, f"appeal answered, {taken or 'the marks stay'}", row.words)

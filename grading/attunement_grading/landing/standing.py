"""How each learner stands with each assignment, from nbgrader's folders and gradebook."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.utils import notebook_hash, parse_utc
from sqlalchemy import Integer, cast, func, select

from .places import Places

State = Literal["nothing", "handed in", "collected", "to mark", "marked", "returned"]


@dataclass(frozen=True)
class Learner:
    """One learner and one assignment. `handed_in` is the time of the newest submission, UTC."""

    id: str
    shown: str
    state: State
    handed_in: datetime | None


@dataclass(frozen=True)
class Standing:
    """One assignment as the whole course stands with it."""

    assignment: str
    released: bool
    learners: tuple[Learner, ...]

    @property
    def quiet(self) -> bool:
        """Whether it is released and nobody has handed in: there is nothing to do or to see."""
        return self.released and len(self.at("nothing")) == len(self.learners)

    def at(self, *states: State) -> list[str]:
        """The ids of the learners in any of these states."""
        return [one.id for one in self.learners if one.state in states]


def standings(places: Places) -> list[Standing]:
    """Every assignment of the course, by name."""
    with Gradebook(places.coursedir.db_url, places.coursedir.course_id) as gradebook:
        names = _names(gradebook)
        return [_standing(places, gradebook, one, names) for one in places.assignments()]


def _names(gradebook: Gradebook) -> dict[str, str]:
    query = select(Student.id, Student.first_name, Student.last_name)
    rows = gradebook.db.execute(query).all()
    return {id: " ".join(filter(None, (first, last))) or id for id, first, last in rows}


def _standing(
    places: Places, gradebook: Gradebook, assignment: str, names: dict[str, str]
) -> Standing:
    inbound = _inbound(places.exchange / "inbound", assignment)
    waiting = _waiting(gradebook, assignment)
    learners = (
        Learner(
            id=id,
            shown=names.get(id, id),
            state=_state(places, assignment, id, inbound.get(id), waiting.get(id)),
            handed_in=inbound.get(id),
        )
        for id in {*names, *inbound, *waiting}
    )
    ordered = sorted(learners, key=lambda one: one.shown.casefold())
    return Standing(assignment, places.released(assignment), tuple(ordered))


def _inbound(folder: Path, assignment: str) -> dict[str, datetime]:
    """When each learner last handed in, from the names of the exchange's folders."""
    newest: dict[str, datetime] = {}
    for one in folder.glob(f"*+{assignment}+*"):
        learner, _, stamp, *_ = [*one.name.split("+"), ""]
        with suppress(ValueError):  # a folder that nbgrader did not name is no submission
            when = _when(stamp)
            newest[learner] = max(when, newest.get(learner, when))
    return newest


def _when(stamp: str) -> datetime:
    found = parse_utc(stamp.strip())
    if found is None:
        raise ValueError(f"not a time: {stamp!r}")
    return found


def _waiting(gradebook: Gradebook, assignment: str) -> dict[str, int]:
    """How many criteria of each learner's submission still wait for a mark."""
    query = (
        select(
            SubmittedAssignment.student_id,
            func.coalesce(func.sum(cast(Grade.needs_manual_grade, Integer)), 0),
        )
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .outerjoin(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .where(Assignment.name == assignment)
        .group_by(SubmittedAssignment.student_id)
    )
    return {id: int(count) for id, count in gradebook.db.execute(query).all()}


def _state(
    places: Places, assignment: str, learner: str, inbound: datetime | None, waiting: int | None
) -> State:
    submitted = places.folder("submitted", learner, assignment)
    collected = _timestamp(submitted)
    if inbound is not None and (collected is None or inbound > collected):
        return "handed in"
    if collected is None:
        return "nothing"
    if waiting is None or _timestamp(places.folder("autograded", learner, assignment)) != collected:
        return "collected"
    if waiting:
        return "to mark"
    return "returned" if _returned(places, submitted) else "marked"


def _timestamp(folder: Path) -> datetime | None:
    file = folder / "timestamp.txt"
    return _when(file.read_text(encoding="utf-8")) if file.is_file() else None


def _returned(places: Places, submitted: Path) -> bool:
    """Whether the exchange holds feedback on this very submission, every notebook of it."""
    secret = submitted / "submission_secret.txt"
    if not secret.is_file():
        return False
    key = secret.read_text(encoding="utf-8")
    names = [notebook_hash(secret=key, notebook_id=nb.stem) for nb in submitted.glob("*.ipynb")]
    return bool(names) and all(
        (places.exchange / "feedback" / f"{n}.html").is_file() for n in names
    )

"""A course of any size in the midst of marking: dealt out to two people, half of it finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

if TYPE_CHECKING:
    from desk_course import DeskCourse

MARKER, COLLEAGUE = "noor", "ines"
SHARE = 0.2
"""The part that two people mark, as the desk has it by default."""
APART = 0.1
"""Of readings, the part that lies far from the other: a reconciliation waits for each of those."""


def marked_course(template: Path, folder: Path, learners: int) -> DeskCourse:
    """A copy of ``template`` with that many submissions, half of the readings finished."""
    from desk_course import AMIT, INES, INSTRUCTOR, make_course

    from attunement_grading.desk.choices import choose
    from attunement_grading.desk.handing_out import deal_out

    folder.mkdir()
    course = make_course(template, folder, learners, _answer)
    course.waive(INSTRUCTOR, INES, AMIT)
    for name, value in {"markers": [MARKER, COLLEAGUE], "share": SHARE, "drift": 0}.items():
        course.act(INSTRUCTOR, choose, "p2", name, value)
    course.act(INSTRUCTOR, deal_out, "p2")
    course.act(INSTRUCTOR, _finish_half)
    return course


def _answer(number: int) -> str:
    from desk_course import TEXT

    return f"Answer number {number}. " + TEXT * 45


def _finish_half(act: Any) -> dict[str, Any]:
    """Mark the first half of each pile, straight into the log: by hand it takes days."""
    from attunement_grading.desk.rubrics import current, keep
    from attunement_grading.desk.tables import allocation, decision, mark, turn

    edition = current("p2")
    keep(act.connection, edition)
    rows = act.connection.execute(select(allocation).order_by(allocation.c.place)).all()
    piles = [[one for one in rows if one.marker == name] for name in (MARKER, COLLEAGUE)]
    done = [one for pile in piles for one in pile[: len(pile) // 2]]
    criteria = [one.id for one in edition.rubric.criteria]
    marks = list(_marks(done, criteria, edition.hash))
    act.add_all(mark, marks)
    act.add_all(turn, [{"allocation": one.id, "what": "finished"} for one in done])
    act.add_all(decision, list(_decisions(rows, marks)))
    return {}


def _marks(done: Sequence[Any], criteria: list[str], hash: str) -> Iterator[dict[str, Any]]:
    drawn = Random(5)  # noqa: S311  # marks of nobody
    far = {one.id for one in done if drawn.random() < APART}
    for one, criterion in product(done, criteria):
        yield {
            "allocation": one.id,
            "piece": one.piece,
            "marker": one.marker,
            "kind": "live",
            "criterion": criterion,
            "level": 4.0 if one.id in far else drawn.choice([1.5, 2.0, 2.5]),
            "comment": "What did you see, before you made something of it?",
            "rubric": hash,
            "undoes": None,
        }


def _decisions(rows: Sequence[Any], marks: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Of every piece that one person reads, and has read: the others may wait for somebody."""
    readers = Counter(one.piece for one in rows)
    for one in marks:
        if readers[one["piece"]] == 1:
            names = ("piece", "criterion", "level", "comment")
            yield {**{name: one[name] for name in names}, "how": "reconciled"}

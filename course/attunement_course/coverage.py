"""Which claim is taught where: passages, exercises, items and evidence, claim by claim."""

from __future__ import annotations

from typing import TypedDict

from .checks import Course
from .checks.placing import tag_lines
from .claim_list import CLAIM_IDS

PARTS = ("passages", "exercises", "items", "evidence")


class Row(TypedDict):
    """One claim. ``evidence`` holds the ids of its works, then its status."""

    claim: str
    passages: list[str]
    exercises: list[str]
    items: list[str]
    evidence: list[str]


def coverage_rows(course: Course) -> list[Row]:
    """A row for every claim of the list, in its order, whether or not it is entered."""
    passages = _passages(course)
    return [
        {
            "claim": id,
            "passages": passages.get(id, []),
            "exercises": _naming(course, "exercises", id),
            "items": _naming(course, "items", id),
            "evidence": _evidence(course, id),
        }
        for id in CLAIM_IDS
    ]


def missing_parts(row: Row) -> list[str]:
    """The parts that a claim has none of yet."""
    return [part for part in PARTS if not row[part]]


def _passages(course: Course) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for notebook in course.notebooks:
        for line in tag_lines(notebook):
            place = f"{notebook.name}#{line.cell.place}"
            for id in line.ids:
                places = found.setdefault(id, [])
                places += [] if place in places else [place]
    return found


def _naming(course: Course, kind: str, claim: str) -> list[str]:
    return [item.id for item in course.shelf.items[kind].values() if claim in item.claims]


def _evidence(course: Course, id: str) -> list[str]:
    claim = course.shelf.items["claims"].get(id)
    return [*claim.works, claim.status.value] if claim else []

"""Which claim, and which citation, is taught where: passages, exercises, items, evidence."""

from __future__ import annotations

from typing import TypedDict

from .checks import Course
from .checks.placing import citation_numbers, tag_lines
from .claim_list import CLAIM_IDS
from .schema import Item

PARTS = ("passages", "exercises", "items", "evidence")
SEARCHED_IN = "m0-citations"
"""The exercise that takes its cards from ``searches/``."""


class Row(TypedDict):
    """One claim. ``evidence`` holds the ids of its works, then its status."""

    claim: str
    passages: list[str]
    exercises: list[str]
    items: list[str]
    evidence: list[str]


class CitationRow(TypedDict):
    """One of the article's citations.

    ``evidence`` holds the ids of the closest real works, then whether the citation exists and
    whether it supports its sentence.
    """

    citation: str
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


def citation_rows(course: Course) -> list[CitationRow]:
    """A row for every audited citation, in the article's order."""
    citations = sorted(course.shelf.items["citations"].values(), key=lambda one: one.number)
    return [
        {
            "citation": one.id,
            "passages": _passages_on_citation(course, one.number),
            "exercises": _searching(course, one.id),
            "items": [item.id for item in _items(course) if one.id in item.citations],
            "evidence": [*one.closest, one.exists, one.supports],
        }
        for one in citations
    ]


def missing_parts(row: Row | CitationRow) -> list[str]:
    """The parts that a claim or a citation has none of yet."""
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


def _passages_on_citation(course: Course, number: int) -> list[str]:
    return [
        f"{notebook.name}#{cell.place}"
        for notebook in course.notebooks
        for cell in notebook.prose()
        if number in citation_numbers(cell)
    ]


def _searching(course: Course, citation: str) -> list[str]:
    """The exercise in which learners look the citation up, where there is a search to make."""
    known = course.shelf.known("searches", citation)
    return [SEARCHED_IN] if known and SEARCHED_IN in course.shelf.items["exercises"] else []


def _items(course: Course) -> list[Item]:
    return list(course.shelf.items["items"].values())


def _evidence(course: Course, id: str) -> list[str]:
    claim = course.shelf.items["claims"].get(id)
    return [*claim.works, claim.status.value] if claim else []

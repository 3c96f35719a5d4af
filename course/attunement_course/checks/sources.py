"""Works and citations: what was not checked or not traced never passes for support."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..problems import Problem, got
from ._course import Course

SURNAME = re.compile(r"[A-Z][\w'-]+")


def check(course: Course) -> Iterator[Problem]:
    """Untraced support, unchecked figures, audits at odds with themselves."""
    for path, work in course.shelf.each("works"):
        if work.mark != "checked" and re.search(r"\d", work.finding):
            text = f"a work marked {work.mark} may not carry figures {got(work.finding)}"
            yield Problem(path, "finding", text)
    for path, claim in course.shelf.each("claims"):
        yield from _untraced(course, path, "works", claim.works, "support")
    for path, exercise in course.shelf.each("exercises"):
        yield from _untraced(course, path, "works", exercise.works, "a source")
    for path, citation in course.shelf.each("citations"):
        yield from _untraced(course, path, "closest", citation.closest, "the closest work")
        yield from _audit(path, citation)
    yield from _numbers(course)
    yield from _in_prose(course)


def _untraced(
    course: Course, path: str, field: str, ids: tuple[str, ...], role: str
) -> Iterator[Problem]:
    for i, id in enumerate(ids):
        work = course.shelf.items["works"].get(id)
        if work is not None and work.mark == "not-traced":
            text = f"a work that was not traced may not stand as {role} {got(id)}"
            yield Problem(path, f"{field}.{i}", text)


def _audit(path: str, citation: Any) -> Iterator[Problem]:
    if citation.exists != "not-traced":
        if citation.confidence == "not-traced":
            text = f"must be checked or memory where the source exists {got(citation.confidence)}"
            yield Problem(path, "confidence", text)
        return
    if citation.supports != "cannot":
        text = f"must be cannot where the source was not traced {got(citation.supports)}"
        yield Problem(path, "supports", text)
    if citation.confidence != "not-traced":
        text = f"must be not-traced where the source was not traced {got(citation.confidence)}"
        yield Problem(path, "confidence", text)


def _numbers(course: Course) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for path, citation in course.shelf.each("citations"):
        if citation.number in seen:
            text = f"is the number of {seen[citation.number]} too {got(citation.number)}"
            yield Problem(path, "number", text)
        seen.setdefault(citation.number, citation.id)


def _in_prose(course: Course) -> Iterator[Problem]:
    """A cell that names an unchecked source by author and year also says how it stands."""
    words = {"not-traced": "trace", "memory": "memory"}
    for _, work in course.shelf.each("works"):
        word, pattern = words.get(work.mark), _named_with_year(work)
        if word is None or pattern is None:
            continue
        for notebook in course.notebooks:
            for cell in notebook.prose():
                if pattern.search(cell.source) and word not in cell.source.lower():
                    text = f'a work marked {work.mark} needs the word "{word}" beside it'
                    yield Problem(notebook.path, cell.place, f"{text} {got(work.id)}")


def _named_with_year(work: Any) -> re.Pattern[str] | None:
    """Its authors in order and then its year, close together; None where one is unknown."""
    surnames = SURNAME.findall(work.authors.partition(" et al")[0].partition(" (")[0])
    years = re.findall(r"\d{4}", work.year)
    if not surnames or not years:
        return None
    names = r"[^.\n]{1,20}".join(map(re.escape, surnames))
    return re.compile(rf"{names}[^.\n]{{0,30}}\b{years[0]}\b")

"""Invented people whose views are guessed: enough of them, each with every topic."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, got
from ..simulation.perspective import QUESTIONS_ASKED
from ._course import Course

FEWEST_PORTRAITS = 2
"""One to imagine and one to ask."""


def check(course: Course) -> Iterator[Problem]:
    """A portrait that says nothing of a topic, and too few portraits or topics."""
    topics = course.shelf.files["topics"]
    for path, portrait in course.shelf.each("portraits"):
        missing = [id for id in topics if id not in portrait.expected]
        if missing:
            yield Problem(path, "expected", f"every topic needs a value; add {', '.join(missing)}")
    yield from _fewest(course, "portraits", FEWEST_PORTRAITS)
    yield from _fewest(course, "topics", QUESTIONS_ASKED + 1)


def _fewest(course: Course, kind: str, fewest: int) -> Iterator[Problem]:
    files = course.shelf.files[kind]
    if 0 < len(files) < fewest:
        path = next(iter(files.values()))
        yield Problem(path, "file", f"there must be at least {fewest} {kind} {got(len(files))}")

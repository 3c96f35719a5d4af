"""Invented people whose views are guessed: enough of them, each with every topic."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..simulation.perspective import QUESTIONS_ASKED
from ._course import Course, fewest

FEWEST_PORTRAITS = 2
"""One to imagine and one to ask."""


def check(course: Course) -> Iterator[Problem]:
    """A portrait that says nothing of a topic, and too few portraits or topics."""
    topics = course.shelf.files["topics"]
    for path, portrait in course.shelf.each("portraits"):
        missing = [id for id in topics if id not in portrait.expected]
        if missing:
            yield Problem(path, "expected", f"every topic needs a value; add {', '.join(missing)}")
    yield from fewest(course, "portraits", FEWEST_PORTRAITS)
    yield from fewest(course, "topics", QUESTIONS_ASKED + 1)

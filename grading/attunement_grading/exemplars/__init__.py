"""Reflections written for this course and marked by its authors, for markers to practise on.

One YAML file an exemplar. Their writers are invented. They lie in this distribution alone, so
that no learner has a model answer to copy. Ids and order say nothing of the level, so that a
marker can mark first and compare afterwards.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor
from pathlib import Path
from typing import Annotated

from pydantic import Field

from attunement_course.problems import Problem
from attunement_course.reading import read_file
from attunement_course.schema._base import Content, Id, Text

FOLDER = Path(__file__).parent


class FaultyExemplar(ValueError):
    """An exemplar cannot be read; the text is what `attunement check` says of it."""


class Mark(Content):
    """The expert's level on one criterion, half-levels included, and the reason for it."""

    level: Annotated[float, Field(ge=0, multiple_of=0.5)]
    reason: Text
    """One or two sentences. What stands in “quotation marks” is in the text, word for word."""


class Exemplar(Content):
    """One reflection with its marks by criterion id."""

    id: Id
    assignment: Id
    voice: Text
    """Who writes: trade, place, and how they come to write as they do. Invented."""
    text: Text
    """Markdown, as it would stand in the answer cell."""
    marks: dict[Id, Mark]

    @property
    def mean(self) -> float:
        """The mean level over the criteria."""
        return sum(mark.level for mark in self.marks.values()) / len(self.marks)

    @property
    def near(self) -> int:
        """The level that the mean is nearest to; halves count upwards."""
        return floor(self.mean + 0.5)


def exemplars_of(assignment: str) -> tuple[Exemplar, ...]:
    """The exemplars of one assignment, by id; none where it has none.

    Raises FaultyExemplar where a file cannot be read.
    """
    return tuple(one for one in _all() if one.assignment == assignment)


def read_exemplars(folder: Path = FOLDER) -> tuple[dict[str, Exemplar], list[Problem]]:
    """Every exemplar that can be read, by its file's path as messages name it, and what is wrong.

    Paths are relative to the distribution.
    """
    found: dict[str, Exemplar] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        where = f"attunement_grading/exemplars/{path.name}"
        item, faults = read_file(path, where, Exemplar)
        problems += faults
        if item:
            found[where] = item
    return found, problems


@lru_cache(maxsize=1)
def _all() -> tuple[Exemplar, ...]:
    found, problems = read_exemplars()
    if problems:
        raise FaultyExemplar(str(problems[0]))
    return tuple(found.values())

"""A rubric as marking uses it: points, levels in words, what the next level asks.

The catalogue's rubric is the one source of points. A criterion is worth its top level; marks
may be half-levels, because the instruments this follows allow intermediate judgements
(Kember et al. 2008, doi 10.1080/02602930701293355).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from attunement_course import catalog


@dataclass(frozen=True)
class Level:
    """One level of a criterion: its points, its name and what it looks like."""

    level: int
    name: str
    words: str


@dataclass(frozen=True)
class Standing:
    """Where a mark stands on a criterion, ready to be read out.

    ``level`` names it ("between understanding and reflection"), ``reached`` are the words of
    the highest level wholly reached (None below the first), ``coming`` the level to aim for
    next (None at the top).
    """

    level: str
    reached: str | None
    coming: Level | None


@dataclass(frozen=True)
class Criterion:
    """One thing that is looked for, worth the points of its top level."""

    id: str
    title: str
    question: str
    levels: tuple[Level, ...]

    @property
    def points(self) -> int:
        """Points of the top level, which is what the criterion's cell is worth."""
        return self.levels[-1].level

    def standing(self, points: float) -> Standing:
        """``points`` put into words.

        Any mark between two levels counts as between them. More than the top, which
        nbgrader's extra credit allows, reads as the top. Raises ValueError for a mark that
        is negative or not a number.
        """
        if math.isnan(points) or points < 0:
            raise ValueError(f"criterion {self.id}: a mark is 0 to {self.points} (got {points})")
        below = [level for level in self.levels if level.level <= points]
        above = [level for level in self.levels if level.level > points]
        coming = above[0] if above else None
        if not below:
            return Standing(self._below_first(points), None, coming)
        reached = below[-1]
        between = coming is not None and points > reached.level
        name = f"between {reached.name} and {coming.name}" if between and coming else reached.name
        return Standing(name, reached.words, coming)

    def _below_first(self, points: float) -> str:
        return f"below {self.levels[0].name}" if points else "nothing to mark yet"


@dataclass(frozen=True)
class Rubric:
    """How one assignment is marked."""

    assignment: str
    title: str
    word_guide: tuple[int, int]
    criteria: tuple[Criterion, ...]
    never_scored: tuple[str, ...]

    @property
    def points(self) -> int:
        """Points of the whole assignment: the sum over its criteria."""
        return sum(criterion.points for criterion in self.criteria)

    def grade_id(self, criterion: Criterion) -> str:
        """The nbgrader id of a criterion's task cell, e.g. ``p2-observation``."""
        return f"{self.assignment}-{criterion.id}"

    @property
    def answer_id(self) -> str:
        """The nbgrader id of the answer cell, e.g. ``p2-answer``."""
        return f"{self.assignment}-answer"

    @property
    def box_id(self) -> str:
        """The cell id of the box for the learner's own view, e.g. ``p2-self-assessment``."""
        return f"{self.assignment}-self-assessment"


def rubric_of(assignment: str) -> Rubric:
    """The rubric of an assignment, from the catalogue; UnknownId where there is none."""
    return from_item(catalog.rubric(assignment))


def from_item(item: dict[str, Any]) -> Rubric:
    """A rubric from the catalogue's plain dict."""
    low, high = item["word_guide"]
    return Rubric(
        assignment=item["assignment"],
        title=item["title"],
        word_guide=(low, high),
        criteria=tuple(_criterion(criterion) for criterion in item["criteria"]),
        never_scored=tuple(item["never_scored"]),
    )


def _criterion(item: dict[str, Any]) -> Criterion:
    levels = (Level(level["level"], level["name"], level["words"]) for level in item["levels"])
    ordered = tuple(sorted(levels, key=lambda level: level.level))
    return Criterion(item["id"], item["title"], item["question"], ordered)

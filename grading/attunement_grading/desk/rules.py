"""From markers' marks to a grade: pure functions of numbers, the same for tests and the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean, median

RULES = {
    "reconciled": "What the markers agree on where they lie far apart, else the mean of their "
    "marks. A piece on which they lie far apart waits until they have talked.",
    "mean": "The mean of all markers' marks, criterion by criterion. Nothing waits.",
    "median": "The median of all markers' marks, criterion by criterion. Nothing waits.",
    "first": "The first marker's marks. A second reading only shows how well markers agree.",
}
"""The rules that an instructor chooses from, in words."""
WIDE = 2.0
"""Levels apart from which two marks on a criterion are talked through (domain: adjudicate gaps
of two levels or more)."""

Levels = Mapping[str, float]


@dataclass(frozen=True)
class Reading:
    """One marker's finished marks on a piece: as which part, levels and comments by criterion."""

    marker: str
    part: str
    levels: Levels
    comments: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """The sum of its levels."""
        return sum(self.levels.values())


def wide(readings: Sequence[Reading]) -> list[str]:
    """Criteria on which two readings lie two levels or more apart, in the first one's order."""
    return [
        name
        for name in _common(readings)
        if _spread([one.levels[name] for one in readings]) >= WIDE
    ]


def _common(readings: Sequence[Reading]) -> list[str]:
    """The criteria that every reading has a level for."""
    if not readings:
        return []
    return [name for name in readings[0].levels if all(name in one.levels for one in readings)]


def _spread(levels: Sequence[float]) -> float:
    return max(levels) - min(levels)


def crossed(readings: Sequence[Reading], boundaries: Sequence[float]) -> list[float]:
    """Boundaries that some totals reach and others do not."""
    totals = [one.total for one in readings]
    return [b for b in boundaries if min(totals, default=b) < b <= max(totals, default=b)]


def far_apart(readings: Sequence[Reading], boundaries: Sequence[float]) -> bool:
    """Whether two readings have to be talked through."""
    return len(readings) > 1 and bool(wide(readings) or crossed(readings, boundaries))


def grade(
    rule: str, readings: Sequence[Reading], agreed: Levels, boundaries: Sequence[float]
) -> Levels | None:
    """The level of each criterion, or None while the rule waits for people.

    ``readings`` are all that were allotted, the first marker's first. ``agreed`` holds what
    they agreed on, for every criterion or none. A third reading settles what two could not:
    the median of three then counts under the rule "reconciled".
    """
    if not readings:
        return None
    if rule == "first":
        return dict(readings[0].levels)
    if rule == "reconciled" and agreed:
        return dict(agreed)
    if rule == "reconciled" and len(readings) == 2 and far_apart(readings, boundaries):
        return None
    middle = median if rule == "median" or (rule == "reconciled" and len(readings) > 2) else mean
    return {name: middle([one.levels[name] for one in readings]) for name in readings[0].levels}


def comments(readings: Sequence[Reading], criterion: str) -> str:
    """What all markers wrote to a criterion, each text once, in the order of their readings."""
    said = (one.comments.get(criterion, "").strip() for one in readings)
    return "\n\n".join(dict.fromkeys(text for text in said if text))

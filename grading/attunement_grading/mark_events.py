"""Marks as events: what the marking desk appends, one row a mark, never overwritten.

:mod:`attunement_grading.desk.events` reads them out of the desk's tables; agreement among
markers and the audit export are made of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

LIVE = "live"
"""Kind of a mark that a marker gave a learner's work alone, before seeing anybody else's."""


@dataclass(frozen=True)
class MarkEvent:
    """One mark on one criterion of one piece of work, as it was given."""

    submission: str
    """Id of the piece of work."""
    marker: str
    """Id of who gave the mark."""
    criterion: str
    """Id of the rubric's criterion, e.g. ``observation``."""
    level: float | None
    """The level given, half-levels included; None where the mark was taken back."""
    comment: str
    """What the marker wrote to the learner."""
    rubric_hash: str
    """Hash of the rubric as it stood when the mark was given."""
    time: datetime
    """When the mark was given, in UTC."""
    kind: str
    """:data:`LIVE`, or another word: calibration or drift on an exemplar, a reading on appeal."""
    locked: bool
    """Whether the marker has finished the reading, and cannot change it by others' marks."""


def standing(events: Iterable[MarkEvent]) -> list[MarkEvent]:
    """Each marker's latest event on each criterion of each piece, oldest first.

    Events of the same time stand in the order in which they came.
    """
    latest: dict[tuple[str, str, str], MarkEvent] = {}
    for event in sorted(events, key=lambda one: one.time):
        key = (event.submission, event.marker, event.criterion)
        latest.pop(key, None)
        latest[key] = event
    return list(latest.values())

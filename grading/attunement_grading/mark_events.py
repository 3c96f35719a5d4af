"""Marks as events: what the marking desk appends, one row a mark, never overwritten.

This side knows the rows only by the protocol below, so that any table that has these columns
can be handed to :func:`attunement_grading.agreement.ratings_of` and to the audit export.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

LIVE = "live"
"""Kind of a mark that a marker gave a learner's work alone, before seeing anybody else's."""


class MarkEvent(Protocol):
    """One mark on one criterion of one piece of work, as it was given."""

    @property
    def submission(self) -> str:
        """Id of the piece of work."""
        ...

    @property
    def marker(self) -> str:
        """Id of who gave the mark."""
        ...

    @property
    def criterion(self) -> str:
        """Id of the rubric's criterion, e.g. ``observation``."""
        ...

    @property
    def level(self) -> float | None:
        """The level given, half-levels included; None where the mark was taken back."""
        ...

    @property
    def comment(self) -> str | None:
        """What the marker wrote to the learner."""
        ...

    @property
    def rubric_hash(self) -> str:
        """Hash of the rubric as it stood when the mark was given."""
        ...

    @property
    def time(self) -> datetime:
        """When the mark was given."""
        ...

    @property
    def kind(self) -> str:
        """:data:`LIVE`, or another word: calibration on an exemplar, a mark agreed in talk."""
        ...

    @property
    def locked(self) -> bool:
        """Whether the marker has finished the reading, and cannot change it by others' marks."""
        ...


Event = TypeVar("Event", bound=MarkEvent)


def standing(events: Iterable[Event]) -> list[Event]:
    """Each marker's latest event on each criterion of each piece, oldest first.

    Events of the same time stand in the order in which they came.
    """
    latest: dict[tuple[str, str, str], Event] = {}
    for event in sorted(events, key=lambda one: one.time):
        key = (event.submission, event.marker, event.criterion)
        latest.pop(key, None)
        latest[key] = event
    return list(latest.values())

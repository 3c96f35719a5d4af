"""What the page says of the learner's own record, and what it lets the learner do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from attunement_course.responses import EXPORT_FORMAT, LearnerRecord


@dataclass(frozen=True)
class Record:
    """Where the record lies, and a sentence about what it holds."""

    where: str
    holds: str


def describe() -> Record:
    """The record as it is now; reading it makes nothing on disk."""
    mine = LearnerRecord()
    count = len(mine.attempts())
    if count == 0:
        return Record(mine.described, "It is empty so far.")
    return Record(mine.described, f"It holds {count} attempt{'' if count == 1 else 's'}.")


def export() -> dict[str, Any]:
    """Every attempt, in the form that `attunement record export` writes."""
    return {"format": EXPORT_FORMAT, "attempts": LearnerRecord().attempts()}


def erase() -> int:
    """Erase the record; the number of attempts that went."""
    return LearnerRecord().erase()

"""What a run did, and who is told while it does it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .job import Outcome


@dataclass
class Report:
    """What a run did."""

    total: int = 0
    skipped: int = 0
    graded: int = 0
    """Submissions that all went well with."""
    failed: dict[str, str] = field(default_factory=dict)
    """Why, by learner."""
    notes: dict[str, list[str]] = field(default_factory=dict)
    """What deserves a look, by learner."""
    seconds: float = 0.0
    sandbox: str = ""
    """What kept learners' code apart, where there was any."""

    @property
    def done(self) -> int:
        """Submissions that this run dealt with so far."""
        return self.graded + len(self.failed)

    def take(self, outcome: Outcome) -> None:
        """Count one more."""
        if outcome.error:
            self.failed[outcome.student] = outcome.error
        else:
            self.graded += 1
        if outcome.notes:
            self.notes[outcome.student] = outcome.notes


class Watch:
    """Is told how a run goes on. Each method may be overridden."""

    def planned(self, report: Report) -> None:
        """It is known how much there is to do."""

    def graded(self, outcome: Outcome, report: Report) -> None:
        """A submission was dealt with, well or not."""

    def ended(self, report: Report) -> None:
        """The run came to its end."""

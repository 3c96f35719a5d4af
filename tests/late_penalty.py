"""A course's own plugin of nbgrader's, in a module that every worker can import."""

from __future__ import annotations

from nbgrader.plugins import BasePlugin


class HalfAPointADay(BasePlugin):
    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float:
        """Half a point for each day that has begun."""
        return 0.5 * (1 + total_seconds_late // 86400)

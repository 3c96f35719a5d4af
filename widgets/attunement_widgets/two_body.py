"""Exercise 2.4, the two-body lab: Python's side of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.endings import LINES, edge, meets_mastery
from attunement_course.simulation.two_body import (
    STRONG,
)

from ._base import Exercise

SOURCES = ["two_body.py", "endings.py", "springs.py"]
TURNING = ["nobody", "helper", "client", "both"]
"""Whose mood somebody may expect to change direction on the way."""
PLANE = {"helper": (-4.0, 4.0), "client": (-6.0, 3.0)}
"""The moods that the page shows."""


class TwoBody(Exercise):
    """Two moods that pull on each other, and an edge between two endings."""

    bundle = "m2-two-body.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the reasons to choose among, who can move what, and the models' source."""
        source = files("attunement_course") / "simulation"
        return {
            **super().page_content(),
            "reasons": catalog.reasons(self.exercise_id),
            "levers": catalog.levers(self.exercise_id),
            "source": {name: (source / name).read_text("utf-8") for name in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Moods within the plane, choices among those offered, and mastery as it works out."""
        prediction, known = answer["prediction"], [one["id"] for one in self.content["reasons"]]
        if answer["line"] not in LINES:
            return f"line: expected one of {LINES} (got {answer['line']!r})"
        return (
            _outside("prediction.helper", prediction["helper"], "helper")
            or _outside("prediction.client", prediction["client"], "client")
            or _not_among("prediction.turning", prediction["turning"], TURNING)
            or _outside("edge", answer["edge"], "helper")
            or _not_among("reason", answer["reason"], known)
            or self._wrong_mark(answer)
        )

    def right_answers(self) -> list[dict[str, Any]]:
        """The edge along each line, a little beside it, with the sound reason."""
        sound = next(one["id"] for one in self.content["reasons"] if one["sound"])
        return [self._answer(line, _edge(line) + 0.1, sound) for line in LINES]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """An edge too far off; and a reason that does not hold."""
        reasons = self.content["reasons"]
        sound = next(one["id"] for one in reasons if one["sound"])
        unsound = next(one["id"] for one in reasons if not one["sound"])
        return [
            self._answer(LINES[0], _edge(LINES[0]) + 0.5, sound),
            self._answer(LINES[2], _edge(LINES[2]), unsound),
        ]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """A line nobody was given, moods off the plane, unknown choices, a wrong mark, no form."""
        sound = self.right_answers()[0]
        return [
            {**sound, "line": -1.0},
            {**sound, "edge": 9.0},
            {**sound, "reason": "because"},
            {**sound, "prediction": {**sound["prediction"], "client": 4.0}},
            {**sound, "prediction": {**sound["prediction"], "turning": "all"}},
            {**sound, "met": False},
            {},
        ]

    def _wrong_mark(self, answer: dict[str, Any]) -> str:
        if answer["met"] is self._is_met(answer):
            return ""
        return f"met: the edge and the reason come to {not answer['met']} (got {answer['met']})"

    def _is_met(self, answer: dict[str, Any]) -> bool:
        sound = {one["id"]: one["sound"] for one in self.content["reasons"]}
        return meets_mastery(_edge(answer["line"]), answer["edge"], sound[answer["reason"]])

    def _answer(self, line: float, said: float, reason: str) -> dict[str, Any]:
        prediction = {"helper": 0.3, "client": -1.0, "turning": "nobody"}
        answer = {"prediction": prediction, "line": line, "edge": said, "reason": reason}
        return {**answer, "met": self._is_met(answer)}


def _edge(line: float) -> float:
    found = edge(line, STRONG)
    if found is None:
        raise LookupError(f"line {line}: the endings do not change along it")
    return found


def _outside(place: str, mood: float, whose: str) -> str:
    low, high = PLANE[whose]
    return "" if low <= mood <= high else f"{place}: expected {low} to {high} (got {mood})"


def _not_among(place: str, value: str, known: list[str]) -> str:
    return "" if value in known else f"{place}: expected one of {', '.join(known)} (got {value!r})"

"""Exercise 1.2, the synchrony lab: Python's side of it."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.recordings import (
    PAIRS,
    SAMPLES,
    correlations_of_strangers,
    count_alarms,
    meets_mastery,
)
from attunement_course.simulation.series import MEMORY

from ._base import Exercise

SOURCES = ["series.py", "correlation.py", "synchrony.py", "recordings.py"]
RECORDINGS = ["a", "b"]
MOST_LAG = 50
"""Samples: 10 seconds, the longest lag that the page looks at."""
SEEDS = 1_000_000
WORK_PARTS = ("id", "authors", "year", "where", "doi", "finding", "mark_words")


class Synchrony(Exercise):
    """A hundred strangers who look linked, a pair that met, and a figure to be read."""

    bundle = "m1-synchrony.js"

    def page_content(self) -> dict[str, Any]:
        """Adds reasons, readings, levers, the works it names, and the models' source."""
        source = files("attunement_course") / "simulation"
        works = map(catalog.work, catalog.exercise(self.exercise_id)["works"])
        return {
            **super().page_content(),
            "reasons": catalog.reasons(self.exercise_id),
            "readings": catalog.readings(self.exercise_id),
            "levers": catalog.levers(self.exercise_id),
            "works": [{part: one[part] for part in WORK_PARTS if part in one} for one in works],
            "source": {name: (source / name).read_text("utf-8") for name in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Choices among those offered, and the alarms counted again for the same seed."""
        reasons = [one["id"] for one in self.content["reasons"]]
        return (
            _no_whole("seed", answer["seed"], 0, SEEDS - 1)
            or _no_whole("prediction.called", answer["prediction"]["called"], 0, PAIRS)
            or _not_among("prediction.first", answer["prediction"]["first"], ["yes", "no"])
            or _not_among("reason", answer["reason"], reasons)
            or _not_among("recording", answer["recording"], RECORDINGS)
            or _no_whole("lag", answer["lag"], -MOST_LAG, MOST_LAG)
            or self._fault_of_readings(answer["readings"])
            or _wrong_count(answer["seed"], answer["counted"])
            or self._wrong_mark(answer)
        )

    def right_answers(self) -> list[dict[str, Any]]:
        """The count predicted on the spot, and somewhat off; a reason and readings that hold."""
        return [self._answer(1, off=0), self._answer(2, off=-12)]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """What the test promises taken at its word; an unsound reason; one reading amiss."""
        unsound = next(one["id"] for one in self.content["reasons"] if not one["sound"])
        readings = {**self._readings(), "helps-a-little": True}
        return [
            self._answer(1, off=5 - alarms(1)),
            self._answer(1, off=0, reason=unsound),
            self._answer(1, off=0, readings=readings),
        ]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """A count that is not the seed's, choices nobody offered, a wrong mark, no form."""
        sound = self._answer(1, off=0)
        prediction = sound["prediction"]
        return [
            {**sound, "counted": sound["counted"] + 1},
            {**sound, "seed": -1},
            {**sound, "prediction": {**prediction, "called": 101}},
            {**sound, "prediction": {**prediction, "first": "perhaps"}},
            {**sound, "reason": "because"},
            {**sound, "recording": "c"},
            {**sound, "lag": 1.2},
            {**sound, "readings": {"helps-a-little": False}},
            {**sound, "readings": {**sound["readings"], "helps-a-little": "no"}},
            {**sound, "met": False},
            {},
        ]

    def _fault_of_readings(self, given: dict[str, Any]) -> str:
        known = [one["id"] for one in self.content["readings"]]
        if sorted(given) != sorted(known):
            return f"readings: expected one for each of {', '.join(known)} (got {len(given)})"
        for id, says in given.items():
            if not isinstance(says, bool):
                return f"readings.{id}: expected true or false (got {says!r})"
        return ""

    def _wrong_mark(self, answer: dict[str, Any]) -> str:
        if answer["met"] is self._is_met(answer):
            return ""
        return f"met: the choices come to {not answer['met']} (got {answer['met']})"

    def _is_met(self, answer: dict[str, Any]) -> bool:
        sound = {one["id"]: one["sound"] for one in self.content["reasons"]}
        return meets_mastery(
            answer["prediction"]["called"],
            answer["counted"],
            sound[answer["reason"]],
            answer["readings"] == self._readings(),
        )

    def _readings(self) -> dict[str, bool]:
        return {one["id"]: one["says"] for one in self.content["readings"]}

    def _answer(
        self,
        seed: int,
        *,
        off: int,
        reason: str = "less-news",
        readings: dict[str, bool] | None = None,
    ) -> dict[str, Any]:
        counted = alarms(seed)
        answer = {
            "seed": seed,
            "prediction": {"first": "no", "called": counted + off},
            "counted": counted,
            "reason": reason,
            "recording": "a",
            "lag": 8,
            "readings": readings or self._readings(),
        }
        return {**answer, "met": self._is_met(answer)}


@lru_cache(maxsize=32)
def alarms(seed: int) -> int:
    """How many of the hundred strangers of a seed the textbook test calls linked.

    Drawing them again takes a kernel about a second.
    """
    return count_alarms(correlations_of_strangers(seed, 0, PAIRS, SAMPLES, MEMORY), SAMPLES)


def _wrong_count(seed: int, counted: int) -> str:
    found = alarms(seed)
    return "" if counted == found else f"counted: the seed leads to {found} (got {counted!r})"


def _no_whole(place: str, value: Any, low: int, high: int) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return ""
    return f"{place}: expected a whole number from {low} to {high} (got {value!r})"


def _not_among(place: str, value: str, known: list[str]) -> str:
    return "" if value in known else f"{place}: expected one of {', '.join(known)} (got {value!r})"

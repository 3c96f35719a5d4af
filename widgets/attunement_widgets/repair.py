"""Exercise 1.3, match, mismatch, repair: Python's side of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.repair import play
from attunement_course.simulation.repairers import (
    Summary,
    acts_by,
    ample_seed,
    check_acts,
    meets_mastery,
    summarise,
)

from ._base import Exercise

SOURCES = ["drift.py", "repair.py", "repairers.py"]
REACHED = ["trust", "in_step", "repairs", "inside"]
SAME = 1e-9


class Repair(Exercise):
    """A conversation that drifts out of step, and when to mend it: by the clock or without."""

    bundle = "m1-repair.js"

    def page_content(self) -> dict[str, Any]:
        """Adds whom one may meet, the statements, who can move what, and the models' source."""
        source = files("attunement_course") / "simulation"
        return {
            **super().page_content(),
            "encounters": catalog.encounters(),
            "reasons": catalog.reasons(self.exercise_id),
            "levers": catalog.levers(self.exercise_id),
            "source": {name: (source / name).read_text("utf-8") for name in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Replays the conversation: the seed and the acts must lead where the answer says."""
        return (
            _not_among("encounter", answer["encounter"], self._pairs())
            or _not_among("reason", answer["reason"], self._sound())
            or _not_a_share("prediction.in_step", answer["prediction"]["in_step"])
            or _not_a_share("prediction.inside", answer["prediction"]["inside"])
            or check_acts(answer["acts"])
            or self._wrong_end(answer)
        )

    def right_answers(self) -> list[dict[str, Any]]:
        """With each person, repairs at the cue or after a question, and the sound statement."""
        sound = self._reason(True)
        return [
            self._answer(person, rule, sound)
            for person in self._pairs()
            for rule in ("well_timed", "asks_first")
        ]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """Repairs at other times or none; and repairs in time with a statement that fails."""
        first, sound = next(iter(self._pairs())), self._reason(True)
        rules = ("always_early", "always_late", "never", "constant_matcher")
        mistimed = [self._answer(first, rule, sound) for rule in rules]
        return [*mistimed, self._answer(first, "well_timed", self._reason(False))]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """Nobody met, acts that are none or too few, an end elsewhere, a wrong mark, no form."""
        sound = self.right_answers()[0]
        return [
            {**sound, "encounter": "nobody"},
            {**sound, "reason": "because"},
            {**sound, "acts": ["sing", *sound["acts"][1:]]},
            {**sound, "acts": sound["acts"][:-1]},
            {**sound, "acts": ["repair", *sound["acts"][1:]]},
            {**sound, "seed": sound["seed"] + 1},
            {**sound, "reached": {**sound["reached"], "trust": 1.0}},
            {**sound, "prediction": {"in_step": 30, "inside": 0.5}},
            {**sound, "met": False},
            {},
        ]

    def _wrong_end(self, answer: dict[str, Any]) -> str:
        summary = self._summary(answer["encounter"], answer["acts"], answer["seed"])
        for name in REACHED:
            if abs(summary[name] - answer["reached"][name]) > SAME:
                return f"reached.{name}: the acts and the seed lead elsewhere"
        met = meets_mastery(summary, self._sound()[answer["reason"]])
        if answer["met"] is not met:
            return f"met: the repairs and the statement come to {met} (got {answer['met']})"
        return ""

    def _pairs(self) -> dict[str, dict[str, Any]]:
        return {one["id"]: one["pair"] for one in self.content["encounters"]}

    def _sound(self) -> dict[str, bool]:
        return {one["id"]: one["sound"] for one in self.content["reasons"]}

    def _reason(self, sound: bool) -> str:
        return next(id for id, holds in self._sound().items() if holds is sound)

    def _summary(self, encounter: str, acts: list[str], seed: int) -> Summary:
        pair = self._pairs()[encounter]
        return summarise(play(pair, acts, seed), acts, pair["window"])

    def _answer(self, encounter: str, rule: str, reason: str) -> dict[str, Any]:
        pair = self._pairs()[encounter]
        seed = ample_seed(pair, 3)
        acts = acts_by(rule, pair, seed)
        summary = self._summary(encounter, acts, seed)
        return {
            "encounter": encounter,
            "seed": seed,
            "prediction": {"in_step": 0.6, "inside": 0.5},
            "acts": acts,
            "reached": {name: summary[name] for name in REACHED},
            "reason": reason,
            "met": meets_mastery(summary, self._sound()[reason]),
        }


def _not_among(place: str, value: Any, known: dict[str, Any]) -> str:
    return "" if value in known else f"{place}: expected one of {', '.join(known)} (got {value!r})"


def _not_a_share(place: str, value: float) -> str:
    return "" if 0 <= value <= 1 else f"{place}: expected 0 to 1 (got {value})"

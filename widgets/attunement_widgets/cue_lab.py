"""Exercise 1.1, the cue lab: Python's side of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.cue_readers import open_ones, reported, sharpened
from attunement_course.simulation.cue_tables import CHANNELS, STATES
from attunement_course.simulation.meetings import MEETINGS, Meeting, draw_run
from attunement_course.simulation.shares import (
    UNIT,
    from_percents,
    in_tenths,
    meets_mastery,
    share_asked,
    share_parts,
)

from ._base import Exercise

SOURCES = [
    "simulation/cues.py",
    "simulation/cue_tables.py",
    "simulation/showing.py",
    "simulation/meetings.py",
    "simulation/shares.py",
    "simulation/cue_readers.py",
    "scoring.py",
]
STATE_WORDS = {
    "glad": "Glad",
    "low": "Low",
    "worried": "Worried",
    "cross": "Cross",
    "startled": "Taken aback",
    "settled": "At ease",
}
SAMPLE_SEED = 1


class CueLab(Exercise):
    """Twenty-four meetings: a reading in shares of 100 % each, and a question or none."""

    bundle = "m1-cues.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the people, the places, the states in words, and the models' own source."""
        course = files("attunement_course")
        return {
            **super().page_content(),
            "people": catalog.people(),
            "settings": catalog.settings(),
            "states": {state: STATE_WORDS[state] for state in STATES},
            "levers": catalog.levers(self.exercise_id),
            "source": {path.split("/")[-1]: (course / path).read_text("utf-8") for path in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Whole readings of every meeting, and mastery as the run that the seed leads to has it."""
        prediction = answer["prediction"]
        if prediction["likeliest"] not in range(MEETINGS + 1):
            return f"prediction.likeliest: expected 0 to 24 (got {prediction['likeliest']!r})"
        if prediction["channel"] not in CHANNELS:
            expected = ", ".join(CHANNELS)
            return f"prediction.channel: expected one of {expected} (got {prediction['channel']!r})"
        if len(answer["readings"]) != MEETINGS:
            return f"readings: expected {MEETINGS} (got {len(answer['readings'])})"
        faults = (_fault_of(place, one) for place, one in enumerate(answer["readings"]))
        return next(filter(None, faults), "") or self._wrong_mark(answer)

    def right_answers(self) -> list[dict[str, Any]]:
        """A reader who knows the model, and one who sees less in it; both ask where it is open."""
        return [self._mastered(1.0), self._mastered(1.25)]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """The same reader far too sure; one who asks nobody; one who always says the same."""
        run = self._run(SAMPLE_SEED)
        certain = [[100, 0, 0, 0, 0, 0] for _ in run]
        return [
            self._answer(SAMPLE_SEED, _read(run, 0.25), open_ones(run)),
            self._answer(SAMPLE_SEED, _read(run, 1.0), [False] * MEETINGS),
            self._answer(SAMPLE_SEED, certain, [True] * MEETINGS),
        ]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """Shares that are no whole, or between steps; too few readings; a wrong mark; no form."""
        sound = self.wrong_answers()[1]
        first, *rest = sound["readings"]
        return [
            {**sound, "readings": [{**first, "shares": [50, 40, 0, 0, 0, 0]}, *rest]},
            {**sound, "readings": [{**first, "shares": [55, 45, 0, 0, 0, 0]}, *rest]},
            {**sound, "readings": [{**first, "shares": [110, -10, 0, 0, 0, 0]}, *rest]},
            {**sound, "readings": [{**first, "shares": [50, 50]}, *rest]},
            {**sound, "readings": [{**first, "asked": "yes"}, *rest]},
            {**sound, "readings": rest},
            {**sound, "prediction": {**sound["prediction"], "channel": "hands"}},
            {**sound, "prediction": {**sound["prediction"], "likeliest": 25}},
            {**sound, "met": not sound["met"]},
            {},
        ]

    def _run(self, seed: int) -> list[Meeting]:
        return draw_run(self.content["people"], self.content["settings"], seed)

    def _wrong_mark(self, answer: dict[str, Any]) -> str:
        met = self._is_met(answer)
        if answer["met"] is met:
            return ""
        return f"met: the seed and the readings come to {met} (got {answer['met']})"

    def _is_met(self, answer: dict[str, Any]) -> bool:
        run = self._run(answer["seed"])
        readings = [from_percents(one["shares"]) for one in answer["readings"]]
        asked = [one["asked"] for one in answer["readings"]]
        parts = share_parts(readings, reported(run))
        likely = [meeting["chances"] for meeting in run]
        return meets_mastery(parts["reliability"], share_asked(likely, asked))

    def _mastered(self, temperature: float) -> dict[str, Any]:
        """Over 24 meetings chance alone may fail a sound reader: the first run that does not."""
        for seed in range(1, 50):
            run = self._run(seed)
            answer = self._answer(seed, _read(run, temperature), open_ones(run))
            if answer["met"]:
                return answer
        raise LookupError(f"{self.exercise_id}: a reader who knows the model never meets mastery")

    def _answer(self, seed: int, shares: list[list[int]], asked: list[bool]) -> dict[str, Any]:
        readings = [{"shares": a, "asked": b} for a, b in zip(shares, asked, strict=True)]
        prediction = {"likeliest": 14, "channel": "posture"}
        answer = {"seed": seed, "prediction": prediction, "readings": readings}
        return {**answer, "met": self._is_met(answer)}


def _read(run: list[Meeting], temperature: float) -> list[list[int]]:
    return [in_tenths(sharpened(meeting["chances"], temperature)) for meeting in run]


def _fault_of(place: int, reading: dict[str, Any]) -> str:
    shares = reading["shares"]
    if len(shares) != len(STATES):
        return f"readings.{place}.shares: expected {len(STATES)} (got {len(shares)})"
    for i, share in enumerate(shares):
        if share not in range(0, 101, UNIT):
            return f"readings.{place}.shares.{i}: expected 0 to 100 by tens (got {share!r})"
    if sum(shares) != 100:
        return f"readings.{place}.shares: expected a sum of 100 (got {sum(shares)})"
    if not isinstance(reading["asked"], bool):
        return f"readings.{place}.asked: expected true or false (got {reading['asked']!r})"
    return ""

"""Exercise 2.3, taking or getting a perspective: Python's side of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.perspective import (
    QUESTIONS_ASKED,
    TOP,
    WAYS,
    choose_portraits,
    confidence_gap,
    mean_error,
    partner_views,
    person_seed,
)
from attunement_course.simulation.readers import informed

from ._base import Exercise

SOURCES = ["perspective.py", "readers.py"]
ROUNDS = ["taking", "getting"]
SAME = 1e-9


class Perspective(Exercise):
    """Guess one person's views by imagining, and another's after asking two questions."""

    bundle = "m2-perspective.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the portraits, what they are asked about, and the models' own source."""
        source = files("attunement_course") / "simulation"
        return {
            **super().page_content(),
            "portraits": catalog.portraits(),
            "topics": catalog.topics(),
            "source": {name: (source / name).read_text("utf-8") for name in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Draws the people again: who was met, and how far off the ratings were, must agree."""
        if answer["predicted"] not in WAYS:
            return f"predicted: expected one of {', '.join(WAYS)} (got {answer['predicted']!r})"
        if not -TOP <= answer["gap"] <= TOP:
            return f"gap: expected -10 to 10 points (got {answer['gap']})"
        met = choose_portraits(self._ids("portraits"), answer["seed"])
        for way, portrait in zip(ROUNDS, met, strict=True):
            fault = self._fault_of_round(answer, way, portrait)
            if fault:
                return fault
        return self._fault_of_questions(answer["getting"])

    def right_answers(self) -> list[dict[str, Any]]:
        """A least-squares reader who predicts that asking is nearer and tells the gap."""
        return [self._answer(seed, "getting", off=0.0) for seed in (3, 11)]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """The same reader who predicts otherwise, or tells a gap that is not there."""
        return [self._answer(3, "same", off=0.0), self._answer(3, "getting", off=1.0)]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """An unknown way, somebody else met, ratings and errors that cannot be, one question."""
        sound = self._answer(3, "getting", off=0.0)
        taking, getting = sound["taking"], sound["getting"]
        first = self._ids("topics")[0]
        return [
            {**sound, "predicted": "both"},
            {**sound, "gap": 40},
            {**sound, "taking": {**taking, "portrait": "nobody"}},
            {**sound, "taking": {**taking, "ratings": {**taking["ratings"], first: 11}}},
            {**sound, "taking": {**taking, "ratings": {first: 5}}},
            {**sound, "taking": {**taking, "expected": 7}},
            {**sound, "getting": {**getting, "error": getting["error"] + 0.1}},
            {**sound, "getting": {**getting, "asked": getting["asked"][:1]}},
            {},
        ]

    def _fault_of_round(self, answer: dict[str, Any], way: str, portrait: str) -> str:
        given, topics = answer[way], self._ids("topics")
        if given["portrait"] != portrait:
            return f"{way}.portrait: the seed leads to {portrait} (got {given['portrait']!r})"
        if sorted(given["ratings"]) != sorted(topics):
            return f"{way}.ratings: expected one for each of {len(topics)} topics"
        for id, rating in given["ratings"].items():
            if rating not in range(int(TOP) + 1):
                return f"{way}.ratings.{id}: expected whole points from 0 to 10 (got {rating!r})"
        if not 0 <= given["expected"] <= 5:
            return f"{way}.expected: expected 0 to 5 points (got {given['expected']})"
        error = mean_error(given["ratings"], self._views(answer["seed"], way), topics)
        if abs(error - given["error"]) > SAME:
            return f"{way}.error: the ratings are off by {error:.2f} points (got {given['error']})"
        return ""

    def _fault_of_questions(self, given: dict[str, Any]) -> str:
        asked, topics = given["asked"], self._ids("topics")
        if len(set(asked)) != QUESTIONS_ASKED or not set(asked) <= set(topics):
            return f"getting.asked: expected {QUESTIONS_ASKED} different topics (got {len(asked)})"
        return ""

    def _ids(self, kind: str) -> list[str]:
        return [one["id"] for one in self.content[kind]]

    def _views(self, seed: int, way: str) -> dict[str, int]:
        met = choose_portraits(self._ids("portraits"), seed)[ROUNDS.index(way)]
        return partner_views(self._expected(met), self.content["topics"], person_seed(seed, way))

    def _expected(self, portrait: str) -> dict[str, float]:
        found = {one["id"]: one for one in self.content["portraits"]}
        return found[portrait]["expected"]

    def _answer(self, seed: int, predicted: str, *, off: float) -> dict[str, Any]:
        topics = self._ids("topics")
        rounds = {
            "taking": self._round(seed, "taking", []),
            "getting": {**self._round(seed, "getting", topics[:2]), "asked": topics[:2]},
        }
        gap = confidence_gap(rounds["taking"]["error"], rounds["taking"]["expected"])
        return {"seed": seed, "predicted": predicted, "gap": round(gap + off, 1), **rounds}

    def _round(self, seed: int, way: str, asked: list[str]) -> dict[str, Any]:
        portrait = choose_portraits(self._ids("portraits"), seed)[ROUNDS.index(way)]
        views = self._views(seed, way)
        beliefs = informed(self._expected(portrait), self.content["topics"], asked, views)
        ratings: dict[str, float] = {id: int(belief + 0.5) for id, belief in beliefs.items()}
        error = mean_error(ratings, views, self._ids("topics"))
        return {"portrait": portrait, "ratings": ratings, "expected": 1.5, "error": error}

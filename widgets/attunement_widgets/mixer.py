"""Exercise 2.2, the empathy mixer: Python's side of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.mixer import LEVERS, meets_mastery

from ._base import Exercise

SOURCES = ["mixer.py"]
ALONE = ["distress", "concern", "both"]
"""What somebody may expect to rise with sharing, where nothing else is there."""


class Mixer(Exercise):
    """Four parts of empathy, and two mixes of them to be told apart."""

    bundle = "m2-mixer.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the levers, the findings to choose among, and the model's own source."""
        source = files("attunement_course") / "simulation"
        return {
            **super().page_content(),
            "levers": catalog.levers(self.exercise_id),
            "findings": [_with_source(finding) for finding in catalog.findings()],
            "source": {name: (source / name).read_text("utf-8") for name in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Levers in range, choices among those offered, and mastery as the model sees it."""
        known = [finding["id"] for finding in self.content["findings"]]
        prediction = answer["prediction"]
        return (
            _out_of_range("prediction", prediction, ["distress", "concern"])
            or _not_among("prediction.alone", prediction["alone"], ALONE)
            or _out_of_range("a", answer["a"], LEVERS)
            or _out_of_range("b", answer["b"], LEVERS)
            or _not_among("lever", answer["lever"], LEVERS)
            or _not_among("finding", answer["finding"], known)
            or self._wrong_mark(answer)
        )

    def right_answers(self) -> list[dict[str, Any]]:
        """Distinction told the two apart; and regulation did, with another finding."""
        return [
            self._answer(_mix(), _mix(distinction=0.9), "distinction", "outcome"),
            self._answer(_mix(regulation=0.9), _mix(), "regulation", "coping-time"),
        ]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """Less sharing, the wrong lever, a finding that is built in, two mixes alike."""
        high, low = _mix(), _mix(distinction=0.9)
        return [
            self._answer(high, _mix(sharing=0.1), "sharing", "outcome"),
            self._answer(high, low, "sharing", "outcome"),
            self._answer(high, low, "distinction", "built-of-parts"),
            self._answer(high, high, "intensity", "accuracy"),
        ]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """A lever out of range or missing, choices nobody offered, a wrong mark, no form."""
        sound = self.right_answers()[0]
        return [
            {**sound, "a": {**sound["a"], "sharing": 1.2}},
            {**sound, "b": {"sharing": 0.5}},
            {**sound, "lever": "warmth"},
            {**sound, "finding": "none"},
            {**sound, "prediction": {**sound["prediction"], "alone": "neither"}},
            {**sound, "prediction": {**sound["prediction"], "concern": -0.1}},
            {**sound, "met": False},
            {},
        ]

    def _wrong_mark(self, answer: dict[str, Any]) -> str:
        if answer["met"] is self._is_met(answer):
            return ""
        return f"met: the mixes and choices come to {not answer['met']} (got {answer['met']})"

    def _is_met(self, answer: dict[str, Any]) -> bool:
        beyond = {one["id"]: one["beyond"] for one in self.content["findings"]}
        return meets_mastery(answer["a"], answer["b"], answer["lever"], beyond[answer["finding"]])

    def _answer(
        self, a: dict[str, float], b: dict[str, float], lever: str, finding: str
    ) -> dict[str, Any]:
        prediction = {"distress": 0.25, "concern": 0.5, "alone": "distress"}
        answer = {"prediction": prediction, "a": a, "b": b, "lever": lever, "finding": finding}
        return {**answer, "met": self._is_met(answer)}


def _mix(
    sharing: float = 0.8, distinction: float = 0.1, regulation: float = 0.1
) -> dict[str, float]:
    return dict(zip(LEVERS, (0.8, sharing, distinction, regulation), strict=True))


def _with_source(finding: dict[str, Any]) -> dict[str, Any]:
    work = catalog.work(finding["work"])
    return {**finding, "source": f"{work['authors']}, {work['year']}"}


def _out_of_range(place: str, values: dict[str, float], names: list[str]) -> str:
    for name in names:
        if not 0 <= values[name] <= 1:
            return f"{place}.{name}: expected 0 to 1 (got {values[name]})"
    return ""


def _not_among(place: str, value: str, known: list[str]) -> str:
    return "" if value in known else f"{place}: expected one of {', '.join(known)} (got {value!r})"

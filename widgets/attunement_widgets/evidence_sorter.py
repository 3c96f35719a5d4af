"""Exercise 0.1, the evidence sorter: claims labelled by their support, with a confidence."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.scoring import brier_score
from attunement_course.simulation.evidence_sets import (
    LABELS,
    SET,
    accepted_labels,
    draw_sets,
    fits,
)

from ._base import Exercise

SOURCES = ["simulation/evidence_sets.py", "simulation/confidence.py", "scoring.py"]
SAME = 1e-9
LABEL_WORDS = {
    "definition": ("Definition or value", "it says what a word means, or what ought to be"),
    "supported": ("Supported", "studies bear it out, be it as a small effect or a correlation"),
    "contested": ("Mixed or contested", "studies, or those who read them, disagree"),
    "unproven": ("Plausible or speculative", "it may be so; next to nothing shows it yet"),
    "overstated": (
        "Overstated, outdated or misread",
        "it goes beyond its source, or the field has moved on",
    ),
}


class EvidenceSorter(Exercise):
    """Twelve claims, then twelve others, each with one of five labels and a confidence."""

    bundle = "m0-sorter.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the claims that can be drawn, the labels in words, and the models' source."""
        course = files("attunement_course")
        labels = {label: LABEL_WORDS[label] for label in LABELS}
        return {
            **super().page_content(),
            "cards": [_card(one) for one in catalog.claims() if _is_sorted(one)],
            "labels": {
                key: {"name": name, "about": about} for key, (name, about) in labels.items()
            },
            "source": {path.split("/")[-1]: (course / path).read_text("utf-8") for path in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Draws the sets again and marks each label again; both must agree with the page's."""
        statuses = self._statuses()
        sets = draw_sets(statuses, answer["seed"])
        if not 1 <= len(answer["sets"]) <= len(sets):
            return f"sets: expected 1 or 2 (got {len(answer['sets'])})"
        for place, given in enumerate(answer["sets"]):
            fault = _fault_of_set(given, sets[place], statuses)
            if fault:
                return f"sets.{place}.{fault}"
        scores = [_score_of(given["given"]) for given in answer["sets"]]
        if len(scores) != len(answer["brier"]):
            return f"brier: expected one for each set (got {len(answer['brier'])})"
        for score, said in zip(scores, answer["brier"], strict=True):
            if abs(score - said) > SAME:
                return f"brier: the labels come to {score:.4f} (got {said})"
        return ""

    def right_answers(self) -> list[dict[str, Any]]:
        """Every label fitting and certain; and a second set that is much better than a first."""
        statuses = self._statuses()
        return [
            _answer(statuses, 1, [(True, 1.0)]),
            _answer(statuses, 2, [(False, 1.0), (False, 0.5)]),
        ]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """No label fitting, all certain; 50 % throughout both sets."""
        statuses = self._statuses()
        return [
            _answer(statuses, 3, [(False, 1.0)]),
            _answer(statuses, 4, [(True, 0.5), (False, 0.5)]),
        ]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """Claims the seed does not draw, a wrong mark, numbers out of range, no form."""
        sound = self.right_answers()[0]
        first, *rest = sound["sets"][0]["given"]
        bent = [{"id": "gap-01"}, {"label": "true"}, {"right": False}, {"confidence": 0.2}]
        sets = [[{"expected": 6, "given": [{**first, **change}, *rest]}] for change in bent]
        return [
            *({**sound, "sets": one} for one in sets),
            {**sound, "sets": [{"expected": 13, "given": [first, *rest]}]},
            {**sound, "sets": [{"expected": 6, "given": rest}]},
            {**sound, "brier": [0.4]},
            {**sound, "brier": []},
            {**sound, "sets": []},
            {},
        ]

    def _statuses(self) -> dict[str, str]:
        return {card["id"]: card["status"] for card in self.content["cards"]}


def _is_sorted(claim: dict[str, Any]) -> bool:
    return bool(accepted_labels(claim["id"], claim["status"]))


def _card(claim: dict[str, Any]) -> dict[str, Any]:
    wanted = ("id", "statement", "status", "status_words", "summary", "teach")
    return {name: claim[name] for name in wanted}


def _fault_of_set(given: dict[str, Any], drawn: list[str], statuses: dict[str, str]) -> str:
    if not 0 <= given["expected"] <= SET:
        return f"expected: expected 0 to {SET} (got {given['expected']})"
    if [one["id"] for one in given["given"]] != drawn:
        return "given: these are not the claims that the seed draws"
    return next(filter(None, (_fault_of_label(one, statuses) for one in given["given"])), "")


def _fault_of_label(one: dict[str, Any], statuses: dict[str, str]) -> str:
    if one["label"] not in LABELS:
        return f"{one['id']}.label: expected one of {', '.join(LABELS)} (got {one['label']!r})"
    if one["right"] is not fits(one["id"], statuses[one["id"]], one["label"]):
        return f"{one['id']}.right: not how this label is marked (got {one['right']})"
    if not 0.5 <= one["confidence"] <= 1:
        return f"{one['id']}.confidence: expected 0.5 to 1 (got {one['confidence']})"
    return ""


def _score_of(given: list[dict[str, Any]]) -> float:
    return brier_score([one["confidence"] for one in given], [one["right"] for one in given])


def _answer(statuses: dict[str, str], seed: int, sets: list[tuple[bool, float]]) -> dict[str, Any]:
    drawn = draw_sets(statuses, seed)
    done = [
        {"expected": 6, "given": [_given(id, statuses[id], right, sure) for id in drawn[place]]}
        for place, (right, sure) in enumerate(sets)
    ]
    return {"seed": seed, "sets": done, "brier": [_score_of(one["given"]) for one in done]}


def _given(id: str, status: str, right: bool, confidence: float) -> dict[str, Any]:
    label = next(label for label in LABELS if fits(id, status, label) is right)
    return {"id": id, "label": label, "confidence": confidence, "right": right}

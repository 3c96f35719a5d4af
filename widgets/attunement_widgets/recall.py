"""Exercise "What do we know?": retrieval practice with a confidence for each answer."""

from __future__ import annotations

from typing import Any

from attunement_course import catalog
from attunement_course.scoring import brier_score

from ._base import Exercise

SURE = 1.0
SAME = 1e-9


class Recall(Exercise):
    """Five items of a module's bank, answered from memory."""

    bundle = "m2-recall.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the module's bank of items, and the citations that they ask about."""
        content = super().page_content()
        items = catalog.module_items(content["exercise"]["module"])
        asked = {id for item in items for id in item["citations"]}
        return {**content, "items": items, "cited": {id: _cited(id) for id in sorted(asked)}}

    def fault(self, answer: dict[str, Any]) -> str:
        """Marks the answers again: what was right, and the Brier score, must agree."""
        bank = {item["id"]: item for item in self.content["items"]}
        for given in answer["items"]:
            fault = _fault_of_item(bank, given)
            if fault:
                return fault
        if not answer["items"]:
            return "items: expected at least one (got none)"
        confidences = [given["confidence"] for given in answer["items"]]
        score = brier_score(confidences, [given["right"] for given in answer["items"]])
        if abs(score - answer["brier"]) > SAME:
            return f"brier: the answers come to {score:.4f} (got {answer['brier']})"
        return ""

    def right_answers(self) -> list[dict[str, Any]]:
        """The first five items, each right and sure."""
        return [_answer(self.content["items"][:5], want_right=True)]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """The first five items, each wrong and sure."""
        return [_answer(self.content["items"][:5], want_right=False)]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """An unknown item and option, a wrong mark, a confidence and a score out of range."""
        sound = self.right_answers()[0]
        first, rest = sound["items"][0], sound["items"][1:]
        bent = [{"id": "m9-i99"}, {"option": 99}, {"right": False}, {"confidence": 1.5}]
        return [
            *({**sound, "items": [{**first, **change}, *rest]} for change in bent),
            {**sound, "brier": 0.9},
            {"items": [], "brier": 0.0},
            {},
        ]


def _fault_of_item(bank: dict[str, Any], given: dict[str, Any]) -> str:
    if given["id"] not in bank:
        return f"items: no item has the id {given['id']!r}"
    options = bank[given["id"]]["options"]
    if not 0 <= given["option"] < len(options):
        return f"{given['id']}.option: expected 0 to {len(options) - 1} (got {given['option']})"
    if given["right"] is not options[given["option"]]["right"]:
        return f"{given['id']}.right: not how this option is marked (got {given['right']})"
    if not 0.5 <= given["confidence"] <= 1:
        return f"{given['id']}.confidence: expected 0.5 to 1 (got {given['confidence']})"
    return ""


def _answer(items: list[dict[str, Any]], *, want_right: bool) -> dict[str, Any]:
    given = []
    for item in items:
        marks = [option["right"] for option in item["options"]]
        option = marks.index(want_right)
        given.append({"id": item["id"], "option": option, "confidence": SURE, "right": want_right})
    score = brier_score([SURE] * len(given), [want_right] * len(given))
    return {"items": given, "brier": score}


def _cited(id: str) -> dict[str, Any]:
    found = catalog.citation(id)
    return {"number": found["number"], "as_cited": found["as_cited"]}

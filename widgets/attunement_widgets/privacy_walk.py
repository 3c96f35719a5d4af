"""Exercise 0.4, the privacy walk-through: six statements on what leaves the notebook."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.decisions import order_of

from ._base import Exercise


class PrivacyWalk(Exercise):
    """Six statements, true or false of this software, with the test that proves each."""

    bundle = "m0-privacy.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the statements and the model's source."""
        course = files("attunement_course")
        return {
            **super().page_content(),
            "statements": catalog.privacy_statements(),
            "source": {"decisions.py": (course / "simulation/decisions.py").read_text("utf-8")},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Marks the answers again; all six must be there, in the order that the seed gives."""
        statements = {one["id"]: one for one in self.content["statements"]}
        if [one["id"] for one in answer["given"]] != order_of(list(statements), answer["seed"]):
            return "given: these are not the statements in the order of the seed"
        for one in answer["given"]:
            if not isinstance(one["said"], bool):
                return f"{one['id']}.said: expected true or false (got {one['said']!r})"
            if one["right"] is not (one["said"] is statements[one["id"]]["holds"]):
                return f"{one['id']}.right: not how this answer is marked (got {one['right']})"
        return ""

    def right_answers(self) -> list[dict[str, Any]]:
        """Each statement taken for what it is."""
        return [self._answer(1, {one["id"]: one["holds"] for one in self.content["statements"]})]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """Everything believed; nothing believed."""
        ids = [one["id"] for one in self.content["statements"]]
        return [
            self._answer(2, dict.fromkeys(ids, True)),
            self._answer(3, dict.fromkeys(ids, False)),
        ]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """Another order, a statement left out, words for yes and no, a wrong mark, no form."""
        sound = self.right_answers()[0]
        first, *rest = sound["given"]
        return [
            {**sound, "given": [*rest, first]},
            {**sound, "given": rest},
            {**sound, "given": [{**first, "said": "yes"}, *rest]},
            {**sound, "given": [{**first, "right": False}, *rest]},
            {},
        ]

    def _answer(self, seed: int, said: dict[str, bool]) -> dict[str, Any]:
        holds = {one["id"]: one["holds"] for one in self.content["statements"]}
        order = order_of(list(holds), seed)
        given = [{"id": id, "said": said[id], "right": said[id] is holds[id]} for id in order]
        return {"seed": seed, "given": given}

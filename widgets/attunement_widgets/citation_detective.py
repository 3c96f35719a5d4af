"""Exercise 0.2, the citation detective: ten citations, what turned up, and two decisions each."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.scoring import brier_score
from attunement_course.simulation.decisions import is_accepted, order_of

from ._base import Exercise

SAME = 1e-9
EXISTS_WORDS = {
    "yes": "Yes, as cited",
    "partly": "Partly: something about it differs",
    "not-traced": "It could not be traced",
}
SUPPORTS_WORDS = {
    "yes": "Yes",
    "partly": "Partly",
    "no": "No",
    "cannot": "There is no telling",
}
WORK_PARTS = ("id", "authors", "year", "title", "where", "doi", "finding", "mark", "mark_words")


class CitationDetective(Exercise):
    """Ten catalogue cards: does such a work exist as cited, and does it bear out the sentence?"""

    bundle = "m0-citations.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the searches, the audit, the works that either names, and the choices in words."""
        searches = {search["id"]: search for search in catalog.searches()}
        cards = [_card(one, searches[one["id"]]) for one in catalog.citations()]
        course = files("attunement_course")
        return {
            **super().page_content(),
            "cards": cards,
            "works": {id: _work(id) for card in cards for id in _works_of(card)},
            "cited": {id: _claim(id) for card in cards for id in card["claims"]},
            "choices": {"exists": EXISTS_WORDS, "supports": SUPPORTS_WORDS},
            "source": {"decisions.py": (course / "simulation/decisions.py").read_text("utf-8")},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Marks the decisions again; all ten must be there, in the order that the seed gives."""
        cards = {card["id"]: card for card in self.content["cards"]}
        if not 0 <= answer["expected"] <= len(cards):
            return f"expected: expected 0 to {len(cards)} (got {answer['expected']})"
        ids = [one["id"] for one in answer["decisions"]]
        if ids != order_of(list(cards), answer["seed"]):
            return "decisions: these are not the ten citations in the order of the seed"
        for one in answer["decisions"]:
            fault = _fault_of_decision(cards[one["id"]], one)
            if fault:
                return f"{one['id']}.{fault}"
        score = _score_of(answer["decisions"])
        if abs(score - answer["brier"]) > SAME:
            return f"brier: the decisions come to {score:.4f} (got {answer['brier']})"
        return ""

    def right_answers(self) -> list[dict[str, Any]]:
        """The audit's own decisions; and the other fair reading wherever there is one."""
        cards = self.content["cards"]
        own = {card["id"]: (card["exists"], card["supports"]) for card in cards}
        other = {
            card["id"]: ([*card["also_exists"], own[card["id"]][0]][0], _last_fair(card))
            for card in cards
        }
        return [_answer(cards, own, 1), _answer(cards, other, 2)]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """Every citation taken on trust; every one distrusted."""
        cards = self.content["cards"]
        trusting = {card["id"]: ("yes", "yes") for card in cards}
        wary = {card["id"]: ("not-traced", "cannot") for card in cards}
        return [_answer(cards, trusting, 3), _answer(cards, wary, 4)]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """Another order, unknown words, wrong marks, numbers out of range, no form."""
        sound = self.right_answers()[0]
        first, *rest = sound["decisions"]
        bent = [
            {"exists": "maybe"},
            {"supports": "true"},
            {"exists_right": False},
            {"right": False},
            {"confidence": 0.1},
        ]
        return [
            *({**sound, "decisions": [{**first, **change}, *rest]} for change in bent),
            {**sound, "decisions": [*rest, first]},
            {**sound, "decisions": rest},
            {**sound, "expected": 11},
            {**sound, "brier": 0.9},
            {},
        ]


def _card(citation: dict[str, Any], search: dict[str, Any]) -> dict[str, Any]:
    return {"between": None, **search, **citation}


def _works_of(card: dict[str, Any]) -> list[str]:
    return [*(entry["work"] for entry in card["entries"]), *card["closest"]]


def _work(id: str) -> dict[str, Any]:
    work = catalog.work(id)
    return {name: work[name] for name in WORK_PARTS if name in work}


def _claim(id: str) -> dict[str, Any]:
    claim = catalog.claim(id)
    wanted = ("id", "statement", "status", "status_words", "teach")
    return {name: claim[name] for name in wanted}


def _fault_of_decision(card: dict[str, Any], one: dict[str, Any]) -> str:
    for name, words in (("exists", EXISTS_WORDS), ("supports", SUPPORTS_WORDS)):
        if one[name] not in words:
            return f"{name}: expected one of {', '.join(words)} (got {one[name]!r})"
    exists = is_accepted(card["exists"], card["also_exists"], one["exists"])
    if one["exists_right"] is not exists:
        return f"exists_right: not how this decision is marked (got {one['exists_right']})"
    if one["right"] is not is_accepted(card["supports"], card["also_supports"], one["supports"]):
        return f"right: not how this decision is marked (got {one['right']})"
    if not 0.5 <= one["confidence"] <= 1:
        return f"confidence: expected 0.5 to 1 (got {one['confidence']})"
    return ""


def _score_of(decisions: list[dict[str, Any]]) -> float:
    return brier_score(
        [one["confidence"] for one in decisions], [one["right"] for one in decisions]
    )


def _last_fair(card: dict[str, Any]) -> str:
    return [card["supports"], *card["also_supports"]][-1]


def _answer(
    cards: list[dict[str, Any]], said: dict[str, tuple[str, str]], seed: int
) -> dict[str, Any]:
    known = {card["id"]: card for card in cards}
    order = order_of(list(known), seed)
    decisions = [_decision(known[id], *said[id]) for id in order]
    return {"seed": seed, "expected": 5, "decisions": decisions, "brier": _score_of(decisions)}


def _decision(card: dict[str, Any], exists: str, supports: str) -> dict[str, Any]:
    return {
        "id": card["id"],
        "exists": exists,
        "supports": supports,
        "confidence": 0.8,
        "exists_right": is_accepted(card["exists"], card["also_exists"], exists),
        "right": is_accepted(card["supports"], card["also_supports"], supports),
    }

"""Exercise 0.3, who attunes to whom: Python's side of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation.directions import (
    NAMEABLE_GAPS,
    NAMED_GAP,
    ZONES,
    count_fitting,
    reading_fits,
)

from ._base import Exercise

SOURCES = ["directions.py"]
ZONE_WORDS = {
    "helper-client": ("Helper to client", "The helper attunes to the person who is served."),
    "peer-helper": ("Colleague to helper", "Somebody at work attunes to the helper."),
    "helper-self": ("Helper to self", "The helper attends to the helper's own feelings."),
    "organisation-helper": ("Organisation to helper", "The workplace gives the helper something."),
    "client-helper": ("Client to helper", "Something comes to the helper from the person served."),
    "not-said": ("Not said", "The words do not tell who attunes, or to whom."),
}
GAP_WORDS = {
    "whom": (
        "Who attunes to whom, and who was hurt",
        "So reads the course too. The arrow turns from client to helper and back, and so does "
        "the hurt: now the client's, now the helper's, now a witness's.",
    ),
    "how-much": (
        "How strongly somebody attunes",
        "No sentence here speaks of more or less attunement. What turns from one to the next is "
        "who attunes to whom, and who was hurt.",
    ),
    "which-work": (
        "Which profession is meant",
        "Therapist, caregiver and professional do take turns, and any of them may be read for "
        "another. Read so, it still turns from sentence to sentence who attunes to whom, and "
        "who was hurt.",
    ),
    "which-feeling": (
        "Which feelings are attuned to",
        "Feelings differ, and no sentence hangs on which. What turns from one to the next is who "
        "attunes to whom, and who was hurt.",
    ),
}


class Mapper(Exercise):
    """Sort fourteen sentences by their direction, and compare with the accepted readings."""

    bundle = "m0-mapper.js"

    def page_content(self) -> dict[str, Any]:
        """Adds sentences with the status of their claims, zones, gaps and the source."""
        source = files("attunement_course") / "simulation"
        return {
            **super().page_content(),
            "directions": [_with_status(one) for one in catalog.directions()],
            "zones": [_zone(id) for id in ZONES],
            "gaps": [_gap(id) for id in NAMEABLE_GAPS],
            "source": {name: (source / name).read_text("utf-8") for name in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Counts again: every sentence lies somewhere, and the count must agree."""
        directions, placed = self.content["directions"], answer["placed"]
        known = [one["id"] for one in directions]
        if sorted(placed) != sorted(known):
            return f"placed: expected each of the {len(known)} sentences once (got {len(placed)})"
        for id, zone in placed.items():
            if zone not in ZONES:
                return f"placed.{id}: expected one of {', '.join(ZONES)} (got {zone!r})"
        if answer["gap"] not in NAMEABLE_GAPS:
            return f"gap: expected one of {', '.join(NAMEABLE_GAPS)} (got {answer['gap']!r})"
        if answer["predicted"] not in range(len(known) + 1):
            return f"predicted: expected 0 to {len(known)} (got {answer['predicted']!r})"
        fitting = count_fitting(directions, placed)
        if fitting != answer["fitting"]:
            return f"fitting: the placing comes to {fitting} (got {answer['fitting']!r})"
        return ""

    def right_answers(self) -> list[dict[str, Any]]:
        """The nearest reading of each sentence, and the last of those accepted."""
        return [self._answer(place, NAMED_GAP) for place in (0, -1)]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """Every sentence read as helper to client; no sentence where it fits; another gap."""
        directions = self.content["directions"]
        same = {one["id"]: "helper-client" for one in directions}
        none = {
            one["id"]: next(zone for zone in ZONES if not reading_fits(one, zone))
            for one in directions
        }
        return [
            *(_answer_of(directions, placed, NAMED_GAP) for placed in (same, none)),
            self._answer(0, "which-feeling"),
        ]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """A sentence left out, an unknown zone and gap, a guess and a count out of reach."""
        sound = self._answer(0, NAMED_GAP)
        first, *rest = sound["placed"]
        return [
            {**sound, "placed": {id: sound["placed"][id] for id in rest}},
            {**sound, "placed": {**sound["placed"], first: "everybody"}},
            {**sound, "gap": "none"},
            {**sound, "predicted": 15},
            {**sound, "fitting": 3},
            {},
        ]

    def _answer(self, place: int, gap: str) -> dict[str, Any]:
        directions = self.content["directions"]
        placed = {one["id"]: one["accepted"][place] for one in directions}
        return _answer_of(directions, placed, gap)


def _answer_of(directions: list[Any], placed: dict[str, str], gap: str) -> dict[str, Any]:
    fitting = count_fitting(directions, placed)
    return {"predicted": 7, "placed": placed, "gap": gap, "fitting": fitting}


def _with_status(direction: dict[str, Any]) -> dict[str, Any]:
    return {**direction, "status_words": catalog.claim(direction["id"])["status_words"]}


def _zone(id: str) -> dict[str, str]:
    name, about = ZONE_WORDS[id]
    return {"id": id, "name": name, "about": about}


def _gap(id: str) -> dict[str, str]:
    text, feedback = GAP_WORDS[id]
    return {"id": id, "text": text, "feedback": feedback}

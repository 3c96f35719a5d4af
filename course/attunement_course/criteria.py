"""Whether what an exercise looks for was reached, read from the answers that were kept.

Every answer was checked when it was kept, so what it says of itself is believed here and
nothing is marked again. Standard library only: a learner's kernel imports this module.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .simulation.confidence import count_right
from .simulation.conversation import PEOPLE_WANTED, meets_mastery
from .simulation.decisions import CITATIONS_WANTED, STATEMENTS_WANTED, is_enough
from .simulation.directions import maps_well
from .simulation.evidence_sets import meets_mastery as sorts_well
from .simulation.perspective import confidence_gap, tells_ways_apart

Answer = dict[str, Any]

MALFORMED = (KeyError, TypeError, AttributeError, ValueError, IndexError, ArithmeticError)
"""What reading an answer of another version, or of a file that was edited, may raise."""


def is_reached(exercise: str, answers: list[Answer]) -> bool | None:
    """Whether some answer (or, with people to talk to, enough of them) reached it.

    None where nothing can be reached: without answers, and in retrieval practice, whose
    answers carry no mark of their own.
    """
    if exercise not in CRITERIA:
        marks = [answer["met"] for answer in answers if isinstance(answer.get("met"), bool)]
        return any(marks) if marks else None
    if not answers:
        return None
    return CRITERIA[exercise](answers)


def _in_one(meets: Callable[[Answer], bool]) -> Callable[[list[Answer]], bool]:
    """A criterion that a single answer can reach."""
    return lambda answers: any(_holds(meets, answer) for answer in answers)


def _holds(meets: Callable[[Answer], bool], answer: Answer) -> bool:
    try:
        return bool(meets(answer))
    except MALFORMED:
        return False  # it was tried; what it came to cannot be read


def _enough_citations(answer: Answer) -> bool:
    rights = [decision["right"] for decision in answer["decisions"]]
    return is_enough(count_right(rights), CITATIONS_WANTED)


def _every_statement(answer: Answer) -> bool:
    return is_enough(count_right([given["right"] for given in answer["given"]]), STATEMENTS_WANTED)


def _ways_told_apart(answer: Answer) -> bool:
    taking = answer["taking"]
    gap = confidence_gap(taking["error"], taking["expected"])
    return tells_ways_apart(answer["predicted"], answer["gap"], gap)


def _enough_people(answers: list[Answer]) -> bool:
    """No one way of responding suits everybody, so the dialogue asks for several people."""
    met = [one for one in answers if _holds(lambda answer: meets_mastery(answer["reached"]), one)]
    return len({str(answer.get("scenario")) for answer in met}) >= PEOPLE_WANTED


CRITERIA: dict[str, Callable[[list[Answer]], bool]] = {
    "m0-citations": _in_one(_enough_citations),
    "m0-mapper": _in_one(lambda answer: maps_well(answer["fitting"], answer["gap"])),
    "m0-privacy": _in_one(_every_statement),
    "m0-sorter": _in_one(lambda answer: sorts_well(answer["brier"])),
    "m2-dialogue": _enough_people,
    "m2-perspective": _in_one(_ways_told_apart),
}
"""The exercises whose answers do not say themselves, in a field `met`, what they reached."""

"""Everyday conversations: enough cues in each, and a good way to answer them."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean
from typing import Any

from ..problems import Problem, got
from ..simulation.repairers import CUES, converse
from ._course import Course

CONVERSATIONS = 100
"""As many are held with each person, by somebody who waits for the cue."""
RIVALS = ("always_early", "always_late", "never", "constant_matcher")


def check(course: Course) -> Iterator[Problem]:
    """Pairs that seldom give a cue, and pairs with whom waiting for it does not pay."""
    for path, encounter in course.shelf.each("encounters"):
        pair = encounter.pair.model_dump()
        cues = _mean("cues", "well_timed", pair)
        if cues < CUES - 1:
            text = f"a conversation must have about {CUES} cues on average, if each is answered"
            yield Problem(path, "pair", f"{text} {got(f'{cues:.1f}')}")
        trust = _mean("trust", "well_timed", pair)
        for rule in RIVALS:
            if _mean("trust", rule, pair) >= trust:
                text = "waiting for the cue must end with more trust than another way"
                yield Problem(path, "pair", f"{text} {got(rule)}")


def _mean(name: str, rule: str, pair: dict[str, Any]) -> float:
    return mean(float(converse(rule, pair, seed)[name]) for seed in range(CONVERSATIONS))

"""Draws pairs that drift, beats of a conversation, acts, and what they come to."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation.repair import ACTS, BEATS
from attunement_course.simulation.repairers import RULES


def seed(draw: Random) -> int:
    return draw.randrange(0, 10**6)


def chance(draw: Random) -> float:
    return draw.uniform(0.05, 0.95)


def pair(draw: Random) -> dict[str, Any]:
    chances = {name: chance(draw) for name in ("breaks", "returns", "notices")}
    return {**chances, "window": draw.randint(1, 6)}


def lively(draw: Random) -> dict[str, Any]:
    """A pair whose conversations have cues, so that looking for a seed soon ends."""
    return {"breaks": 0.7, "returns": 0.25, "notices": draw.uniform(0.6, 0.9), "window": 3}


def beat(draw: Random) -> dict[str, Any]:
    apart = draw.choice([0, draw.randint(1, 9)])
    noticed = draw.randint(0, apart)
    return {"apart": apart, "noticed": noticed, "rest": draw.randint(0, 4), "trust": draw.random()}


def acts(draw: Random, count: int = BEATS) -> list[str]:
    return draw.choices(ACTS, [5, 2, 1], k=count)


def summary(draw: Random) -> dict[str, Any]:
    repairs = draw.randint(0, 12)
    counts = {name: draw.randint(0, 12) for name in ("cues", "early", "needless", "late")}
    share = {"trust": draw.random(), "in_step": draw.random()}
    return {**share, "repairs": repairs, "inside": draw.randint(0, repairs), **counts}


def played(draw: Random) -> list[Any]:
    said = acts(draw, draw.randint(0, BEATS))
    return [[beat(draw) for _ in range(len(said) + 1)], said, draw.randint(1, 6)]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "drift.share_in_step": lambda d: [chance(d), chance(d)],
    "drift.mean_apart": lambda d: [chance(d)],
    "drift.drift": lambda d: [chance(d), chance(d), d.randint(0, 60), seed(d)],
    "drift.stretches_apart": lambda d: [[d.random() < 0.4 for _ in range(d.randint(0, 30))]],
    "repair.begin": lambda d: [],
    "repair.verdict": lambda d: [beat(d), d.randint(1, 6)],
    "repair.trust_after": lambda d: [beat(d), d.choice(ACTS), d.randint(1, 6)],
    "repair.draw_chances": lambda d: [seed(d)],
    "repair.next_beat": lambda d: [beat(d), d.choice(ACTS), pair(d), [d.random(), d.random()]],
    "repair.play": lambda d: [pair(d), acts(d, d.randint(0, BEATS)), seed(d)],
    "repairers.summarise": played,
    "repairers.share_inside": lambda d: [summary(d)],
    "repairers.is_timed": lambda d: [summary(d)],
    "repairers.meets_mastery": lambda d: [summary(d), d.random() < 0.5],
    "repairers.act_by": lambda d: [d.choice(RULES), beat(d), d.randint(1, 6)],
    "repairers.acts_by": lambda d: [d.choice(RULES), pair(d), seed(d)],
    "repairers.converse": lambda d: [d.choice(RULES), pair(d), seed(d)],
    "repairers.delayed": lambda d: [acts(d), d.randint(0, 5)],
    "repairers.ample_seed": lambda d: [lively(d), seed(d)],
    "repairers.check_acts": lambda d: [d.choice([acts(d), acts(d, 3), ["sing"] * BEATS])],
}

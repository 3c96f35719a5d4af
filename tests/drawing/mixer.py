"""Draws mixes of the four parts of empathy, some of them on the sliders' own steps."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation.mixer import LEVERS


def lever(draw: Random) -> str:
    return draw.choice(LEVERS)


def value(draw: Random) -> float:
    return draw.choice([draw.random(), draw.randint(0, 20) / 20])


def mix(draw: Random) -> dict[str, float]:
    return {name: value(draw) for name in LEVERS}


def pair(draw: Random) -> list[Any]:
    """Two mixes that often share a lever or two, as a learner's do."""
    one = mix(draw)
    other = {name: one[name] if draw.random() < 0.5 else value(draw) for name in LEVERS}
    return [one, other]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "mixer.distress": lambda d: [mix(d)],
    "mixer.concern": lambda d: [mix(d)],
    "mixer.with_lever": lambda d: [mix(d), lever(d), value(d)],
    "mixer.sweep": lambda d: [mix(d), lever(d), d.randint(1, 20)],
    "mixer.more_distressed": pair,
    "mixer.levers_alone": pair,
    "mixer.main_levers": pair,
    "mixer.pair_shows": pair,
    "mixer.meets_mastery": lambda d: [*pair(d), lever(d), d.random() < 0.5],
}

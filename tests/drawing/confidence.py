"""Draws answers with a confidence each, for what a debrief says of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

STEPS = [0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0]


def rights(draw: Random) -> list[bool]:
    return [draw.random() < 0.6 for _ in range(draw.randint(0, 24))]


def answers(draw: Random) -> list[Any]:
    given = rights(draw)
    return [[draw.choice(STEPS) for _ in given], given]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "confidence.even_score": lambda d: [rights(d), d.random()],
    "confidence.best_even": lambda d: [rights(d)],
    "confidence.share_right": lambda d: [rights(d)],
    "confidence.count_right": lambda d: [rights(d)],
    "confidence.mean_confidence": lambda d: [answers(d)[0]],
    "confidence.overconfidence": answers,
}

"""Draws series, and settings for the test of two of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any


def seed(draw: Random) -> int:
    return draw.randrange(0, 10**6)


def series(draw: Random, samples: int) -> list[float]:
    return [draw.gauss(0, 1) for _ in range(samples)]


def pair(draw: Random) -> list[list[float]]:
    samples = draw.randint(16, 32)
    return [series(draw, samples), series(draw, samples)]


def setting(draw: Random) -> list[int]:
    """A segment and a longest lag that suit series of 16 samples and more."""
    segment = draw.randint(4, 8)
    return [segment, draw.randint(0, segment // 2 - 1)]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "series.white_noise": lambda d: [seed(d), d.randint(1, 30)],
    "series.remembering": lambda d: [seed(d), d.randint(1, 30), d.uniform(0, 0.99)],
    "series.following": lambda d: [seed(d), series(d, 20), d.randint(0, 8), d.random()],
    "synchrony.pearson": pair,
    "synchrony.looks_significant": lambda d: [d.uniform(-1, 1), d.randint(4, 2000)],
    "synchrony.fisher_z": lambda d: [d.uniform(-1, 1)],
    "synchrony.fault_of_setting": lambda d: [d.randint(4, 90), d.randint(2, 50), d.randint(0, 30)],
    "synchrony.coupling": lambda d: [*pair(d), *setting(d)],
    "synchrony.susy": lambda d: [
        *pair(d),
        *setting(d),
        d.randint(1, 20),
        d.choice(["segments", "shift"]),
        seed(d),
    ],
}

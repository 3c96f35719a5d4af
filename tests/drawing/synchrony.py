"""Draws series, and settings for the test of two of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation import synchrony


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


def way(draw: Random) -> str:
    return draw.choice(synchrony.WAYS)


def under_way(draw: Random) -> dict[str, Any]:
    """A comparison with some surrogates already."""
    one, other = pair(draw)
    segment, most_lag = setting(draw)
    comparison = synchrony.begin(one, other, segment, most_lag, way(draw), seed(draw))
    synchrony.add_surrogates(comparison, draw.randint(1, 5))
    return dict(comparison)


def some_strangers(draw: Random) -> list[int]:
    """A seed, the numbers of up to two pairs, and how many samples each has."""
    start = draw.randrange(0, 100)
    return [seed(draw), start, start + draw.randint(0, 2), draw.randint(8, 30)]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "series.white_noise": lambda d: [seed(d), d.randint(1, 30)],
    "series.with_memory": lambda d: [series(d, d.randint(1, 30)), d.uniform(0, 0.99)],
    "series.remembering": lambda d: [seed(d), d.randint(1, 30), d.uniform(0, 0.99)],
    "series.following": lambda d: [seed(d), series(d, 20), d.randint(0, 8), d.random()],
    "correlation.pearson": pair,
    "correlation.looks_significant": lambda d: [d.uniform(-1, 1), d.randint(4, 2000)],
    "correlation.fisher_z": lambda d: [d.uniform(-1, 1)],
    "correlation.coupling": lambda d: [*pair(d), *setting(d)],
    "correlation.lag_profile": lambda d: [*pair(d), *setting(d)],
    "correlation.mean_strength": lambda d: [*pair(d), d.randint(0, 8), d.randint(0, 8), 8, 3],
    "synchrony.fault_of_setting": lambda d: [
        d.randint(4, 90),
        d.randint(2, 50),
        d.randint(0, 30),
        d.choice(["samples", "seconds"]),
    ],
    "synchrony.susy": lambda d: [*pair(d), *setting(d), d.randint(1, 20), way(d), seed(d)],
    "synchrony.begin": lambda d: [*pair(d), *setting(d), way(d), seed(d)],
    "synchrony.add_surrogates": lambda d: [under_way(d), d.randint(0, 5)],
    "synchrony.stands_out": lambda d: [d.uniform(-4, 8)],
    "synchrony.result": lambda d: [under_way(d)],
    "recordings.strangers": lambda d: [
        seed(d),
        d.randrange(0, 300),
        d.randint(1, 30),
        d.uniform(0, 0.99),
    ],
    "recordings.correlations_of_strangers": lambda d: [*some_strangers(d), d.uniform(0, 0.99)],
    "recordings.count_alarms": lambda d: [
        [d.uniform(-0.2, 0.2) for _ in range(d.randint(0, 9))],
        d.randint(4, 2000),
    ],
    "recordings.alarms_by_memory": lambda d: [*some_strangers(d), [0.0, d.uniform(0, 0.99)]],
    "recordings.draw_lab": lambda d: [seed(d), d.randint(16, 40)],
    "recordings.meets_mastery": lambda d: [
        d.randint(0, 100),
        d.randint(30, 70),
        d.random() < 0.7,
        d.random() < 0.7,
    ],
}

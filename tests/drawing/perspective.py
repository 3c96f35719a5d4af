"""Draws portraits, topics, people's views and readers' beliefs about them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation.perspective import LEANINGS, WAYS

IDS = [f"t-{i}" for i in range(10)]


def seed(draw: Random) -> int:
    return draw.randrange(0, 10**6)


def topic(draw: Random, id: str = "t-0") -> dict[str, Any]:
    carried = draw.sample(LEANINGS, draw.randint(1, 2))
    return {"id": id, "leanings": {name: draw.uniform(-1, 1) for name in carried}}


def topics(draw: Random) -> list[dict[str, Any]]:
    return [topic(draw, id) for id in IDS]


def expected(draw: Random) -> dict[str, float]:
    return {id: draw.randint(4, 16) / 2 for id in IDS}


def views(draw: Random) -> dict[str, int]:
    return {id: draw.randint(0, 10) for id in IDS}


def asked(draw: Random) -> list[str]:
    return draw.sample(IDS, draw.randint(0, 2))


def leanings(draw: Random) -> list[float]:
    return [draw.gauss(0, 2) for _ in LEANINGS]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "perspective.partner_views": lambda d: [expected(d), topics(d), seed(d)],
    "perspective.draw_leanings": lambda d: [{"state": d.randrange(1, 2147483647)}],
    "perspective.moved_by": lambda d: [topic(d), leanings(d)],
    "readers.imagined": lambda d: [expected(d), topics(d), d.random(), seed(d)],
    "readers.informed": lambda d: [expected(d), topics(d), asked(d), views(d)],
    "perspective.carried_by": lambda d: [topic(d), d.choice(LEANINGS)],
    "perspective.person_seed": lambda d: [seed(d), d.choice(WAYS)],
    "perspective.on_scale": lambda d: [d.uniform(-5, 15)],
    "perspective.mean_error": lambda d: [expected(d), views(d), d.sample(IDS, d.randint(0, 10))],
    "perspective.unasked": lambda d: [topics(d), asked(d)],
    "perspective.confidence_gap": lambda d: [d.uniform(0, 6), d.randint(0, 10) / 2],
    "perspective.gap_told": lambda d: [d.randint(-20, 40) / 10, d.uniform(-2, 4)],
    "perspective.tells_ways_apart": lambda d: [
        d.choice(WAYS),
        d.randint(-5, 5) / 10,
        d.uniform(-0.5, 0.5),
    ],
    "perspective.choose_portraits": lambda d: [d.sample(IDS, d.randint(2, 10)), seed(d)],
    "readers.compare_ways": lambda d: [expected(d), topics(d), asked(d), d.randint(1, 3)],
}

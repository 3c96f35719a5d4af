"""Draws pairs of moods, how they pull on each other, and runs of single moods."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation.endings import LINES
from attunement_course.simulation.two_body import (
    FROM_CLIENT,
    FROM_HELPER,
    HALVED,
    STRONG,
)


def mood(draw: Random) -> float:
    """Anywhere, and often on a kink."""
    return draw.choice([draw.uniform(-6, 4), float(draw.randint(-4, 3))])


def pulls(draw: Random) -> list[float]:
    return draw.choice([STRONG, HALVED, [draw.uniform(-3, 3), draw.uniform(-3, 3)]])


def pieces(draw: Random) -> list[list[float]]:
    return draw.choice([FROM_CLIENT, FROM_HELPER])


def pair(draw: Random) -> list[Any]:
    return [mood(draw), mood(draw), pulls(draw)]


def moods(draw: Random) -> list[float]:
    return [draw.uniform(-1, 1) for _ in range(draw.randint(1, 20))]


def plane(draw: Random) -> list[Any]:
    return [pulls(draw), [-4.0, 4.0], [-6.0, 3.0], draw.randint(1, 2), draw.randint(1, 2)]


def springs(draw: Random) -> list[Any]:
    return [draw.uniform(-2, 2), draw.uniform(-2, 2), draw.uniform(-1, 0.5), draw.uniform(-1, 0.5)]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "two_body.piece_at": lambda d: [pieces(d), mood(d)],
    "two_body.pull": lambda d: [pieces(d), mood(d)],
    "two_body.flow": pair,
    "two_body.advance": lambda d: [*pair(d), d.uniform(0.01, 0.1)],
    "two_body.course": lambda d: [*pair(d), d.uniform(0.1, 2)],
    "two_body.turns": lambda d: [moods(d)],
    "two_body.rests": lambda d: [pulls(d)],
    "two_body.swings": pair,
    "endings.ending": pair,
    "endings.basins": plane,
    "endings.border": lambda d: [pulls(d)],
    "endings.edge": lambda d: [d.choice(LINES), d.choice([STRONG, STRONG, HALVED])],
    "endings.meets_mastery": lambda d: [d.uniform(-3, 1), d.uniform(-3, 1), d.random() < 0.5],
    "springs.flow": lambda d: [springs(d), d.uniform(-1, 0.5), d.uniform(-1, 0.5)],
    "springs.course": lambda d: [*springs(d), d.uniform(0.1, 2)],
    "springs.mode_damping": lambda d: [d.uniform(-1, 1), d.uniform(-1, 1), d.random() < 0.5],
    "springs.mode_course": lambda d: [
        d.uniform(-2, 2),
        d.uniform(-1, 0.5),
        d.uniform(-1, 0.5),
        d.random() < 0.5,
        d.uniform(0, 20),
    ],
}

"""Draws handfuls of cards and decisions on them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

WORDS = ["yes", "partly", "no", "cannot", "not-traced"]


def cards(draw: Random) -> list[str]:
    return [f"card-{number}" for number in range(draw.randint(0, 12))]


def decision(draw: Random) -> list[Any]:
    between = draw.sample(WORDS, draw.randint(0, 2))
    return [draw.choice(WORDS), between, draw.choice(WORDS)]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "decisions.order_of": lambda d: [cards(d), d.randint(0, 999_999)],
    "decisions.is_accepted": decision,
    "decisions.is_enough": lambda d: [d.randint(0, 10), d.randint(0, 10)],
}

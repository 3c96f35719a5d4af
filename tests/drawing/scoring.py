"""Draws answers with a confidence each."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any


def answers(draw: Random) -> list[Any]:
    count = draw.randint(0, 12)
    confidences = [draw.choice([0.5, 0.6, 0.75, 0.9, 1.0]) for _ in range(count)]
    return [confidences, [draw.random() < 0.6 for _ in range(count)]]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "scoring.rubric_total": lambda d: [[d.randint(2, 8) / 2 for _ in range(d.randint(0, 6))]],
    "scoring.brier_score": answers,
    "scoring.calibration": answers,
    "scoring.brier_parts": answers,
}

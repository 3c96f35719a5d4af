"""Draws claims with a status each, as the catalogue might hold them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.claim_list import CLAIM_IDS
from attunement_course.simulation.evidence_sets import ALSO, FITS, LABELS

STATUSES = [*FITS, "critical-reading"]


def statuses(draw: Random) -> dict[str, str]:
    claims = draw.sample(list(CLAIM_IDS), draw.randint(0, len(CLAIM_IDS)))
    return {claim: draw.choice(STATUSES) for claim in claims}


def claim(draw: Random) -> str:
    return draw.choice([*ALSO, *CLAIM_IDS])


def scores(draw: Random) -> list[float]:
    return [draw.choice([-1.0, draw.random() / 2]) for _ in range(draw.randint(0, 2))]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "evidence_sets.accepted_labels": lambda d: [claim(d), d.choice(STATUSES)],
    "evidence_sets.fits": lambda d: [claim(d), d.choice(STATUSES), d.choice(LABELS)],
    "evidence_sets.draw_sets": lambda d: [statuses(d), d.randint(0, 999_999)],
    "evidence_sets.improvement": lambda d: [scores(d)],
    "evidence_sets.meets_mastery": lambda d: [scores(d)],
}

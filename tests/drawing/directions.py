"""Draws sentences with their accepted readings, and where a learner put them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation.directions import NAMEABLE_GAPS, ZONES


def zone(draw: Random) -> str:
    return draw.choice(ZONES)


def direction(draw: Random, id: str = "c-0") -> dict[str, Any]:
    accepted = draw.sample(ZONES, draw.randint(1, 3))
    return {"id": id, "accepted": accepted, "protects": draw.random() < 0.4}


def directions(draw: Random) -> list[dict[str, Any]]:
    return [direction(draw, f"c-{i}") for i in range(draw.randint(0, 14))]


def sorted_some(draw: Random) -> list[Any]:
    """Some sentences, most of them placed, and now and then one that is not among them."""
    them = directions(draw)
    placed = {one["id"]: zone(draw) for one in them if draw.random() < 0.8}
    return [them, placed | ({"c-99": zone(draw)} if draw.random() < 0.1 else {})]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "directions.reading_fits": lambda d: [direction(d), zone(d)],
    "directions.is_open": lambda d: [direction(d)],
    "directions.count_fitting": sorted_some,
    "directions.count_zones": sorted_some,
    "directions.read_all_as": lambda d: [directions(d), zone(d)],
    "directions.count_protecting": lambda d: [directions(d)],
    "directions.maps_well": lambda d: [d.randint(0, 14), d.choice(NAMEABLE_GAPS)],
}

"""Imagining somebody's views, or asking for them, exercise 2.3.

The design is published: Eyal, Steffel and Epley (2018) had people rate another person's views
after imagining that person's perspective or after asking. The people here are not: a
portrait says what views its life makes likely, and chance makes a person of it. Views and
ratings lie on a scale of 0, not at all like me, to 10, very much like me.
"""

from typing import Any

from attunement_course.simulation.generator import (
    Generator,
    draw_normal,
    new_generator,
    shuffle,
)

LEANINGS = ["quiet", "order", "plain"]
LEANING_SPREAD = 2.0  # points by which one person's leaning differs from the portrait's
OWN_SPREAD = 1.0  # points that one view differs by on its own, not following any leaning
TOP = 10.0
QUESTIONS_ASKED = 2
GAP_TOLERANCE = 0.25  # points: what is read off two figures with one decimal may miss by less
BETTER_WAY = "getting"
WAYS = ["getting", "taking", "same"]


def partner_views(
    expected: dict[str, float], topics: list[dict[str, Any]], seed: int
) -> dict[str, int]:
    """What one person of a portrait says to each topic, whole points from 0 to 10.

    ``expected`` maps a topic to what the portrait makes likely; ``topics`` carry by how much
    each leaning moves them.
    """
    generator = new_generator(seed)
    leanings = draw_leanings(generator)
    views: dict[str, int] = {}
    for topic in topics:
        own = draw_normal(generator, 0.0, OWN_SPREAD)
        view = expected[topic["id"]] + moved_by(topic, leanings) + own
        views[topic["id"]] = int(on_scale(view) + 0.5)
    return views


def draw_leanings(generator: Generator) -> list[float]:
    """How far one person leans away from the portrait, in points, by :data:`LEANINGS`."""
    return [draw_normal(generator, 0.0, LEANING_SPREAD) for _ in LEANINGS]


def moved_by(topic: dict[str, Any], leanings: list[float]) -> float:
    """By how many points a person's leanings move the view of a topic."""
    total = 0.0
    for i in range(len(LEANINGS)):
        total += carried_by(topic, LEANINGS[i]) * leanings[i]
    return total


def person_seed(seed: int, way: str) -> int:
    """The seed of the person met in one round: another for ``taking`` than for ``getting``."""
    return seed * 2 if way == "taking" else seed * 2 + 1


def mean_error(ratings: dict[str, float], views: dict[str, int], ids: list[str]) -> float:
    """Mean distance in points between ratings and views on these topics; -1 for none."""
    if len(ids) == 0:
        return -1.0
    total = 0.0
    for id in ids:
        total += abs(ratings[id] - views[id])
    return total / len(ids)


def unasked(topics: list[dict[str, Any]], asked: list[str]) -> list[str]:
    """The topics that were not asked about, in their order."""
    return [topic["id"] for topic in topics if topic["id"] not in asked]


def confidence_gap(error: float, expected_error: float) -> float:
    """Points by which ratings were further off than expected; below 0, nearer than expected."""
    return error - expected_error


def gap_told(reported: float, gap: float) -> bool:
    """Whether the gap that a learner reports is the one there was."""
    return abs(reported - gap) <= GAP_TOLERANCE + 1e-9


def tells_ways_apart(predicted: str, reported: float, gap: float) -> bool:
    """Mastery: the better way predicted, and the learner's own gap reported."""
    return predicted == BETTER_WAY and gap_told(reported, gap)


def choose_portraits(ids: list[str], seed: int) -> list[str]:
    """Two different portraits, drawn: one to imagine and one to ask."""
    return shuffle(new_generator(seed), ids)[:2]


def carried_by(topic: dict[str, Any], leaning: str) -> float:
    """Points by which a view moves with each point of a leaning."""
    return topic["leanings"].get(leaning, 0.0)


def on_scale(view: float) -> float:
    """A view kept between 0 and :data:`TOP`."""
    return min(max(view, 0.0), TOP)

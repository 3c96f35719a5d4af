"""Readers as rules, exercise 2.3: what imagining and what asking can know of a person.

They are what the exercise is tested with, and what a learner's own ratings can be read
beside. No reader here was fitted to people.
"""

from typing import Any, TypedDict

from attunement_course.simulation.generator import draw_normal, new_generator
from attunement_course.simulation.perspective import (
    LEANING_SPREAD,
    LEANINGS,
    OWN_SPREAD,
    carried_by,
    draw_leanings,
    mean_error,
    moved_by,
    on_scale,
    partner_views,
    unasked,
)


class Ways(TypedDict):
    """Mean absolute errors of model readers, in points, over many people of one portrait.

    ``portrait`` goes by the portrait alone, ``imagined`` adds an imagined person to it,
    ``asked`` adds two answers, and ``unasked`` is the same reader on the other questions.
    """

    portrait: float
    imagined: float
    asked: float
    unasked: float


def imagined(
    expected: dict[str, float], topics: list[dict[str, Any]], effort: float, seed: int
) -> dict[str, float]:
    """What a model reader believes after imagining, with effort from 0 to 1.

    Without effort the reader goes by the portrait. With it the reader pictures a particular
    person, as unlike the portrait as people are; but nobody told them which.
    """
    generator = new_generator(seed + 900000)
    leanings = draw_leanings(generator)
    beliefs: dict[str, float] = {}
    for topic in topics:
        own = draw_normal(generator, 0.0, OWN_SPREAD)
        story = moved_by(topic, leanings) + own
        beliefs[topic["id"]] = on_scale(expected[topic["id"]] + effort * story)
    return beliefs


def informed(
    expected: dict[str, float],
    topics: list[dict[str, Any]],
    asked: list[str],
    views: dict[str, int],
) -> dict[str, float]:
    """What a model reader believes who asked up to two questions.

    Answers are taken as they are. For the rest the reader corrects the portrait by least
    squares: an answer that surprises moves every view that shares a leaning with it.
    """
    weights = _weights(expected, topics, asked, views)
    beliefs: dict[str, float] = {}
    for topic in topics:
        belief = expected[topic["id"]]
        for i in range(len(asked)):
            belief += weights[i] * _shared(topic, _topic(topics, asked[i]))
        beliefs[topic["id"]] = on_scale(belief)
    for id in asked:
        beliefs[id] = views[id]
    return beliefs


def compare_ways(
    expected: dict[str, float], topics: list[dict[str, Any]], asked: list[str], people: int
) -> Ways:
    """Model readers beside each other over this many drawn people of one portrait."""
    ids = [topic["id"] for topic in topics]
    rest = unasked(topics, asked)
    ways: Ways = {"portrait": 0.0, "imagined": 0.0, "asked": 0.0, "unasked": 0.0}
    for seed in range(1, people + 1):
        views = partner_views(expected, topics, seed)
        answered = informed(expected, topics, asked, views)
        pictured = imagined(expected, topics, 1.0, seed)
        ways["portrait"] += mean_error(expected, views, ids) / people
        ways["imagined"] += mean_error(pictured, views, ids) / people
        ways["asked"] += mean_error(answered, views, ids) / people
        ways["unasked"] += mean_error(answered, views, rest) / people
    return ways


def _weights(
    expected: dict[str, float],
    topics: list[dict[str, Any]],
    asked: list[str],
    views: dict[str, int],
) -> list[float]:
    """How much each answer's surprise counts: the surprises, freed of what they share."""
    surprises = [views[id] - expected[id] for id in asked]
    own = [_spread(_topic(topics, id)) for id in asked]
    if len(asked) == 0:
        return []
    if len(asked) == 1:
        return [surprises[0] / own[0]]
    both = _shared(_topic(topics, asked[0]), _topic(topics, asked[1]))
    left = own[0] * own[1] - both * both
    return [
        (own[1] * surprises[0] - both * surprises[1]) / left,
        (own[0] * surprises[1] - both * surprises[0]) / left,
    ]


def _shared(one: dict[str, Any], other: dict[str, Any]) -> float:
    """Covariance of two different views, in square points: what their leanings share."""
    total = 0.0
    for leaning in LEANINGS:
        total += carried_by(one, leaning) * carried_by(other, leaning)
    return total * LEANING_SPREAD * LEANING_SPREAD


def _spread(topic: dict[str, Any]) -> float:
    """Variance of one view between people of a portrait, in square points."""
    return _shared(topic, topic) + OWN_SPREAD * OWN_SPREAD


def _topic(topics: list[dict[str, Any]], id: str) -> dict[str, Any]:
    return [topic for topic in topics if topic["id"] == id][0]

"""The invented recordings of the synchrony lab: strangers by the hundred, and a pair that met.

A seed and a number are a pair: whoever has them draws the same two series again.
"""

from typing import TypedDict

from attunement_course.simulation.correlation import looks_significant, pearson
from attunement_course.simulation.generator import draw_index, new_generator
from attunement_course.simulation.series import (
    MEMORY,
    following,
    remembering,
    with_memory,
)

PAIRS = 100
SAMPLES = 1500  # 300 seconds at 5 samples a second
SHORTEST = 6  # samples by which one follows the other: 1.2 seconds
LONGEST = 13  # 2.6 seconds, inside the 3 seconds that SUSY usually looks at
SHARE = 0.5  # of the follower's variance that comes from the other
MET = 1000000000  # seeds above it belong to pairs that met
NEAR = 15  # of a hundred: so near a prediction must come to what was counted


class Lab(TypedDict):
    """Two recordings, one of two people who met. ``pairs[met]`` is theirs.

    ``lag`` is in samples: above 0 the second of them follows, below 0 the first.
    """

    met: int
    lag: int
    pairs: list[list[list[float]]]


def strangers(seed: int, number: int, samples: int, memory: float) -> list[list[float]]:
    """Two series that have nothing to do with each other."""
    first = 2 * (seed * PAIRS + number)
    return [remembering(first, samples, memory), remembering(first + 1, samples, memory)]


def correlations_of_strangers(
    seed: int, start: int, stop: int, samples: int, memory: float
) -> list[float]:
    """The correlation of each pair of strangers from number ``start`` to before ``stop``."""
    found: list[float] = []
    for number in range(start, stop):
        pair = strangers(seed, number, samples, memory)
        found.append(pearson(pair[0], pair[1]))
    return found


def count_alarms(correlations: list[float], samples: int) -> int:
    """How many of them the textbook test calls linked."""
    return len([r for r in correlations if looks_significant(r, samples)])


def alarms_by_memory(
    seed: int, start: int, stop: int, samples: int, memories: list[float]
) -> list[int]:
    """Alarms among the same strangers, had their series had each of these memories."""
    counts = [0 for _ in memories]
    for number in range(start, stop):
        news = strangers(seed, number, samples, 0.0)
        for place in range(len(memories)):
            memory = memories[place]
            r = pearson(with_memory(news[0], memory), with_memory(news[1], memory))
            if looks_significant(r, samples):
                counts[place] += 1
    return counts


def draw_lab(seed: int, samples: int) -> Lab:
    """Two recordings that the textbook test calls linked, both; in one of them two people met."""
    generator = new_generator(seed)
    met = draw_index(generator, 2)
    behind = SHORTEST + draw_index(generator, LONGEST - SHORTEST + 1)
    first_follows = draw_index(generator, 2) == 1
    together = _together(seed, samples, behind)
    if first_follows:
        together = [together[1], together[0]]
    apart = _apart(seed, samples)
    return {
        "met": met,
        "lag": -behind if first_follows else behind,
        "pairs": [together, apart] if met == 0 else [apart, together],
    }


def meets_mastery(called: int, counted: int, sound: bool, readings_right: bool) -> bool:
    """Whether the false alarm was predicted and explained, and the r read for what it says."""
    return abs(called - counted) <= NEAR and sound and readings_right


def _together(seed: int, samples: int, behind: int) -> list[list[float]]:
    """A leader and a follower, drawn again until they are linked at first sight too."""
    base = MET + 1000 * seed
    pair = _leader_and_follower(base, samples, behind)
    while not looks_significant(pearson(pair[0], pair[1]), samples):
        base += 2
        pair = _leader_and_follower(base, samples, behind)
    return pair


def _leader_and_follower(seed: int, samples: int, behind: int) -> list[list[float]]:
    leader = remembering(seed, samples, MEMORY)
    return [leader, following(seed + 1, leader, behind, SHARE)]


def _apart(seed: int, samples: int) -> list[list[float]]:
    """The first strangers after the hundred whom the textbook test calls linked."""
    number = PAIRS
    pair = strangers(seed, number, samples, MEMORY)
    while not looks_significant(pearson(pair[0], pair[1]), samples):
        number += 1
        pair = strangers(seed, number, samples, MEMORY)
    return pair

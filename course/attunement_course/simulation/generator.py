"""Random numbers that are the same, to the last bit, in Python and in the page.

A generator is a dict ``{"state": int}`` that each draw moves on. Multiplication stays
below 2**53, so a JavaScript number holds every intermediate value exactly.
"""

from typing import TypedDict

MODULUS = 2147483647
MULTIPLIER = 48271
HALF = 65536
ROUND_KEYS = [40503, 11213, 30011, 52379, 19937, 60811]


class Generator(TypedDict):
    """Where a stream of random numbers has got to."""

    state: int


def new_generator(seed: int) -> Generator:
    """Make a generator from a whole number below 2**32; the same seed gives the same draws.

    Source of the constants: Park and Miller's minimal standard, with the multiplier
    48271 that they recommended later. A multiplier alone keeps the differences between
    seeds, so that seeds in a row would draw numbers in a row; six rounds of a Feistel
    network, whose squares are not linear, take them apart first. The division hands the
    square's upper digits down, for its lower ones depend on the number's lower ones alone.
    """
    left = abs(seed) // HALF % HALF
    right = abs(seed) % HALF
    for round_key in ROUND_KEYS:
        mixed = (left + (right + round_key) * (right + round_key) // 7) % HALF
        left = right
        right = mixed
    return {"state": (left * HALF + right) % (MODULUS - 1) + 1}


def draw_uniform(generator: Generator) -> float:
    """Draw a number in (0, 1)."""
    generator["state"] = generator["state"] * MULTIPLIER % MODULUS
    return generator["state"] / MODULUS


def draw_normal(generator: Generator, mean: float, deviation: float) -> float:
    """Draw from a normal distribution, as the sum of twelve uniform draws less six.

    Logarithms and cosines may differ in the last digit between engines; sums do not.
    The tails end at six deviations, far beyond what these models can feel.
    """
    total = 0.0
    for _ in range(12):
        total += draw_uniform(generator)
    return mean + deviation * (total - 6.0)


def draw_index(generator: Generator, count: int) -> int:
    """Draw a whole number from 0 to ``count - 1``."""
    return int(draw_uniform(generator) * count)


def shuffle(generator: Generator, things: list[str]) -> list[str]:
    """A new list of the same things in a drawn order (Fisher and Yates)."""
    order = things[:]
    for last in range(len(order) - 1, 0, -1):
        chosen = draw_index(generator, last + 1)
        held = order[last]
        order[last] = order[chosen]
        order[chosen] = held
    return order

"""Series for the synchrony lab: noise, slow series, and one that follows another."""

import math

from attunement_course.simulation.generator import draw_normal, new_generator

MEMORY = 0.9  # how much of one sample is left in the next, in the series of the lab


def white_noise(seed: int, samples: int) -> list[float]:
    """Independent standard normal samples: nothing is left of one in the next."""
    generator = new_generator(seed)
    return [draw_normal(generator, 0.0, 1.0) for _ in range(samples)]


def with_memory(news: list[float], memory: float) -> list[float]:
    """A first-order autoregressive series of unit variance: x' = memory x + what is new."""
    fresh = math.sqrt(1.0 - memory * memory)
    series = [news[0]]
    for i in range(1, len(news)):
        series.append(memory * series[i - 1] + fresh * news[i])
    return series


def remembering(seed: int, samples: int, memory: float) -> list[float]:
    """A series with a memory, drawn: the same seed draws the same news for each memory."""
    return with_memory(white_noise(seed, samples), memory)


def following(seed: int, leader: list[float], lag: int, share: float) -> list[float]:
    """A series that follows ``leader`` by ``lag`` samples; the rest is a life of its own.

    ``share`` is the part of its variance that it has from the leader.
    """
    own = remembering(seed, len(leader), MEMORY)
    led = math.sqrt(share)
    alone = math.sqrt(1.0 - share)
    return [led * leader[max(i - lag, 0)] + alone * own[i] for i in range(len(leader))]

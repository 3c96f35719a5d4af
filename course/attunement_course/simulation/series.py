"""Series for the synchrony lab: noise, slow series, and one that follows another."""

import math

from attunement_course.simulation.generator import draw_normal, new_generator

MEMORY = 0.9  # how much of one sample is left in the next, in the series of the lab


def white_noise(seed: int, samples: int) -> list[float]:
    """Independent standard normal samples: nothing is left of one in the next."""
    return remembering(seed, samples, 0.0)


def remembering(seed: int, samples: int, memory: float) -> list[float]:
    """A first-order autoregressive series of unit variance: x' = memory x + noise."""
    generator = new_generator(seed)
    noise = math.sqrt(1.0 - memory * memory)
    series = [draw_normal(generator, 0.0, 1.0)]
    for i in range(1, samples):
        series.append(memory * series[i - 1] + draw_normal(generator, 0.0, noise))
    return series


def following(seed: int, leader: list[float], lag: int, share: float) -> list[float]:
    """A series that follows ``leader`` by ``lag`` samples; the rest is a life of its own.

    ``share`` is the part of its variance that it has from the leader.
    """
    own = remembering(seed, len(leader), MEMORY)
    led = math.sqrt(share)
    alone = math.sqrt(1.0 - share)
    return [led * leader[max(i - lag, 0)] + alone * own[i] for i in range(len(leader))]

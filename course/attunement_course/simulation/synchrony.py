"""Exercise 1.2, the synchrony lab: are two series coupled, or do they only look it?

The method is SUSY (surrogate synchrony, Tschacher and Meier 2020): correlate the series
within short segments over a range of lags, and compare with series that never belonged
together. What those are is a choice (Moulder and colleagues 2018), and decides the answer.
"""

import math
from typing import TypedDict

from attunement_course.simulation.correlation import coupling, mean_strength
from attunement_course.simulation.generator import (
    Generator,
    draw_index,
    new_generator,
)

RATE = 5  # samples a second
SECONDS = 300
SEGMENT_SECONDS = 30
LAG_SECONDS = 3
SURROGATES = 500
WAYS = ["segments", "shift", "samples"]
LEAST_EFFECT = 2.0  # above it two series count as linked: a rule of this lab's own
LEAST_SPREAD = 1e-9  # below it all surrogates are the same and nothing can be compared


class Susy(TypedDict):
    """What SUSY finds. ``real`` and ``surrogate`` are means of |Z|.

    ``effect`` is (real - surrogate) / spread, the spread being the standard deviation over
    surrogates, and 0 where all of those are the same; ``p`` is the share of surrogates as
    much alike, the real pair counted among them; ``means`` holds each surrogate's mean |Z|.
    """

    real: float
    surrogate: float
    spread: float
    effect: float
    p: float
    means: list[float]


class Comparison(TypedDict):
    """SUSY under way: what it compares, and the surrogates' mean |Z| so far."""

    one: list[float]
    other: list[float]
    segment: int
    most_lag: int
    way: str
    table: list[list[float]]
    generator: Generator
    means: list[float]


def fault_of_setting(length: int, segment: int, longest_lag: int, unit: str) -> str:
    """Why SUSY cannot use these lengths, all in one ``unit``, or "" where it can.

    Source of both limits: Tschacher and Meier 2020.
    """
    if 2 * longest_lag > segment:
        rule = "the segment must be at least twice the longest lag"
        return f"{rule}: {2 * longest_lag} {unit} or more (got {segment})"
    if 2 * segment > length:
        rule = "the segment must be at most half the series"
        return f"{rule}: {length // 2} {unit} or less (got {segment})"
    return ""


def susy(
    one: list[float],
    other: list[float],
    segment: int,
    most_lag: int,
    surrogates: int,
    way: str,
    seed: int,
) -> Susy:
    """Surrogate synchrony of two series of equal length; segment and lag in samples.

    ``way`` says what a surrogate is. "segments": the segments of the other in a drawn order
    without any true pair. "shift": all moved on by the same number of segments, each number
    once, so that there are no more surrogates than segments less one. "samples": every single
    sample of the other in a drawn order, as though none remembered the last; for slow series
    that is the wrong question, and is here to be seen to be.

    Raises:
        ValueError: the segment is shorter than twice the longest lag, or longer than half
            the series.
    """
    comparison = begin(one, other, segment, most_lag, way, seed)
    add_surrogates(comparison, surrogates)
    return result(comparison)


def begin(
    one: list[float], other: list[float], segment: int, most_lag: int, way: str, seed: int
) -> Comparison:
    """SUSY before its first surrogate, so that a page can take it a few at a time.

    Raises:
        ValueError: as :func:`susy`.
    """
    fault = fault_of_setting(len(one), segment, most_lag, "samples")
    if fault != "":
        raise ValueError(fault)
    return {
        "one": one,
        "other": other,
        "segment": segment,
        "most_lag": most_lag,
        "way": way,
        "table": [] if way == "samples" else coupling(one, other, segment, most_lag),
        "generator": new_generator(seed),
        "means": [],
    }


def add_surrogates(comparison: Comparison, count: int) -> None:
    """Make so many more surrogates, or as many as there are."""
    for _ in range(count):
        if comparison["way"] == "samples":
            comparison["means"].append(_of_shuffled_samples(comparison))
        elif comparison["way"] == "segments":
            order = _deranged(len(comparison["table"]), comparison["generator"])
            comparison["means"].append(_of_moved_segments(comparison, order))
        elif len(comparison["means"]) < len(comparison["table"]) - 1:
            order = _moved_on(len(comparison["table"]), len(comparison["means"]) + 1)
            comparison["means"].append(_of_moved_segments(comparison, order))


def stands_out(effect: float) -> bool:
    """Whether an effect size counts as more than the chance that it was held against."""
    return effect > LEAST_EFFECT


def result(comparison: Comparison) -> Susy:
    """What the surrogates drawn so far say; there must be one at least."""
    means = comparison["means"]
    real = _mean_together(comparison, comparison["other"])
    surrogate = _mean(means)
    spread = math.sqrt(_mean([(mean - surrogate) ** 2 for mean in means]))
    above = len([mean for mean in means if mean >= real])
    return {
        "real": real,
        "surrogate": surrogate,
        "spread": spread,
        "effect": (real - surrogate) / spread if spread > LEAST_SPREAD else 0.0,
        "p": (above + 1) / (len(means) + 1),
        "means": means[:],
    }


def _of_moved_segments(comparison: Comparison, order: list[int]) -> float:
    table = comparison["table"]
    return _mean([table[i][order[i]] for i in range(len(table))])


def _of_shuffled_samples(comparison: Comparison) -> float:
    generator = comparison["generator"]
    shuffled = comparison["other"][:]
    for last in range(len(shuffled) - 1, 0, -1):
        chosen = draw_index(generator, last + 1)
        held = shuffled[last]
        shuffled[last] = shuffled[chosen]
        shuffled[chosen] = held
    return _mean_together(comparison, shuffled)


def _mean_together(comparison: Comparison, other: list[float]) -> float:
    one = comparison["one"]
    segment = comparison["segment"]
    starts = [i * segment for i in range(len(one) // segment)]
    most_lag = comparison["most_lag"]
    return _mean([mean_strength(one, other, at, at, segment, most_lag) for at in starts])


def _moved_on(count: int, step: int) -> list[int]:
    return [(i + step) % count for i in range(count)]


def _deranged(count: int, generator: Generator) -> list[int]:
    """Which segment of the other goes with each of the one; never its own."""
    order = list(range(count))
    for last in range(count - 1, 0, -1):  # Sattolo: one cycle, so nothing stays in place
        chosen = draw_index(generator, last)
        held = order[last]
        order[last] = order[chosen]
        order[chosen] = held
    return order


def _mean(values: list[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total / len(values)

"""Exercise 1.2, the synchrony lab: are two series coupled, or do they only look it?

The method is SUSY (surrogate synchrony, Tschacher and Meier 2020): correlate the series
within short segments over a range of lags, and compare with segments that were never
together. A series here is a list of numbers, one a sample.
"""

import math
from typing import TypedDict

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
WAYS = ["segments", "shift"]
CRITICAL = 1.96  # two-sided, 5 %
MOST_R = 0.999999  # Fisher's Z of a perfect correlation has no end
LEAST_SPREAD = 1e-9  # below it all surrogates are the same and nothing can be compared


class Susy(TypedDict):
    """What SUSY finds. ``real`` and ``surrogate`` are means of |Z|; ``p`` is one-sided.

    ``effect`` is (real - surrogate) / spread, the spread being the standard deviation over
    surrogates; ``means`` holds each surrogate's mean |Z|, for the picture.
    """

    real: float
    surrogate: float
    spread: float
    effect: float
    p: float
    means: list[float]


def pearson(one: list[float], other: list[float]) -> float:
    """The correlation of two series of equal length; 0 where one of them never moves."""
    return _correlation(one, other, 0, 0, len(one))


def looks_significant(correlation: float, samples: int) -> bool:
    """What the textbook test says, which takes all samples to be independent of each other."""
    return abs(fisher_z(correlation)) * math.sqrt(samples - 3) > CRITICAL


def fisher_z(correlation: float) -> float:
    """Fisher's transformation of a correlation."""
    bounded = min(max(correlation, -MOST_R), MOST_R)
    return 0.5 * math.log((1.0 + bounded) / (1.0 - bounded))


def fault_of_setting(samples: int, segment: int, most_lag: int) -> str:
    """Why SUSY cannot use these lengths (in samples), or "" where it can."""
    if 2 * most_lag > segment:
        return "the segment must be at least twice the longest lag"
    if 2 * segment > samples:
        return "the segment must be at most half the series"
    return ""


def coupling(
    one: list[float], other: list[float], segment: int, most_lag: int
) -> list[list[float]]:
    """Mean |Z| over lags for each segment of ``one`` with each segment of ``other``.

    Row i, column j: segment i of one with segment j of the other. The diagonal is what
    happened together; everything else never did.
    """
    count = len(one) // segment
    table: list[list[float]] = []
    for i in range(count):
        row: list[float] = []
        for j in range(count):
            row.append(_mean_z(one, other, i * segment, j * segment, segment, most_lag))
        table.append(row)
    return table


def susy(
    one: list[float],
    other: list[float],
    segment: int,
    most_lag: int,
    surrogates: int,
    way: str,
    seed: int,
) -> Susy:
    """Surrogate synchrony of two series, by segments that are shuffled or all moved on.

    With ``way`` "segments" each surrogate pairs the segments in a drawn order without any
    true pair; with "shift" all are moved on by the same number of segments.
    """
    table = coupling(one, other, segment, most_lag)
    generator = new_generator(seed)
    means: list[float] = []
    for _ in range(surrogates):
        order = _order(way, len(table), generator)
        means.append(_mean([table[i][order[i]] for i in range(len(table))]))
    real = _mean([table[i][i] for i in range(len(table))])
    return _compared(real, means)


def _compared(real: float, means: list[float]) -> Susy:
    surrogate = _mean(means)
    spread = math.sqrt(_mean([(mean - surrogate) ** 2 for mean in means]))
    above = len([mean for mean in means if mean >= real])
    return {
        "real": real,
        "surrogate": surrogate,
        "spread": spread,
        "effect": (real - surrogate) / spread if spread > LEAST_SPREAD else 0.0,
        "p": (above + 1) / (len(means) + 1),
        "means": means,
    }


def _order(way: str, count: int, generator: Generator) -> list[int]:
    """Which segment of the other goes with each of the one; never its own."""
    if way == "shift":
        step = 1 + draw_index(generator, count - 1)
        return [(i + step) % count for i in range(count)]
    order = list(range(count))
    for last in range(count - 1, 0, -1):  # Sattolo: one cycle, so nothing stays in place
        chosen = draw_index(generator, last)
        held = order[last]
        order[last] = order[chosen]
        order[chosen] = held
    return order


def _mean_z(
    one: list[float], other: list[float], a: int, b: int, segment: int, most_lag: int
) -> float:
    total = 0.0
    for lag in range(-most_lag, most_lag + 1):
        length = segment - abs(lag)
        r = _correlation(one, other, a + max(-lag, 0), b + max(lag, 0), length)
        total += abs(fisher_z(r))
    return total / (2 * most_lag + 1)


def _correlation(one: list[float], other: list[float], a: int, b: int, length: int) -> float:
    """Pearson's r of ``length`` samples of one from a and of the other from b."""
    PSCRIPT_OVERLOAD = False  # noqa: N806, F841 (tells PScript that + and * are numbers' here)
    sum_x = 0.0
    sum_y = 0.0
    sum_xx = 0.0
    sum_yy = 0.0
    sum_xy = 0.0
    for i in range(length):
        x = one[a + i]
        y = other[b + i]
        sum_x += x
        sum_y += y
        sum_xx += x * x
        sum_yy += y * y
        sum_xy += x * y
    spread = (sum_xx - sum_x * sum_x / length) * (sum_yy - sum_y * sum_y / length)
    if spread <= 0:
        return 0.0
    return (sum_xy - sum_x * sum_y / length) / math.sqrt(spread)


def _mean(values: list[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total / len(values)

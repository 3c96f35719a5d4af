"""Correlations of two series of numbers, whole or in segments and at lags.

A series is a list of numbers, one a sample. Lags are in samples; above 0 the second series
comes later: what the first shows, the second shows so many samples after it.
"""

import math

CRITICAL = 1.96  # two-sided, 5 %
MOST_R = 0.999999  # Fisher's Z of a perfect correlation has no end


def pearson(one: list[float], other: list[float]) -> float:
    """The correlation of two series of equal length; 0 where one of them never moves.

    For series that lie around 0, as recordings here do: far from it, beside how much they move,
    sums of squares lose digits, and what they would put beyond 1 is 1.
    """
    return min(max(_correlation(one, other, 0, 0, len(one)), -1.0), 1.0)


def fisher_z(correlation: float) -> float:
    """Fisher's transformation of a correlation."""
    bounded = min(max(correlation, -MOST_R), MOST_R)
    return 0.5 * math.log((1.0 + bounded) / (1.0 - bounded))


def looks_significant(correlation: float, samples: int) -> bool:
    """What the textbook test says, which takes all samples to be independent of each other."""
    return abs(fisher_z(correlation)) * math.sqrt(samples - 3) > CRITICAL


def mean_strength(
    one: list[float], other: list[float], a: int, b: int, segment: int, most_lag: int
) -> float:
    """Mean |Z| over all lags of the segments that begin at ``a`` in one and ``b`` in other."""
    total = 0.0
    for lag in range(-most_lag, most_lag + 1):
        total += abs(_z_at(one, other, a, b, segment, lag))
    return total / (2 * most_lag + 1)


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
            row.append(mean_strength(one, other, i * segment, j * segment, segment, most_lag))
        table.append(row)
    return table


def lag_profile(one: list[float], other: list[float], segment: int, most_lag: int) -> list[float]:
    """Mean Z over segments at each lag from -most_lag to most_lag: where two are most alike."""
    count = len(one) // segment
    profile: list[float] = []
    for lag in range(-most_lag, most_lag + 1):
        total = 0.0
        for i in range(count):
            total += _z_at(one, other, i * segment, i * segment, segment, lag)
        profile.append(total / count)
    return profile


def _z_at(one: list[float], other: list[float], a: int, b: int, segment: int, lag: int) -> float:
    length = segment - abs(lag)
    return fisher_z(_correlation(one, other, a + max(-lag, 0), b + max(lag, 0), length))


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

"""What a study of agreement found: plain frozen values, nothing that computes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LEVEL = "level"
POINT = "point"
TOTAL = "total"
"""Name of the report on the sum over all criteria."""
WHOLE = "scores"
"""Name of the one report where no criterion is named."""

ICC_NAMES = {
    "icc1_1": "ICC(1,1)",
    "icc2_1": "ICC(2,1)",
    "icc3_1": "ICC(3,1)",
    "icc1_k": "ICC(1,k)",
    "icc2_k": "ICC(2,k)",
    "icc3_k": "ICC(3,k)",
}
"""Shrout and Fleiss's six (1979, doi 10.1037/0033-2909.86.2.420), by the keys of the JSON."""
Scale = Literal["nominal", "ordinal", "interval", "ratio"]
SCALES: tuple[Scale, ...] = ("nominal", "ordinal", "interval", "ratio")
"""What Krippendorff's alpha may take the scores for."""

Interval = tuple[float, float]


@dataclass(frozen=True)
class Figure:
    """One coefficient. ``value`` is None where it is undefined, and ``reason`` says why.

    ``interval`` is the 95% interval, None where there is none. ``targets`` and ``raters``
    count what the figure rests on.
    """

    value: float | None
    interval: Interval | None = None
    targets: int = 0
    raters: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Pair:
    """Two raters: Cohen's kappa with quadratic weights over the targets they share."""

    raters: tuple[str, str]
    kappa: Figure


@dataclass(frozen=True)
class Marker:
    """How one rater marks beside the others, on the targets they share.

    ``severity`` is the mean of own score minus the others' mean, in the scores' unit:
    negative is severe, positive lenient. ``spread`` and ``others_spread`` are standard
    deviations of own and others' scores; None where there are too few.
    """

    rater: str
    targets: int
    severity: float
    severity_interval: Interval | None
    spread: float | None
    others_spread: float | None


@dataclass(frozen=True)
class Gaps:
    """How far apart two ratings of one target lie, over every pair of ratings.

    ``mean`` is the mean absolute difference; ``same`` and ``near`` count the pairs that are
    equal, and at most half a unit apart. ``wide`` names the targets with two ratings two
    units or more apart, widest first.
    """

    pairs: int
    mean: float
    same: int
    near: int
    wide: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """Agreement on one criterion, or on the scores as a whole.

    ``shared`` counts the targets with two ratings or more, ``block`` names the raters whose
    complete block ICC(2,·) and ICC(3,·) rest on. ``scores`` are the ratings themselves,
    target by rater, for plots.
    """

    name: str
    unit: str
    targets: int
    shared: int
    raters: tuple[str, ...]
    block: tuple[str, ...]
    icc: Mapping[str, Figure]
    alpha: Mapping[str, Figure]
    pairs: tuple[Pair, ...]
    mean_kappa: float | None
    markers: tuple[Marker, ...]
    gaps: Gaps
    scores: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Decision:
    """Whether a grade with decimals may rest on these marks, why, and what to do.

    ``basis`` is the key of the figure that decided and ``low`` its interval's lower end.
    """

    decimal_grade: bool
    basis: str
    low: float | None
    reason: str
    steps: tuple[str, ...]

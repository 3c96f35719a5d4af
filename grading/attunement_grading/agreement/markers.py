"""How each rater marks beside the others, and how far apart two ratings lie."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
from scipy import stats

from .matrices import shared_part
from .report import Gaps, Interval, Marker

WIDE = 2.0
"""A gap that a third reading or a talk must settle, in levels (domain rule: two levels)."""
NEAR = 0.5
EXACT = 1e-9


def markers_of(matrix: pd.DataFrame) -> tuple[Marker, ...]:
    """Severity and spread of every rater who shares a target with another."""
    shared = shared_part(matrix)
    return tuple(
        _marker(shared[shared[rater].notna()], rater)
        for rater in shared.columns
        if shared[rater].notna().any()
    )


def _marker(shared: pd.DataFrame, rater: str) -> Marker:
    own, others = shared[rater], shared.drop(columns=rater)
    differences = (own - others.mean(axis=1)).to_numpy()
    return Marker(
        rater=rater,
        targets=len(shared),
        severity=float(differences.mean()),
        severity_interval=_mean_interval(differences),
        spread=_deviation(own.to_numpy()),
        others_spread=_deviation(others.to_numpy().ravel()),
    )


def _mean_interval(values: np.ndarray) -> Interval | None:
    """Student's 95% interval of a mean; None where nothing varies or there is one value."""
    if len(values) < 2 or np.ptp(values) < EXACT:
        return None
    found = stats.ttest_1samp(values, 0.0).confidence_interval(0.95)
    return float(found.low), float(found.high)


def _deviation(values: np.ndarray) -> float | None:
    given = values[~np.isnan(values)]
    return float(np.std(given, ddof=1)) if len(given) > 1 else None


def gaps_of(matrix: pd.DataFrame) -> Gaps:
    """Differences over every pair of ratings that share a target."""
    shared = shared_part(matrix)
    pairs = [(shared[one] - shared[other]).abs().dropna() for one, other in combinations(shared, 2)]
    all_gaps = np.concatenate([pair.to_numpy() for pair in pairs]) if pairs else np.array([])
    return Gaps(
        pairs=len(all_gaps),
        mean=float(all_gaps.mean()) if len(all_gaps) else 0.0,
        same=int((all_gaps < EXACT).sum()),
        near=int((all_gaps <= NEAR + EXACT).sum()),
        wide=_wide(shared),
    )


def _wide(shared: pd.DataFrame) -> tuple[str, ...]:
    ranges = shared.max(axis=1) - shared.min(axis=1)
    wide = ranges[ranges >= WIDE - EXACT].sort_values(ascending=False, kind="stable")
    return tuple(str(target) for target in wide.index)

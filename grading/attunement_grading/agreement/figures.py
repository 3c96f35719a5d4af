"""The coefficients, each from the package that is known for it.

Intraclass correlations: pingouin, which needs complete blocks. Cohen's kappa: scikit-learn.
Krippendorff's alpha: krippendorff, which takes gaps.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations

import krippendorff
import numpy as np
import pandas as pd
import pingouin
from sklearn.metrics import cohen_kappa_score

from .matrices import complete_block, one_way, shared_part
from .ratings import MIN_TARGETS
from .report import ICC_NAMES, SCALES, Figure, Interval, Pair, Scale

PINGOUIN_TYPES = ("ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)")
"""How pingouin calls the six, after McGraw and Wong (1996), in our order."""
EXACT = 1e-9
"""Differences of scores below this are rounding of sums, not disagreement."""
MOST_CATEGORIES = 1_000
NO_BLOCK = f"no two raters share {MIN_TARGETS} targets"
NO_NUMBER = f"fewer than {MIN_TARGETS} targets have the same number of ratings"
NO_SHARED = f"fewer than {MIN_TARGETS} targets have two ratings"


def iccs(matrix: pd.DataFrame) -> dict[str, Figure]:
    """The six intraclass correlations, each over the largest part of the matrix that it can use.

    ICC(1,·) does not ask who rated: it takes all targets with the same number of ratings.
    ICC(2,·) and ICC(3,·) take the largest complete block of raters and targets.
    """
    block = complete_block(matrix)
    crossed = _iccs(block, NO_BLOCK)
    if block.shape == matrix.shape:
        return crossed
    nested = _iccs(one_way(matrix), NO_NUMBER)
    return crossed | {key: figure for key, figure in nested.items() if _is_one_way(key)}


def _is_one_way(key: str) -> bool:
    return key.startswith("icc1")


def _iccs(table: pd.DataFrame, reason: str) -> dict[str, Figure]:
    """All six over a table without gaps; ``reason`` is why it is empty, if it is."""
    scores = table.to_numpy()
    blank = Figure(None, targets=len(table), raters=table.shape[1], reason=reason)
    if table.empty:
        return dict.fromkeys(ICC_NAMES, blank)
    if np.ptp(scores) < EXACT:
        return dict.fromkeys(ICC_NAMES, replace(blank, reason=f"every score is {scores[0, 0]:g}"))
    found = zip(ICC_NAMES, _pingouin(scores), strict=True)
    return {key: _icc(key, scores, blank, *row) for key, row in found}


def _icc(key: str, scores: np.ndarray, blank: Figure, value: float, interval: np.ndarray) -> Figure:
    """One of pingouin's figures, without what it makes of a division by nothing."""
    means = scores.mean(axis=1, keepdims=True)
    exact = np.ptp(scores - means if _is_one_way(key) else _residuals(scores)) < EXACT
    if exact and np.ptp(means) < EXACT:
        return replace(blank, reason="all targets have the same mean")
    return replace(
        blank, value=_finite(value), interval=None if exact else _both(interval), reason=""
    )


def _residuals(scores: np.ndarray) -> np.ndarray:
    rows, columns = scores.mean(axis=1, keepdims=True), scores.mean(axis=0, keepdims=True)
    return scores - rows - columns + scores.mean()


def _pingouin(scores: np.ndarray) -> list[tuple[float, np.ndarray]]:
    """Value and interval of each of the six. Numbers stand for names, which might collide."""
    targets, raters = scores.shape
    long = pd.DataFrame(
        {
            "target": np.repeat(np.arange(targets), raters),
            "rater": np.tile(np.arange(raters), targets),
            "score": scores.ravel(),
        }
    )
    with _unrounded(), np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it divides by nothing is judged by our own rules
        found = pingouin.intraclass_corr(long, targets="target", raters="rater", ratings="score")
    by_type = found.set_index("Type")
    return [(by_type.at[one, "ICC"], by_type.at[one, "CI95"]) for one in PINGOUIN_TYPES]


@contextmanager
def _unrounded() -> Iterator[None]:
    """Pingouin rounds intervals to two digits, which would let .495 pass for .5."""
    kept = dict(pingouin.options)
    pingouin.options["round.column.CI95"] = None
    try:
        yield
    finally:
        pingouin.options.update(kept)


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _both(interval: np.ndarray) -> Interval | None:
    low, high = (float(end) for end in interval)
    return (low, high) if np.isfinite([low, high]).all() else None


def kappas(matrix: pd.DataFrame) -> tuple[Pair, ...]:
    """Cohen's kappa with quadratic weights for every two raters, half-levels as categories."""
    return tuple(
        Pair((one, other), _kappa(matrix[[one, other]].dropna()))
        for one, other in combinations(matrix.columns, 2)
    )


def _kappa(both: pd.DataFrame) -> Figure:
    blank = Figure(None, targets=len(both), raters=2)
    if len(both) < MIN_TARGETS:
        return replace(blank, reason=f"fewer than {MIN_TARGETS} targets in common")
    halves = both.to_numpy() * 2
    steps = np.rint(halves).astype(int)
    if np.abs(halves - steps).max() > EXACT or np.ptp(steps) >= MOST_CATEGORIES:
        return replace(blank, reason="scores are not levels or half-levels")
    if np.ptp(steps) == 0:
        return replace(blank, reason=f"both gave every target {both.iat[0, 0]:g}")
    categories = range(steps.min(), steps.max() + 1)
    value = cohen_kappa_score(steps[:, 0], steps[:, 1], labels=categories, weights="quadratic")
    return replace(blank, value=_finite(value))


def mean_kappa(pairs: tuple[Pair, ...]) -> float | None:
    """The mean over the pairs that have a kappa (Light 1971, doi 10.1037/h0031643)."""
    values = [pair.kappa.value for pair in pairs if pair.kappa.value is not None]
    return float(np.mean(values)) if values else None


def alphas(matrix: pd.DataFrame, *, resamples: int, seed: int) -> dict[str, Figure]:
    """Krippendorff's alpha for each scale of measurement, over all targets rated twice or more.

    The interval holds the middle 95% of ``resamples`` draws of targets with replacement.
    """
    shared = shared_part(matrix)
    blank = Figure(None, targets=len(shared), raters=int(shared.notna().any().sum()))
    scores = shared.to_numpy()
    values = np.unique(scores[~np.isnan(scores)])
    if len(shared) < MIN_TARGETS:
        return dict.fromkeys(SCALES, replace(blank, reason=NO_SHARED))
    if len(values) == 1:
        return dict.fromkeys(SCALES, replace(blank, reason=f"every score is {values[0]:g}"))
    counts = (scores[:, :, None] == values).sum(axis=1)
    counts = counts[np.lexsort(counts.T)]  # so that no order of rows changes the draws
    draws = np.random.default_rng(seed).integers(len(counts), size=(resamples, len(counts)))
    return {scale: _alpha(counts, values, scale, draws, blank) for scale in SCALES}


def _alpha(
    counts: np.ndarray, values: np.ndarray, scale: Scale, draws: np.ndarray, blank: Figure
) -> Figure:
    """One alpha of a table that counts, target by value, how often a value was given."""
    if scale == "ratio" and values[0] < 0:
        return replace(blank, reason="a ratio scale has no scores below 0")

    def alpha(some: np.ndarray) -> float:
        return krippendorff.alpha(
            value_counts=some, value_domain=values, level_of_measurement=scale
        )

    with np.errstate(all="ignore"):
        drawn = np.array([alpha(counts[draw]) for draw in draws])
        whole = alpha(counts)
    defined = drawn[np.isfinite(drawn)]  # a draw of equal scores has no alpha
    enough = 2 * len(defined) > len(drawn)
    interval = _both(np.quantile(defined, [0.025, 0.975])) if enough else None
    return replace(blank, value=_finite(whole), interval=interval)

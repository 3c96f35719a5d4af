"""Ratings as matrices, target by rater, with gaps; and the parts of them without gaps."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import numpy as np
import pandas as pd

from .ratings import MIN_TARGETS, Rating

EMPTY = pd.DataFrame()


def matrix_of(ratings: Iterable[Rating]) -> pd.DataFrame:
    """A row a target, a column a rater, both sorted; NaN where there is no rating."""
    rows = [(one.target, one.rater, one.score) for one in ratings]
    frame = pd.DataFrame(rows, columns=["target", "rater", "score"])
    wide = frame.pivot(index="target", columns="rater", values="score")
    return wide.sort_index().sort_index(axis=1).astype(float)


def shared_part(matrix: pd.DataFrame) -> pd.DataFrame:
    """The targets with two ratings or more."""
    return matrix[matrix.notna().sum(axis=1) >= 2]


def complete_block(matrix: pd.DataFrame) -> pd.DataFrame:
    """The largest part without gaps: some raters, and the targets that all of them rated.

    Largest by number of ratings, then of targets. Tried are the sets of raters that some
    target has, and every pair. Empty where no two raters share three targets.
    """
    marked = matrix.notna().to_numpy()
    found = {tuple(matrix.columns[row]) for row in marked if row.sum() >= 2}
    candidates = sorted(found | set(combinations(matrix.columns, 2)))
    blocks = [matrix[list(raters)].dropna() for raters in candidates]
    enough = [block for block in blocks if len(block) >= MIN_TARGETS]
    return max(enough, key=lambda block: (block.size, len(block)), default=EMPTY)


def one_way(matrix: pd.DataFrame) -> pd.DataFrame:
    """The targets with the same number of ratings, whoever gave them: a column a rating.

    The number is the one that covers most ratings. This is Shrout and Fleiss's first case,
    each target rated by other raters. Empty where fewer than three targets have the number.
    """
    counts = matrix.notna().sum(axis=1)
    sizes = counts[counts >= 2].value_counts()
    enough = sizes[sizes >= MIN_TARGETS]
    if enough.empty:
        return EMPTY
    number = max(enough.index, key=lambda k: (k * enough[k], k))
    chosen = matrix[counts == number]
    return pd.DataFrame([row[~np.isnan(row)] for row in chosen.to_numpy()], index=chosen.index)

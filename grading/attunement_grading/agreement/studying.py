"""From ratings to reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .packages import needed
from .ratings import Rating, by_criterion, checked, totals
from .report import LEVEL, POINT, TOTAL, WHOLE, Report

RESAMPLES = 1_000
SEED = 1979


def reports_of(
    ratings: Iterable[Rating], *, where: str = "", resamples: int = RESAMPLES, seed: int = SEED
) -> tuple[Report, ...]:
    """A report for each criterion and, where there are several, for the total.

    ``where`` begins the text of a refusal, ``resamples`` and ``seed`` make the bootstrap.
    Raises RatingsRefused, and PackageMissing where a package is not installed.
    """
    given = checked(list(ratings), where)
    parts = by_criterion(given)
    if len(parts) > 1 and TOTAL not in parts:
        parts[TOTAL] = totals(given)
    return tuple(
        report_of(part, name=name or WHOLE, unit=_unit(name), resamples=resamples, seed=seed)
        for name, part in parts.items()
        if part
    )


def _unit(criterion: str) -> str:
    return POINT if criterion in ("", TOTAL) else LEVEL


def report_of(
    ratings: Sequence[Rating],
    *,
    name: str = WHOLE,
    unit: str = POINT,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Report:
    """Agreement in ratings that all belong together, whatever criterion they carry.

    ``unit`` is what scores are counted in, ``level`` or ``point``. A figure that cannot be
    had is None and says why.
    """
    with needed():
        from .figures import alphas, iccs, kappas, mean_kappa
        from .markers import gaps_of, markers_of
        from .matrices import complete_block, matrix_of, shared_part

    matrix = matrix_of(ratings)
    pairs = kappas(matrix)
    return Report(
        name=name,
        unit=unit,
        targets=len(matrix),
        shared=len(shared_part(matrix)),
        raters=tuple(matrix.columns),
        block=tuple(map(str, complete_block(matrix).columns)),
        icc=iccs(matrix),
        alpha=alphas(matrix, resamples=resamples, seed=seed),
        pairs=pairs,
        mean_kappa=mean_kappa(pairs),
        markers=markers_of(matrix),
        gaps=gaps_of(matrix),
        scores=_scores(ratings),
    )


def _scores(ratings: Sequence[Rating]) -> dict[str, dict[str, float]]:
    scores: dict[str, dict[str, float]] = {}
    for one in ratings:
        scores.setdefault(one.target, {})[one.rater] = one.score
    return scores

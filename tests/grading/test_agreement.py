"""The coefficients: as published, as their packages have them, and unmoved by what is no matter."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace

import krippendorff
import numpy as np
import pandas as pd
import pingouin
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from published_ratings import (
    GWET,
    GWET_KAPPA,
    HAYES_KRIPPENDORFF,
    HAYES_KRIPPENDORFF_ALPHA,
    HAYES_KRIPPENDORFF_INTERVAL,
    KRIPPENDORFF,
    KRIPPENDORFF_ALPHA,
    SHROUT_FLEISS,
    SHROUT_FLEISS_ICC,
    counted,
    ratings,
)

from attunement_grading.agreement import Rating, Report, report_of, reports_of
from attunement_grading.agreement.figures import alphas, iccs
from attunement_grading.agreement.matrices import matrix_of
from attunement_grading.agreement.report import ICC_NAMES, SCALES, Figure

LEVELS = st.sampled_from([1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0])
QUICK = 8
# pingouin's own, with pandas 3
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")


def study(some: list[Rating], resamples: int = QUICK, **options: object) -> Report:
    return report_of(some, resamples=resamples, **options)  # type: ignore[arg-type]


def alphas_of(some: list[Rating]) -> dict[str, Figure]:
    return alphas(matrix_of(some), resamples=QUICK, seed=1)


def values(report: Report) -> dict[str, float | None]:
    found = {**report.icc, **report.alpha}
    return {key: figure.value for key, figure in found.items()}


# --- published ------------------------------------------------------------------------


def test_the_six_of_shrout_and_fleiss() -> None:
    report = study(ratings(SHROUT_FLEISS))
    for key, printed in SHROUT_FLEISS_ICC.items():
        assert report.icc[key].value == pytest.approx(printed, abs=0.005), key


def test_krippendorff_s_twelve_units_with_gaps() -> None:
    report = study(ratings(KRIPPENDORFF))
    for scale, printed in KRIPPENDORFF_ALPHA.items():
        assert report.alpha[scale].value == pytest.approx(printed, abs=0.0005), scale
        assert report.alpha[scale].targets == 11


def test_hayes_and_krippendorff_s_forty_articles() -> None:
    report = study(ratings(HAYES_KRIPPENDORFF), resamples=1_000)
    for scale, printed in HAYES_KRIPPENDORFF_ALPHA.items():
        assert report.alpha[scale].value == pytest.approx(printed, abs=0.00005), scale
    # theirs draws single disagreements and ours whole targets, which lie together: ours is wider
    assert report.alpha["ordinal"].interval is not None
    (low, high), (their_low, their_high) = (
        report.alpha["ordinal"].interval,
        HAYES_KRIPPENDORFF_INTERVAL,
    )
    assert low < their_low < their_high < high + 0.02
    assert high - low < 3 * (their_high - their_low)


def test_gwet_s_weighted_kappa() -> None:
    (pair,) = study(counted(GWET)).pairs
    assert pair.kappa.value == pytest.approx(GWET_KAPPA, abs=5e-8)
    assert (pair.raters, pair.kappa.targets) == (("one", "two"), 100)


# --- the packages' own ------------------------------------------------------------------


def frame(some: list[Rating]) -> pd.DataFrame:
    return pd.DataFrame([(one.target, one.rater, one.score) for one in some], columns=list("trs"))


@pytest.mark.parametrize("table", [SHROUT_FLEISS, KRIPPENDORFF], ids=["whole", "gaps"])
def test_the_correlations_are_pingouin_s(table: str) -> None:
    """Where gaps are, over the targets that every rater rated, as pingouin takes them."""
    some = ratings(table)
    theirs = pingouin.intraclass_corr(frame(some), "t", "r", "s", nan_policy="omit")
    report = study(some)
    for key, value, interval in zip(report.icc, theirs["ICC"], theirs["CI95"], strict=True):
        assert report.icc[key].value == pytest.approx(value)
        assert report.icc[key].interval == pytest.approx(tuple(interval), abs=0.005)


def test_intervals_are_not_rounded_and_pingouin_s_own_setting_is_left() -> None:
    interval = study(ratings(SHROUT_FLEISS)).icc["icc2_1"].interval
    assert interval is not None
    assert interval[0] != round(interval[0], 2)
    assert pingouin.options["round.column.CI95"] == 2


@pytest.mark.parametrize(
    "table", [SHROUT_FLEISS, KRIPPENDORFF, HAYES_KRIPPENDORFF], ids="sf k hk".split()
)
def test_alpha_is_krippendorff_s(table: str) -> None:
    some = ratings(table)
    wide = frame(some).pivot(index="r", columns="t", values="s").to_numpy()
    for scale, figure in study(some).alpha.items():
        theirs = krippendorff.alpha(reliability_data=wide, level_of_measurement=scale)  # type: ignore[arg-type]
        assert figure.value == pytest.approx(theirs), scale


def test_a_rater_may_be_called_as_a_column_is() -> None:
    names = {"rater 0": "target", "rater 1": "score", "rater 2": "rater", "rater 3": "index"}
    some = [replace(one, rater=names[one.rater]) for one in ratings(SHROUT_FLEISS)]
    assert values(study(some)) == pytest.approx(values(study(ratings(SHROUT_FLEISS))))


# --- incomplete designs -----------------------------------------------------------------


def two_of_four(pieces: int, seed: int = 3) -> list[Rating]:
    """Each piece marked by two of four, drawn at random: no marker saw all."""
    draw = random.Random(seed)
    some = []
    for piece in range(pieces):
        true = draw.gauss(2.5, 0.8)
        for rater in draw.sample("abcd", 2):
            level = min(4.0, max(1.0, round(2 * draw.gauss(true, 0.4)) / 2))
            some.append(Rating(f"piece {piece:03}", rater, level))
    return some


def test_alpha_and_the_one_way_correlation_take_every_piece() -> None:
    some = two_of_four(40)
    report = study(some)
    assert {figure.targets for figure in report.alpha.values()} == {40}
    assert report.icc["icc1_1"].targets == report.icc["icc1_k"].targets == 40
    # ICC(1,1) asks not who rated: the same numbers by an unvarying first and second rater
    nested = [replace(one, rater="first" if n % 2 else "second") for n, one in enumerate(some)]
    theirs = pingouin.intraclass_corr(frame(nested), "t", "r", "s").set_index("Type")
    assert report.icc["icc1_1"].value == pytest.approx(theirs.at["ICC(1,1)", "ICC"])


def test_the_crossed_correlations_take_the_largest_part_without_gaps() -> None:
    some = two_of_four(40)
    report = study(some)
    together = {}
    for one in some:
        together.setdefault(one.target, set()).add(one.rater)
    most = max(list(together.values()).count(pair) for pair in together.values())
    assert report.icc["icc2_1"].targets == most < 40
    assert len(report.block) == report.icc["icc2_1"].raters == 2


def test_three_who_marked_all_and_one_who_marked_little_keep_the_three() -> None:
    some = [one for one in ratings(SHROUT_FLEISS) if one.rater != "rater 3" or "1" in one.target]
    report = study(some)
    assert report.block == ("rater 0", "rater 1", "rater 2")
    assert report.icc["icc3_1"].targets == 6


def test_without_any_block_alpha_still_stands() -> None:
    some = [
        Rating(f"t{n}", rater, float(score))
        for n, (pair, scores) in enumerate(
            [("ab", "12"), ("cd", "33"), ("ef", "42"), ("gh", "22"), ("ij", "11")]
        )
        for rater, score in zip(pair, scores, strict=True)
    ]
    report = study(some)
    assert report.icc["icc2_1"].value is None
    assert report.icc["icc2_1"].reason == "no two raters share 3 targets"
    assert report.icc["icc1_1"].targets == 5
    assert report.alpha["interval"].value is not None


# --- what is undefined says so ------------------------------------------------------------


def scores(rows: list[list[float]], criterion: str = "") -> list[Rating]:
    return [
        Rating(f"t{n:02}", "abcdefgh"[column], score, criterion)
        for n, row in enumerate(rows)
        for column, score in enumerate(row)
    ]


def no_nan(report: Report) -> bool:
    figures = [*report.icc.values(), *report.alpha.values()]
    numbers = [
        *(figure.value for figure in figures),
        *(end for figure in figures for end in figure.interval or ()),
        *(pair.kappa.value for pair in report.pairs),
    ]
    return all(one is None or math.isfinite(one) for one in numbers)


def test_equal_scores_have_no_figure_and_the_reason_names_them() -> None:
    report = study(scores([[3, 3]] * 5))
    assert set(values(report).values()) == {None}
    assert {figure.reason for figure in {**report.icc, **report.alpha}.values()} == {
        "every score is 3"
    }
    assert report.pairs[0].kappa.reason == "both gave every target 3"
    assert report.mean_kappa is None


def test_full_agreement_is_1_without_an_interval_of_the_correlation() -> None:
    report = study(scores([[1.1, 1.1], [2.3, 2.3], [3.7, 3.7], [0.1, 0.1]]))
    assert [figure.value for figure in report.icc.values()] == pytest.approx([1.0] * 6)
    assert {figure.interval for figure in report.icc.values()} == {None}
    assert {figure.value for figure in report.alpha.values()} == {1.0}


def test_a_steady_difference_leaves_consistency_whole() -> None:
    report = study(scores([[1.1, 2.2], [2.3, 3.4], [3.7, 4.8], [0.1, 1.2]]))
    assert report.icc["icc3_1"].value == pytest.approx(1.0)
    assert report.icc["icc3_1"].interval is None
    agreement = report.icc["icc2_1"].value
    assert agreement is not None
    assert agreement < 0.9


def test_targets_without_difference_have_no_consistency() -> None:
    report = study(scores([[1, 2]] * 6))
    assert report.icc["icc1_1"].value == pytest.approx(-1)
    assert report.icc["icc3_1"].value is None
    assert report.icc["icc3_1"].reason == "all targets have the same mean"


def test_a_ratio_scale_has_no_scores_below_zero() -> None:
    report = study(scores([[-1, 1], [2, 2], [3, 2], [0, 1]]))
    assert report.alpha["ratio"].value is None
    assert report.alpha["ratio"].reason == "a ratio scale has no scores below 0"
    assert report.alpha["interval"].value is not None


def test_scores_that_are_no_half_levels_have_no_weighted_kappa() -> None:
    (pair,) = study(scores([[1.2, 1], [2, 2], [3, 2], [0, 1]])).pairs
    assert (pair.kappa.value, pair.kappa.reason) == (None, "scores are not levels or half-levels")


def test_half_levels_are_categories_of_their_own() -> None:
    """Doubling turns half-levels into whole ones: the same categories, so the same kappa."""
    halves = scores([[1, 1.5], [2, 2], [3.5, 3], [4, 3], [2.5, 2.5]])
    doubled = [replace(one, score=2 * one.score) for one in halves]
    assert study(halves).mean_kappa == pytest.approx(study(doubled).mean_kappa)
    wholes = [replace(one, score=float(round(one.score))) for one in halves]
    assert study(halves).mean_kappa != pytest.approx(study(wholes).mean_kappa)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(LEVELS, min_size=3, max_size=3), min_size=3, max_size=9))
def test_no_figure_is_ever_nan(rows: list[list[float]]) -> None:
    assert no_nan(study(scores(rows)))


# --- properties -----------------------------------------------------------------------------

ROWS = st.lists(st.lists(LEVELS, min_size=3, max_size=3), min_size=4, max_size=9).filter(
    lambda rows: len({score for row in rows for score in row}) > 1
)
GAPS = st.lists(
    st.lists(st.none() | LEVELS, min_size=3, max_size=3), min_size=5, max_size=9
).filter(lambda rows: sum(sum(one is not None for one in row) >= 2 for row in rows) >= 3)


def gapped(rows: list[list[float | None]]) -> list[Rating]:
    return [
        Rating(f"t{n:02}", "abc"[column], score)
        for n, row in enumerate(rows)
        for column, score in enumerate(row)
        if score is not None
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(LEVELS, min_size=4, max_size=12), st.integers(2, 4))
def test_raters_who_agree_in_all_have_an_alpha_of_1(levels: list[float], raters: int) -> None:
    assume(len(set(levels)) > 1)
    found = alphas_of(scores([[level] * raters for level in levels]))
    assert {figure.value for figure in found.values()} == {1.0}


@settings(max_examples=25, deadline=None)
@given(GAPS, st.randoms(use_true_random=False))
def test_neither_names_nor_the_order_of_rows_matter(
    rows: list[list[float | None]], draw: random.Random
) -> None:
    some = gapped(rows)
    targets, raters = ({getattr(one, of) for one in some} for of in ("target", "rater"))
    new = [draw.sample(range(100), len(names)) for names in (targets, raters)]
    to = [dict(zip(sorted(old), map(str, new_names), strict=True))
          for old, new_names in zip((targets, raters), new, strict=True)]  # fmt: skip
    renamed = [replace(one, target=to[0][one.target], rater=to[1][one.rater]) for one in some]
    draw.shuffle(renamed)
    before, after = alphas_of(some), alphas_of(renamed)
    for scale in SCALES:
        assert after[scale].value == pytest.approx(before[scale].value)
        assert after[scale].interval == pytest.approx(before[scale].interval)


@settings(max_examples=25, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_figure_at_all(
    rows: list[list[float]], draw: random.Random
) -> None:
    some = scores(rows)
    shuffled = draw.sample(some, len(some))
    before, after = study(some), study(shuffled)
    assert replace(after, scores={}) == replace(before, scores={})


@settings(max_examples=25, deadline=None)
@given(ROWS, st.integers(-3, 5), st.sampled_from([0.5, 2.0, 4.0]))
def test_interval_alpha_and_the_correlations_know_no_zero_and_no_unit(
    rows: list[list[float]], shift: int, scale: float
) -> None:
    some = scores(rows)
    moved = [replace(one, score=scale * one.score + shift) for one in some]
    pairs = [(alphas_of(some)["interval"], alphas_of(moved)["interval"])]
    before, after = iccs(matrix_of(some)), iccs(matrix_of(moved))
    pairs += [(before[key], after[key]) for key in ICC_NAMES]
    for was, now in pairs:
        assert now.value == (None if was.value is None else pytest.approx(was.value, abs=1e-6))


@settings(max_examples=25, deadline=None)
@given(ROWS, st.sampled_from([math.exp, math.sqrt, lambda score: score**3]))
def test_ordinal_alpha_knows_order_alone(
    rows: list[list[float]], grow: Callable[[float], float]
) -> None:
    some = scores(rows)
    grown = [replace(one, score=grow(one.score)) for one in some]
    assert alphas_of(grown)["ordinal"].value == pytest.approx(alphas_of(some)["ordinal"].value)


def test_weighted_kappa_comes_near_the_correlation_in_large_tables() -> None:
    """With quadratic weights it tends to ICC(2,1): Fleiss and Cohen 1973,
    doi 10.1177/001316447303300309."""
    draw = random.Random(8)
    rows = []
    for _ in range(400):
        true = draw.gauss(2.5, 0.8)
        rows.append([min(4.0, max(1.0, round(2 * draw.gauss(true, 0.5)) / 2)) for _ in range(2)])
    report = study(scores(rows))
    assert report.mean_kappa == pytest.approx(report.icc["icc2_1"].value, abs=0.01)


# --- bootstrap, markers, gaps ---------------------------------------------------------------


def test_the_interval_is_drawn_from_the_seed_and_holds_the_value() -> None:
    some = two_of_four(30)
    one, same = (study(some, resamples=300, seed=5) for _ in range(2))
    other = study(some, resamples=300, seed=6)
    assert one.alpha == same.alpha
    assert one.alpha != other.alpha
    figure = one.alpha["interval"]
    assert figure.interval is not None
    assert figure.value is not None
    assert figure.interval[0] < figure.value < figure.interval[1]


def test_more_targets_make_the_interval_narrower() -> None:
    def width(pieces: int) -> float:
        interval = study(two_of_four(pieces), resamples=300).alpha["interval"].interval
        assert interval is not None
        return interval[1] - interval[0]

    assert width(160) < width(20)


def test_severity_is_what_a_marker_gives_below_the_others_on_the_same_pieces() -> None:
    rows = [[level, level, level - 1] for level in (2.0, 2.5, 3.0, 3.5, 4.0)]
    by_name = {one.rater: one for one in study(scores(rows)).markers}
    assert by_name["c"].severity == pytest.approx(-1)
    assert by_name["a"].severity == by_name["b"].severity == pytest.approx(0.5)
    assert by_name["c"].severity_interval is None  # nothing varies, so nothing is uncertain


def test_severity_speaks_of_shared_pieces_only() -> None:
    shared = scores([[2, 2], [3, 3], [3, 4], [1, 1]])
    alone = [Rating(f"own {n}", "a", 4.0) for n in range(20)]
    assert study(shared).markers == study(shared + alone).markers


def test_spread_is_each_marker_s_standard_deviation_beside_the_others() -> None:
    rows = [[2.5, 1], [2.5, 2], [2.5, 3], [3.0, 4]]
    narrow, broad = study(scores(rows)).markers
    assert narrow.spread == pytest.approx(np.std([2.5, 2.5, 2.5, 3.0], ddof=1))
    assert narrow.others_spread == broad.spread == pytest.approx(np.std([1, 2, 3, 4], ddof=1))


def test_gaps_count_pairs_of_marks_and_name_pieces_two_apart_widest_first() -> None:
    gaps = study(scores([[1, 1], [2, 2.5], [1, 3], [4, 1], [3, 2]])).gaps
    assert (gaps.pairs, gaps.same, gaps.near) == (5, 1, 2)
    assert gaps.mean == pytest.approx((0 + 0.5 + 2 + 3 + 1) / 5)
    assert gaps.wide == ("t03", "t02")


# --- several criteria -----------------------------------------------------------------------


def test_each_criterion_has_a_report_and_the_total_is_of_whole_sets() -> None:
    one = scores([[1, 2], [2, 2], [3, 4], [4, 4]], "evidence")
    two = scores([[2, 2], [1, 2], [3, 3]], "reframing")
    evidence, reframing, total = reports_of(one + two, resamples=QUICK)
    assert [evidence.name, reframing.name, total.name] == ["evidence", "reframing", "total"]
    assert (evidence.unit, total.unit) == ("level", "point")
    assert (evidence.targets, total.targets) == (4, 3)  # one piece lacks a mark for reframing
    assert total.scores["t00"] == {"a": 3, "b": 4}


def test_a_criterion_called_total_is_not_summed_up_again() -> None:
    one = scores([[1, 2], [2, 2], [3, 4]], "evidence")
    reports = reports_of([*one, *(replace(r, criterion="total") for r in one)], resamples=QUICK)
    assert [report.name for report in reports] == ["evidence", "total"]
    assert reports[1].scores["t00"] == {"a": 1, "b": 2}

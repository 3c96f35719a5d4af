"""What figures mean in words, and when a grade with decimals is refused."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from published_ratings import SHROUT_FLEISS, ratings

from attunement_grading.agreement import Rating, Report, decision, report_of, sentences
from attunement_grading.agreement.notation import number, span
from attunement_grading.agreement.report import LEVEL, Figure

pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")


def evidence(rows: list[list[float | None]], resamples: int = 200) -> Report:
    some = [
        Rating(f"piece-{n:02}", name, score, "evidence")
        for n, row in enumerate(rows)
        for name, score in zip(("Ana", "Ben", "Chi"), row, strict=False)
        if score is not None
    ]
    return report_of(some, name="evidence", unit=LEVEL, resamples=resamples)


def pairs(pieces: int, noise: float, seed: int = 2, shift: float = 0) -> list[list[float | None]]:
    draw = random.Random(seed)
    rows: list[list[float | None]] = []
    for _ in range(pieces):
        true = draw.uniform(1, 4)
        both = (true + draw.gauss(0, noise), true + draw.gauss(shift, noise))
        rows.append([min(4.0, max(1.0, round(2 * one) / 2)) for one in both])
    return rows


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.289, ".29"), (-0.128, "-.13"), (1.0, "1.00"), (-0.001, ".00"), (0.0, ".00"),
     (-2.5, "-2.50"), (0.999, "1.00"), (10.5, "10.50"), (None, "undefined")],
)  # fmt: skip
def test_a_coefficient_is_written_as_journals_write_it(value: float | None, written: str) -> None:
    assert number(value) == written


def test_an_interval_is_written_with_to() -> None:
    assert span((-0.13, 0.72)) == "-.13 to .72"
    assert span(None) == "no interval"


# --- sentences ------------------------------------------------------------------------------


def test_the_first_sentence_says_how_far_apart_two_marks_lie() -> None:
    report = evidence([[2, 2.5], [3, 2.5], [1, 1.5], [4, 4], [2, 3]])
    assert sentences(report)[0] == (
        "Two markers differ by about half a level on evidence, 0.50 on average. "
        "Of 5 pairs of marks 1 are equal, 4 lie within half a level."
    )


@pytest.mark.parametrize(
    ("gap", "words"),
    [(0.0, "hardly at all"), (0.3, "about a quarter of a level"), (0.55, "about half a level"),
     (0.8, "about three quarters of a level"), (1.1, "about a level"), (1.5, "about 1.5 levels")],
)  # fmt: skip
def test_a_gap_is_put_in_quarters_of_a_level(gap: float, words: str) -> None:
    report = evidence([[2, 2.5], [3, 2.5], [1, 1.5]], resamples=2)
    gaps = replace(report.gaps, mean=gap)
    assert f"differ by {words} on evidence" in sentences(replace(report, gaps=gaps))[0]


def test_pieces_two_levels_apart_are_named() -> None:
    report = evidence([[2, 2.5], [1, 3], [1, 1.5], [4, 1.5]])
    assert "2 pieces lie two levels or more apart: piece-03, piece-01." in sentences(report)


def test_points_are_no_levels() -> None:
    report = report_of(ratings(SHROUT_FLEISS), resamples=2)
    said = " ".join(sentences(report))
    assert said.startswith("Two markers differ by about 3.1 points, 3.08 on average.")
    assert "level" not in said


def test_the_single_mark_and_the_mean_are_explained() -> None:
    said = sentences(report_of(ratings(SHROUT_FLEISS), resamples=2))
    assert (
        "ICC(2,1) is .29 (.02 to .76): about 29% of the differences between single marks are "
        "differences between the pieces, the rest is who marked and chance."
    ) in said
    assert "The mean of 4 markers is steadier than one: ICC(2,k) is .62 (.07 to .93)." in said


def test_severity_is_said_where_it_is_more_than_chance() -> None:
    said = sentences(report_of(ratings(SHROUT_FLEISS), resamples=2))
    (low,) = [one for one in said if one.startswith("rater 1 marks")]
    assert low == (
        "rater 1 marks 3.72 points lower than the others on the same pieces (2.77 to 4.67)."
    )
    assert not any("marks 0.0" in one for one in sentences(evidence(pairs(12, 0.3))))


def test_a_narrow_use_of_the_scale_is_said() -> None:
    report = evidence([[2.5, 1], [2.5, 2], [3, 4], [2.5, 3], [2, 1]])
    (narrow,) = [one for one in sentences(report) if "less of the scale" in one]
    assert narrow.startswith("Ana uses less of the scale than the others (standard deviation 0.35")


def test_what_each_figure_rests_on_is_said_where_not_all_marked_all() -> None:
    report = evidence([[2, 2.5, None], [1, 1.5, None], [3, 3, None], [None, 2, 2], [4, None, 3.5]])
    assert (
        "Not every marker marked every piece. ICC(2,·) and ICC(3,·) rest on 3 of 5 pieces, those "
        "that Ana and Ben both marked; ICC(1,·) on 5, whoever marked them."
    ) in sentences(report)
    assert any(one.startswith("ICC(1,1) is ") for one in sentences(report))


# --- the decision ---------------------------------------------------------------------------


def test_no_decimal_grade_where_the_interval_begins_below_a_half() -> None:
    verdict = decision(report_of(ratings(SHROUT_FLEISS), resamples=200))
    assert not verdict.decimal_grade
    assert verdict.low is not None
    assert verdict.low < 0.5
    assert verdict.reason.startswith("Do not rest a decimal grade on these marks: the 95% interval")
    assert verdict.steps[0] == (
        "Give it as complete, or write again, with feedback on each criterion."
    )
    assert any(step.startswith("Calibrate") for step in verdict.steps)


def test_the_value_alone_does_not_decide() -> None:
    report = evidence(pairs(8, 0.5))
    value = report.icc["icc2_1"].value
    assert value is not None
    assert value > 0.5
    assert not decision(report).decimal_grade


def test_close_agreement_over_many_pieces_may_carry_decimals() -> None:
    verdict = decision(evidence(pairs(60, 0.2)))
    assert verdict.decimal_grade
    assert verdict.steps == ()
    assert verdict.low is not None
    assert verdict.low >= 0.5
    assert verdict.reason.startswith("A decimal grade may rest on the marks for evidence")


@pytest.mark.parametrize(("low", "allowed"), [(0.4999, False), (0.5, True)])
@pytest.mark.parametrize("which", ["icc", "alpha"])
def test_the_lower_of_the_two_intervals_decides_to_the_last_digit(
    which: str, low: float, allowed: bool
) -> None:
    report = evidence(pairs(60, 0.2))
    if which == "icc":
        figure = Figure(0.8, (low, 0.9), 60, 2)
        changed = replace(report, icc={**report.icc, "icc2_1": figure, "icc1_1": figure})
    else:
        changed = replace(report, alpha={**report.alpha, "interval": Figure(0.8, (low, 0.9), 60)})
    verdict = decision(changed)
    assert verdict.decimal_grade is allowed
    assert verdict.basis == ("icc2_1" if which == "icc" else "krippendorff_alpha.interval")


def test_full_agreement_on_a_few_pieces_does_not_show_it() -> None:
    few = decision(evidence([[1, 1], [2, 2], [3, 3], [4, 4]]))
    assert not few.decimal_grade
    assert "4 pieces in full agreement are too few to show it; 30 would do" in few.reason
    assert decision(evidence([[n % 4 + 1, n % 4 + 1] for n in range(32)])).decimal_grade


def test_undefined_figures_carry_no_decimals() -> None:
    verdict = decision(evidence([[3, 3]] * 40))
    assert (verdict.decimal_grade, verdict.low) == (False, None)
    assert "no interval can be worked out from these marks" in verdict.reason


def test_steps_follow_from_what_is_wrong() -> None:
    single = [[2.0, None]] * 10
    steps = decision(evidence([[1, 3], [2, 2.5], [3, 3], [4, 3], *single])).steps
    assert "Reconcile the pieces that lie two levels or more apart before release." in steps
    assert "Let a second person mark more of the pieces: 4 of 14 are marked twice or more." in steps
    steps = decision(evidence(pairs(12, 0.8))).steps
    assert any(step.startswith("Look again when there are more pieces: 12 leave") for step in steps)
    severe = decision(evidence(pairs(40, 0.3, shift=-1.2)))
    assert "Calibrate: mark a few pieces together, and talk over where you part." in severe.steps

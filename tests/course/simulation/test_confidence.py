"""What a debrief says beside a Brier score holds whatever was answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course.scoring import brier_parts, brier_score
from attunement_course.simulation.confidence import (
    best_even,
    count_right,
    even_score,
    mean_confidence,
    overconfidence,
    share_right,
)

answers = st.lists(st.tuples(st.integers(10, 20).map(lambda n: n / 20), st.booleans()), min_size=1)


@given(answers)
def test_no_one_confidence_would_have_served_better_than_the_best(given_answers):
    rights = [right for _, right in given_answers]
    best = even_score(rights, best_even(rights))
    for confidence in range(50, 101):
        assert best <= even_score(rights, confidence / 100) + 1e-12


@given(answers)
def test_the_parts_make_up_the_score(given_answers):
    confidences, rights = zip(*given_answers, strict=True)
    parts = brier_parts(list(confidences), list(rights))
    total = parts["reliability"] - parts["resolution"] + parts["uncertainty"]
    assert total == pytest.approx(brier_score(list(confidences), list(rights)), abs=1e-9)
    assert parts["reliability"] >= 0
    assert parts["resolution"] >= 0
    assert 0 <= parts["uncertainty"] <= 0.25


@given(answers)
def test_the_worst_of_overconfidence_and_the_best_of_doubt_lie_within_bounds(given_answers):
    confidences, rights = zip(*given_answers, strict=True)
    gap = overconfidence(list(confidences), list(rights))
    assert -0.5 <= gap <= 1
    assert gap == pytest.approx(mean_confidence(list(confidences)) - share_right(list(rights)))


def test_surer_than_right_counts_above_nothing_and_less_sure_below():
    assert overconfidence([1.0, 1.0], [True, False]) == pytest.approx(0.5)
    assert overconfidence([0.5, 0.5], [True, True]) == pytest.approx(-0.5)


def test_saying_50_each_time_comes_to_a_quarter():
    assert even_score([True, False, True], 0.5) == pytest.approx(0.25)
    assert even_score([True, False], 1.0) == pytest.approx(0.5)


def test_the_best_even_confidence_is_the_share_right_and_never_below_a_half():
    assert best_even([True, True, True, False]) == pytest.approx(0.75)
    assert best_even([False, False, True]) == 0.5


def test_without_answers_there_is_nothing_to_score():
    assert [even_score([], 0.6), best_even([]), share_right([]), mean_confidence([])] == [-1.0] * 4
    assert overconfidence([], []) == 0
    assert count_right([]) == 0

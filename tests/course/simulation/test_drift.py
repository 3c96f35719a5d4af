"""The chain of two states against its own algebra and the figures reproduced for the course."""

from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course.simulation.drift import (
    BREAKS,
    INFANTS,
    RETURNS,
    drift,
    mean_apart,
    share_in_step,
    stretches_apart,
)

SEEDS = 200
LONG = 400
chances = st.floats(0.01, 1)


def share_of(returns, breaks):
    """Share of beats in step over many long conversations."""
    return mean(mean(drift(returns, breaks, LONG, seed)) for seed in range(SEEDS))


def lasting(returns, breaks):
    """Beats that a mismatch lasts, over many long conversations."""
    courses = [drift(returns, breaks, LONG, seed) for seed in range(SEEDS)]
    return mean(length for course in courses for length in stretches_apart(course))


def test_the_reproduced_pair_is_in_step_for_three_tenths_of_the_time():
    assert share_in_step(RETURNS, BREAKS) == pytest.approx(0.303, abs=0.002)
    assert mean_apart(RETURNS) == pytest.approx(2.86, abs=0.005)
    assert abs(share_in_step(RETURNS, BREAKS) - INFANTS) < 0.02


@pytest.mark.parametrize(("returns", "breaks"), [(RETURNS, BREAKS), (0.3, 0.6), (0.22, 0.5)])
def test_drawn_conversations_come_to_what_the_algebra_says(returns, breaks):
    assert share_of(returns, breaks) == pytest.approx(share_in_step(returns, breaks), abs=0.01)
    assert lasting(returns, breaks) == pytest.approx(mean_apart(returns), rel=0.03)


def test_finding_back_more_often_means_more_time_in_step_and_shorter_mismatches():
    shares = [share_of(returns, BREAKS) for returns in (0.1, 0.2, 0.35, 0.6)]
    lengths = [lasting(returns, BREAKS) for returns in (0.1, 0.2, 0.35, 0.6)]
    assert shares == sorted(shares)
    assert lengths == sorted(lengths, reverse=True)


def test_breaking_more_often_means_less_time_in_step_and_mismatches_no_longer():
    assert share_of(RETURNS, 0.2) > share_of(RETURNS, 0.5) > share_of(RETURNS, 0.9)
    assert lasting(RETURNS, 0.2) == pytest.approx(lasting(RETURNS, 0.9), rel=0.05)


@given(chances, chances)
def test_what_is_in_step_at_one_beat_is_so_in_the_long_run_too(returns, breaks):
    """The share is where the chain stays: as many pairs fall out at a beat as find back."""
    share = share_in_step(returns, breaks)
    assert share * breaks == pytest.approx((1 - share) * returns)


def test_a_mismatch_that_has_not_ended_is_not_measured():
    assert stretches_apart([True, False, False, True, False]) == [2]
    assert stretches_apart([True, True]) == []

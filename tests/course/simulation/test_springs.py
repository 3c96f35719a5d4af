"""Two coupled springs against the solution on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course.simulation.springs import course, mode_course, mode_damping

rates = st.floats(-0.8, 0.4)
starts = st.floats(-2, 2)


def size(moods):
    """The furthest that a mood goes in the last tenth of a run."""
    return max(abs(mood) for mood in moods[-len(moods) // 10 :])


@given(starts, rates, rates, st.booleans())
def test_a_pair_that_starts_as_one_mode_follows_the_solution_on_paper(
    start, damping, answer, together
):
    other = start if together else -start
    run = course(start, other, damping, answer, 10.0)
    for place in range(0, len(run["time"]), 50):
        paper = mode_course(start, damping, answer, together, run["time"][place])
        # A mode that is stirred grows a hundredfold, and the error of the steps with it.
        opposite = paper if together else -paper
        assert run["one"][place] == pytest.approx(paper, rel=1e-5, abs=1e-4)
        assert run["other"][place] == pytest.approx(opposite, rel=1e-5, abs=1e-4)


def test_the_modes_are_damped_by_the_sum_and_by_the_difference():
    assert mode_damping(-0.2, -0.3, True) == pytest.approx(-0.5)
    assert mode_damping(-0.2, -0.3, False) == pytest.approx(0.1)


@given(st.floats(0.25, 0.6))
def test_what_calms_a_pair_together_stirs_it_apart(answer):
    """An answer to the other's change that is stronger than one's own damping."""
    together = course(1.0, 1.0, -0.2, -answer, 40.0)
    apart = course(1.0, -1.0, -0.2, -answer, 40.0)
    assert size(together["one"]) < 0.2
    assert size(apart["one"]) > 1.0


@given(starts, starts, rates, rates)
def test_any_start_is_the_sum_of_both_modes(one, other, damping, answer):
    run = course(one, other, damping, answer, 5.0)
    both, half = (one + other) / 2, (one - other) / 2
    for place in range(0, len(run["time"]), 50):
        time = run["time"][place]
        shared = mode_course(both, damping, answer, True, time)
        apart = mode_course(half, damping, answer, False, time)
        assert run["one"][place] == pytest.approx(shared + apart, abs=1e-4)
        assert run["other"][place] == pytest.approx(shared - apart, abs=1e-4)

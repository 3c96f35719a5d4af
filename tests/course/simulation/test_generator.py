"""The generator of every model: as good as chance within a stream and between seeds."""

from __future__ import annotations

from itertools import pairwise
from statistics import correlation, fmean

import pytest

from attunement_course.simulation.generator import draw_normal, draw_uniform, new_generator

RUNS = 4000
ROWS = {
    "one after another": range(RUNS),
    "a turn of each conversation": range(1, 64 * RUNS, 64),
    "far apart": range(0, 1_000_000_007, 1_000_000_007 // RUNS),
}


def draws(seeds, nth=0):
    found = []
    for seed in seeds:
        generator = new_generator(seed)
        found.append([draw_uniform(generator) for _ in range(nth + 1)][nth])
    return found


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("nth", [0, 1, 12])
def test_seeds_in_a_row_draw_no_numbers_in_a_row(name, nth):
    """Neither correlated at any near lag, nor on the few steps that a multiplier alone leaves."""
    found = draws(ROWS[name], nth)
    for lag in (1, 2, 3, 5, 8, 64):
        assert abs(correlation(found[:-lag], found[lag:])) < 4 / RUNS**0.5
    steps = {round((later - earlier) % 1, 3) for earlier, later in pairwise(found)}
    assert len(steps) > 900


@pytest.mark.parametrize("name", ROWS)
def test_first_draws_are_even(name):
    """Chi squared over fifty cells: 49 is expected, 95 comes once in ten thousand times."""
    counts = [0] * 50
    for one in draws(ROWS[name]):
        counts[int(one * 50)] += 1
    expected = RUNS / 50
    assert 20 < sum((count - expected) ** 2 / expected for count in counts) < 95


def test_normal_draws_of_many_seeds_have_the_mean_and_the_spread_asked_for():
    found = [draw_normal(new_generator(seed), 2.0, 0.5) for seed in range(RUNS)]
    assert fmean(found) == pytest.approx(2.0, abs=4 * 0.5 / RUNS**0.5)
    spread = fmean((one - 2.0) ** 2 for one in found) ** 0.5
    assert spread == pytest.approx(0.5, rel=0.05)


def test_a_million_seeds_meet_hardly_ever():
    states = {new_generator(seed)["state"] for seed in range(0, 1_000_000, 5)}
    assert len(states) > 200_000 - 50

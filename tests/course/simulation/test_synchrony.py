"""The synchrony lab finds what is there and is not fooled by slow series.

Targets were reproduced independently for the course's brief: independent AR(1) series with
a memory of .9, 300 s at 5 Hz, look significant 55 % of the time; mean |Z| .197, against .067
for white noise; surrogates of shuffled segments cry wolf rarely; a common driver with a lag
of 1 s is found 30 times of 30.
"""

from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attunement_course.simulation.correlation import (
    coupling,
    fisher_z,
    lag_profile,
    looks_significant,
    pearson,
)
from attunement_course.simulation.series import MEMORY, following, remembering, white_noise
from attunement_course.simulation.synchrony import (
    LAG_SECONDS,
    RATE,
    SECONDS,
    SEGMENT_SECONDS,
    WAYS,
    add_surrogates,
    begin,
    fault_of_setting,
    result,
    stands_out,
    susy,
)

SAMPLES = SECONDS * RATE
SEGMENT = SEGMENT_SECONDS * RATE
LAG = LAG_SECONDS * RATE
SEEDS = 150  # each takes a tenth of a second
finite = st.floats(-100, 100)


def strangers(seed, memory=MEMORY):
    return remembering(2 * seed, SAMPLES, memory), remembering(2 * seed + 1, SAMPLES, memory)


def compared(one, other, seed, way="segments", surrogates=100):
    return susy(one, other, SEGMENT, LAG, surrogates, way, seed)


@pytest.fixture(scope="module")
def found():
    """SUSY of many pairs of strangers with a memory."""
    return [compared(*strangers(seed), seed) for seed in range(SEEDS)]


def test_slow_strangers_look_significant_about_every_second_time():
    """The textbook test takes each sample for news; with a memory most of it is repetition."""
    alarms = [looks_significant(pearson(*strangers(seed)), SAMPLES) for seed in range(600)]
    assert mean(alarms) == pytest.approx(0.53, abs=0.06)


def test_a_longer_recording_does_not_mend_it():
    """Correlations shrink as it grows, and so does what the test asks of them."""
    longer = 4 * SAMPLES
    pairs = [[remembering(2 * at + i, longer, MEMORY) for i in (0, 1)] for at in range(80)]
    alarms = [looks_significant(pearson(*pair), longer) for pair in pairs]
    assert mean(alarms) == pytest.approx(0.53, abs=0.15)


def test_without_a_memory_the_textbook_test_is_right():
    pairs = [strangers(seed, 0.0) for seed in range(SEEDS)]
    assert mean(looks_significant(pearson(*pair), SAMPLES) for pair in pairs) < 0.10


def test_memory_alone_raises_what_is_measured(found):
    slow = mean(one["real"] for one in found)
    noises = [(white_noise(2 * i, SAMPLES), white_noise(2 * i + 1, SAMPLES)) for i in range(20)]
    noise = mean(compared(*pair, 0, surrogates=1)["real"] for pair in noises)
    assert slow == pytest.approx(0.197, abs=0.01)
    assert noise == pytest.approx(0.067, abs=0.005)


def test_shuffled_segments_seldom_cry_wolf(found):
    """The brief's 60 runs had .02; half of all is what the textbook test did."""
    assert mean(stands_out(one["effect"]) for one in found) == pytest.approx(0.02, abs=0.05)


def test_p_takes_strangers_a_little_too_lightly(found):
    """Its level says .05; orders without a true pair vary a little less than true ones do."""
    assert 0.03 < mean(one["p"] <= 0.05 for one in found) < 0.13


def test_a_driver_a_second_ahead_is_found_every_time():
    leaders = [remembering(seed, SAMPLES, MEMORY) for seed in range(30)]
    results = [
        compared(leader, following(1000 + seed, leader, RATE, 0.5), seed)
        for seed, leader in enumerate(leaders)
    ]
    assert all(one["p"] <= 0.05 and stands_out(one["effect"]) for one in results)


@pytest.mark.parametrize("way", ["segments", "shift"])
def test_both_nulls_find_what_is_there_and_not_what_is_not(way):
    leader = remembering(5, SAMPLES, MEMORY)
    real = compared(leader, following(6, leader, RATE, 0.5), 1, way)
    alone = [compared(*strangers(seed), seed, way)["effect"] for seed in range(30)]
    assert real["effect"] > max(2, mean(alone) + 1)


def test_moving_all_on_alike_has_as_many_ways_as_segments_less_one():
    """So its p cannot be small, whoever stands out."""
    leader = remembering(5, SAMPLES, MEMORY)
    real = compared(leader, following(6, leader, RATE, 0.5), 1, "shift", 500)
    assert len(real["means"]) == len(set(real["means"])) == SAMPLES // SEGMENT - 1
    assert stands_out(real["effect"])
    assert real["p"] == pytest.approx(0.1)


@pytest.mark.parametrize("way", ["segments", "shift"])
def test_two_segments_have_one_other_order_and_nothing_to_compare_with(way):
    found = susy(*strangers(2), SAMPLES // 2, LAG, 20, way, 1)
    assert len(set(found["means"])) == 1
    assert found["effect"] == 0


def test_single_samples_in_disorder_are_the_wrong_null_for_slow_series():
    """Against it strangers are always "linked": it asks for memory, which all of them have."""
    alone = [compared(*strangers(seed), seed, "samples", 20) for seed in range(12)]
    assert all(one["real"] > max(one["means"]) and one["effect"] > 10 for one in alone)
    assert mean(one["surrogate"] for one in alone) == pytest.approx(0.067, abs=0.005)


def test_a_few_surrogates_at_a_time_come_to_the_same():
    pair = strangers(4)
    comparison = begin(*pair, SEGMENT, LAG, "segments", 9)
    for count in (1, 0, 7, 12):
        add_surrogates(comparison, count)
    assert result(comparison) == compared(*pair, 9, surrogates=20)


@pytest.mark.parametrize("lag", [-13, -6, 0, 6, 13])
def test_two_are_most_alike_at_the_lag_by_which_one_follows(lag):
    leader = remembering(11, SAMPLES, MEMORY)
    follower = following(12, leader, abs(lag), 0.5)
    pair = (leader, follower) if lag >= 0 else (follower, leader)
    profile = lag_profile(*pair, SEGMENT, LAG)
    assert profile.index(max(profile)) - LAG == pytest.approx(lag, abs=1)


def test_two_that_are_the_same_are_coupled_as_far_as_it_goes():
    series = remembering(3, SAMPLES, MEMORY)
    table = coupling(series, series, SEGMENT, 0)
    assert all(table[i][i] > 7 for i in range(len(table)))
    assert pearson(series, series) == pytest.approx(1)


def test_the_lengths_must_suit_each_other():
    assert fault_of_setting(SAMPLES, SEGMENT, LAG, "samples") == ""
    assert fault_of_setting(SAMPLES, 22, 11, "samples") == ""
    assert fault_of_setting(300, 150, 75, "seconds") == ""


@pytest.mark.parametrize(
    ("setting", "fault"),
    [
        (
            (SAMPLES, 20, 11, "samples"),
            "the segment must be at least twice the longest lag: 22 samples or more (got 20)",
        ),
        (
            (300, 151, 3, "seconds"),
            "the segment must be at most half the series: 150 seconds or less (got 151)",
        ),
    ],
)
def test_others_are_refused_with_what_would_do(setting, fault):
    assert fault_of_setting(*setting) == fault


@pytest.mark.parametrize("way", WAYS)
def test_susy_refuses_them_before_it_draws_anything(way):
    pair = strangers(1)
    with pytest.raises(ValueError, match=r"twice the longest lag: 30 samples or more \(got 29\)"):
        susy(*pair, 29, LAG, 5, way, 1)
    with pytest.raises(ValueError, match=r"half the series: 750 samples or less \(got 751\)"):
        susy(*pair, 751, LAG, 5, way, 1)


@given(st.lists(finite, min_size=4, max_size=40), st.floats(0.1, 10), finite)
@example([0.0, 0.0, 0.0, 2**-14], 0.1, 1.0)  # barely moves beside how far it lies from 0
def test_correlation_knows_no_scale(series, factor, shift):
    other = [factor * x + shift for x in series]
    r = pearson(series, other)
    assert -1 <= r <= 1
    assert r == pytest.approx(pearson(other, series), abs=1e-6)


@given(st.floats(-0.99, 0.99))
def test_fisher_s_z_keeps_sign_and_stretches_the_ends(r):
    assert fisher_z(r) == pytest.approx(-fisher_z(-r))
    assert abs(fisher_z(r)) >= abs(r) - 1e-12

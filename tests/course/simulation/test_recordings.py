"""The synchrony lab's invented recordings: strangers who look linked, and one pair that met."""

from __future__ import annotations

from statistics import mean

import pytest

from attunement_course.simulation.correlation import lag_profile, looks_significant, pearson
from attunement_course.simulation.recordings import (
    LONGEST,
    NEAR,
    PAIRS,
    SAMPLES,
    SHORTEST,
    alarms_by_memory,
    correlations_of_strangers,
    count_alarms,
    draw_lab,
    meets_mastery,
    strangers,
)
from attunement_course.simulation.series import MEMORY
from attunement_course.simulation.synchrony import (
    LAG_SECONDS,
    RATE,
    SEGMENT_SECONDS,
    stands_out,
    susy,
)

SEGMENT = SEGMENT_SECONDS * RATE
LAG = LAG_SECONDS * RATE
SEEDS = range(3, 43)


@pytest.fixture(scope="module")
def labs():
    return [draw_lab(seed, SAMPLES) for seed in SEEDS]


@pytest.fixture(scope="module")
def found(labs):
    """SUSY of both recordings of each lab: the pair that met, and the strangers."""
    return [[compared(*lab["pairs"][at]) for at in (lab["met"], 1 - lab["met"])] for lab in labs]


def compared(one, other):
    return susy(one, other, SEGMENT, LAG, 200, "segments", 1)


def test_about_every_second_of_a_hundred_strangers_sets_off_an_alarm():
    counts = [
        count_alarms(correlations_of_strangers(seed, 0, PAIRS, SAMPLES, MEMORY), SAMPLES)
        for seed in (1, 2, 3)
    ]
    assert all(38 <= count <= 68 for count in counts)
    assert mean(counts) == pytest.approx(53, abs=10)


def test_alarms_fall_with_memory_to_what_the_test_promises():
    """And at the lab's own memory they are those that were counted one by one."""
    memories = [0.0, 0.5, 0.8, MEMORY]
    alarms = alarms_by_memory(7, 0, PAIRS, SAMPLES, memories)
    assert alarms == sorted(alarms)
    assert alarms[0] <= 12
    counted = correlations_of_strangers(7, 0, PAIRS, SAMPLES, MEMORY)
    assert alarms[-1] == count_alarms(counted, SAMPLES)


def test_pairs_can_be_counted_a_few_at_a_time():
    whole = correlations_of_strangers(7, 0, 6, 200, MEMORY)
    parts = [correlations_of_strangers(7, at, at + 2, 200, MEMORY) for at in (0, 2, 4)]
    assert [r for part in parts for r in part] == whole
    assert pearson(*strangers(7, 3, 200, MEMORY)) == whole[3]


def test_the_textbook_test_calls_both_recordings_linked(labs):
    for lab in labs:
        assert all(looks_significant(pearson(*pair), SAMPLES) for pair in lab["pairs"])


def test_surrogates_tell_the_pair_that_met(found):
    """Almost always; strangers stand out now and then, and hardly ever further."""
    assert mean(stands_out(met["effect"]) for met, _ in found) > 0.9
    assert mean(stands_out(apart["effect"]) for _, apart in found) < 0.2
    assert mean(met["effect"] > apart["effect"] for met, apart in found) > 0.95


def test_its_lag_is_where_both_are_most_alike(labs):
    off = []
    for lab in labs:
        one, other = lab["pairs"][lab["met"]]
        profile = lag_profile(one, other, SEGMENT, LAG)
        off.append(abs(profile.index(max(profile)) - LAG - lab["lag"]))
    assert mean(one <= 1 for one in off) > 0.9


def test_who_met_who_follows_and_by_how_much_differ_from_lab_to_lab(labs):
    assert {lab["met"] for lab in labs} == {0, 1}
    lags = [lab["lag"] for lab in labs]
    assert all(SHORTEST <= abs(lag) <= LONGEST for lag in lags)
    assert min(lags) < 0 < max(lags)
    assert len(set(lags)) > 8


def test_mastery_wants_the_prediction_the_reason_and_the_reading():
    assert meets_mastery(50 + NEAR, 50, True, True)
    assert not meets_mastery(49 - NEAR, 50, True, True)
    assert not meets_mastery(50, 50, False, True)
    assert not meets_mastery(50, 50, True, False)

"""Asking comes nearer than imagining, and imagining harder does not: direction, not decimals."""

from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course import catalog
from attunement_course.simulation.perspective import (
    GAP_TOLERANCE,
    LEANINGS,
    choose_portraits,
    confidence_gap,
    gap_told,
    mean_error,
    partner_views,
    person_seed,
    tells_ways_apart,
    unasked,
)
from attunement_course.simulation.readers import compare_ways, imagined, informed

SEEDS = 200
PORTRAITS = {one["id"]: one["expected"] for one in catalog.portraits()}
TOPICS = catalog.topics()
IDS = [topic["id"] for topic in TOPICS]
PAIRS = [[a, b] for i, a in enumerate(IDS) for b in IDS[i + 1 :]]
efforts = st.sampled_from([0.25, 0.5, 0.75, 1.0])
portraits = pytest.mark.parametrize("portrait", PORTRAITS)


def off_by_imagining(portrait, effort):
    """Mean absolute error in points over the drawn people of one portrait."""
    expected = PORTRAITS[portrait]
    return mean(
        mean_error(
            imagined(expected, TOPICS, effort, seed), partner_views(expected, TOPICS, seed), IDS
        )
        for seed in range(SEEDS)
    )


@portraits
def test_asking_two_questions_beats_imagining(portrait):
    """On all topics and on those not asked about; the portraits share out all the pairs."""
    for asked in PAIRS[list(PORTRAITS).index(portrait) :: len(PORTRAITS)]:
        ways = compare_ways(PORTRAITS[portrait], TOPICS, asked, SEEDS)
        assert ways["asked"] < ways["portrait"] - 0.2
        assert ways["asked"] < ways["imagined"] - 0.5
        assert ways["unasked"] < ways["portrait"]


@portraits
def test_imagining_harder_without_asking_does_not_help(portrait):
    """Whatever the effort, and the more of it the less."""
    errors = [off_by_imagining(portrait, effort) for effort in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert min(errors[1:]) > errors[0] - 0.02
    assert errors == sorted(errors)


def test_an_answer_tells_of_what_shares_a_leaning_with_it():
    """Asked about evenings in, the reader learns of small talk, in the other direction."""
    expected = PORTRAITS["bilal"]
    views = {id: int(value) for id, value in expected.items()} | {"evening-in": 9}
    beliefs = informed(expected, TOPICS, ["evening-in"], views)
    assert beliefs["evening-in"] == 9
    assert beliefs["small-talk"] < expected["small-talk"] - 1
    assert beliefs["week-ahead"] == expected["week-ahead"]


def test_two_questions_on_one_leaning_tell_less_than_two_on_different_ones():
    expected = PORTRAITS["marit"]
    same = compare_ways(expected, TOPICS, ["told-straight", "saying-no"], SEEDS)
    different = compare_ways(expected, TOPICS, ["told-straight", "week-ahead"], SEEDS)
    assert different["asked"] < same["asked"] - 0.1


@portraits
def test_people_of_one_portrait_differ_and_are_on_average_as_it_says(portrait):
    """A portrait is right on average here, which is kind to imagining, and wrong of each."""
    expected = PORTRAITS[portrait]
    people = [partner_views(expected, TOPICS, seed) for seed in range(SEEDS)]
    for id in IDS:
        views = [person[id] for person in people]
        assert mean(views) == pytest.approx(expected[id], abs=0.7)
        assert len(set(views)) > 6
        assert 0 <= min(views) <= max(views) <= 10


def test_every_leaning_moves_several_topics():
    """Else an answer would tell nothing beyond itself."""
    for leaning in LEANINGS:
        assert sum(leaning in topic["leanings"] for topic in TOPICS) >= 3


def test_each_round_meets_somebody_else():
    ids = list(PORTRAITS)
    for seed in range(SEEDS):
        first, second = choose_portraits(ids, seed)
        assert first != second
        assert person_seed(seed, "taking") != person_seed(seed, "getting")
    assert {choose_portraits(ids, seed)[0] for seed in range(SEEDS)} == set(ids)


def test_mastery_asks_for_the_direction_and_for_the_gap():
    assert tells_ways_apart("getting", 0.8, 0.8 + GAP_TOLERANCE)
    assert not tells_ways_apart("getting", 0.8, 0.8 + GAP_TOLERANCE + 0.01)
    assert not tells_ways_apart("taking", 0.8, 0.8)
    assert not tells_ways_apart("same", 0.8, 0.8)
    assert not gap_told(-0.8, 0.8)  # which way the gap lies is half of it


@given(st.floats(0, 10), st.floats(0, 5))
def test_the_gap_is_above_0_where_ratings_were_further_off_than_expected(error, expected):
    gap = confidence_gap(error, expected)
    assert (gap > 0) == (error > expected)
    assert gap_told(gap, gap)


@given(st.integers(0, 10**6), st.sampled_from(sorted(PORTRAITS)), st.sampled_from(PAIRS))
def test_what_was_answered_is_never_missed(seed, portrait, asked):
    views = partner_views(PORTRAITS[portrait], TOPICS, seed)
    beliefs = informed(PORTRAITS[portrait], TOPICS, asked, views)
    assert mean_error(beliefs, views, asked) == 0
    assert unasked(TOPICS, asked) == [id for id in IDS if id not in asked]
    assert all(0 <= belief <= 10 for belief in beliefs.values())
    assert mean_error(beliefs, views, []) == -1

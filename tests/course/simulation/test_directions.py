"""The key of exercise 0.3 cannot be had with one arrow, and is counted as it is written."""

from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course import catalog
from attunement_course.schema.mapping import Zone
from attunement_course.simulation.directions import (
    FITTING_WANTED,
    NAMEABLE_GAPS,
    NAMED_GAP,
    ZONES,
    count_fitting,
    count_protecting,
    count_zones,
    is_open,
    maps_well,
    read_all_as,
)
from attunement_course.simulation.generator import draw_index, new_generator

SEEDS = 400
zones = st.sampled_from(ZONES)
sentences = st.lists(
    st.fixed_dictionaries(
        {"accepted": st.lists(zones, min_size=1, unique=True), "protects": st.booleans()}
    ),
    max_size=14,
).map(lambda them: [{"id": f"c-{i}", **one} for i, one in enumerate(them)])


@pytest.fixture(scope="module")
def directions():
    return catalog.directions()


def placed_at_random(directions, seed):
    draws = new_generator(seed)
    return {one["id"]: ZONES[draw_index(draws, len(ZONES))] for one in directions}


def test_the_model_and_the_content_know_the_same_zones():
    assert list(Zone.__args__) == ZONES


def test_there_are_fourteen_sentences_and_five_speak_of_the_helper_s_protection(directions):
    assert len(directions) == 14
    assert count_protecting(directions) == 5


def test_the_nearest_readings_all_fit_and_so_do_all_others_accepted(directions):
    for place in (0, -1):
        placed = {one["id"]: one["accepted"][place] for one in directions}
        assert count_fitting(directions, placed) == len(directions)


@pytest.mark.parametrize("zone", ZONES)
def test_no_single_arrow_fits_enough_sentences(directions, zone):
    """Else the exercise could be mastered without noticing that the direction changes."""
    assert read_all_as(directions, zone) < FITTING_WANTED


def test_sorting_at_random_hardly_ever_does(directions):
    fitting = [
        count_fitting(directions, placed_at_random(directions, seed)) for seed in range(SEEDS)
    ]
    assert mean(fitting) < 5
    assert mean(one >= FITTING_WANTED for one in fitting) < 0.01


def test_every_arrow_is_allowed_somewhere_and_an_organisation_s_never_alone(directions):
    """The text has no sentence that is plainly about what an organisation does."""
    counts = {one["zone"]: one for one in count_zones(directions, {})}
    assert all(one["alone"] + one["shared"] > 0 for one in counts.values())
    assert counts["organisation-helper"]["alone"] == 0
    assert counts["helper-client"]["alone"] > counts["peer-helper"]["alone"]


def test_readers_may_differ_about_more_than_half(directions):
    assert sum(is_open(one) for one in directions) > len(directions) / 2


def test_mastery_asks_for_both():
    assert maps_well(FITTING_WANTED, NAMED_GAP)
    assert not maps_well(FITTING_WANTED - 1, NAMED_GAP)
    others = [gap for gap in NAMEABLE_GAPS if gap != NAMED_GAP]
    assert len(others) == 3
    assert not any(maps_well(14, gap) for gap in others)


@given(sentences, st.data())
def test_zones_add_up(directions, data):
    """Every placed sentence is counted in one zone; every reading once, alone or shared."""
    kept = [one for one in directions if data.draw(st.booleans())]
    placed = {one["id"]: data.draw(zones) for one in kept}
    counts = count_zones(directions, placed)
    assert [one["zone"] for one in counts] == ZONES
    assert sum(one["fitting"] for one in counts) == count_fitting(directions, placed)
    assert sum(one["fitting"] + one["otherwise"] for one in counts) == len(placed)
    assert sum(one["alone"] for one in counts) == sum(not is_open(one) for one in directions)
    for one in counts:
        assert one["alone"] + one["shared"] == read_all_as(directions, one["zone"])

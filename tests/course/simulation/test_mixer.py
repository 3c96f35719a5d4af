"""The mixer's model moves as the course says it does, wherever its levers stand."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from attunement_course.simulation.mixer import (
    LEVERS,
    concern,
    distress,
    levers_alone,
    main_levers,
    meets_mastery,
    pair_shows,
    sweep,
    with_lever,
)

inner = st.floats(0.05, 0.95)
mixes = st.fixed_dictionaries(dict.fromkeys(LEVERS, inner))
STEP = 0.01


def slope(of, mix, lever):
    """Change of ``of`` for a small rise of one lever, by central difference."""
    up, down = (with_lever(mix, lever, mix[lever] + side * STEP) for side in (1, -1))
    return (of(up) - of(down)) / (2 * STEP)


@given(mixes)
def test_telling_self_from_other_lowers_distress_and_raises_concern(mix):
    assert slope(distress, mix, "distinction") < 0
    assert slope(concern, mix, "distinction") > 0


@given(mixes)
def test_regulation_lowers_distress_and_raises_concern(mix):
    assert slope(distress, mix, "regulation") < 0
    assert slope(concern, mix, "regulation") > 0


@given(mixes)
def test_sharing_raises_both(mix):
    assert slope(distress, mix, "sharing") > 0
    assert slope(concern, mix, "sharing") > 0


@given(mixes)
def test_with_neither_distinction_nor_regulation_sharing_raises_distress_alone(mix):
    bare = {**mix, "distinction": 0.0, "regulation": 0.0}
    assert slope(distress, bare, "sharing") == pytest.approx(mix["intensity"])
    assert slope(concern, bare, "sharing") == 0


@given(mixes)
def test_both_stay_in_range_and_never_exceed_what_is_shared(mix):
    shared = mix["intensity"] * mix["sharing"]
    assert 0 <= distress(mix) <= shared
    assert 0 <= concern(mix) <= shared


def test_the_equations_by_hand():
    mix = {"intensity": 0.8, "sharing": 0.5, "distinction": 0.25, "regulation": 0.5}
    assert distress(mix) == pytest.approx(0.8 * 0.5 * 0.75 * 0.5)
    assert concern(mix) == pytest.approx(0.8 * 0.5 * 0.25 * 0.75)


@given(mixes, st.sampled_from(LEVERS))
def test_a_sweep_passes_through_the_mix_it_is_of(mix, lever):
    curve = sweep(mix, lever, 20)
    assert (curve["x"][0], curve["x"][-1], len(curve["x"])) == (0, 1, 21)
    at = with_lever(mix, lever, curve["x"][7])
    assert curve["distress"][7] == distress(at)
    assert curve["concern"][7] == concern(at)


def mixed(intensity=0.8, sharing=0.8, distinction=0.1, regulation=0.1):
    values = (intensity, sharing, distinction, regulation)
    return dict(zip(LEVERS, values, strict=True))


def test_a_pair_with_the_same_sharing_and_opposite_distress_is_known():
    shows = pair_shows(mixed(), mixed(distinction=0.9))
    assert shows == {"same": True, "enough": True, "opposite": True}
    assert not pair_shows(mixed(), mixed(sharing=0.6))["same"]
    assert not pair_shows(mixed(sharing=0.3), mixed(sharing=0.3))["enough"]
    assert not pair_shows(mixed(), mixed(distinction=0.5))["opposite"]


def test_steps_of_a_slider_count_as_the_same_where_they_should():
    """0.45 and 0.5 lie one step apart, whatever binary makes of them."""
    assert pair_shows(mixed(sharing=0.45), mixed(sharing=0.5))["same"]


def test_the_lever_that_did_most_is_the_one_named():
    assert main_levers(mixed(), mixed(distinction=0.9)) == ["distinction"]
    assert main_levers(mixed(), mixed(distinction=0.9, regulation=0.4)) == ["distinction"]
    assert main_levers(mixed(), mixed(distinction=0.7, regulation=0.7)) == [
        "distinction",
        "regulation",
    ]
    assert main_levers(mixed(), mixed()) == []


@given(mixes, mixes)
def test_a_lever_alone_never_beats_all_of_them_that_help(one, other):
    assume(distress(one) != distress(other))
    high, low = max(one, other, key=distress), min(one, other, key=distress)
    helping = dict(high)
    for lever in LEVERS:
        if distress(with_lever(high, lever, low[lever])) < distress(high):
            helping[lever] = low[lever]
    assert min(levers_alone(one, other)) >= distress(helping) - 1e-12


@given(mixes, mixes)
def test_the_order_of_a_pair_does_not_matter(one, other):
    assume(distress(one) != distress(other))
    assert main_levers(one, other) == main_levers(other, one)
    assert pair_shows(one, other) == pair_shows(other, one)


def test_mastery_wants_the_pair_the_lever_and_the_finding():
    pair = mixed(), mixed(distinction=0.9)
    assert meets_mastery(*pair, "distinction", True)
    assert not meets_mastery(*pair, "distinction", False)
    assert not meets_mastery(*pair, "sharing", True)
    assert not meets_mastery(mixed(), mixed(), "distinction", True)

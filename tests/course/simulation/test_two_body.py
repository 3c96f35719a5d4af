"""The two-body lab against what was reproduced for the course, and against its own algebra."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course.simulation.endings import (
    LINES,
    TOLERANCE,
    basins,
    border,
    edge,
    ending,
    meets_mastery,
)
from attunement_course.simulation.two_body import (
    FROM_CLIENT,
    FROM_HELPER,
    HALVED,
    STRONG,
    advance,
    course,
    flow,
    pull,
    rests,
    swings,
    turns,
)

DRAWS = 200
# Off the kinks, where a slope is what it is on both sides.
moods = st.floats(-5, 5).filter(lambda mood: abs(mood - round(mood)) > 1e-3)
sizes = st.floats(0.1, 3) | st.floats(-3, -0.1)
pulls = st.tuples(sizes, sizes).map(list)


def end_of(helper: float, client: float, pulls: list[float], duration: float = 40.0):
    run = course(helper, client, pulls, duration)
    return run["helper"][-1], run["client"][-1]


@given(moods)
def test_the_pulls_are_the_reproduced_pieces(mood):
    """As written for the course's brief, case by case."""
    from_helper = min(mood, 1) if mood >= 0 else max(1.5 * mood, -1.5)
    unpleasant = min(-mood, 1) if mood > -2 else 3 + mood
    from_client = min(0.5 * mood, 1) if mood >= 0 else unpleasant
    assert pull(FROM_HELPER, mood) == pytest.approx(from_helper)
    assert pull(FROM_CLIENT, mood) == pytest.approx(from_client)


@pytest.mark.parametrize(
    ("start", "pulls", "rest"),
    [
        ((0.5, -1.5), STRONG, (1.30, 1.00)),
        ((-2.0, -4.0), STRONG, (-1.70, -4.00)),
        ((0.5, -1.5), HALVED, (0.77, -0.23)),
        ((-2.0, -4.0), HALVED, (0.77, -0.23)),
    ],
)
def test_pairs_come_to_the_reproduced_rests(start, pulls, rest):
    assert end_of(start[0], start[1], pulls) == pytest.approx(rest, abs=0.005)


def test_with_the_client_half_as_moved_both_swing_to_their_rest_and_the_swings_die_away():
    run = course(-2.0, -4.0, HALVED, 20.0)
    [rest] = rests(HALVED)
    assert rest["kind"] == "swings"
    assert turns(run["helper"]) >= 1
    assert turns(run["client"]) >= 1
    away = [abs(client - rest["client"]) for client in run["client"]]
    assert max(away[200:]) < 0.02 < max(away[:100])


def test_strong_pulls_have_three_rests_and_not_two():
    """Beside the two that the brief names lies a third, to which pairs near it swing."""
    kinds = [(round(r["helper"], 2), round(r["client"], 2), r["kind"]) for r in rests(STRONG)]
    assert kinds == [
        (-1.70, -4.00, "settles"),
        (-0.86, -3.58, "tips"),
        (0.46, -0.08, "swings"),
        (0.70, 0.40, "tips"),
        (1.30, 1.00, "settles"),
    ]
    assert end_of(0.4, -0.2, STRONG) == pytest.approx((0.46, -0.08), abs=0.005)


@given(pulls)
def test_moods_at_rest_stay_and_a_rest_keeps_those_nearby_unless_it_tips(pulls):
    for rest in rests(pulls):
        here = rest["helper"], rest["client"]
        assert flow(*here, pulls) == pytest.approx([0, 0], abs=1e-9)
        if rest["kind"] != "tips":
            nearby = here[0] + 1e-4, here[1] - 1e-4
            assert end_of(*nearby, pulls, 5.0) == pytest.approx(here, abs=1e-3)


def jacobian(helper, client, pulls, width=1e-6):
    """Slopes of both flows, from differences alone."""
    by_helper = [
        (flow(helper + width, client, pulls)[i] - flow(helper - width, client, pulls)[i])
        / (2 * width)
        for i in (0, 1)
    ]
    by_client = [
        (flow(helper, client + width, pulls)[i] - flow(helper, client - width, pulls)[i])
        / (2 * width)
        for i in (0, 1)
    ]
    return by_helper[0], by_client[0], by_helper[1], by_client[1]


@given(moods, moods, pulls)
def test_moods_swing_exactly_where_the_product_of_pulls_and_slopes_is_below_nought(
    helper, client, pulls
):
    """Eigenvalues with an imaginary part, found from the flow itself and not from the pieces."""
    a, b, c, d = jacobian(helper, client, pulls)
    below = (a - d) ** 2 + 4 * b * c
    assert swings(helper, client, pulls) == (below < -1e-6)


def test_the_edge_parts_two_endings():
    for line in LINES:
        found = edge(line, STRONG)
        assert found is not None
        assert ending(found - 0.01, line, STRONG) == 0
        assert ending(found + 0.01, line, STRONG) == 4
    assert edge(-4.0, HALVED) is None


def test_a_line_has_one_edge_only():
    """Or the task would have more than one answer."""
    for line in LINES:
        endings = [ending(-4 + 0.1 * step, line, STRONG) for step in range(81)]
        assert sum(one != other for one, other in pairwise(endings)) == 1


def test_the_border_parts_the_lowest_ending_from_the_others_all_along():
    line = border(STRONG)
    inside = [i for i, at in enumerate(zip(*line.values(), strict=True)) if max(map(abs, at)) < 6]
    assert len(inside) > 100
    for i in inside[::5]:
        helper, client = line["helper"][i], line["client"][i]
        assert ending(helper - 0.02, client - 0.02, STRONG) == 0
        assert ending(helper + 0.02, client + 0.02, STRONG) != 0
    assert border(HALVED) == {"helper": [], "client": []}


def test_a_cell_of_the_plane_ends_where_its_middle_does():
    across, up, columns, rows = [-4.0, 4.0], [-6.0, 3.0], 8, 9
    found = basins(STRONG, across, up, columns, rows)
    assert set(found) == {0, 2, 4}
    draw = Random(4)
    for _ in range(DRAWS):
        column, row = draw.randrange(columns), draw.randrange(rows)
        start = across[0] + column + 0.5, up[0] + row + 0.5
        assert found[row * columns + column] == ending(*start, STRONG)
    assert set(basins(HALVED, across, up, 4, 4)) == {0}


def test_pairs_end_worst_where_the_helper_starts_low():
    """A published claim about models of this form, here over 200 drawn starts of each kind."""
    draw = Random(7)

    def low_endings(lowest, highest):
        starts = [(draw.uniform(lowest, highest), draw.uniform(-6, 3)) for _ in range(DRAWS)]
        return sum(ending(*start, STRONG) == 0 for start in starts)

    assert low_endings(-4, 0) > 3 * low_endings(0, 4)


def test_whoever_is_moved_more_rests_higher_where_there_is_one_rest():
    """The other published claim; it holds for weak pulls, where the pair has one rest."""
    [even], [helper_more], [client_more] = rests([1, 1]), rests([2, 1]), rests([1, 2])
    assert helper_more["helper"] > even["helper"]
    assert client_more["client"] > even["client"]


def test_turns_are_counted_and_trembling_is_not():
    assert turns([0, 1, 2, 1, 2]) == 2
    assert turns([0, 0.01, 0.0, 0.01]) == 0
    assert turns([0, 1, 0.97, 1.5, 3]) == 0
    assert turns([3, 2, 1]) == 0


def test_a_step_of_half_the_size_changes_nothing_to_speak_of():
    helper, client = -2.0, -3.3
    for _ in range(400):
        helper, client = advance(helper, client, STRONG, 0.025)
    assert (helper, client) == pytest.approx(end_of(-2.0, -3.3, STRONG, 10.0), abs=1e-3)


def test_mastery_wants_the_edge_and_a_sound_reason():
    true = -0.5
    assert meets_mastery(true, true + TOLERANCE - 0.01, True)
    assert not meets_mastery(true, true + TOLERANCE + 0.01, True)
    assert not meets_mastery(true, true - TOLERANCE - 0.01, True)
    assert not meets_mastery(true, true, False)

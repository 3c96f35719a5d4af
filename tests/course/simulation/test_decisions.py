"""Decisions on a handful of cards: order, what is accepted, what is enough."""

from __future__ import annotations

import pytest

from attunement_course.simulation.decisions import (
    CITATIONS_WANTED,
    STATEMENTS_WANTED,
    is_accepted,
    is_enough,
    order_of,
)

CARDS = [f"card-{number}" for number in range(10)]


def test_an_order_is_the_same_cards_and_the_seed_s_own():
    orders = {tuple(order_of(CARDS, seed)) for seed in range(200)}
    assert len(orders) > 195
    assert all(sorted(order) == CARDS for order in orders)
    assert order_of(CARDS, 3) == order_of(CARDS, 3)


@pytest.mark.parametrize(
    ("best", "between", "given", "accepted"),
    [
        ("no", [], "no", True),
        ("no", ["partly"], "partly", True),
        ("no", ["partly"], "yes", False),
        ("cannot", [], "no", False),
    ],
)
def test_the_audit_s_decision_and_what_it_leaves_open_are_accepted(best, between, given, accepted):
    assert is_accepted(best, between, given) is accepted


@pytest.mark.parametrize(("wanted", "of"), [(CITATIONS_WANTED, 10), (STATEMENTS_WANTED, 6)])
def test_as_many_as_wanted_are_enough_and_one_fewer_is_not(wanted, of):
    assert next(count for count in range(of + 1) if is_enough(count, wanted)) == wanted

"""Sets of claims to label: every one sound, none repeated, and a score that means something."""

from __future__ import annotations

from collections import Counter
from random import Random
from statistics import mean

import pytest

from attunement_course import catalog
from attunement_course.scoring import brier_score
from attunement_course.simulation.evidence_sets import (
    ALSO,
    FITS,
    LABELS,
    MASTERY,
    SET,
    SHARES,
    accepted_labels,
    draw_sets,
    fits,
    improvement,
    meets_mastery,
)
from attunement_course.vocabulary import STATUS_WORDS

SEEDS = range(400)


@pytest.fixture(scope="module")
def statuses():
    """The 65 claims that can be drawn: all but the course's own critical readings."""
    claims = catalog.claims()
    return {claim["id"]: claim["status"] for claim in claims if not claim["id"].startswith("gap")}


@pytest.fixture(scope="module")
def drawn(statuses):
    return [draw_sets(statuses, seed) for seed in SEEDS]


def labelled(claims, statuses):
    return Counter(accepted_labels(claim, statuses[claim])[0] for claim in claims)


def family(claim):
    return claim[:6]


def test_every_status_of_the_catalogue_has_a_label_and_every_label_a_status():
    assert set(FITS) == set(STATUS_WORDS) - {"critical-reading"}
    assert {labels[0] for labels in FITS.values()} == set(LABELS)
    assert all(set(labels) <= set(LABELS) for labels in FITS.values())


def test_there_are_65_claims_to_draw_from(statuses):
    assert len(statuses) == 65
    assert set(ALSO) <= set(statuses)


def test_a_set_holds_twelve_claims_with_each_label_s_share(drawn, statuses):
    for sets in drawn:
        for one in sets:
            assert len(one) == SET == sum(SHARES.values())
            assert labelled(one, statuses) == SHARES


def test_no_claim_comes_twice(drawn):
    for first, second in drawn:
        assert len({*first, *second}) == 2 * SET


def test_parts_of_one_sentence_never_share_a_set(drawn):
    for sets in drawn:
        for one in sets:
            assert len({family(claim) for claim in one}) == SET


def test_the_first_set_gives_little_of_the_second_away(drawn):
    """One sibling at most: a label with three families cannot give four claims without."""
    shared = [len({*map(family, a)} & {*map(family, b)}) for a, b in drawn]
    assert max(shared) == 1


def test_every_claim_is_drawn_sooner_or_later(drawn, statuses):
    seen = Counter(claim for sets in drawn for one in sets for claim in one)
    assert set(seen) == set(statuses)


def test_a_seed_always_draws_the_same_and_another_seed_others(statuses, drawn):
    assert draw_sets(statuses, 7) == drawn[7]
    assert len({tuple(map(tuple, sets)) for sets in drawn}) > 390


def test_a_set_s_order_says_nothing_of_its_labels(drawn, statuses):
    """Each label stands in the first half about as often as in the second."""
    halves = Counter()
    for first, _second in drawn:
        for place, claim in enumerate(first):
            halves[accepted_labels(claim, statuses[claim])[0], place < SET // 2] += 1
    for label in LABELS:
        early = halves[label, True] / (halves[label, True] + halves[label, False])
        assert early == pytest.approx(0.5, abs=0.06)


def test_critical_readings_are_not_sorted(statuses):
    with_gap = {**statuses, "gap-01": "critical-reading"}
    assert accepted_labels("gap-01", "critical-reading") == []
    assert all("gap-01" not in one for seed in SEEDS for one in draw_sets(with_gap, seed))


@pytest.mark.parametrize(
    ("claim", "status", "accepted"),
    [
        ("emp-02a", "theory-misread", ["overstated"]),
        ("emp-03a", "mixed", ["contested", "unproven"]),
        ("def-04", "contested", ["contested", "definition"]),
        ("mit-07", "speculative", ["unproven", "overstated"]),
        ("mit-08", "value", ["definition"]),
        ("res-07c", "supported-correlation", ["supported"]),
    ],
)
def test_where_the_evidence_lies_between_two_labels_both_fit(claim, status, accepted):
    assert accepted_labels(claim, status) == accepted
    for label in LABELS:
        assert fits(claim, status, label) == (label in accepted)


def test_accepted_labels_are_the_caller_s_own():
    accepted_labels("emp-02a", "theory-misread").append("supported")
    assert accepted_labels("emp-02a", "theory-misread") == ["overstated"]


@pytest.mark.parametrize(
    ("scores", "met"),
    [
        ([0.18], True),
        ([0.181], False),
        ([0.25, 0.18], True),
        ([0.29, 0.24], True),
        ([0.29, 0.25], False),
        ([0.24, 0.29], False),
        ([0.10, 0.40], True),
        ([], False),
        ([-1.0], False),
    ],
)
def test_mastery_is_a_good_score_or_a_better_second_set(scores, met):
    assert meets_mastery(scores) is met


def test_improvement_is_the_first_score_less_the_second():
    assert improvement([0.30, 0.20]) == pytest.approx(0.10)
    assert improvement([0.20, 0.30]) == pytest.approx(-0.10)
    assert improvement([0.30]) == 0


def score_of(policy, seed, skill=0.6):
    """The Brier score of someone who is right with a chance of `skill`, by their confidence."""
    draw = Random(seed)
    chances = [min(1.0, max(0.5, draw.gauss(skill, 0.15))) for _ in range(SET)]
    rights = [draw.random() < chance for chance in chances]
    return brier_score([policy(chance) for chance in chances], rights)


POLICIES = {
    "knows how sure to be": lambda chance: chance,
    "says 50% throughout": lambda chance: 0.5,
    "is certain throughout": lambda chance: 1.0,
    "is surest where least right": lambda chance: 1.5 - chance,
}


def test_calibrated_beats_even_beats_certain():
    """The score rewards knowing how sure to be; certainty costs most."""
    scores = {name: mean(score_of(say, seed) for seed in SEEDS) for name, say in POLICIES.items()}
    assert scores["knows how sure to be"] < scores["says 50% throughout"]
    assert scores["says 50% throughout"] == pytest.approx(0.25)
    assert scores["says 50% throughout"] < scores["is surest where least right"]
    assert scores["is surest where least right"] < scores["is certain throughout"]


def test_saying_50_throughout_never_meets_mastery():
    scores = [score_of(POLICIES["says 50% throughout"], seed) for seed in SEEDS]
    assert all(score > MASTERY["brier"] for score in scores)
    assert not any(meets_mastery([score, score]) for score in scores)

"""Dealing out: balanced, the right part twice, the same each time."""

from __future__ import annotations

from collections import Counter
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from attunement_grading.desk.dealing import Hand, deal, least_loaded
from attunement_grading.desk.pseudonyms import FIRST, SECOND, pseudonym

PIECES = st.integers(0, 120).map(lambda count: [f"learner-{n}/" for n in range(count)])
MARKERS = st.integers(1, 6).map(lambda count: [f"marker-{n}" for n in range(count)])
SHARE = st.sampled_from([0, 0.1, 0.2, 0.35, 0.5, 1])
SEED = st.integers(0, 2**31)


def loads(hands: list[Hand]) -> Counter[str]:
    return Counter(marker for hand in hands for marker in hand.markers)


@given(PIECES, MARKERS, SHARE, SEED)
def test_each_piece_is_dealt_once_and_the_share_of_them_to_two(pieces, markers, share, seed):
    hands = deal(pieces, markers, share, seed)
    assert sorted(hand.piece for hand in hands) == sorted(pieces)
    twice = sum(len(hand.markers) == 2 for hand in hands)
    assert twice == (ceil(share * len(pieces) - 1e-9) if len(markers) > 1 else 0)
    assert all(len(set(hand.markers)) == len(hand.markers) for hand in hands)


@given(PIECES, MARKERS, SHARE, SEED)
def test_nobody_holds_more_than_one_piece_more_than_another(pieces, markers, share, seed):
    held = loads(deal(pieces, markers, share, seed))
    counts = [held[marker] for marker in markers]
    assert max(counts) - min(counts) <= 1


@given(PIECES, MARKERS, SHARE, SEED, st.randoms())
def test_the_same_seed_gives_the_same_hands_whatever_the_order(pieces, markers, share, seed, rng):
    shuffled = rng.sample(pieces, len(pieces))
    assert deal(pieces, markers, share, seed) == deal(shuffled, markers, share, seed)


@given(PIECES, st.integers(0, 120), MARKERS, SHARE, SEED)
def test_what_comes_in_later_keeps_loads_and_share(pieces, at, markers, share, seed):
    before = deal(pieces[:at], markers, share, seed)
    hands = [*before, *deal(pieces[at:], markers, share, seed, before)]
    counts = [loads(hands)[marker] for marker in markers]
    assert max(counts) - min(counts) <= 1
    if len(markers) > 1:
        twice = sum(len(hand.markers) == 2 for hand in hands)
        assert twice == ceil(share * len(pieces) - 1e-9)


def test_pairs_of_markers_vary():
    hands = deal([f"p{n}" for n in range(300)], ["a", "b", "c", "d"], 0.5, 7)
    pairs = Counter(frozenset(hand.markers) for hand in hands if len(hand.markers) == 2)
    assert len(pairs) == 6
    assert max(pairs.values()) - min(pairs.values()) <= 12


def test_another_seed_gives_other_hands():
    pieces = [f"p{n}" for n in range(60)]
    assert deal(pieces, ["a", "b", "c"], 0.2, 1) != deal(pieces, ["a", "b", "c"], 0.2, 2)


def test_without_markers_nothing_is_dealt():
    assert deal(["p"], [], 0.2, 1) == []


def test_the_third_marker_is_whoever_holds_least_of_those_left():
    assert least_loaded({"a": 1, "b": 3, "c": 2}, ["a"]) == "c"
    assert least_loaded({"a": 1}, ["a"]) is None


@given(st.text(min_size=1, max_size=8), st.integers(0, len(FIRST) * len(SECOND) - 400))
def test_pseudonyms_differ(secret, start):
    names = [pseudonym(secret, index) for index in range(start, start + 400)]
    assert len(set(names)) == 400


def test_pseudonyms_go_on_past_the_last_pair_of_words():
    size = len(FIRST) * len(SECOND)
    assert pseudonym("s", size) == f"{pseudonym('s', 0)} 2"
    assert len({pseudonym("s", index) for index in range(size)}) == size

"""Dealing pieces out to markers: loads balanced, two readings for a part, the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from .pseudonyms import number


@dataclass(frozen=True)
class Hand:
    """One piece and who reads it, the first marker first."""

    piece: str
    markers: tuple[str, ...]


def deal(
    pieces: Sequence[str],
    markers: Sequence[str],
    share: float,
    seed: int,
    before: Sequence[Hand] = (),
) -> list[Hand]:
    """Who reads which of ``pieces``.

    ``before`` are hands dealt earlier: their loads count, and so do their second readings
    towards ``share``, the part of all pieces that two people read. The same arguments give the
    same hands, whatever order the pieces come in. With one marker nothing is read twice.
    """
    if not markers:
        return []
    table = _Table(list(dict.fromkeys(markers)), str(seed), before)
    order = sorted(pieces, key=lambda piece: (number(table.seed, "deal", piece), piece))
    twice = _twice(order, table, share, before)
    return [table.give(piece, 2 if piece in twice else 1) for piece in order]


def _twice(order: Sequence[str], table: _Table, share: float, before: Sequence[Hand]) -> set[str]:
    """The pieces that two people read: as many as are still missing to the share."""
    if len(table.markers) < 2:
        return set()
    wanted = ceil(share * (len(order) + len(before)) - 1e-9)
    missing = wanted - sum(len(hand.markers) > 1 for hand in before)
    drawn = sorted(order, key=lambda piece: (number(table.seed, "twice", piece), piece))
    return set(drawn[: max(0, missing)])


class _Table:
    """Markers round a table: how much each holds, and how often two hold the same piece."""

    def __init__(self, markers: list[str], seed: str, before: Sequence[Hand]) -> None:
        self.markers = markers
        self.seed = seed
        self.loads: Counter[str] = Counter()
        self.pairs: Counter[frozenset[str]] = Counter()
        for hand in before:
            self._note(hand.markers)

    def give(self, piece: str, readings: int) -> Hand:
        """The next piece to whoever holds least; a second reading where the pair is rarest."""
        chosen: tuple[str, ...] = ()
        while len(chosen) < readings:
            free = [one for one in self.markers if one not in chosen]
            best = min(free, key=lambda one: self._rank(one, piece, chosen))
            chosen += (best,)
        self._note(chosen)
        return Hand(piece, chosen)

    def _rank(self, marker: str, piece: str, others: tuple[str, ...]) -> tuple[int, int, int, str]:
        pairs = sum(self.pairs[frozenset((marker, other))] for other in others)
        return self.loads[marker], pairs, number(self.seed, "tie", piece, marker), marker

    def _note(self, markers: Sequence[str]) -> None:
        self.loads.update(markers)
        if len(markers) > 1:
            self.pairs[frozenset(markers[:2])] += 1


def least_loaded(loads: Mapping[str, int], besides: Sequence[str]) -> str | None:
    """Whoever holds least among those who are not ``besides``; None where nobody is left."""
    free = [(load, name) for name, load in loads.items() if name not in besides]
    return min(free)[1] if free else None

"""Exemplars as pieces: for calibration, and mixed in later as if they were anybody's."""

from __future__ import annotations

import secrets
from functools import lru_cache

from sqlalchemy import select

from ..exemplars import Exemplar, exemplars_of
from ..feedback import BELOW, Passage
from ..safe_html import safe_html
from .actions import Action
from .answer import Shown, count_words
from .pieces import enter
from .pseudonyms import number
from .tables import piece

FEWEST = 4
"""Exemplars from which one is held back for later; with fewer, all serve for calibration."""
HELD_BACK = 4
"""One in so many is held back."""


def for_calibration(assignment: str) -> tuple[Exemplar, ...]:
    """What a marker marks first; what is held back for later is not among it."""
    later = {one.id for one in held_back(assignment)}
    return tuple(one for one in exemplars_of(assignment) if one.id not in later)


def held_back(assignment: str) -> tuple[Exemplar, ...]:
    """Exemplars that nobody has seen when live marking begins.

    Those go first whose level another exemplar is near to as well, so that calibration still
    meets every level.
    """
    bank = list(exemplars_of(assignment))
    count = len(bank) // HELD_BACK if len(bank) >= FEWEST else 0
    kept: list[Exemplar] = []
    while len(kept) < count:
        left = [one for one in bank if one not in kept]
        near = [one.near for one in left]
        kept.append(max(left, key=lambda one: (near.count(one.near), -abs(one.mean - 2.5), one.id)))
    return tuple(kept)


def find(assignment: str, id: str) -> Exemplar | None:
    """One exemplar; None where it is in the bank no more."""
    return next((one for one in exemplars_of(assignment) if one.id == id), None)


def as_pieces(act: Action, assignment: str, ids: list[str], later: bool) -> dict[str, int]:
    """The exemplars' pieces, made where they are not there yet.

    One that serves for calibration and later has two, under two pseudonyms.
    """
    names = {id: f"exemplar:{assignment}/{id}{'/later' if later else ''}" for id in ids}
    found: dict[str, int] = {}
    for id in sorted(ids, key=lambda one: number(act.secret, names[one])):
        author = enter(act, [names[id]])[names[id]]
        there = act.connection.scalar(select(piece.c.id).where(piece.c.author == author))
        if there is None:
            values = {"assignment": assignment, "exemplar": id, "author": author}
            added = act.connection.execute(
                piece.insert().values(key=secrets.token_urlsafe(9), **values)
            )
            there = int((added.inserted_primary_key or [0])[0])
        found[id] = there
    return found


def shown(assignment: str, id: str) -> Shown:
    """An exemplar's text, in the form of any answer."""
    one = find(assignment, id)
    if one is None:
        return Shown(fault="its text has been taken out of the bank of exemplars")
    return _rendered(one.text)


@lru_cache(maxsize=64)
def _rendered(text: str) -> Shown:
    passage = Passage(safe_html(text, below=BELOW), added=False)
    return Shown((passage,), (), count_words([passage]))

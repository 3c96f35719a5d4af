"""The comment bank: wordings that any marker may use, kept by criterion for the whole course."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from .actions import Action, Answer
from .refusals import Conflict, Invalid, NotThere
from .tables import phrase

LONGEST = 2_000
"""Characters of one entry."""


@dataclass(frozen=True)
class Phrase:
    """One entry. ``here`` says whether it was written for the assignment that is marked."""

    entry: str
    text: str
    here: bool


def phrases(
    connection: Connection, assignment: str, criteria: Iterable[str]
) -> dict[str, list[Phrase]]:
    """By criterion what is on offer, this assignment's entries first, each as worded last."""
    newest = (
        select(func.max(phrase.c.id))
        .where(phrase.c.criterion.in_(list(criteria)))
        .group_by(phrase.c.entry)
    )
    rows = connection.execute(
        select(phrase).where(phrase.c.id.in_(newest), phrase.c.text.is_not(None))
    ).all()
    found: dict[str, list[Phrase]] = {}
    for row in sorted(rows, key=lambda row: (row.assignment != assignment, row.text.casefold())):
        one = Phrase(row.entry, row.text, row.assignment == assignment)
        found.setdefault(row.criterion, []).append(one)
    return found


def keep_phrase(act: Action, assignment: str, criterion: str, text: str) -> Answer:
    """Put a wording into the bank; the same one twice is kept once."""
    text = _checked(text)
    there = phrases(act.connection, assignment, [criterion]).get(criterion, [])
    same = next((one.entry for one in there if one.text == text), None)
    if same is None:
        same = secrets.token_urlsafe(9)
        values = {"assignment": assignment, "criterion": criterion, "text": text}
        act.add(phrase, entry=same, **values)
    return {"entry": same}


def change_phrase(act: Action, entry: str, text: str | None) -> Answer:
    """Word an entry anew, everywhere from now on, or take it out with None.

    Comments that were written with it stay as they are.
    """
    last = act.connection.execute(
        select(phrase).where(phrase.c.entry == entry).order_by(phrase.c.id.desc()).limit(1)
    ).first()
    if last is None:
        raise NotThere("the comment bank has no such entry")
    if last.text is None:
        raise Conflict("somebody has taken this entry out of the comment bank")
    new = None if text is None else _checked(text)
    values = {"assignment": last.assignment, "criterion": last.criterion, "text": new}
    act.add(phrase, entry=entry, **values)
    return {"entry": entry}


def _checked(text: str) -> str:
    if not text.strip() or len(text) > LONGEST:
        raise Invalid(f"text: a comment of 1 to {LONGEST} characters")
    return text.strip()

"""Type of a sentence to be mapped: who attunes to whom in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ._base import Content, Id, Text

Zone = Literal[
    "helper-client",
    "peer-helper",
    "helper-self",
    "organisation-helper",
    "client-helper",
    "not-said",
]
Card = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
"""Words that fit on a card to be moved about."""


class Direction(Content):
    """One sentence of the article in our words, and the readings of it that are accepted."""

    id: Id
    """The claim that the sentence makes."""
    card: Card
    accepted: tuple[Zone, ...] = Field(min_length=1)
    """Every direction that the words allow, the nearest first."""
    protects: bool
    """Whether it says that something spares or sustains the helper."""
    note: Text
    """Why these readings, and what the sentence leaves out."""

"""Types of the people whose views are to be guessed, and of what they are asked about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._base import Content, Id, Text

Point = Annotated[float, Field(ge=0, le=10)]
"""A place on the scale from 0, not at all like me, to 10, very much like me."""

Share = Annotated[float, Field(ge=-1, le=1)]


class Topic(Content):
    """One everyday sentence that people say is more or less like them."""

    id: Id
    text: Text
    leanings: dict[Literal["quiet", "order", "plain"], Share] = Field(min_length=1)
    """Leaning -> points by which the view moves with each point of it."""


class Portrait(Content):
    """An invented person as one would be introduced: a name and a few lines."""

    id: Id
    name: Text
    about: Text
    expected: dict[Id, Point] = Field(min_length=1)
    """Topic -> what the life described makes likely; no measurement."""
    tempts: Text
    """What these lines tempt a reader to assume, and why it does not follow."""

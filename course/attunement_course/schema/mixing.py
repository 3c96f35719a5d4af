"""Types of what an exercise is held against: levers, findings, reasons to choose among."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._base import Content, Id, Text


class Lever(Content):
    """Something that can be moved, and who can move it: a person, and beside them a team."""

    id: Id
    """As the model names it."""
    exercise: Id
    place: Annotated[int, Field(ge=1)]
    """Where it stands among the others."""
    name: Text
    about: Text
    low: Text | None = None
    """What its lowest value means, in a few words, where it has a slider."""
    high: Text | None = None
    person: Text
    """What one person can try."""
    organisation: Text
    """What a team or an employer can change."""
    works: tuple[Id, ...] = ()
    """Works that the two rest on, where they rest on any."""


class Finding(Content):
    """Something that a work found or holds, and whether the mixer's model accounts for it."""

    id: Id
    place: Annotated[int, Field(ge=1)]
    work: Id
    statement: Text
    beyond: bool
    """Whether it lies beyond what the model explains."""
    why: Text


class Reason(Content):
    """One answer to what a model shows, or does not show, about people."""

    id: Id
    exercise: Id
    place: Annotated[int, Field(ge=1)]
    text: Text
    sound: bool
    """Whether the reason holds."""
    feedback: Text

"""Type of what a published figure may be read to say."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._base import Content, Id, Text


class Reading(Content):
    """One statement that a reader might take from a figure, and whether the figure says so."""

    id: Id
    exercise: Id
    place: Annotated[int, Field(ge=1)]
    """Where it stands among the others."""
    text: Text
    says: bool
    """Whether the figure says it."""
    feedback: Text

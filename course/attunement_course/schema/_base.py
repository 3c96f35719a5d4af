"""What every kind of content has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID, max_length=64)]
"""Small letters, digits and hyphens: also the file's name without ``.yml``."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words for people; never empty."""

Level = Annotated[float, Field(ge=0, le=1)]
"""A level in [0, 1], arbitrary units."""


class Content(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ContentNote(Content):
    """What a learner may want to know before starting, so as to choose."""

    level: Annotated[int, Field(ge=0, le=2)]
    """0 nothing to mention, 1 mild distress is talked about, 2 more than mild."""
    text: Text

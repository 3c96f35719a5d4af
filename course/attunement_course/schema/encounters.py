"""Type of an everyday conversation that falls out of step, and is mended or not."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._base import Content, Id, Text

Chance = Annotated[float, Field(gt=0, lt=1)]
Several = Annotated[tuple[Text, ...], Field(min_length=2)]
"""Ways to put one thing, so that it does not always read the same."""


class Pair(Content):
    """How two people drift: chances at each beat, and how long one of them waits."""

    breaks: Chance
    """Of falling out of step."""
    returns: Chance
    """Of finding back without anybody's doing."""
    notices: Chance
    """Of the other noticing, where they had not."""
    window: Annotated[int, Field(ge=1, le=10)]
    """Beats for which the other waits, from the cue on."""


class Lines(Content):
    """What is seen or said at a beat, by what the beat is."""

    in_step: Several
    apart: Several
    """Out of step, and the other has not noticed."""
    cue: Several
    """The other has just noticed."""
    waits: Several
    """The window is open."""
    closed: Several
    """The other waits no longer."""
    returned: Several
    """Both found back by themselves."""
    inside: Several
    """Your repair, inside the window."""
    early: Several
    """Your repair, before the other had noticed."""
    needless: Several
    """Your repair of what was in step."""
    late: Several
    """Your repair, after the window had closed."""
    asked_in_step: Several
    asked_apart: Several
    asked_noticed: Several


class Encounter(Content):
    """One invented person, met in passing, with cues of their own."""

    id: Id
    place: Annotated[int, Field(ge=1)]
    """Where it stands among the others."""
    name: Text
    title: Text
    about: Text
    setting: Text
    """Where you meet, and what about."""
    cue: Text
    """What shows that this person has noticed: follows "When she notices, "."""
    repair: Text
    """Your words for a repair, with this person."""
    ask: Text
    """Your words for a question."""
    pair: Pair
    lines: Lines
    tempts: Text
    """What the cue, or its absence, tempts to assume, and why that does not follow."""

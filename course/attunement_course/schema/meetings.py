"""Types of the people and places of the cue lab: what shows anyway, and what is said."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._base import Content, Id, Text

State = Literal["glad", "low", "worried", "cross", "startled", "settled"]
Way = Literal[
    "flat-voice",
    "rocking",
    "lip-reading",
    "smiling",
    "still-face",
    "bowing",
    "loud",
    "device-voice",
]
Feature = Literal[
    "good-news",
    "kept-waiting",
    "turned-down",
    "about-to-speak",
    "sudden-song",
    "quiet-hour",
    "low-sun",
    "cold-wind",
    "after-nights",
    "drilling",
]


class Look(Content):
    """How a person is drawn."""

    hair: Literal["short", "long", "curls", "bun", "scarf", "bald"]
    glasses: bool = False
    beard: bool = False
    seat: Literal["chair", "wheelchair"] = "chair"


class Person(Content):
    """Somebody invented, with a way of showing things that is no fault."""

    id: Id
    name: Text
    about: Text
    """A line or two, with what shows whatever this person feels."""
    ways: tuple[Way, ...] = ()
    """As the model knows them; none for somebody who shows what is common."""
    look: Look
    pitch: Annotated[int, Field(ge=80, le=260)]
    """How high the voice usually is, in hertz."""
    says: dict[State, Text]
    """State -> this person's own words for it, when asked."""
    otherwise: Text
    """What someone who does not know this person may take it for, and what is so."""


class Setting(Content):
    """A moment and a place in which somebody is met."""

    id: Id
    about: Text
    """One sentence, to follow a name: "has waited an hour past the appointment"."""
    situation: tuple[Feature, ...] = Field(min_length=1)

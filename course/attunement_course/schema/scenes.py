"""Types of a written scene: a character, where you meet, and what each moment offers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._base import Content, ContentNote, Id, Level, Text

Change = Annotated[float, Field(ge=-1, le=1)]
Act = Literal[
    "simple_reflection",
    "complex_reflection",
    "open_question",
    "closed_question",
    "validate",
    "advise",
    "minimise",
    "probe_detail",
    "silence",
    "ground",
    "repair",
]


class Character(Content):
    """Who the learner meets."""

    name: Text
    about: Text
    profile: Literal["low-trust", "high-arousal", "prefers-advice"]


class Levels(Content):
    """The state in which a conversation starts, each level in [0, 1]."""

    arousal: Level
    trust: Level
    disclosure: Level


class Condition(Content):
    """When a moment may come up. Every key is optional; intervals include both ends."""

    arousal: tuple[Level, Level] | None = None
    trust: tuple[Level, Level] | None = None
    disclosure: tuple[Level, Level] | None = None
    rupture: bool | None = None
    turn: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]] | None = None
    """Counted from 1."""
    after: tuple[Act, ...] | None = None
    """Acts, one of which was the helper's last."""


class Moment(Content):
    """One client state: what is seen, what may be said, and your words for every act."""

    id: Id
    when: Condition
    seen: Text
    lines: tuple[Text, ...]
    says: dict[str, Text]


class Scenario(Content):
    """One written scene of the branching dialogue."""

    id: Id
    title: Text
    character: Character
    you: Text
    setting: Text
    content_note: ContentNote
    start: Levels
    effects: dict[Act, tuple[Change, Change, Change]] = Field(default_factory=dict)
    """Act -> change in (arousal, trust, invitation), where this person differs."""
    opening: Text
    moments: tuple[Moment, ...]

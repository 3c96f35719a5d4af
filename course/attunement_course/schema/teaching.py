"""Types of what a learner meets: modules, exercises, retrieval items, rubrics, passages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ._base import Content, ContentNote, Id, Text

NOTEBOOK = r"^\d\d-[a-z-]+\.ipynb$"
Minutes = Annotated[int, Field(ge=1, le=240)]


class Module(Content):
    """One module: a notebook, its exercises and its assignment."""

    id: Id
    number: Annotated[int, Field(ge=0)]
    title: Text
    notebook: Annotated[str, StringConstraints(pattern=NOTEBOOK)]
    minutes: Minutes
    content_note: ContentNote
    objectives: tuple[Text, ...] = Field(min_length=1)
    claims: tuple[Id, ...] = Field(min_length=1)
    exercises: tuple[Id, ...] = ()
    assignment: Id | None = None
    """A module may have none."""


class Exercise(Content):
    """One exercise, with everything its card says before it starts."""

    id: Id
    module: Id
    title: Text
    does: Text
    """What the learner will do, one line."""
    minutes: Minutes
    badge: Literal["VAL", "CAL", "TEACH", "META"]
    badge_note: Text
    content_note: ContentNote
    claims: tuple[Id, ...] = Field(min_length=1)
    falsify: Text
    """What would show the model wrong."""
    omits: tuple[Text, ...] = Field(min_length=1)
    """What the model leaves out."""
    works: tuple[Id, ...] = ()
    """Works that its method and figures come from, where it names them beside its claims."""


class Option(Content):
    """One answer to a retrieval item, and what to say to someone who chose it."""

    text: Text
    right: bool
    feedback: Text


class Item(Content):
    """A question that practises recall."""

    id: Id
    module: Id
    claims: tuple[Id, ...] = ()
    citations: tuple[Id, ...] = ()
    """Audited citations that it asks about; an item asks about claims, citations or both."""
    question: Text
    options: tuple[Option, ...] = Field(min_length=2)
    organisational: Text | None = None
    """The organisational lever, where the question is about an individual one."""


class Passage(Content):
    """Words that every assignment has in common, placed in each when it is built."""

    id: Id
    before_writing: bool
    """Whether every assignment must hold it ahead of the answer."""
    text: Text
    """Markdown."""


class RubricLevel(Content):
    """One level of a criterion: its points, its name and what it looks like."""

    level: Annotated[int, Field(ge=1)]
    name: Text
    words: Text


class Criterion(Content):
    """One thing that is looked for in a reflection."""

    id: Id
    title: Text
    question: Text
    levels: tuple[RubricLevel, ...]


class Rubric(Content):
    """How one assignment is marked."""

    assignment: Id
    title: Text
    word_guide: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]]
    """Fewest and most words to aim for."""
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    never_scored: tuple[Text, ...] = Field(min_length=1)

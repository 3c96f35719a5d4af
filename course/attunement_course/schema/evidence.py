"""Types of what the course says and what it rests on: claims, citations, works."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ..vocabulary import STATUS_WORDS
from ._base import Content, Id, Text

Status = StrEnum("Status", {name.replace("-", "_").upper(): name for name in STATUS_WORDS})
Mark = Literal["checked", "memory", "not-traced"]
DOI = r"^10\.\d{4,9}/\S+$"
Doi = Annotated[str, StringConstraints(pattern=DOI)]


class Claim(Content):
    """One thing the article says, or one gap in it, with what is known of it."""

    id: Id
    statement: Text
    """The idea in our own words, one sentence."""
    cites: tuple[Id, ...] = ()
    """Audited citations that the article gives for it."""
    status: Status  # pyright: ignore[reportInvalidTypeForm] (made from the one table of words)
    summary: Text
    """What is known, one sentence."""
    teach: Text
    """What an honest course teaches about it."""
    works: tuple[Id, ...] = ()
    """Works that bear on it, strongest first; an untraced work never stands here."""
    modules: tuple[Id, ...] = Field(min_length=1)


class Citation(Content):
    """One of the article's citations, and what was found when it was looked up."""

    id: Id
    number: Annotated[int, Field(ge=1)]
    as_cited: Text
    claims: tuple[Id, ...] = Field(min_length=1)
    exists: Literal["yes", "partly", "not-traced"]
    exists_note: Text
    supports: Literal["yes", "partly", "no", "cannot"]
    supports_note: Text
    closest: tuple[Id, ...] = ()
    """Real works that bear on the sentence it was cited for."""
    closest_note: Text
    confidence: Mark
    works: tuple[Id, ...] = ()
    """The work that the citation stands for, where one was found."""


class Work(Content):
    """A published work, with what it found in our words and how far it was checked."""

    id: Id
    authors: Text
    year: Text
    """A year, or two where an edition or an online date differs ("2018/19")."""
    title: Text | None = None
    where: Text
    doi: Doi | None = None
    finding: Text
    mark: Mark

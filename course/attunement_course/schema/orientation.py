"""Types of what module 0 examines: searches for a citation, and statements on privacy."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ._base import Content, Id, Text

PROOF = r"^tests/(\w+/)*test_\w+\.py::test_\w+$"


class Entry(Content):
    """One entry that a search turned up."""

    work: Id
    says: Text
    """What the work is, in our words, without saying whether it bears the sentence out."""


class Search(Content):
    """What a learner sees of one audited citation before deciding about it."""

    id: Id
    """The citation that was looked up."""
    sentence: Text
    """What it is cited for, in our words."""
    turned_up: Text
    """What looking for it led to."""
    entries: tuple[Entry, ...] = ()
    also_exists: tuple[Literal["yes", "partly", "not-traced"], ...] = ()
    """Readings that are accepted beside the audit's own."""
    also_supports: tuple[Literal["yes", "partly", "no", "cannot"], ...] = ()
    between: Text | None = None
    """Why more than one reading is fair, where it is."""


class PrivacyStatement(Content):
    """A statement on what leaves the notebook, true or false of this software."""

    id: Id
    place: Annotated[int, Field(ge=1)]
    """The order in which the statements are kept; no two alike."""
    statement: Text
    holds: bool
    because: Text
    proved_by: Annotated[str, StringConstraints(strip_whitespace=True, pattern=PROOF)]
    """The test that would fail if this were otherwise."""

"""How Canvas and Moodle want their grade files.

Read from their importers. Canvas's lib/gradebook_importer.rb asks for the columns Student, ID,
SIS User ID, SIS Login ID and Section, then assignments as "Title (id)", above a row of points
possible. Moodle's grade/import/csv asks the instructor which column is which and which one
names the learner, and stops the whole import at a learner it does not know.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping

from ..spreadsheet import Row
from .grades import Column, Learner

Texts = Mapping[str, str]


class Form(ABC):
    """A registry's grade file: how it names learners and assignments."""

    name: str
    required: tuple[str, ...] = ()
    """Columns that its own export always has."""
    who: tuple[str, ...]
    """Columns that name a learner, in the order in which they are written."""
    key: str
    """The one of them that holds nbgrader's own id."""
    kept: tuple[str, ...] = ()
    """Other columns of its own export that go back to it as they are."""

    @abstractmethod
    def ids(self, learner: Learner) -> dict[str, tuple[str, ...]]:
        """By id column, which of a learner's names it may hold."""

    @abstractmethod
    def fresh(self, learner: Learner) -> Row:
        """The columns that name a learner, where the registry's own export is not at hand."""

    @abstractmethod
    def header(self, column: Column) -> str:
        """The header of an assignment that the registry does not have yet."""

    @abstractmethod
    def title(self, header: str) -> str:
        """The assignment's title in a header; empty where it is no grade's header."""

    @abstractmethod
    def is_learner(self, row: Texts) -> bool:
        """Whether a row of the registry's export is a learner's."""

    def feedback_header(self, header: str) -> str | None:
        """The header of the feedback beside a grade's; None where grades go alone."""
        return None

    def above(self, out_of: Mapping[str, float]) -> list[Row]:
        """Rows between the header and the learners, from the points possible by header."""
        return []


class Canvas(Form):
    """Canvas's gradebook export, which it imports again."""

    name = "Canvas"
    required = ("Student", "ID", "Section")
    who = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
    key = "SIS Login ID"
    ID = re.compile(r"\s*\((\d+)\)$")
    POINTS = "    Points Possible"
    """The first cell of its second row, the four spaces included."""
    TEST_STUDENT = "Student, Test"

    def ids(self, learner: Learner) -> dict[str, tuple[str, ...]]:
        """Its own ID is only ever what somebody entered as the registry's id."""
        return {
            "ID": (learner.lms,),
            "SIS User ID": (learner.lms, learner.id),
            "SIS Login ID": (learner.id, learner.email),
        }

    def fresh(self, learner: Learner) -> Row:
        """The login alone: a guessed ID might be another person's."""
        return {"Student": learner.sortable, "SIS Login ID": learner.id}

    def header(self, column: Column) -> str:
        """A title that it does not take for one with an id of its own."""
        return self.ID.sub(r" \1", f"{column.name} {column.title}")

    def title(self, header: str) -> str:
        """``A response (4711)`` is called ``A response``."""
        return self.ID.sub("", header)

    def is_learner(self, row: Texts) -> bool:
        """Neither the points possible, nor the row of posting policies, nor its test student."""
        student = row["Student"]
        named = any(row.get(name, "").strip() for name in ("ID", "SIS User ID", "SIS Login ID"))
        return named and "Points Possible" not in student and student != self.TEST_STUDENT

    def above(self, out_of: Mapping[str, float]) -> list[Row]:
        """Its second row."""
        return [{"Student": self.POINTS, **out_of}]


class Moodle(Form):
    """Moodle's grade export, which it imports again column by column."""

    name = "Moodle"
    who = ("Username", "First name", "Last name", "ID number", "Email address")
    key = "Username"
    kept = ("Last downloaded from this course",)
    REAL, FEEDBACK = " (Real)", " (Feedback)"
    KIND = re.compile(r"^(Assignment|Manual item): ")
    """What an export puts before an item's own name."""

    def ids(self, learner: Learner) -> dict[str, tuple[str, ...]]:
        """People enter an address as nbgrader's id, or the number of the student's card."""
        return {
            "Username": (learner.id,),
            "ID number": (learner.lms, learner.id),
            "Email address": (learner.email, learner.id),
        }

    def fresh(self, learner: Learner) -> Row:
        """All that it can be told to find a learner by."""
        return {
            "Username": learner.id,
            "First name": learner.first,
            "Last name": learner.last,
            "ID number": learner.lms,
            "Email address": learner.email,
        }

    def header(self, column: Column) -> str:
        """As its own export would call it."""
        return f"{column.name} {column.title}{self.REAL}"

    def title(self, header: str) -> str:
        """``Assignment: A response (Real)`` is called ``A response``."""
        title = header.removesuffix(self.REAL)
        return "" if title == header else self.KIND.sub("", title)

    def feedback_header(self, header: str) -> str:
        """Its import of feedback overwrites the grade, so both always go together."""
        return f"{header.removesuffix(self.REAL)}{self.FEEDBACK}"

    def is_learner(self, row: Texts) -> bool:
        """Every row that has an id."""
        ids = ("Username", "ID number", "Email address")
        return any(row.get(name, "").strip() for name in ids)


FORMS: dict[str, Form] = {"canvas": Canvas(), "moodle": Moodle()}
"""The forms by the word that ``--to`` takes."""
ID_COLUMNS = ("ID", "SIS User ID", "SIS Login ID", "Username", "ID number", "Email address")
"""Columns that a registry finds a learner by."""

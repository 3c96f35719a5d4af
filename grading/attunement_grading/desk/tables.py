"""The desk's tables, beside nbgrader's own in the same database.

Rows are added and never changed: what holds now is the newest row of its kind. A row belongs
to the action that added it, which says who did it and when.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1
"""Raised when a table changes; a database of another version is refused, not guessed at."""
PREFIX = "att_desk_"
NAME = 128
"""Longest name of a person or an assignment, as in nbgrader's tables."""

METADATA = MetaData()


def _table(name: str, *parts: Any) -> Table:
    return Table(PREFIX + name, METADATA, Column("id", Integer, primary_key=True), *parts)


def _to(name: str, column: str | None = None, **options: Any) -> Column[Any]:
    options = {"nullable": False, **options}
    return Column(column or name, Integer, ForeignKey(f"{PREFIX}{name}.id"), **options)


about = Table(
    PREFIX + "about",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", String(80), nullable=False),
)
"""The version of these tables, and the secret that pseudonyms and orders are drawn from."""

action = _table(
    "action",
    Column("key", String(64), nullable=False, unique=True),
    Column("by", String(NAME), nullable=False),
    Column("what", String(40), nullable=False),
    Column("asked", String(64), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("answer", JSON, nullable=False),
)
"""What somebody did, once: `key` is the sender's, `asked` the hash of what was asked for."""

author = _table(
    "author",
    Column("of", String(300), nullable=False, unique=True),
    Column("key", String(24), nullable=False, unique=True),
    Column("pseudonym", String(60), nullable=False, unique=True),
)
"""Who wrote something, under the name that markers see. `of` says who, for instructors."""

piece = _table(
    "piece",
    _to("author"),
    Column("key", String(24), nullable=False, unique=True),
    Column("assignment", String(NAME), nullable=False),
    Column("student", String(NAME)),
    Column("exemplar", String(NAME)),
    Column("handed_in", DateTime),
    Index("ix_att_desk_piece_student", "assignment", "student", "id"),
    Index("ix_att_desk_piece_key", "assignment", "key"),
    Index("ix_att_desk_piece_order", "assignment", "id"),
    Index("ix_att_desk_piece_author", "author"),
)
"""One text to be read: a submission as it was handed in at one time, or an exemplar."""

allocation = _table(
    "allocation",
    _to("action"),
    _to("piece"),
    Column("assignment", String(NAME), nullable=False),
    Column("marker", String(NAME), nullable=False),
    Column("part", String(20), nullable=False),
    Column("place", Integer, nullable=False),
    Index("ix_att_desk_allocation_order", "marker", "assignment", "place", "id", "part"),
    Index("ix_att_desk_allocation_piece", "piece", "marker"),
)
"""A piece in a marker's pile: as which reading (`part`), and where in the marker's own order."""

turn = _table(
    "turn",
    _to("action"),
    _to("allocation"),
    Column("what", String(20), nullable=False),
    Index("ix_att_desk_turn_allocation", "allocation", "id", "what"),
)
"""What became of an allocation: opened, finished, reopened, withdrawn."""

mark = _table(
    "mark",
    _to("action"),
    _to("allocation"),
    _to("piece"),
    Column("marker", String(NAME), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("criterion", String(NAME), nullable=False),
    Column("level", Float),
    Column("comment", Text, nullable=False),
    Column("rubric", String(64), nullable=False),
    _to("mark", "undoes", nullable=True),
    Index("ix_att_desk_mark_newest", "allocation", "criterion", "id"),
    Index("ix_att_desk_mark_piece", "piece"),
)
"""A criterion's level and comment as they stood after this action; no level: taken back."""

agreed = _table(
    "agreed",
    _to("action"),
    _to("piece"),
    Column("criterion", String(NAME), nullable=False),
    Column("level", Float),
    Column("comment", Text, nullable=False),
    Index("ix_att_desk_agreed_piece", "piece", "criterion", "id"),
)
"""What markers agreed on after they had read one another's marks; no level: void since."""

decision = _table(
    "decision",
    _to("action"),
    _to("piece"),
    Column("criterion", String(NAME), nullable=False),
    Column("level", Float),
    Column("comment", Text, nullable=False),
    Column("how", String(40), nullable=False),
    Index("ix_att_desk_decision_piece", "piece", "criterion", "id", "level"),
    Index("ix_att_desk_decision_how", "how", "piece"),
)
"""What was written into nbgrader's gradebook, and by which rule; no level: taken out again."""

choice = _table(
    "choice",
    _to("action"),
    Column("assignment", String(NAME), nullable=False),
    Column("name", String(40), nullable=False),
    Column("value", JSON, nullable=False),
    Index("ix_att_desk_choice_newest", "assignment", "name", "id"),
)
"""What an instructor chose for an assignment: the grade's rule, the threshold and so on."""

waiver = _table(
    "waiver",
    _to("action"),
    Column("assignment", String(NAME), nullable=False),
    Column("marker", String(NAME), nullable=False),
    Column("reason", Text, nullable=False),
    UniqueConstraint("assignment", "marker"),
)
"""A marker whom an instructor let mark without calibration, and why."""

rubric = Table(
    PREFIX + "rubric",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("assignment", String(NAME), nullable=False),
    Column("content", JSON, nullable=False),
)
"""Every rubric that a mark was given by, as it stood then, by the hash of its content."""

migration = _table(
    "migration",
    _to("action"),
    Column("assignment", String(NAME), nullable=False),
    Column("old", String(64), nullable=False),
    Column("new", String(64), nullable=False),
    Column("how", String(20), nullable=False),
    Column("marks", Integer, nullable=False),
    Index("ix_att_desk_migration_newest", "assignment", "id"),
)
"""What an instructor decided when a rubric changed while marks had been given by the old one."""

phrase = _table(
    "phrase",
    _to("action"),
    Column("entry", String(24), nullable=False),
    Column("assignment", String(NAME), nullable=False),
    Column("criterion", String(NAME), nullable=False),
    Column("text", Text),
    Index("ix_att_desk_phrase_newest", "criterion", "entry", "id"),
)
"""The comment bank: the wording of an entry since this action; no text: removed."""

appeal = _table(
    "appeal",
    _to("action"),
    _to("piece"),
    Column("key", String(24), nullable=False, unique=True),
    Column("words", Text, nullable=False),
    Column("criteria", JSON, nullable=False),
    Index("ix_att_desk_appeal_piece", "piece"),
)
"""A learner's request to look again, at which criteria, in the learner's words."""

verdict = _table(
    "verdict",
    _to("action"),
    _to("appeal"),
    Column("words", Text, nullable=False),
    Column("taken", JSON, nullable=False),
    Index("ix_att_desk_verdict_appeal", "appeal"),
)
"""How an appeal ended: the criteria whose second reading counts from now on, and why."""

"""Two tables beside nbgrader's own, in the same database.

They say of each submission what was graded, and what feedback was made of, by its content, and
under which token the files were laid aside; since that is written in the same transaction as
the grades, a run that was killed can be told from one that was not.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, MetaData, String, Table, inspect

TABLES = MetaData()


def _table(name: str) -> Table:
    return Table(
        name,
        TABLES,
        Column("assignment_id", String(32), primary_key=True),
        Column("student_id", String(128), primary_key=True),
        Column("digest", String(64), nullable=False, default=""),
        Column("token", String(64), nullable=False, default="", index=True),
    )


AUTOGRADED = _table("attunement_autograded")
FEEDBACK = _table("attunement_feedback")
"""``digest`` is empty where nothing could be done with the submission."""


def make_tables(engine: Any) -> None:
    """Make the tables where they are not there yet."""
    found = set(inspect(engine).get_table_names())
    if not found.issuperset(TABLES.tables):
        TABLES.create_all(engine)

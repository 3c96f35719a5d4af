"""The one table that autograding keeps beside nbgrader's own, in the same database.

It says of each submission what was graded, by its content, and under which token the graded
files were laid aside; since it is written in the same transaction as the grades, a run that
was killed can be told from one that was not.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, MetaData, String, Table, inspect

AUTOGRADED = Table(
    "attunement_autograded",
    MetaData(),
    Column("assignment_id", String(32), primary_key=True),
    Column("student_id", String(128), primary_key=True),
    Column("digest", String(64), nullable=False, default=""),
    Column("token", String(64), nullable=False, default="", index=True),
)
"""``digest`` is empty where the submission could not be graded."""


def make_table(engine: Any) -> None:
    """Make the table where it is not there yet."""
    if not inspect(engine).has_table(AUTOGRADED.name):
        AUTOGRADED.metadata.create_all(engine)

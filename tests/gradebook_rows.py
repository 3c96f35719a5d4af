"""A course's gradebook and graded files in a form in which two courses can be compared.

Every table's every row is compared, each column of it; only the ids that nbgrader draws at
random are replaced, by what they stand for.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_engine, select

KEYS = {
    "course": ("id",),
    "student": ("id",),
    "assignment": ("name",),
    "notebook": ("assignment_id", "name"),
    "base_cell": ("notebook_id", "name", "type"),
    "grade_cells": ("id",),
    "solution_cells": ("id",),
    "task_cells": ("id",),
    "source_cell": ("notebook_id", "name"),
    "submitted_assignment": ("assignment_id", "student_id"),
    "submitted_notebook": ("assignment_id", "notebook_id"),
    "grade": ("notebook_id", "cell_id"),
    "comment": ("notebook_id", "cell_id"),
}
"""What tells a row of a table from the others, in the order in which the tables depend."""
OURS = "attunement_"
VOLATILE = ("execution", "iopub.status.busy")


def gradebook_rows(url: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of all of nbgrader's tables, sorted."""
    engine = create_engine(url)
    tables = MetaData()
    tables.reflect(engine)
    unknown = {name for name in tables.tables if not name.startswith(OURS)} - set(KEYS)
    assert unknown <= {"alembic_version"}, unknown
    meaning: dict[str, str] = {}
    found: dict[str, list[dict[str, Any]]] = {}
    with engine.connect() as connection:
        for name, key in KEYS.items():
            rows = [dict(row._mapping) for row in connection.execute(select(tables.tables[name]))]
            for row in rows:
                _replace(row, key, name, meaning)
            found[name] = sorted(rows, key=lambda row: json.dumps(row, default=str))
    engine.dispose()
    return found


def _replace(
    row: dict[str, Any], key: tuple[str, ...], table: str, meaning: dict[str, str]
) -> None:
    """Random ids become what they stand for; a row of `grade_cells` shares its base cell's id."""
    for column, value in row.items():
        if isinstance(value, str) and value in meaning:
            row[column] = meaning[value]
    id = row.get("id")
    if isinstance(id, str) and re.fullmatch(r"[0-9a-f]{32}", id):
        words = "/".join(str(row[name]) for name in key)
        meaning[id] = row["id"] = f"{table}:{words}"


def graded_files(root: Path, step: str = "autograded") -> dict[str, Any]:
    """Every file below a step's folder: its permissions, and its content."""
    folder = root / step
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): (oct(path.stat().st_mode), _content(path)) for path in files
    }


def _content(path: Path) -> Any:
    if path.suffix != ".ipynb":
        return path.read_bytes()
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)  # when it ran
        if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]+)?", cell.get("id", "")):
            cell["id"] = "random"
    return notebook


def differences(one: Any, other: Any) -> list[str]:
    """What differs, by key: short enough to be read in a failed test."""
    found = []
    for key in sorted({*one, *other}):
        if one.get(key) != other.get(key):
            found.append(f"{key}:\n  {str(one.get(key))[:900]}\n  {str(other.get(key))[:900]}")
    return found

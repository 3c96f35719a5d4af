"""The registry's own file, read as it came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..spreadsheet import SheetRefused, read_rows
from .forms import ID_COLUMNS, Form


@dataclass(frozen=True)
class Entry:
    """One row of the registry's file; ``row`` counts as a spreadsheet does, the header is 1."""

    row: int
    cells: dict[str, str]


@dataclass(frozen=True)
class RegistryFile:
    """The registry's file: its columns, its learners, and what stood in other rows."""

    path: Path
    columns: tuple[str, ...]
    learners: tuple[Entry, ...]
    others: tuple[Entry, ...]


def read_registry(path: Path, form: Form) -> RegistryFile:
    """Read an export of Canvas or Moodle, parted by commas or semicolons.

    Raises SheetRefused where it is none, where two columns have one name, or where a row is
    longer or shorter than the header.
    """
    rows = read_rows(path)
    if rows and len(rows[0]) == 1 and ";" in rows[0][0]:
        rows = read_rows(path, delimiter=";")
    columns = tuple(cell.strip() for cell in rows[0]) if rows else ()
    _require(path, form, columns)
    entries = [_entry(path, number, columns, row) for number, row in enumerate(rows[1:], 2) if row]
    learners = tuple(one for one in entries if form.is_learner(one.cells))
    others = tuple(one for one in entries if not form.is_learner(one.cells))
    return RegistryFile(path, columns, learners, others)


def _require(path: Path, form: Form, columns: tuple[str, ...]) -> None:
    ids = [name for name in form.who if name in ID_COLUMNS]
    missing = [name for name in form.required if name not in columns]
    if not set(ids) & set(columns):
        missing = [" or ".join(ids)]
    if missing:
        raise SheetRefused(
            f"{path}: row 1: no column {', '.join(missing)}; "
            f"this is no export of {form.name}'s grades"
        )
    for name in columns:
        if columns.count(name) > 1 and name:
            raise SheetRefused(f"{path}: row 1: two columns are called {name!r}; rename one")


def _entry(path: Path, number: int, columns: tuple[str, ...], row: list[str]) -> Entry:
    if len(row) != len(columns):
        raise SheetRefused(
            f"{path}: row {number}: {len(row)} cells where the header has {len(columns)}"
        )
    return Entry(number, dict(zip(columns, row, strict=True)))

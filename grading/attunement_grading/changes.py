"""How a table would differ from an earlier one, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from .spreadsheet import Cell, Row, SheetRefused, read_rows, safe_cell
from .terminal import plain

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
LONGEST = 40


def as_number(cell: Cell) -> float | None:
    """A cell's number, None where it holds anything else."""
    if not isinstance(cell, str):
        return float(cell)
    text = cell.strip()
    return float(text) if NUMBER.fullmatch(text) else None


@dataclass(frozen=True)
class Change:
    """One cell that is new or other than before."""

    learner: str
    column: str
    old: Cell
    new: Cell


def differs(old: Cell, new: Cell) -> bool:
    """Whether two cells say other things; 3, 3.0 and 3.00 say the same."""
    numbers = as_number(old), as_number(new)
    if None not in numbers:
        return numbers[0] != numbers[1]
    return str(old).strip() != str(new).strip()


Key = tuple[str, ...]


def changes_of(
    earlier: Path | None, keys: Key, columns: Sequence[str], rows: Iterable[Row]
) -> tuple[list[Change], list[str]]:
    """What writing a table over an earlier one changes, and which of its rows would be gone.

    Rows are the same where their ``keys`` are, of which the last is the learner; rows without
    one are passed over. Without an earlier table everything is new. Raises SheetRefused where
    the earlier file has not these keys.
    """
    before = _read(earlier, keys) if earlier else {}
    changes: list[Change] = []
    for row in rows:
        if all(row.get(name) for name in keys):
            key = tuple(str(safe_cell(row[name])) for name in keys)
            changes += _changed(row, before.pop(key, {}), keys, columns)
    return changes, [f"no longer there: {' '.join(key)}" for key in before]


def _changed(
    row: Row, old: Mapping[str, str], keys: Key, columns: Sequence[str]
) -> Iterable[Change]:
    *within, learner = (str(row[name]) for name in keys)
    for name in columns:
        was, now = old.get(name, ""), row.get(name, "")
        if name not in keys and differs(was, safe_cell(now)):
            yield Change(learner, " ".join([*within, name]), was, now)


def _read(path: Path, keys: Key) -> dict[Key, Mapping[str, str]]:
    header, *rows = read_rows(path) or [[]]
    missing = [name for name in keys if name not in header]
    if missing:
        raise SheetRefused(f"{path}: row 1: no column {missing[0]!r}; this is no earlier table")
    found = [dict(zip(header, row, strict=False)) for row in rows]
    keyed = {tuple(row.get(key, "") for key in keys): row for row in found}
    return {key: row for key, row in keyed.items() if all(key)}


def print_changes(console: Console, changes: Sequence[Change], notes: Iterable[str]) -> None:
    """The changes as a table of learner, column, old and new; then the notes, a line each."""
    if changes:
        table = Table("learner", "column", "old", "new", box=SIMPLE_HEAD, pad_edge=False)
        for one in changes:
            cells = (one.learner, one.column, _shown(one.old), _shown(one.new))
            table.add_row(*map(plain, cells))
        console.print(table)
    for note in notes:
        console.print(plain(note))


def _shown(cell: Cell) -> str:
    number = as_number(cell)
    if number is not None:
        return f"{number:g}"
    text = str(cell) or "(empty)"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

"""`attunement export`: the table of marks, or a registry's grade file, written or only shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from nbgrader.api import Gradebook
from rich.console import Console

from .audit import COLUMNS, audit_rows
from .changes import Change, changes_of, print_changes
from .desk.events import marks_given
from .export import mark_rows
from .registry.filling import grade_file
from .registry.forms import FORMS
from .registry.grades import grades_of
from .registry.reading import read_registry
from .spreadsheet import Row, write_csv

CSV = "csv"
AUDIT = "audit"


@dataclass(frozen=True)
class Export:
    """A table to be written.

    ``keys`` name a row, the last one the learner. ``changes`` where they are known already,
    ``notes`` a line each. ``counted`` are its rows in words, without those that are no learner's.
    """

    columns: Sequence[str]
    rows: Sequence[Row]
    keys: tuple[str, ...]
    counted: str
    notes: Sequence[str] = ()
    changes: Sequence[Change] | None = None


def export_of(
    gradebook: Gradebook,
    form: str,
    assignments: Sequence[str] = (),
    against: Path | None = None,
    named: Mapping[str, str] | None = None,
    *,
    names: bool = False,
) -> Export:
    """The table in the form that ``--to`` names. Raises SheetRefused.

    ``names`` says who is who in an audit, which has pseudonyms otherwise.
    """
    if form == AUDIT:
        rows = audit_rows(marks_given(gradebook, assignments), names=names)
        return Export(COLUMNS, rows, ("time", "piece"), f"{len(rows)} marks")
    if form == CSV:
        columns, rows = mark_rows(gradebook, assignments)
        return Export(columns, rows, ("assignment", "learner"), f"{len(rows)} rows")
    registry = FORMS[form]
    file = read_registry(against, registry) if against else None
    found = grade_file(registry, grades_of(gradebook, assignments), file, named)
    counted = "1 learner" if found.learners == 1 else f"{found.learners} learners"
    return Export(found.columns, found.rows, (registry.key,), counted, found.notes, found.changes)


def write(export: Export, output: Path, bom: bool) -> None:
    """Write the table, and say how much it is; what to know before importing goes to stderr."""
    write_csv(output, export.columns, export.rows, bom)
    for note in export.notes:
        click.echo(note, err=True)
    click.echo(f"{export.counted} written to {output}")


def show(export: Export, earlier: Path | None) -> None:
    """Show what writing would change; nothing is written.

    Compared with the registry's own file, where it was given, else with an earlier table.
    Raises SheetRefused.
    """
    changes, gone = export.changes, []
    if changes is None:
        changes, gone = changes_of(earlier, export.keys, export.columns, export.rows)
    print_changes(Console(), changes, [*export.notes, *gone])
    cells = "1 cell" if len(changes) == 1 else f"{len(changes)} cells"
    click.echo(f"{cells} would change; nothing is written.")

"""What somebody should know before importing a grade file, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..spreadsheet import Row, safe_cell
from .forms import ID_COLUMNS, Form
from .grades import Column, Grades
from .matching import People
from .reading import Entry, RegistryFile


def left_notes(form: Form, grades: Grades, rows: Sequence[Row]) -> tuple[str, ...]:
    """Of a file without the registry's own: who is left out, and what would be emptied."""
    return (*_without_grade(grades), *_empty(form, grades), *_guarded(form, rows))


def matched_notes(
    form: Form,
    file: RegistryFile,
    people: People,
    rows: Sequence[Row],
    headers: Mapping[str, Column],
    points: Mapping[str, float],
) -> tuple[str, ...]:
    """Of a file with the registry's own: who is on one side only, and what is new or differs."""
    name = file.path.name
    return (
        *(f"not in {name}: {one.id} ({one.sortable})" for one in people.not_in_file),
        *(f"not in the gradebook: {_who(form, one)}" for one in people.not_in_gradebook),
        *(
            f"{name} has no column for {column.name}; {header!r} is new"
            for header, column in headers.items()
            if header not in file.columns
        ),
        *_other_points(headers, points),
        *_guarded(form, rows),
    )


def _who(form: Form, entry: Entry) -> str:
    cells = [entry.cells.get(name, "") for name in form.who]
    return f"row {entry.row} ({', '.join(filter(None, cells))})"


def _other_points(headers: Mapping[str, Column], points: Mapping[str, float]) -> Iterable[str]:
    for header, column in headers.items():
        if points.get(header, column.out_of) != column.out_of:
            yield (
                f"{header!r} is out of {points[header]:g} in the registry and out of "
                f"{column.out_of:g} here; marks are written as they are"
            )


def _without_grade(grades: Grades) -> list[str]:
    left = [
        one.id
        for one in grades.learners
        if not any(grades.of(one, column) for column in grades.columns)
    ]
    return [f"left out, for nothing of theirs is wholly marked: {', '.join(left)}"] if left else []


def _empty(form: Form, grades: Grades) -> list[str]:
    """An empty cell empties what the registry has."""
    given = {learner for learner, _ in grades.grades}
    empty = len(given) * len(grades.columns) - len(grades.grades)
    if not empty:
        return []
    cells = "1 cell is" if empty == 1 else f"{empty} cells are"
    return [
        f"{cells} empty, and importing that empties what {form.name} has there; give its own "
        "export with --against, or export one assignment at a time"
    ]


def _guarded(form: Form, rows: Iterable[Row]) -> list[str]:
    """Ids that a spreadsheet would run: safe to open, but no longer the registry's ids."""
    return [
        f"{row[name]!r} in {name} is written with an apostrophe, for a spreadsheet would run it; "
        f"{form.name} will not know it"
        for row in rows
        for name in ID_COLUMNS
        if name in row and safe_cell(row[name]) != row[name]
    ]

"""The grade file itself, and how it differs from what the registry has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..changes import Change, as_number, differs
from ..spreadsheet import Cell, Row
from .forms import Form
from .grades import Column, Grades, Learner
from .matching import People, match_columns, match_people
from .notes import left_notes, matched_notes
from .reading import Entry, RegistryFile


@dataclass(frozen=True)
class GradeFile:
    """What is written, and what somebody should know before importing it.

    ``changes`` are those to the registry's own file; None where none was given.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    learners: int
    changes: tuple[Change, ...] | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where an assignment stands: the header of its grade, and of its feedback if there is any."""

    column: Column
    header: str
    feedback: str | None


def grade_file(
    form: Form,
    grades: Grades,
    file: RegistryFile | None = None,
    named: Mapping[str, str] | None = None,
) -> GradeFile:
    """The grades in a registry's form.

    With the registry's own file, its ids and headers are kept, learners are matched, and a
    cell without a finished grade keeps what the registry has. Without it, such cells are
    empty, and a learner without any finished grade has no row. Raises SheetRefused.
    """
    if file is None:
        return _fresh(form, grades)
    return _against(form, grades, file, named or {})


def _fresh(form: Form, grades: Grades) -> GradeFile:
    places = [_place(form, column) for column in grades.columns]
    graded = [one for one in grades.learners if any(grades.of(one, c) for c in grades.columns)]
    rows = [{**form.fresh(one), **_cells(grades, one, places, {})} for one in graded]
    above = form.above(_out_of(places))
    return GradeFile(
        _columns(form.who, places),
        (*above, *rows),
        len(rows),
        None,
        left_notes(form, grades, rows),
    )


def _against(form: Form, grades: Grades, file: RegistryFile, named: Mapping[str, str]) -> GradeFile:
    headers = match_columns(file, form, grades.columns, named)
    places = [_place(form, column, headers.get(column.name)) for column in grades.columns]
    people = match_people(file, form, grades.learners)
    cells = [_cells(grades, learner, places, entry.cells) for entry, learner in people.found]
    kept = [name for name in file.columns if name in (*form.who, *form.kept)]
    rows = [
        {name: entry.cells[name] for name in kept} | new
        for (entry, _), new in zip(people.found, cells, strict=True)
    ]
    there = points_there(file)
    above = form.above(_out_of(places) | {h: p for h, p in there.items() if h in headers.values()})
    return GradeFile(
        _columns(kept, places),
        (*above, *rows),
        len(rows),
        _changes(people, cells),
        matched_notes(form, file, people, rows, {p.header: p.column for p in places}, there),
    )


def _place(form: Form, column: Column, header: str | None = None) -> Place:
    at = header or form.header(column)
    return Place(column, at, form.feedback_header(at))


def _columns(who: Iterable[str], places: Iterable[Place]) -> tuple[str, ...]:
    ours = [name for place in places for name in (place.header, place.feedback) if name]
    return (*who, *ours)


def _cells(
    grades: Grades, learner: Learner, places: Iterable[Place], old: Mapping[str, str]
) -> Row:
    """An assignment's cells; without a finished grade those that the registry has."""
    cells: Row = {}
    for place in places:
        grade = grades.of(learner, place.column)
        cells[place.header] = grade.points if grade else _as_it_was(old.get(place.header, ""))
        if place.feedback:
            cells[place.feedback] = grade.feedback if grade else old.get(place.feedback, "")
    return cells


def _as_it_was(cell: str) -> Cell:
    """A registry's own value: a number as a number, its sign for nothing as nothing."""
    number = as_number(cell)
    return ("" if cell.strip() == "-" else cell) if number is None else number


def _changes(people: People, cells: Sequence[Row]) -> tuple[Change, ...]:
    return tuple(
        Change(learner.id, name, old, new)
        for (entry, learner), row in zip(people.found, cells, strict=True)
        for name, new in row.items()
        if differs(old := _old(entry, name), new)
    )


def _old(entry: Entry, name: str) -> Cell:
    return _as_it_was(entry.cells.get(name, ""))


def _out_of(places: Iterable[Place]) -> dict[str, float]:
    return {place.header: place.column.out_of for place in places}


def points_there(file: RegistryFile) -> dict[str, float]:
    """Points possible by header as the registry has them: importing others would change them."""
    rows = [one.cells for one in file.others if "Points Possible" in one.cells.get("Student", "")]
    points = {header: as_number(cell) for header, cell in rows[0].items()} if rows else {}
    return {header: value for header, value in points.items() if value is not None}

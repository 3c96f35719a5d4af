"""Who of the gradebook is who in the registry's file, and which column is which assignment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..spreadsheet import SheetRefused
from .forms import ID_COLUMNS, Form
from .grades import Column, Learner
from .reading import Entry, RegistryFile

Id = tuple[str, str]
"""An id column and what it holds, in lower case."""


@dataclass(frozen=True)
class People:
    """Learners found in the file, and those who are on one side only."""

    found: tuple[tuple[Entry, Learner], ...]
    not_in_file: tuple[Learner, ...]
    not_in_gradebook: tuple[Entry, ...]


def match_people(file: RegistryFile, form: Form, learners: Sequence[Learner]) -> People:
    """Match by ids, upper and lower case alike, never by name.

    Raises SheetRefused where a learner could be two rows, or a row two learners.
    """
    known: dict[Id, list[Learner]] = {}
    for learner in learners:
        for one in _names(form, learner):
            known.setdefault(one, []).append(learner)
    pairs = [
        (entry, learner)
        for entry in file.learners
        for learner in dict.fromkeys(who for one in _ids(entry) for who in known.get(one, ()))
    ]
    _refuse_twice(file, pairs)
    rows, people = {entry.row for entry, _ in pairs}, {learner.id for _, learner in pairs}
    return People(
        tuple(pairs),
        tuple(one for one in learners if one.id not in people),
        tuple(one for one in file.learners if one.row not in rows),
    )


def _names(form: Form, learner: Learner) -> set[Id]:
    return {
        (column, name.casefold())
        for column, names in form.ids(learner).items()
        for name in names
        if name
    }


def _ids(entry: Entry) -> set[Id]:
    cells = {column: entry.cells.get(column, "").strip() for column in ID_COLUMNS}
    return {(column, cell.casefold()) for column, cell in cells.items() if cell}


def _refuse_twice(file: RegistryFile, pairs: Sequence[tuple[Entry, Learner]]) -> None:
    rows: dict[str, int] = {}
    people: dict[int, str] = {}
    for entry, learner in pairs:
        where = f"{file.path}: row {entry.row}:"
        if learner.id in rows:
            raise SheetRefused(
                f"{where} {learner.id} is in row {rows[learner.id]} too; take one of them out"
            )
        if entry.row in people:
            raise SheetRefused(
                f"{where} both {people[entry.row]} and {learner.id} of the gradebook have these "
                "ids; mend their emails or ids in nbgrader"
            )
        rows[learner.id], people[entry.row] = entry.row, learner.id


def match_columns(
    file: RegistryFile, form: Form, columns: Sequence[Column], named: Mapping[str, str]
) -> dict[str, str]:
    """The file's header for each assignment's name; assignments that it lacks are left out.

    ``named`` gives headers by assignment, as somebody typed them. Raises SheetRefused where
    such a header is not in the file, or where two headers would do.
    """
    found: dict[str, str] = {}
    for column in columns:
        header = _header(file, form, column, named)
        if header in found.values():
            raise SheetRefused(f"{file.path}: row 1: {header!r} would be two assignments")
        if header:
            found[column.name] = header
    return found


def _header(file: RegistryFile, form: Form, column: Column, named: Mapping[str, str]) -> str | None:
    if column.name in named:
        header = named[column.name]
        if header not in file.columns or header in form.who:
            raise SheetRefused(f"{file.path}: row 1: no column {header!r} for {column.name}")
        return header
    wanted = {title.casefold() for title in _titles(form, column)}
    grades = [one for one in file.columns if one not in form.who]
    found = [one for one in grades if form.title(one).casefold() in wanted]
    if len(found) > 1:
        raise SheetRefused(
            f"{file.path}: row 1: {' and '.join(map(repr, found))} may both be {column.name}; "
            f"say which with --column {column.name}=HEADER"
        )
    return found[0] if found else None


def _titles(form: Form, column: Column) -> tuple[str, ...]:
    """What a registry may call an assignment, ours among them."""
    name, title = column.name, column.title
    return name, title, f"{name} {title}", f"{name}: {title}", form.title(form.header(column))

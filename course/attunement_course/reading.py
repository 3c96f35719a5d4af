"""Reads a content folder into typed items, and gathers everything that stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .problems import Problem, got, one_line, shortened
from .schema import ID_FIELD, KINDS, PATTERN_WORDS, Content

AnyContent = TypeVar("AnyContent", bound=Content)

EXPECTED = {
    "missing": "required field is missing",
    "extra_forbidden": "unknown field",
    "string_type": "must be text; put it in quotes",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "dict_type": "must be a mapping of keys to values",
    "model_type": "must be a mapping of keys to values",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "bool_parsing": "must be true or false",
}
"""Pydantic's name of an error -> our words, where its own would be a programmer's."""


@dataclass
class Shelf:
    """What one content folder holds: typed items by kind and id, and what was wrong."""

    root: Path
    base: Path
    """What paths in messages are relative to."""
    items: dict[str, dict[str, Any]]
    files: dict[str, dict[str, str]]
    """Kind -> id by the file's name -> path, also of files that could not be read."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many files were read."""
        return sum(len(files) for files in self.files.values())

    def known(self, kind: str, id: str) -> bool:
        """Whether there is such an item, even one whose file cannot be read."""
        return id in self.files[kind]

    def each(self, kind: str) -> list[tuple[str, Any]]:
        """Path and item of every item of a kind that could be read."""
        return [(self.files[kind][id], item) for id, item in self.items[kind].items()]


def read_content(root: Path, base: Path | None = None) -> Shelf:
    """Read every YAML file of every kind under ``root``; never raises on bad content.

    Paths in problems are relative to ``base``, which is ``root`` unless given.
    """
    shelf = Shelf(root, base or root, {kind: {} for kind in KINDS}, {kind: {} for kind in KINDS})
    for kind in KINDS:
        for path in sorted((root / kind).glob("*.yml")):
            _read_item(shelf, kind, path)
    for path in sorted(root.rglob("*.y*ml")):
        fault = _fault_of_place(path.relative_to(root))
        if fault:
            shelf.problems.append(Problem(path.relative_to(shelf.base).as_posix(), "file", fault))
    return shelf


def _fault_of_place(path: Path) -> str:
    """Why a YAML file would never be read; empty where it is one item of a kind."""
    folder = path.parent.as_posix()
    if folder not in KINDS:
        return f"is read in no folder but {', '.join(KINDS)} {got(folder)}"
    if path.suffix != ".yml":
        return f"must be named {path.stem}.yml, as all content is {got(path.name)}"
    return ""


def _read_item(shelf: Shelf, kind: str, path: Path) -> None:
    where = path.relative_to(shelf.base).as_posix()
    shelf.files[kind][path.stem] = where
    item, problems = read_file(path, where, KINDS[kind])
    shelf.problems += problems
    if item:
        _shelve(shelf, kind, path, item)


def read_file(
    path: Path, where: str, model: type[AnyContent]
) -> tuple[AnyContent | None, list[Problem]]:
    """One YAML file as one item, or None and what is wrong with it; ``where`` names it."""
    try:
        data = load_yaml(path)
    except (YAMLError, ValueError, RecursionError, OSError) as error:
        return None, [Problem(where, _line_of(error), _fault_of(error))]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(where, fault) for fault in _faults(error)]


def _shelve(shelf: Shelf, kind: str, path: Path, item: Content) -> None:
    where = shelf.files[kind][path.stem]
    name = ID_FIELD.get(kind, "id")
    key = getattr(item, name)
    if key != path.stem:
        text = f"must be the file's name, {path.stem} {got(key)}"
        shelf.problems.append(Problem(where, name, text))
        return
    shelf.items[kind][key] = item


def load_yaml(path: Path) -> Any:
    """The plain data of one YAML 1.2 file; a key written twice is an error.

    Raises YAMLError, OSError, RecursionError where it is nested beyond reason, or ValueError
    where the text is not UTF-8 or something that looks like a date is none.
    """
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def _line_of(error: Exception) -> str:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    return f"line {mark.line + 1}" if mark else "file"


def _fault_of(error: Exception) -> str:
    if isinstance(error, MarkedYAMLError):
        return f"not YAML: {one_line(str(error.problem or error.context))}"
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8 text; save the file as UTF-8"
    if isinstance(error, ValueError):
        return f"not YAML: {one_line(str(error))}; put dates and the like in quotes"
    return f"cannot be read: {one_line(str(error))}"


def _faults(error: ValidationError) -> list[Any]:
    """What was wrong, without a list that only looks empty because its items are wrong."""
    faults = error.errors()
    within = {fault["loc"][:n] for fault in faults for n in range(len(fault["loc"]))}
    return [one for one in faults if one["type"] != "too_short" or one["loc"] not in within]


def _problem(where: str, fault: Any) -> Problem:
    place = ".".join(shortened(str(step)) for step in fault["loc"]) or "file"
    value = None if fault["type"] == "missing" else fault["input"]
    return Problem(where, place, f"{_words_of(fault)} {got(value)}")


def _words_of(fault: Any) -> str:
    pattern = fault.get("ctx", {}).get("pattern")
    words = EXPECTED.get(fault["type"]) or PATTERN_WORDS.get(pattern)
    said = fault["msg"].replace("Input should be", "must be")
    return words or said[:1].lower() + said[1:]

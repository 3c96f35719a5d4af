"""Notebooks as plain data, read without Jupyter."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..course_folder import CourseFolder
from ..problems import Problem, got


@dataclass(frozen=True)
class Cell:
    """One cell; ``place`` is how messages name it ("cell-3", counted from 0)."""

    place: str
    kind: str
    source: str
    tags: tuple[str, ...]
    outputs: tuple[dict[str, Any], ...]
    metadata: dict[str, Any]
    id: str = ""

    def tree(self) -> ast.Module | None:
        """The code, parsed; None where it is not plain Python."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError):
            return None


@dataclass(frozen=True)
class Notebook:
    """One notebook of the course."""

    path: str
    name: str
    kind: Literal["module", "assignment"]
    cells: tuple[Cell, ...]
    metadata: dict[str, Any]

    def code(self) -> list[Cell]:
        """The code cells, in order."""
        return [cell for cell in self.cells if cell.kind == "code"]

    def prose(self) -> list[Cell]:
        """The Markdown cells, in order."""
        return [cell for cell in self.cells if cell.kind == "markdown"]

    def placed(self) -> list[tuple[Cell, str]]:
        """Cell and id of every ``exercise("…")``."""
        return self._called("exercise")

    def progress(self) -> list[tuple[Cell, str]]:
        """Cell and module id of every ``progress("…")``."""
        return self._called("progress")

    def _called(self, name: str) -> list[tuple[Cell, str]]:
        return [(cell, id) for cell in self.code() for id in _ids_in(cell, name)]


def read_notebooks(folder: CourseFolder) -> tuple[tuple[Notebook, ...], list[Problem]]:
    """Every notebook of a course, and a problem for each that cannot be read."""
    notebooks: list[Notebook] = []
    problems: list[Problem] = []
    for path in folder.notebooks():
        try:
            notebooks.append(read_notebook(folder, path))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError) as error:
            text = f"not a readable notebook {got(f'{type(error).__name__}: {error}')}"
            problems.append(Problem(folder.shown(path), "file", text))
    return tuple(notebooks), problems


def read_notebook(folder: CourseFolder, path: Path) -> Notebook:
    """One notebook; raises ValueError or a relative where the file is not one."""
    data = json.loads(path.read_text(encoding="utf-8"))
    cells = tuple(_cell(i, cell) for i, cell in enumerate(data["cells"]))
    kind = "assignment" if path.parent == folder.assignments else "module"
    return Notebook(folder.shown(path), path.name, kind, cells, dict(data.get("metadata", {})))


def _cell(number: int, data: dict[str, Any]) -> Cell:
    source = data["source"]
    metadata = dict(data.get("metadata", {}))
    return Cell(
        place=f"cell-{number}",
        kind=data["cell_type"],
        source=source if isinstance(source, str) else "".join(source),
        tags=tuple(metadata.get("tags", ())),
        outputs=tuple(dict(output) for output in data.get("outputs") or ()),
        metadata=metadata,
        id=str(data.get("id", "")),
    )


def _ids_in(cell: Cell, name: str) -> list[str]:
    """What the function of this name is called with in a cell, where that is plain text."""
    tree = cell.tree()
    if tree is None:
        return []
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    named = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == name]
    values = [c.args[0].value for c in named if isinstance(c.args[0], ast.Constant)]
    return [value for value in values if isinstance(value, str)]

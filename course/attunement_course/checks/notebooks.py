"""Notebooks are thin: prose, and code cells that only place an exercise.

A learner opens the same file that an app shows without its code, so nothing may happen in a
cell that a reader would miss.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..problems import Problem, got
from ._course import Course
from ._notebook import Cell, Notebook

MOST_LINES = 3
REFERENCE = "reference"
"""Tag of a cell whose plain-text output is kept and compared."""
ALLOWED_IMPORTS = ("attunement_widgets",)
FORBIDDEN = {
    ast.FunctionDef: "a function definition",
    ast.AsyncFunctionDef: "a function definition",
    ast.Lambda: "a function definition",
    ast.ClassDef: "a class",
    ast.For: "a loop",
    ast.AsyncFor: "a loop",
    ast.While: "a loop",
    ast.comprehension: "a loop",
    ast.With: "a with block",
    ast.AsyncWith: "a with block",
    ast.Try: "a try block",
    ast.TryStar: "a try block",
}
FILE_CALLS = ("open", "exec", "eval", "compile", "__import__", "input")


def check(course: Course) -> Iterator[Problem]:
    """Long cells, code that does not belong, and outputs that were left in."""
    for notebook in course.notebooks:
        state = notebook.metadata.get("widgets")
        if state:
            text = f"saved widget state may be a learner's; clear it {got(', '.join(state))}"
            yield Problem(notebook.path, "metadata.widgets", text)
        for cell in notebook.code():
            yield from _length(notebook, cell)
            yield from _code(notebook, cell)
            yield from _outputs(notebook, cell)


def _length(notebook: Notebook, cell: Cell) -> Iterator[Problem]:
    lines = len([line for line in cell.source.splitlines() if line.strip()])
    if lines > MOST_LINES:
        text = f"a code cell has at most {MOST_LINES} lines {got(lines)}"
        yield Problem(notebook.path, cell.place, text)


def _code(notebook: Notebook, cell: Cell) -> Iterator[Problem]:
    tree = cell.tree()
    if tree is None:
        yield Problem(notebook.path, cell.place, f"not plain Python {got(cell.source)}")
        return
    for text in sorted({text for node in ast.walk(tree) for text in _faults_of(node)}):
        yield Problem(notebook.path, cell.place, f"{text} {got(cell.source)}")


def _faults_of(node: ast.AST) -> Iterator[str]:
    for kind, word in FORBIDDEN.items():
        if isinstance(node, kind):
            yield f"{word} does not belong in a notebook"
    if any(module.split(".")[0] not in ALLOWED_IMPORTS for module in _imported(node)):
        yield f"a notebook imports {' or '.join(ALLOWED_IMPORTS)} only"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        name = node.func.id
        if name in FILE_CALLS:
            yield f"{name}() does not belong in a notebook"


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "."] if isinstance(node, ast.ImportFrom) else []


def _outputs(notebook: Notebook, cell: Cell) -> Iterator[Problem]:
    if not cell.outputs:
        return
    if REFERENCE not in cell.tags:
        text = f'outputs are stripped, unless the cell is tagged "{REFERENCE}"'
        yield Problem(notebook.path, f"{cell.place}.outputs", f"{text} {got(len(cell.outputs))}")
        return
    for output in cell.outputs:
        kinds = set(output.get("data", {}))
        if output.get("output_type") == "error" or kinds - {"text/plain"}:
            shown = ", ".join(sorted(kinds)) or output.get("output_type")
            text = f"a reference result is plain text {got(shown)}"
            yield Problem(notebook.path, f"{cell.place}.outputs", text)

"""Sixty submissions of a reflective assignment, no two alike, as learners make them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

Change = Callable[[NotebookNode, NotebookNode], Any]
"""Alters a notebook, whose answer cell is the second argument."""

TEXTS = (
    "",
    "She paused, and I paused with her.",
    "Zwölf Sätze über *Nähe* und Abstand, 日本語 und 😀.",
    "A long one. " * 300,
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n$x^2$ <b>bold</b>",
)


def write(text: str) -> Change:
    return lambda notebook, answer: answer.update(source=text or answer.source)


def leave(notebook: NotebookNode, answer: NotebookNode) -> None:
    """Nothing more than what was written."""


def split(notebook: NotebookNode, answer: NotebookNode) -> None:
    again = deepcopy(answer)
    again.update(id="split-off", source="The second half.")
    notebook.cells.insert(notebook.cells.index(answer) + 1, again)


def delete_a_box(notebook: NotebookNode, answer: NotebookNode) -> None:
    del notebook.cells[-2]


def add_a_cell(notebook: NotebookNode, answer: NotebookNode) -> None:
    notebook.cells.append(nbformat.v4.new_markdown_cell("An afterthought.", id="afterthought"))


def move_to_the_top(notebook: NotebookNode, answer: NotebookNode) -> None:
    notebook.cells.remove(answer)
    notebook.cells.insert(0, answer)


def type_in_a_box(notebook: NotebookNode, answer: NotebookNode) -> None:
    notebook.cells[-1].source += "\n\nTyped where the marker writes."


def make_it_code(notebook: NotebookNode, answer: NotebookNode) -> None:
    answer.update(cell_type="code", outputs=[], execution_count=None)


def raise_the_points(notebook: NotebookNode, answer: NotebookNode) -> None:
    notebook.cells[-1].metadata.nbgrader.points = 100


def lose_the_metadata(notebook: NotebookNode, answer: NotebookNode) -> None:
    for cell in notebook.cells:
        cell.metadata = NotebookNode()


def run_some_code(notebook: NotebookNode, answer: NotebookNode) -> None:
    output = nbformat.v4.new_output("stream", text="42\n")
    cell = nbformat.v4.new_code_cell("print(6 * 7)", id="trial", outputs=[output])
    notebook.cells.append(cell)


def lose_the_kernel(notebook: NotebookNode, answer: NotebookNode) -> None:
    notebook.metadata.pop("kernelspec", None)
    notebook.metadata.pop("language_info", None)


def rename_the_answer(notebook: NotebookNode, answer: NotebookNode) -> None:
    answer.metadata.nbgrader.grade_id = "my-own-name"


CHANGES: tuple[Change, ...] = (
    leave,
    split,
    delete_a_box,
    add_a_cell,
    move_to_the_top,
    type_in_a_box,
    make_it_code,
    raise_the_points,
    lose_the_metadata,
    run_some_code,
    lose_the_kernel,
    rename_the_answer,
)
TIMES = (None, "2026-03-01 10:00:00 UTC", "2026-03-08 23:59:59.5 UTC", "2026-02-01 08:00:00 CET")


def hand_in(root: Path, assignment: str = "p2", count: int = 60) -> list[str]:
    """Lay varied submissions into ``submitted/``; the learners' names."""
    released = nbformat.read(root / f"release/{assignment}/{assignment}.ipynb", as_version=4)
    every = itertools.cycle(itertools.product(TEXTS, CHANGES))
    names = []
    for number, (text, change) in enumerate(itertools.islice(every, count)):
        notebook = deepcopy(released)
        answer = next(one for one in notebook.cells if not one.metadata.nbgrader.locked)
        write(f"{text} {number}" if text else "")(notebook, answer)
        change(notebook, answer)
        names.append(f"{change.__name__}-{number}")
        folder = root / "submitted" / names[-1] / assignment
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{assignment}.ipynb")
        when = TIMES[number % len(TIMES)]
        if when:
            (folder / "timestamp.txt").write_text(when)
        if number % 7 == 0:
            (folder / "notes").mkdir()
            (folder / "notes/draft.txt").write_text(f"A draft of {number}.")
        if number % 11 == 0:
            nbformat.write(notebook, folder / "copy.ipynb")
    return names

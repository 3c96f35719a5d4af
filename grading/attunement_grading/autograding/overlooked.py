"""Finds what nbgrader passes over in a submission, where the course does not mend it.

In a course of ours, KeepAnswers has put every answer where a marker sees it. In any other the
graded notebook is nbgrader's to the letter; here its losses are found by the same means (by
grade_id, then by text and place), for the report and for a file that keeps the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from ..duplicates import take_in
from ..mending import ADDED, ADOPTED, COPY, LOCKED, OTHER, RESTORED, Kept, readable
from ..released import Released, released_cells
from ..restoring import claimed, restore
from .ledger import Ledger

WORDS = {
    ADDED: "was left as it was given out, but a cell was added after it",
    ADOPTED: "lost its grading metadata, so nbgrader does not know it",
    COPY: "was handed in more than once; nbgrader reads one of them",
    LOCKED: "is locked and had something typed into it, which nbgrader overwrites",
    OTHER: "is a notebook that the assignment does not have; nbgrader passes over it",
    RESTORED: "is missing",
}


def overlooked(ledger: Ledger, folder: Path, notebook: str) -> list[Kept]:
    """What nbgrader does not take from one submitted notebook; nothing where it is not there."""
    assignment = ledger.submission.assignment
    path = folder / f"{notebook}.ipynb"
    if not path.exists():
        return []
    released = released_cells(ledger, notebook, assignment.name)  # pyright: ignore[reportArgumentType]
    nb = readable(nbformat.read(path, as_version=4))
    alone = take_in(deepcopy(nb), released, folder, {one.name for one in assignment.notebooks})
    answered = _answered(nb.cells, released)
    _, mended = restore(nb.cells, released)
    lost = [one for one in mended if one.what != ADDED or one.cell not in answered]
    return [
        Kept(one.cell, one.what, one.characters, WORDS[one.what], one.text) for one in lost + alone
    ]


def _answered(cells: Sequence[NotebookNode], released: Sequence[Released]) -> set[str]:
    """Answers that something was written into."""
    given_out = {one.grade_id: one.source.strip() for one in released if one.solution}
    return {
        name
        for cell in cells
        if (name := claimed(cell)) in given_out and cell.source.strip() != given_out[name]
    }

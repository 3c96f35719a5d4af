"""Notebooks that a learner duplicated: nbgrader passes over any whose name it does not know."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from .mending import OTHER, Kept, readable
from .released import Released
from .restoring import claimed


def take_in(
    nb: NotebookNode, released: Sequence[Released], folder: Path, known: Collection[str]
) -> list[Kept]:
    """Bring answers from duplicates in ``folder`` to ``nb``, each as a copy; report all of them.

    ``known`` are the notebooks of the assignment. An answer that was written in ``nb`` itself is
    what its learner meant to hand in, so nothing is added to that.
    """
    others = sorted(path for path in folder.glob("*.ipynb") if path.stem not in known)
    wanted = unwritten(nb, released)
    for path in others:
        nb.cells += [cell for cell in _cells(path) if claimed(cell) in wanted]
    note = "was handed in too; it is read only for answers that are missing here"
    return [Kept(path.name, OTHER, 0, note) for path in others]


def unwritten(nb: NotebookNode, released: Sequence[Released]) -> set[str]:
    """Answers that nothing was written into."""
    answers = {one.grade_id: one.source.strip() for one in released if one.solution}
    written = {
        claimed(cell)
        for cell in nb.cells
        if cell.source.strip() not in ("", answers.get(claimed(cell) or ""))
    }
    return answers.keys() - written


def _cells(path: Path) -> list[NotebookNode]:
    try:
        return readable(nbformat.read(path, as_version=4)).cells
    except Exception:  # nbformat raises many kinds for a damaged file, which is named all the same
        return []

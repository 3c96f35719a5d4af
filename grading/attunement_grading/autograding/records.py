"""An assignment as the gradebook holds it, in plain values that can be sent to any machine.

Whoever grades a submission gets these instead of the gradebook: they name the cells, their
points and the text that locked cells are put back to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import Gradebook


@dataclass(frozen=True)
class Cell:
    """A cell that carries a grade or a comment. ``type`` is nbgrader's name of its kind.

    ``max_score`` is None for a solution cell, which carries a comment only.
    """

    id: str
    name: str
    type: str
    cell_type: str | None = None
    max_score: float | None = None


@dataclass(frozen=True)
class SourceCell:
    """A cell's text as it was released, and whether a learner may change it."""

    name: str
    cell_type: str
    locked: bool
    source: str
    checksum: str | None


@dataclass(frozen=True)
class Notebook:
    """One notebook of an assignment."""

    id: str
    name: str
    kernelspec: str | None
    grade_cells: tuple[Cell, ...]
    solution_cells: tuple[Cell, ...]
    task_cells: tuple[Cell, ...]
    source_cells: tuple[SourceCell, ...]

    @property
    def graded(self) -> tuple[Cell, ...]:
        """Cells that have a grade in each submission."""
        return self.grade_cells + self.task_cells

    @property
    def commented(self) -> tuple[Cell, ...]:
        """Cells that have a comment in each submission."""
        return self.solution_cells + self.task_cells

    @property
    def max_score(self) -> float:
        """Points of the notebook: the sum over its graded cells."""
        return sum(cell.max_score or 0.0 for cell in self.graded)

    @property
    def runs(self) -> bool:
        """Whether there is code in it whose running decides a grade."""
        manual = {cell.name for cell in self.solution_cells}
        return any(
            cell.cell_type == "code" and cell.name not in manual for cell in self.grade_cells
        )


@dataclass(frozen=True)
class Assignment:
    """An assignment and its notebooks, sorted by name as nbgrader sorts them."""

    id: str
    name: str
    duedate: datetime | None
    notebooks: tuple[Notebook, ...]

    @property
    def runs(self) -> bool:
        """Whether grading it means running learners' code."""
        return any(notebook.runs for notebook in self.notebooks)


def read_assignment(gradebook: Gradebook, name: str) -> Assignment:
    """An assignment from the gradebook; nbgrader's MissingEntry where it is not there."""
    found: Any = gradebook.find_assignment(name)
    notebooks = tuple(_notebook(one) for one in found.notebooks)
    return Assignment(found.id, found.name, found.duedate, notebooks)


def _notebook(found: Any) -> Notebook:
    return Notebook(
        id=found.id,
        name=found.name,
        kernelspec=found.kernelspec,
        grade_cells=_cells(found.grade_cells),
        solution_cells=_cells(found.solution_cells),
        task_cells=_cells(found.task_cells),
        source_cells=tuple(
            SourceCell(cell.name, cell.cell_type, cell.locked, cell.source, cell.checksum)
            for cell in found.source_cells
        ),
    )


def _cells(found: Iterable[Any]) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            cell.id,
            cell.name,
            cell.type,
            getattr(cell, "cell_type", None),
            getattr(cell, "max_score", None),
        )
        for cell in found
    )

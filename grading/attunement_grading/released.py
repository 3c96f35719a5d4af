"""The cells of an assignment as they were released, from the gradebook.

The gradebook is the only trustworthy account: what a submission says of itself can be edited.
"""

from __future__ import annotations

from dataclasses import dataclass

from nbformat import NotebookNode
from nbgrader.api import Gradebook

SCHEMA = 3
"""Version of nbgrader's cell metadata (nbgrader/nbgraderformat/v3.json)."""


@dataclass(frozen=True)
class Released:
    """One cell as it was released. ``points`` is None for a cell that carries none."""

    grade_id: str
    source: str
    checksum: str | None = None
    cell_type: str = "markdown"
    locked: bool = False
    grade: bool = False
    solution: bool = False
    task: bool = False
    points: float | None = None

    def metadata(self) -> NotebookNode:
        """The grading metadata of this cell, whatever the learner's copy says."""
        meta = NotebookNode(schema_version=SCHEMA, grade_id=self.grade_id)
        meta.update(grade=self.grade, solution=self.solution, locked=self.locked, task=self.task)
        meta.update(cell_type=self.cell_type)
        if self.points is not None:
            meta.points = self.points
        if self.checksum is not None:
            meta.checksum = self.checksum
        return meta


def released_cells(gradebook: Gradebook, notebook: str, assignment: str) -> list[Released]:
    """The released cells of one notebook, in its order."""
    found = gradebook.find_notebook(notebook, assignment)
    grades = {cell.name: cell.max_score for cell in found.grade_cells}
    tasks = {cell.name: cell.max_score for cell in found.task_cells}
    solutions = {cell.name for cell in found.solution_cells}
    return [
        Released(
            grade_id=cell.name,
            source=cell.source,
            checksum=cell.checksum,
            cell_type=cell.cell_type,
            locked=cell.locked,
            grade=cell.name in grades,
            solution=cell.name in solutions,
            task=cell.name in tasks,
            points={**grades, **tasks}.get(cell.name),
        )
        for cell in found.source_cells
    ]

"""From an assignment's source and its rubric to the notebook that nbgrader works on.

The source is prose: Markdown cells, each named by its cell id. Some ids have a meaning:
``rubric`` is where the rubric is placed, ``answer`` is where the learner writes, and a cell
named like one of the content's passages is where that passage is placed. Every other cell
becomes a locked cell of the same name. After them come a box for the learner's own view, worth
nothing, and for each criterion of the rubric a locked task cell that carries its points.
"""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from attunement_course import catalog

from .released import SCHEMA
from .rubric import Criterion, Rubric
from .self_assessment import BOX, box_text

ANSWER = "answer"
RUBRIC = "rubric"
OWN_VIEW = "own-view"
MARKING = "marking"
NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")


class SourceFault(ValueError):
    """An assignment's source cannot be built; the text says which cell and why."""


def read_source(path: Path) -> NotebookNode:
    """An assignment's source, checked, with the passages that all assignments share in place.

    SourceFault names the file and the fault.
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises many kinds for a damaged file
        said = str(error).strip().partition("\n")[0]
        raise SourceFault(f"{path.name}: not a readable notebook ({said})") from None
    for fault in _faults(notebook):
        raise SourceFault(f"{path.name}: {fault}")
    shared = {one["id"]: one["text"] for one in catalog.passages()}
    for cell in notebook.cells:
        cell.source = shared.get(str(cell["id"]), cell.source)
    return notebook


def _faults(notebook: NotebookNode) -> list[str]:
    names = [str(cell.get("id", "")) for cell in notebook.cells]
    faults = [
        f"cell {name!r} is a {cell.cell_type} cell; a reflective assignment has Markdown only"
        for name, cell in zip(names, notebook.cells, strict=True)
        if cell.cell_type != "markdown"
    ]
    faults += [f"no cell has the id {name!r}" for name in (RUBRIC, ANSWER) if name not in names]
    faults += [
        f"two cells have the id {n!r}" for n in sorted({n for n in names if names.count(n) > 1})
    ]
    faults += [
        f"cell id {name!r} cannot be a grade_id; use letters, digits, - and _, at most 40"
        for name in names
        if not NAME.fullmatch(name)
    ]
    return faults


def build_notebook(source: NotebookNode, rubric: Rubric) -> NotebookNode:
    """The nbgrader source notebook: locked prose, rubric, answer, box, one task a criterion."""
    taken = {str(cell["id"]) for cell in source.cells}
    for name in [OWN_VIEW, BOX, MARKING, *(criterion.id for criterion in rubric.criteria)]:
        if name in taken:
            raise SourceFault(f"{rubric.assignment}: the cell id {name!r} is needed for marking")
    cells = [_from_source(cell, rubric) for cell in source.cells]
    cells.append(_locked(rubric, OWN_VIEW, catalog.passage(OWN_VIEW)["text"]))
    cells.append(_cell(rubric, BOX, box_text(rubric)))
    cells.append(_locked(rubric, MARKING, catalog.passage(MARKING)["text"]))
    cells += [_task(rubric, criterion) for criterion in rubric.criteria]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=dict(source.metadata))
    notebook.nbformat_minor = 5
    nbformat.validate(notebook)
    return notebook


def _from_source(cell: NotebookNode, rubric: Rubric) -> NotebookNode:
    name = str(cell["id"])
    if name == ANSWER:
        return _answer(rubric, cell.source)
    return _locked(rubric, name, rubric_text(rubric) if name == RUBRIC else cell.source)


def _cell(rubric: Rubric, name: str, source: str, **nbgrader: object) -> NotebookNode:
    grade_id = f"{rubric.assignment}-{name}"
    meta = {"schema_version": SCHEMA, "grade": False, "solution": False, "locked": False}
    meta |= {"task": False, "grade_id": grade_id} | nbgrader
    return nbformat.v4.new_markdown_cell(source, id=grade_id, metadata={"nbgrader": meta})


def _locked(rubric: Rubric, name: str, source: str) -> NotebookNode:
    return _cell(rubric, name, source, locked=True)


def _answer(rubric: Rubric, source: str) -> NotebookNode:
    return _cell(rubric, ANSWER, source, grade=True, solution=True, points=0)


def _task(rubric: Rubric, criterion: Criterion) -> NotebookNode:
    source = task_text(criterion)
    return _cell(rubric, criterion.id, source, task=True, locked=True, points=criterion.points)


def rubric_text(rubric: Rubric) -> str:
    """The rubric in Markdown for learners: a list, which reads well in a narrow column."""
    parts = [
        "## What your marker looks for",
        f"{len(rubric.criteria)} criteria, each from 1 to its top level; half-levels count too, "
        f"so 2.5 is between two levels. Together they make {rubric.points} points. "
        "Each level takes in the one before it.",
    ]
    for criterion in rubric.criteria:
        parts += [f"### {criterion.title}", f"*{criterion.question}*", level_list(criterion)]
    never = "\n".join(f"- {one}" for one in rubric.never_scored)
    return "\n\n".join([*parts, f"### What is never scored\n\n{never}"])


def level_list(criterion: Criterion) -> str:
    """The levels of one criterion as a Markdown list."""
    return "\n".join(f"- **{one.level} {one.name}.** {one.words}" for one in criterion.levels)


def task_text(criterion: Criterion) -> str:
    """What a criterion's task cell says: short for the learner, all levels one press away."""
    return (
        f"### {criterion.title}\n\n*{criterion.question}*\n\n"
        f"From 1 to {criterion.points}, half-levels count.\n\n"
        f"<details><summary>The levels in words</summary>\n\n{level_list(criterion)}\n\n</details>"
    )

"""Assignments say what their rubric says, and what all of them have to say ahead of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..problems import Problem, got
from ._course import Course
from ._notebook import Cell, Notebook

ANSWER = "answer"
"""Id of the cell that a learner writes in."""
LENGTH = re.compile(r"(\d{2,5})\s*(?:to|–|-)\s*(\d{2,5})\s+words")


def check(course: Course) -> Iterator[Problem]:
    """Every rubric has its notebook, every notebook its rubric and passages, and they agree."""
    rubrics = course.shelf.items["rubrics"]
    for id, rubric in rubrics.items():
        notebook = course.assignment(id)
        if notebook is not None:
            yield from _length(notebook, rubric)
            yield from _points(notebook, rubric)
        elif course.folder.assignments.is_dir() and not _damaged(course, id):
            path = course.shelf.files["rubrics"][id]
            where = course.folder.shown(course.folder.assignments / f"{id}.ipynb")
            yield Problem(path, "assignment", f"{where} is missing {got(id)}")
    yield from _without_rubric(course)
    for notebook in course.notebooks:
        if notebook.kind == "assignment":
            yield from _passages(notebook, course.shelf.items["passages"])


def _passages(notebook: Notebook, passages: dict[str, Any]) -> Iterator[Problem]:
    """A passage's cell is a place, ahead of the answer where the passage must be read first."""
    order = [cell.id for cell in notebook.cells]
    for cell in notebook.cells:
        if cell.id in passages and len(cell.source.strip().splitlines()) > 1:
            text = f"its text comes from content/passages/{cell.id}.yml; write it there"
            yield Problem(notebook.path, cell.place, f"{text} {got(cell.source)}")
    ahead = order[: order.index(ANSWER)] if ANSWER in order else order
    for id, passage in passages.items():
        if passage.before_writing and id not in ahead:
            text = f"no cell ahead of the answer has the id {id}"
            yield Problem(notebook.path, "cells", f"{text} {got(', '.join(ahead))}")


def _damaged(course: Course, id: str) -> bool:
    return (course.folder.assignments / f"{id}.ipynb").exists()


def _without_rubric(course: Course) -> Iterator[Problem]:
    for notebook in course.notebooks:
        id = notebook.name.removesuffix(".ipynb")
        if notebook.kind == "assignment" and not course.shelf.known("rubrics", id):
            yield Problem(notebook.path, "file", f"no rubric belongs to this assignment {got(id)}")


def _length(notebook: Notebook, rubric: Any) -> Iterator[Problem]:
    for cell in notebook.prose():
        for fewest, most in LENGTH.findall(cell.source):
            if (int(fewest), int(most)) != tuple(rubric.word_guide):
                guide = "{} to {}".format(*rubric.word_guide)
                text = f"the rubric's word guide is {guide} {got(f'{fewest} to {most}')}"
                yield Problem(notebook.path, cell.place, text)


def _points(notebook: Notebook, rubric: Any) -> Iterator[Problem]:
    """Task cells, where a notebook has them, give each criterion its top level."""
    tops = {f"{rubric.assignment}-{c.id}": max(n.level for n in c.levels) for c in rubric.criteria}
    tasks = [(cell, cell.metadata["nbgrader"]) for cell in notebook.cells if _is_task(cell)]
    for cell, meta in tasks:
        id, points = str(meta.get("grade_id")), meta.get("points")
        if id not in tops:
            yield Problem(notebook.path, cell.place, f"no criterion has this grade_id {got(id)}")
        elif points != tops[id]:
            text = f"points must be the criterion's top level, {tops[id]} {got(points)}"
            yield Problem(notebook.path, cell.place, text)
    missing = tops.keys() - {str(meta.get("grade_id")) for _, meta in tasks}
    for id in sorted(missing if tasks else ()):
        yield Problem(notebook.path, "cells", f"no task cell has the grade_id {id} {got(None)}")


def _is_task(cell: Cell) -> bool:
    meta = cell.metadata.get("nbgrader")
    return isinstance(meta, dict) and bool(meta.get("task"))

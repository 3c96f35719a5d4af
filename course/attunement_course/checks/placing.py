"""What notebooks place and claim: exercises and lists of progress that exist, the right status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..nearest import nearest
from ..problems import Problem, got
from ..vocabulary import STATUS_WORDS
from ._course import Course
from ._notebook import Cell, Notebook

ID = r"`((?:def|emp|dis|res|mit|gap)-[0-9a-z]+)`"
LOOKS_LIKE_TAGS = re.compile(rf"^\s*{ID}(?:\s+{ID})*\s*(?:·|$)")
CITATION = re.compile(r"^\s*[-*]? *`c(\d{1,2})` ", re.M)
TAGS = re.compile(rf"{ID}(?: {ID})* · \*([^*]+)\*")


@dataclass(frozen=True)
class TagLine:
    """One visible line that names claims and their status; no ids where it is malformed."""

    cell: Cell
    text: str
    ids: tuple[str, ...]
    words: str


def check(course: Course) -> Iterator[Problem]:
    """Unknown or unplaced exercises and lists, wrong tag lines, claims without a passage."""
    for notebook in course.notebooks:
        yield from _exercises(course, notebook)
        yield from _progress(course, notebook)
        for line in tag_lines(notebook):
            yield from _tags(course, notebook, line)
        yield from _citations(course, notebook)
    yield from _modules(course)


def tag_lines(notebook: Notebook) -> list[TagLine]:
    """Every tag line of a notebook's prose, in order."""
    return [
        _tag_line(cell, line.strip())
        for cell in notebook.prose()
        for line in cell.source.splitlines()
        if LOOKS_LIKE_TAGS.match(line)
    ]


def citation_numbers(cell: Cell) -> list[int]:
    """The numbers of the citations that a cell treats: lines that begin with `` `c7` ``."""
    return [int(number) for number in CITATION.findall(cell.source)]


def _tag_line(cell: Cell, text: str) -> TagLine:
    whole = TAGS.fullmatch(text)
    ids = tuple(re.findall(ID, text)) if whole else ()
    return TagLine(cell, text, ids, whole.group(3) if whole else "")


def _exercises(course: Course, notebook: Notebook) -> Iterator[Problem]:
    seen: list[str] = []
    for cell, id in notebook.placed():
        if not course.shelf.known("exercises", id):
            near = nearest(id, list(course.shelf.files["exercises"]))
            text = f"no exercise has this id{near} {got(id)}"
            yield Problem(notebook.path, cell.place, text)
        elif id in seen:
            yield Problem(notebook.path, cell.place, f"this exercise is placed twice {got(id)}")
        seen.append(id)


def _progress(course: Course, notebook: Notebook) -> Iterator[Problem]:
    """A learner's progress stands once in each module's notebook, and nowhere else."""
    for place, (cell, id) in enumerate(notebook.progress()):
        fault = ""
        if not course.shelf.known("modules", id):
            fault = f"no module has this id{nearest(id, list(course.shelf.files['modules']))}"
        elif notebook.kind == "assignment":
            fault = "a learner's progress does not belong in what is handed in"
        elif _notebook_of(course, id) not in (None, notebook):
            fault = f"this is not the notebook of {id}"
        elif place:
            fault = "this list is placed twice"
        if fault:
            yield Problem(notebook.path, cell.place, f"{fault} {got(id)}")


def _notebook_of(course: Course, module: str) -> Notebook | None:
    item = course.shelf.items["modules"].get(module)
    return course.notebook(item.notebook) if item else None


def _tags(course: Course, notebook: Notebook, line: TagLine) -> Iterator[Problem]:
    if not line.ids:
        text = "a tag line reads `id` `id` · *status in words*"
        yield Problem(notebook.path, line.cell.place, f"{text} {got(line.text)}")
    for id in line.ids:
        if not course.shelf.known("claims", id):
            near = nearest(id, list(course.shelf.files["claims"]))
            yield Problem(notebook.path, line.cell.place, f"no such claim{near} {got(id)}")
            continue
        claim = course.shelf.items["claims"].get(id)
        if claim and line.words != STATUS_WORDS[claim.status]:
            text = f"the status of {id} is {STATUS_WORDS[claim.status]} {got(line.words)}"
            yield Problem(notebook.path, line.cell.place, text)


def _citations(course: Course, notebook: Notebook) -> Iterator[Problem]:
    known = [one.number for one in course.shelf.items["citations"].values()]
    for cell in notebook.prose():
        for number in citation_numbers(cell):
            if number not in known:
                yield Problem(
                    notebook.path, cell.place, f"no citation has this number {got(number)}"
                )


def _modules(course: Course) -> Iterator[Problem]:
    if not course.folder.modules.is_dir() or course.folder.modules == course.shelf.root / "modules":
        return
    for path, module in course.shelf.each("modules"):
        notebook = course.notebook(module.notebook)
        if notebook is None:
            if not (course.folder.modules / module.notebook).exists():
                text = f"no such notebook {got(module.notebook)}"
                yield Problem(path, "notebook", text)
            continue
        if module.id not in [id for _, id in notebook.progress()]:
            text = f'progress("{module.id}") is not placed in it {got(notebook.name)}'
            yield Problem(path, "notebook", text)
        placed = [id for _, id in notebook.placed()]
        for i, id in enumerate(module.exercises):
            if id not in placed:
                yield Problem(path, f"exercises.{i}", f"not placed in {notebook.name} {got(id)}")
        passages = {id for line in tag_lines(notebook) for id in line.ids}
        for i, id in enumerate(module.claims):
            if id not in passages:
                yield Problem(path, f"claims.{i}", f"no passage in {notebook.name} {got(id)}")

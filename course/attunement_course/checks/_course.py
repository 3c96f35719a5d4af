"""A course as the checks see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..course_folder import CourseFolder
from ..problems import Problem, got
from ..reading import Shelf
from ._notebook import Notebook


@dataclass(frozen=True)
class Course:
    """Content and notebooks of one course, and what was wrong with reading them."""

    folder: CourseFolder
    shelf: Shelf
    notebooks: tuple[Notebook, ...]
    problems: list[Problem]

    @property
    def files(self) -> list[str]:
        """Every file that was looked at, as messages name it."""
        content = [path for files in self.shelf.files.values() for path in files.values()]
        return [*content, *(notebook.path for notebook in self.notebooks)]

    def notebook(self, name: str) -> Notebook | None:
        """A module's notebook by the name of its file."""
        modules = [one for one in self.notebooks if one.kind == "module"]
        return next((one for one in modules if one.name == name), None)

    def assignment(self, id: str) -> Notebook | None:
        """An assignment's notebook by the assignment's id."""
        sources = [one for one in self.notebooks if one.kind == "assignment"]
        return next((one for one in sources if one.name == f"{id}.ipynb"), None)


def fewest(course: Course, kind: str, count: int) -> Iterator[Problem]:
    """Too few items of a kind for a run to be drawn from; none at all is no fault."""
    files = course.shelf.files[kind]
    if 0 < len(files) < count:
        path = next(iter(files.values()))
        yield Problem(path, "file", f"there must be at least {count} {kind} {got(len(files))}")

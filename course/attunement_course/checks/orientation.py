"""What module 0 examines: a search for every citation, statements with places of their own."""

from __future__ import annotations

from collections.abc import Iterator

from ..nearest import nearest
from ..problems import Problem, got
from ..schema import Search
from ._course import Course


def check(course: Course) -> Iterator[Problem]:
    """Citations nobody searched for, entries of unknown works, readings without a reason."""
    yield from _searched(course)
    for path, search in course.shelf.each("searches"):
        yield from _entries(course, path, search)
        if bool(search.also_exists or search.also_supports) != bool(search.between):
            text = "must say why more than one reading is fair, and only where it is"
            yield Problem(path, "between", f"{text} {got(search.between)}")
    yield from _places(course)


def _searched(course: Course) -> Iterator[Problem]:
    searches = course.shelf.files["searches"]
    for id, path in course.shelf.files["citations"].items():
        if searches and id not in searches:
            yield Problem(path, "id", f"searches/{id}.yml, what looking for it led to, is missing")


def _entries(course: Course, path: str, search: Search) -> Iterator[Problem]:
    for i, entry in enumerate(search.entries):
        if not course.shelf.known("works", entry.work):
            near = nearest(entry.work, list(course.shelf.files["works"]))
            yield Problem(path, f"entries.{i}.work", f"no such work{near} {got(entry.work)}")


def _places(course: Course) -> Iterator[Problem]:
    taken: dict[int, str] = {}
    for path, statement in course.shelf.each("privacy"):
        if statement.place in taken:
            text = f"is the place of {taken[statement.place]} too {got(statement.place)}"
            yield Problem(path, "place", text)
        taken.setdefault(statement.place, statement.id)

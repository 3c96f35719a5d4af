"""Every claim of the list is there, and every question about claims has its one answer."""

from __future__ import annotations

from collections.abc import Iterator

from ..claim_list import CLAIM_IDS
from ..problems import Problem, got
from ._course import Course


def check(course: Course) -> Iterator[Problem]:
    """Missing and surplus claims; questions about nothing, or without one right answer."""
    yield from _missing(course)
    for path, item in course.shelf.each("items"):
        if not item.claims and not item.citations:
            yield Problem(path, "claims", f"must ask about a claim or a citation {got(None)}")
        right = sum(option.right for option in item.options)
        if right != 1:
            yield Problem(path, "options", f"exactly one must be right {got(f'{right} right')}")


def _missing(course: Course) -> Iterator[Problem]:
    folder = course.folder.shown(course.shelf.root / "claims")
    for id in CLAIM_IDS:
        if not course.shelf.known("claims", id):
            text = f"this claim of the list is missing {got(None)}"
            yield Problem(f"{folder}/{id}.yml", "file", text)
    for id, path in course.shelf.files["claims"].items():
        if id not in CLAIM_IDS:
            yield Problem(path, "id", f"not in the list of claims {got(id)}")

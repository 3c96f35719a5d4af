"""Every id that one item gives for another leads somewhere, and both sides agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..nearest import nearest
from ..problems import Problem, got
from ..vocabulary import MODULE_IDS
from ._course import Course

# kind, field -> kind of what the field names
LINKS = {
    ("claims", "cites"): "citations",
    ("claims", "works"): "works",
    ("citations", "claims"): "claims",
    ("citations", "closest"): "works",
    ("citations", "works"): "works",
    ("modules", "claims"): "claims",
    ("modules", "exercises"): "exercises",
    ("modules", "assignment"): "rubrics",
    ("exercises", "module"): "modules",
    ("exercises", "claims"): "claims",
    ("exercises", "works"): "works",
    ("items", "module"): "modules",
    ("items", "claims"): "claims",
    ("items", "citations"): "citations",
    ("directions", "id"): "claims",
    ("portraits", "expected"): "topics",
    ("levers", "works"): "works",
    ("levers", "exercise"): "exercises",
    ("reasons", "exercise"): "exercises",
    ("readings", "exercise"): "exercises",
    ("findings", "work"): "works",
    ("searches", "id"): "citations",
}
# a list on one side, and the field on the other side that must name it back
MUTUAL = [
    ("claims", "cites", "citations", "claims"),
    ("citations", "claims", "claims", "cites"),
    ("modules", "claims", "claims", "modules"),
    ("modules", "exercises", "exercises", "module"),
    ("exercises", "module", "modules", "exercises"),
]


def check(course: Course) -> Iterator[Problem]:
    """Unknown ids, ids named twice, and references that only one side knows of."""
    yield from _links(course)
    yield from _claim_modules(course)
    for link in MUTUAL:
        yield from _mutual(course, *link)
    yield from _within_module(course)


def _links(course: Course) -> Iterator[Problem]:
    for (kind, field), target in LINKS.items():
        for path, item in course.shelf.each(kind):
            named = getattr(item, field) or ()  # a link may be left out
            for place, id in _named(field, named):
                if not course.shelf.known(target, id):
                    near = nearest(id, list(course.shelf.files[target]))
                    text = f"no such {target.removesuffix('s')}{near} {got(id)}"
                    yield Problem(path, place, text)
            yield from _twice(path, field, named)


def _named(field: str, value: str | Iterable[str]) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(field, value)]
    return [(f"{field}.{i}", id) for i, id in enumerate(value)]


def _twice(path: str, field: str, value: str | Iterable[str]) -> Iterator[Problem]:
    ids = [] if isinstance(value, str) else list(value)
    for i, id in enumerate(ids):
        if id in ids[:i]:
            yield Problem(path, f"{field}.{i}", f"named twice {got(id)}")


def _claim_modules(course: Course) -> Iterator[Problem]:
    for path, claim in course.shelf.each("claims"):
        for i, id in enumerate(claim.modules):
            if id not in MODULE_IDS:
                text = f"must be one of {', '.join(MODULE_IDS)} {got(id)}"
                yield Problem(path, f"modules.{i}", text)
                continue
            module = course.shelf.items["modules"].get(id)
            if module and claim.id not in module.claims:
                text = f"{course.shelf.files['modules'][id]} does not list this claim {got(id)}"
                yield Problem(path, f"modules.{i}", text)


def _mutual(course: Course, kind: str, field: str, target: str, back: str) -> Iterator[Problem]:
    for path, item in course.shelf.each(kind):
        for place, id in _named(field, getattr(item, field)):
            other = course.shelf.items[target].get(id)
            if other is not None and item.id not in _ids(getattr(other, back)):
                where = course.shelf.files[target][id]
                yield Problem(path, place, f"{where} does not name it in {back} {got(id)}")


def _within_module(course: Course) -> Iterator[Problem]:
    for kind in ("exercises", "items"):
        for path, item in course.shelf.each(kind):
            module = course.shelf.items["modules"].get(item.module)
            if module is None:
                continue
            for i, id in enumerate(item.claims):
                if course.shelf.known("claims", id) and id not in module.claims:
                    text = f"module {item.module} does not treat this claim {got(id)}"
                    yield Problem(path, f"claims.{i}", text)


def _ids(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)

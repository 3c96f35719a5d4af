"""What no type can say of the exemplars; `attunement check` runs it where this is installed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attunement_course.checks import Course
from attunement_course.checks._texts import texts_of
from attunement_course.checks.copied import RUN, copied_run
from attunement_course.checks.figures import checked_figures, unchecked_statistics
from attunement_course.joining import Checked
from attunement_course.problems import Problem, got

from . import FOLDER, Exemplar, read_exemplars

LENGTH = (250, 600)
"""Fewest and most words: long enough for every criterion, short enough to mark twenty of."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
QUOTED = re.compile(r"“([^”]+)”")
ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")


def check(course: Course) -> Checked:
    """Every problem of every exemplar, held against the course's rubrics and works."""
    found, problems = read_exemplars()
    known = checked_figures(course)
    for path, one in found.items():
        problems += [*_place(path, one), *_marks(course, path, one), *_words(path, one, known)]
    return Checked(FOLDER.parent.parent, tuple(found), tuple(problems))


def _place(path: str, one: Exemplar) -> Iterator[Problem]:
    if not path.endswith(f"/{one.id}.yml"):
        yield Problem(path, "id", f"must be the file's name {got(one.id)}")
    if not one.id.startswith(f"{one.assignment}-"):
        yield Problem(
            path, "id", f"must begin with its assignment, {one.assignment}- {got(one.id)}"
        )


def _marks(course: Course, path: str, one: Exemplar) -> Iterator[Problem]:
    rubric = course.shelf.items["rubrics"].get(one.assignment)
    if rubric is None:
        yield Problem(path, "assignment", f"no rubric belongs to it {got(one.assignment)}")
    else:
        yield from _scale(path, one, rubric)
    for id, mark in one.marks.items():
        yield from _quotations(path, f"marks.{id}.reason", mark.reason, one.text)


def _scale(path: str, one: Exemplar, rubric: Any) -> Iterator[Problem]:
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    for id in sorted(criteria.keys() - one.marks.keys()):
        yield Problem(path, f"marks.{id}", f"this criterion of the rubric has no mark {got(None)}")
    for id, mark in one.marks.items():
        if id not in criteria:
            yield Problem(path, f"marks.{id}", f"the rubric has no such criterion {got(id)}")
            continue
        levels = [level.level for level in criteria[id].levels]
        if not min(levels) <= mark.level <= max(levels):
            text = f"must be on the rubric's scale, {min(levels)} to {max(levels)}"
            yield Problem(path, f"marks.{id}.level", f"{text} {got(mark.level)}")


def _words(path: str, one: Exemplar, known: set[str]) -> Iterator[Problem]:
    fewest, most = LENGTH
    count = len(WORD.findall(one.text))
    if not fewest <= count <= most:
        yield Problem(path, "text", f"must have {fewest} to {most} words {got(count)}")
    for field, text in texts_of(one):
        run = copied_run(text)
        if run:
            yield Problem(path, field, f"{RUN} words in a row are the article's {got(run)}")
        for figure in unchecked_statistics(text, known):
            yield Problem(path, field, f"no checked work finds this figure {got(figure)}")


def _quotations(path: str, field: str, reason: str, text: str) -> Iterator[Problem]:
    whole = _plain(text)
    for quoted in QUOTED.findall(reason):
        for piece in ELLIPSIS.split(quoted):
            if _plain(piece).strip(" .,") not in whole:
                yield Problem(path, field, f"what is quoted must stand in the text {got(piece)}")


def _plain(text: str) -> str:
    """Text without line breaks and marks of emphasis, as a reader hears it."""
    return " ".join(re.sub(r"[*_“”\"]", "", text).split())

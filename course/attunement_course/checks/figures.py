"""No figure reaches a learner that nobody checked.

Works that are known from memory carry no figures (see :mod:`.sources`). So a figure has been
checked exactly where a checked work's finding holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..problems import Problem, got
from ._course import Course
from ._texts import texts_of

NUMBER = r"\.?\d+(?:[.,]\d+)*"
FIGURE = re.compile(rf"(?<![\w.])(?<![A-Za-z]-){NUMBER}")
"""A number that stands by itself: not the 5 of DSM-5, nor the 4 of A4."""
STATISTIC = re.compile(
    rf"(?<![^\W_])(?:r|n|N|OR|ICC|odds ratio)\**(?: (?:=|of))? \**[-−–]?({NUMBER})"
)
"""What a study reports, as it is written: `r = .28`, `odds ratio .197`."""


def check(course: Course) -> Iterator[Problem]:
    """Figures in claims against the claim's own works; statistics elsewhere against all.

    While a work cannot be read, what it found is not known, and nothing else is accused.
    """
    works = course.shelf.items["works"]
    if works.keys() != course.shelf.files["works"].keys():
        return
    for path, claim in course.shelf.each("claims"):
        known = _found_by(works.get(id) for id in claim.works)
        for field in ("summary", "teach"):
            for figure in _unknown(FIGURE, getattr(claim, field), known):
                text = f"no checked work of this claim finds this figure {got(figure)}"
                yield Problem(path, field, text)
    known = checked_figures(course)
    for path, field, text in _elsewhere(course):
        for figure in unchecked_statistics(text, known):
            yield Problem(path, field, f"no checked work finds this figure {got(figure)}")


def checked_figures(course: Course) -> set[str]:
    """Every figure in what a checked work of the course found."""
    return _found_by(course.shelf.items["works"].values())


def unchecked_statistics(text: str, known: set[str]) -> list[str]:
    """The statistics in a text that are not among the ``known`` figures."""
    return _unknown(STATISTIC, text, known)


def _found_by(works: Iterable[Any]) -> set[str]:
    findings = [work.finding for work in works if work and work.mark == "checked"]
    return set(FIGURE.findall(" ".join(findings)))


def _unknown(pattern: re.Pattern[str], text: str, known: set[str]) -> list[str]:
    return [figure for figure in pattern.findall(text) if figure not in known]


def _elsewhere(course: Course) -> Iterator[tuple[str, str, str]]:
    for kind in course.shelf.items.keys() - {"claims", "works"}:
        for path, item in course.shelf.each(kind):
            yield from ((path, field, text) for field, text in texts_of(item))
    for notebook in course.notebooks:
        yield from ((notebook.path, cell.place, cell.source) for cell in notebook.prose())

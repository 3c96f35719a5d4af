"""No sentence of the article is shipped.

The article's licence is unknown, so its text is not part of the course: only fingerprints
of every eight words of it are, from which nothing can be read back.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ..problems import Problem, got
from ._course import Course
from ._texts import texts_of

FINGERPRINTS = Path(__file__).with_name("article_fingerprints.json")
RUN = 8
"""Words in a row that count as copied."""
WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def check(course: Course) -> Iterator[Problem]:
    """Eight words in a row that stand in the article too."""
    for kind in course.shelf.items:
        for path, item in course.shelf.each(kind):
            for field, text in texts_of(item):
                yield from _problem(path, field, text)
    for notebook in course.notebooks:
        for cell in notebook.cells:
            yield from _problem(notebook.path, cell.place, cell.source)


def fingerprints_of(text: str) -> list[tuple[str, str]]:
    """Fingerprint and words of every run of :data:`RUN` words."""
    words = WORD.findall(text.lower().replace("\u2019", "'"))
    runs = [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    return [(hashlib.sha256(run.encode()).hexdigest()[:12], run) for run in runs]


def copied_run(text: str) -> str:
    """The first run of words that stands in the article; empty where there is none."""
    known = _known()
    return next((run for mark, run in fingerprints_of(text) if mark in known), "")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(json.loads(FINGERPRINTS.read_text(encoding="ascii")))


def _problem(path: str, field: str, text: str) -> Iterator[Problem]:
    run = copied_run(text)
    if run:
        words = f"{RUN} words in a row are the article's; say it in your own"
        yield Problem(path, field, f"{words} {got(run)}")

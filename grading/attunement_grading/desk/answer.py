"""A learner's answer as a marker reads it: safe to show, whole, and without a name."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import nbformat

from ..feedback import Passage, mended, passages
from ..rubric import Rubric

KEPT = 64
"""Answers that are kept rendered: those of the markers at work, and the next of each."""


@dataclass(frozen=True)
class Shown:
    """What a marker sees of a submission. ``fault`` says why there is nothing to see."""

    passages: tuple[Passage, ...] = ()
    mended: tuple[str, ...] = ()
    words: int = 0
    fault: str = ""


class Answers:
    """Reads and renders answers, and keeps the last few."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, int, str], Shown] = OrderedDict()
        self._lock = Lock()

    def of(self, path: Path, rubric: Rubric) -> Shown:
        """The answer in an autograded notebook; a file that cannot be read is named."""
        try:
            about = path.stat()
        except OSError:
            return Shown(fault="its notebook is missing from the course's folder")
        key = (str(path), about.st_mtime_ns, about.st_size, rubric.answer_id)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        shown = _read(path, rubric)
        with self._lock:
            self._kept[key] = shown
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return shown


def _read(path: Path, rubric: Rubric) -> Shown:
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises many kinds for a damaged file
        said = str(error).strip().partition("\n")[0]
        return Shown(fault=f"its notebook cannot be read ({type(error).__name__}: {said[:120]})")
    found = tuple(passages(notebook, rubric.answer_id))
    return Shown(found, tuple(mended(notebook)), count_words(found))


def count_words(found: Sequence[Passage]) -> int:
    """Words of the text, markup aside."""
    return sum(len(one.html.striptags().split()) for one in found)

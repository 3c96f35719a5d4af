"""What restoring a submission works on: its cells, what each was found to be, and the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import nbformat
from nbformat import NotebookNode

from .released import Released

COPY = "copy"
ADDED = "added"
LOCKED = "locked"
RESTORED = "restored"
ADOPTED = "adopted"
OTHER = "other"
MISPLACED = "misplaced"


@dataclass(frozen=True)
class Kept:
    """One thing that was mended: which cell, what was done, how many characters it is about.

    ``text`` are the learner's own words in question.
    """

    cell: str
    what: str
    characters: int
    note: str
    text: str = ""

    @property
    def brief(self) -> dict[str, str | int]:
        """The same without the words, for places where they stand anyway."""
        return {name: value for name, value in asdict(self).items() if name != "text"}


@dataclass
class Place:
    """A cell of the submission and what it was found to be (None: added by the learner)."""

    cell: NotebookNode
    released: Released | None = None
    copy: bool = False

    def is_of(self, grade_id: str) -> bool:
        """Whether this is the released cell of that name, or a copy of it."""
        return self.released is not None and self.released.grade_id == grade_id


@dataclass
class Mending:
    """A submission while it is put in order."""

    released: Sequence[Released]
    places: list[Place]
    kept: list[Kept] = field(default_factory=list)

    def original(self, grade_id: str) -> Place | None:
        """The one cell that bears this name, copies left aside."""
        found = (place for place in self.places if place.is_of(grade_id) and not place.copy)
        return next(found, None)

    def note(self, cell: str, what: str, text: str, note: str) -> None:
        """Report one thing that was done."""
        self.kept.append(Kept(cell, what, len(text), note, text))


def readable(nb: NotebookNode) -> NotebookNode:
    """Give each cell what the format asks for; nbformat only warns of what a learner broke."""
    for cell in nb.cells:
        if not isinstance(cell.get("metadata"), dict):
            cell["metadata"] = NotebookNode()
        source = cell.get("source") or ""
        cell["source"] = "".join(map(str, source)) if isinstance(source, list) else str(source)
    return nbformat.v4.upgrade(nb) if nb.nbformat_minor < 5 else nb

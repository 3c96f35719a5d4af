"""Puts a submitted notebook back in order without losing a word of it.

Learners copy, split, delete and retype cells. Plain nbgrader 0.9.6 stops the whole run at a
copied cell or at metadata it cannot read, overwrites text typed into a locked cell, and leaves
an answer typed in an added cell behind the comment "No response.". Here cells are matched by
grade_id, then by cell id and text; what belongs to an answer is gathered in it; what cannot be
placed stays where it was. Everything that was done is reported.
"""

from __future__ import annotations

from collections.abc import Sequence

import nbformat
from nbformat import NotebookNode

from .gathering import gather
from .mending import ADOPTED, LOCKED, RESTORED, Kept, Mending, Place
from .released import Released


def restore(
    cells: Sequence[NotebookNode], released: Sequence[Released]
) -> tuple[list[NotebookNode], list[Kept]]:
    """The cells in order, each with the metadata it was released with, and what was mended.

    ``released`` is in the order of the released notebook. Cells are changed in place.
    """
    work = Mending(released, _recognise(cells, released))
    _adopt(work)
    _free_locked(work)
    originals = {one.grade_id: work.original(one.grade_id) for one in released}
    for one in released:
        originals[one.grade_id] = originals[one.grade_id] or _put_back(work, one)
    for one in released:
        answer = originals[one.grade_id]
        if one.solution and answer:
            gather(work, answer, one)
    for place in work.places:
        _dress(place)
    return [place.cell for place in work.places], work.kept


def claimed(cell: NotebookNode) -> str | None:
    """The released cell that a submitted one says it is."""
    meta = cell.metadata.get("nbgrader")
    claimed = meta.get("grade_id") if isinstance(meta, dict) else None
    return claimed if isinstance(claimed, str) else None


def _recognise(cells: Sequence[NotebookNode], released: Sequence[Released]) -> list[Place]:
    """Match by grade_id; of several, the one whose cell id was released, else the first."""
    known = {one.grade_id: one for one in released}
    places = [Place(cell, known.get(claimed(cell) or "")) for cell in cells]
    for grade_id in known:
        same = [place for place in places if place.is_of(grade_id)]
        by_id = [place for place in same if place.cell.get("id") == grade_id]
        for place in same:
            place.copy = place is not (by_id or same)[0]
    return places


def _adopt(work: Mending) -> None:
    """Cells that lost their metadata are known again by cell id or, if locked, by their text."""
    for one in work.released:
        if work.original(one.grade_id) is None:
            place = next((each for each in work.places if _looks_like(each, one)), None)
            if place:
                place.released = one
                text = place.cell.source
                work.note(one.grade_id, ADOPTED, text, "had lost its grading metadata")


def _looks_like(place: Place, one: Released) -> bool:
    if place.released is not None:
        return False
    same_text = one.locked and place.cell.source.strip() == one.source.strip()
    return same_text or place.cell.get("id") == one.grade_id


def _free_locked(work: Mending) -> None:
    """Text typed into a locked cell becomes a cell of its own, before nbgrader overwrites it."""
    for place in list(work.places):
        one = place.released
        if one is None or not one.locked:
            continue
        typed = _typed(place.cell.source, one.source)
        if typed:
            work.places.insert(work.places.index(place) + 1, _moved(typed, place.cell))
            work.note(one.grade_id, LOCKED, typed, "text typed into a locked cell, kept after it")
        if place.copy:
            work.places.remove(place)
        place.cell.source = one.source


def _typed(text: str, source: str) -> str:
    """The lines of ``text`` that were not released, blank lines among them kept."""
    own = {line.strip() for line in source.splitlines()} - {""}
    return "\n".join(line for line in text.splitlines() if line.strip() not in own).strip()


def _moved(text: str, cell: NotebookNode) -> Place:
    """An added cell with this text, and with the images that were pasted into ``cell``."""
    added = nbformat.v4.new_markdown_cell(text)
    attachments = cell.pop("attachments", None)
    if attachments:
        added.attachments = attachments
    return Place(added)


def _put_back(work: Mending, one: Released) -> Place:
    """Put a deleted cell back after the one that it followed when it was released."""
    order = [each.grade_id for each in work.released]
    before = [work.original(grade_id) for grade_id in order[: order.index(one.grade_id)]]
    present = [place for place in before if place]
    at = work.places.index(present[-1]) + 1 if present else 0
    make = nbformat.v4.new_code_cell if one.cell_type == "code" else nbformat.v4.new_markdown_cell
    place = Place(make(one.source, id=one.grade_id), one)
    work.places.insert(at, place)
    work.note(one.grade_id, RESTORED, "", "was missing from the submission and was put back")
    return place


def _dress(place: Place) -> None:
    """Give a cell its released metadata and type; an added cell has none."""
    place.cell.metadata = NotebookNode()
    one = place.released
    if one is None:
        return
    place.cell.metadata.nbgrader = one.metadata()
    if place.cell.cell_type != one.cell_type == "markdown":
        place.cell.cell_type = one.cell_type
        place.cell.pop("outputs", None)
        place.cell.pop("execution_count", None)

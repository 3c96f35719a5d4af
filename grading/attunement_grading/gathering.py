"""Brings together what belongs to one answer.

Copies of the answer cell always do: JupyterLab's "split" makes two cells with the same
metadata, and so does copy and paste. Cells that a learner added do where the answer itself
was left untouched; else they stay where they are and are named.
"""

from __future__ import annotations

from nbformat import NotebookNode

from .mending import ADDED, COPY, Mending, Place
from .released import Released

ORIGIN = {
    COPY: "From a second copy of this cell:",
    ADDED: "From a cell added to the notebook:",
}


def gather(work: Mending, answer: Place, one: Released) -> None:
    """Join an answer's parts in the answer cell, each after the first with where it was."""
    stub = one.source.strip()
    untouched = answer.cell.source.strip() in ("", stub)
    parts: list[str] = [] if untouched else [answer.cell.source]
    seen = {"", stub, answer.cell.source.strip()}
    for what, place in _pieces(work, one):
        text = place.cell.source
        if text.strip() in seen:
            _leave_out(work, place)
        elif what == ADDED and not untouched:
            work.note(one.grade_id, what, text, "a cell was added to the notebook, left in place")
        else:
            work.places.remove(place)
            parts.append(_part(answer.cell, place.cell, ORIGIN[what] if parts else None))
            work.note(one.grade_id, what, text, f"{ORIGIN[what].lower()} now in the answer cell")
            seen.add(text.strip())
    if parts:
        answer.cell.source = "\n\n".join(parts)


def _leave_out(work: Mending, place: Place) -> None:
    """A copy that says nothing new goes; a cell that the learner added stays."""
    if place.copy:
        work.places.remove(place)


def _pieces(work: Mending, one: Released) -> list[tuple[str, Place]]:
    """Copies of an answer, and added cells: those belong to the answer before, or the first."""
    owner = next(each.grade_id for each in work.released if each.solution)
    found: list[tuple[str, Place]] = []
    for place in work.places:
        if place.copy and place.is_of(one.grade_id):
            found.append((COPY, place))
        elif place.released is None and owner == one.grade_id:
            found.append((ADDED, place))
        elif place.released is not None and place.released.solution and not place.copy:
            owner = place.released.grade_id
    return found


def _part(answer: NotebookNode, cell: NotebookNode, origin: str | None) -> str:
    """A cell's text as a part of the answer; pasted images move with it under new names."""
    text = cell.source
    for name, data in cell.get("attachments", {}).items():
        held = answer.setdefault("attachments", NotebookNode())
        free = name if name not in held else f"{len(held)}-{name}"
        held[free] = data
        text = text.replace(f"attachment:{name}", f"attachment:{free}")
    return f"---\n\n*{origin}*\n\n{text}" if origin else text

"""Takes the learner's own view out of a submission before anybody marks it.

What a learner thinks of their text must not colour what a marker thinks of it. So the box
leaves the notebook that markers see, whatever the learner did to it, and its text waits in the
notebook's metadata for the feedback.
"""

from __future__ import annotations

from collections.abc import Sequence

import nbformat
from nbformat import NotebookNode

from .duplicates import unwritten
from .mending import MISPLACED, Kept
from .released import Released
from .restoring import claimed
from .rubric import Rubric
from .self_assessment import HEADING, SelfAssessment, read_self_assessment

REFLECTION = 150
"""Words from which a box beside an empty answer is taken to hold the answer itself. Ratings of
five criteria, a line each, stay well below."""


def set_aside(
    nb: NotebookNode, rubric: Rubric, released: Sequence[Released]
) -> tuple[str, list[Kept]]:
    """Take every box out of ``nb``: what was typed into them, and what was mended.

    Where the answer was left empty and the box holds a reflection instead, that becomes the
    answer: nobody's work goes unread for standing in the wrong cell.
    """
    boxes = [cell for cell in nb.cells if _is_box(cell, rubric)]
    nb.cells = [cell for cell in nb.cells if not any(cell is box for box in boxes)]
    text = "\n".join(dict.fromkeys(box.source for box in boxes))
    own = read_self_assessment(text, rubric)
    if not own:
        return "", []
    empty = rubric.answer_id in unwritten(nb, released)
    return text, _rescue(nb, rubric, text) if empty and _is_answer(text, own) else []


def _is_box(cell: NotebookNode, rubric: Rubric) -> bool:
    name = claimed(cell)
    if name is not None:
        return name == rubric.box_id
    first = cell.source.strip().partition("\n")[0].strip()
    return cell.get("id") == rubric.box_id or first == HEADING


def _is_answer(text: str, own: SelfAssessment) -> bool:
    rated = any(view.level is not None for view in own.views.values())
    return not rated or len(text.split()) >= REFLECTION


def _rescue(nb: NotebookNode, rubric: Rubric, text: str) -> list[Kept]:
    cell = next((one for one in nb.cells if claimed(one) == rubric.answer_id), None)
    if cell is None:
        meta = {"nbgrader": {"grade_id": rubric.answer_id}}
        cell = nbformat.v4.new_markdown_cell(metadata=meta)
        nb.cells.append(cell)
    cell.source = text.replace(HEADING, "").strip()
    note = "was empty; what stood in the box for the learner's own view is read as the answer"
    return [Kept(rubric.answer_id, MISPLACED, len(text), note)]

"""Whatever is done to a notebook's cells, no word goes and every released cell is there once."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import NotebookNode, v4

from attunement_grading.assignment import build_notebook, read_source
from attunement_grading.build import assignments_folder
from attunement_grading.mending import readable
from attunement_grading.released import Released
from attunement_grading.restoring import restore
from attunement_grading.rubric import rubric_of
from attunement_grading.setting_aside import set_aside

BUILT = build_notebook(read_source(assignments_folder() / "p2.ipynb"), rubric_of("p2"))


def as_released(cell: NotebookNode) -> Released:
    about = cell.metadata.nbgrader
    return Released(
        grade_id=about.grade_id,
        source=cell.source,
        checksum="0",
        locked=about.locked,
        grade=about.grade,
        solution=about.solution,
        task=about.task,
        points=about.get("points"),
    )


RUBRIC = rubric_of("p2")
# nbgrader keeps no record of the box for the learner's own view: it is no cell of the gradebook
RELEASED = [as_released(cell) for cell in BUILT.cells if cell.id != RUBRIC.box_id]
LOCKED = {one.grade_id: one.source for one in RELEASED if one.locked}
DONE = st.sampled_from(
    ["type", "append", "delete", "copy", "split", "add", "strip", "forget", "code", "move"]
)
STEPS = st.lists(st.tuples(DONE, st.integers(0, 40), st.integers(0, 40)), max_size=10)


def apply(cells: list[NotebookNode], step: tuple[str, int, int], word: str) -> None:
    """One thing that a learner does; `word` is what they type, if they type."""
    what, first, second = step
    at = first % len(cells) if cells else 0
    if what == "add" or not cells:
        cells.insert(at, v4.new_markdown_cell(word))
    elif what == "type":
        cells[at].source = word
    elif what == "append":
        cells[at].source += f"\n\n{word}"
    elif what == "delete":
        del cells[at]
    elif what == "copy":
        cells.insert(second % len(cells), deepcopy(cells[at]))
    elif what == "move":
        cells.insert(second % len(cells), cells.pop(at))
    else:
        alter(cells, at, what)


def alter(cells: list[NotebookNode], at: int, what: str) -> None:
    cell = cells[at]
    if what == "split":
        lines = cell.source.splitlines()
        later = deepcopy(cell)
        cell.source, later.source = "\n".join(lines[::2]), "\n".join(lines[1::2])
        cells.insert(at + 1, later)
    elif what == "strip":
        cell.metadata = NotebookNode()
    elif what == "forget":
        cell.id = f"new-{at}"
    elif what == "code":
        cells[at] = v4.new_code_cell(cell.source, metadata=cell.metadata)


def worked(steps: list[tuple[str, int, int]]) -> tuple[list[NotebookNode], list[str]]:
    """The cells after all steps, and the words typed that were not deleted again."""
    cells = deepcopy(BUILT.cells)
    for number, step in enumerate(steps):
        apply(cells, step, f"word{number}.")
    text = "\n".join(cell.source for cell in cells)
    return cells, [f"word{n}." for n in range(len(steps)) if f"word{n}." in text]


def mend(cells: list[NotebookNode]) -> tuple[list[NotebookNode], str]:
    """The cells as markers get them, and what was set aside."""
    notebook = NotebookNode(cells=cells)
    own, _ = set_aside(notebook, RUBRIC, RELEASED)
    return restore(notebook.cells, RELEASED)[0], own


@given(STEPS)
def test_every_word_that_was_handed_in_is_still_there(steps: list[tuple[str, int, int]]) -> None:
    cells, words = worked(steps)
    mended, own = mend(cells)
    text = "\n".join([*(cell.source for cell in mended), own])
    assert [word for word in words if word not in text] == []


@given(STEPS)
def test_every_released_cell_is_there_once_as_it_was_released(
    steps: list[tuple[str, int, int]],
) -> None:
    mended, _ = mend(worked(steps)[0])
    own = [cell for cell in mended if "nbgrader" in cell.metadata]
    assert sorted(cell.metadata.nbgrader.grade_id for cell in own) == sorted(
        one.grade_id for one in RELEASED
    )
    assert all(cell.cell_type == "markdown" for cell in own)
    found = {cell.metadata.nbgrader.grade_id: cell.source for cell in own}
    assert {name: found[name] for name in LOCKED} == LOCKED


@given(STEPS)
def test_mending_twice_changes_nothing_more(steps: list[tuple[str, int, int]]) -> None:
    once, _ = mend(worked(steps)[0])
    before = [(cell.source, dict(cell.metadata)) for cell in once]
    twice, _ = restore(deepcopy(once), RELEASED)
    assert [(cell.source, dict(cell.metadata)) for cell in twice] == before


def test_an_untouched_notebook_is_left_alone_and_nothing_is_reported() -> None:
    notebook = deepcopy(BUILT)
    assert set_aside(notebook, RUBRIC, RELEASED) == ("", [])
    mended, kept = restore(notebook.cells, RELEASED)
    assert kept == []
    assert [cell.source for cell in mended] == [one.source for one in RELEASED]


def test_points_and_locks_that_a_learner_changed_are_put_right() -> None:
    cells = deepcopy(BUILT.cells)
    for cell in cells:
        cell.metadata.nbgrader |= {"points": 100, "locked": False, "checksum": "mine"}
    mended, _ = mend(cells)
    assert [cell.metadata.nbgrader for cell in mended] == [one.metadata() for one in RELEASED]


def test_an_image_pasted_into_an_added_cell_moves_with_its_text() -> None:
    cells = deepcopy(BUILT.cells)
    image = {"image.png": {"image/png": "AAAA"}}
    for number in range(2):
        text = f"![view {number}](attachment:image.png)"
        cells.append(v4.new_markdown_cell(text, attachments=deepcopy(image)))
    mended, _ = mend(cells)
    answer = next(one for one in mended if one.metadata.nbgrader.grade_id == "p2-answer")
    names = [f"attachment:{name})" for name in answer.attachments]
    assert len(names) == 2
    assert all(name in answer.source for name in names)


@pytest.mark.parametrize(
    ("source", "text"), [(["a", "b"], "ab"), (None, ""), ("a", "a"), (12, "12")]
)
def test_cells_that_no_format_allows_become_readable(source: object, text: str) -> None:
    notebook = v4.new_notebook()
    notebook.nbformat_minor = 4
    notebook.cells = [NotebookNode(cell_type="markdown", metadata="none", source=source)]
    mended = readable(notebook)
    assert mended.cells[0].metadata == {}
    assert mended.cells[0].source == text
    assert mended.nbformat_minor == 5

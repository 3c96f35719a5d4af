"""The learner's own view leaves what markers see, whatever was done to the box."""

from __future__ import annotations

from copy import deepcopy

import pytest
from nbformat import NotebookNode, v4

from attunement_grading.assignment import build_notebook, read_source
from attunement_grading.build import assignments_folder
from attunement_grading.released import Released
from attunement_grading.rubric import rubric_of
from attunement_grading.self_assessment import HEADING
from attunement_grading.setting_aside import REFLECTION, set_aside
from attunement_grading.settings import ANSWER_STUB

RUBRIC = rubric_of("p2")
BUILT = build_notebook(read_source(assignments_folder() / "p2.ipynb"), RUBRIC)
RELEASED = [Released("p2-answer", ANSWER_STUB, solution=True, grade=True)]
RATED = f"{HEADING}\n\n- **Observation:** 3, her laugh\n- **Reframing:** 2"


def handed_in(box: str, answer: str = "My moment, as it was.") -> NotebookNode:
    notebook = deepcopy(BUILT)
    cell(notebook, "answer").source = answer
    cell(notebook, "self-assessment").source = box
    return notebook


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(one for one in notebook.cells if one.id == f"p2-{name}")


def seen(notebook: NotebookNode) -> str:
    return "\n".join(one.source for one in notebook.cells)


def test_what_was_typed_is_taken_out_and_returned() -> None:
    notebook = handed_in(RATED)
    assert set_aside(notebook, RUBRIC, RELEASED) == (RATED, [])
    assert "her laugh" not in seen(notebook)
    assert len(notebook.cells) == len(BUILT.cells) - 1


def copied(notebook: NotebookNode) -> None:
    again = deepcopy(cell(notebook, "self-assessment"))
    again.update(id="again", source="- **Evidence and concepts:** 1, in a copy")
    notebook.cells.append(again)


def renamed(notebook: NotebookNode) -> None:
    cell(notebook, "self-assessment").id = "another"


def stripped(notebook: NotebookNode) -> None:
    """As by a tool that knows neither nbgrader nor cell ids: the heading is what is left."""
    for number, one in enumerate(notebook.cells):
        one.metadata = NotebookNode()
        one.id = f"other-{number}"


def unmarked(notebook: NotebookNode) -> None:
    cell(notebook, "self-assessment").metadata = NotebookNode()


def as_code(notebook: NotebookNode) -> None:
    box = cell(notebook, "self-assessment")
    place = notebook.cells.index(box)
    notebook.cells[place] = v4.new_code_cell(box.source, metadata=box.metadata)


@pytest.mark.parametrize("done", [copied, renamed, stripped, unmarked, as_code])
def test_the_box_is_known_whatever_was_done_to_it(done) -> None:
    notebook = handed_in(RATED)
    done(notebook)
    text, _ = set_aside(notebook, RUBRIC, RELEASED)
    assert text.startswith(RATED)
    assert ("in a copy" in text) == (done is copied)
    assert "her laugh" not in seen(notebook)
    assert "in a copy" not in seen(notebook)
    assert "My moment, as it was." in seen(notebook)


def test_a_box_that_was_deleted_or_emptied_costs_nothing() -> None:
    for change in (lambda nb: nb.cells.remove(cell(nb, "self-assessment")), lambda nb: None):
        notebook = handed_in("")
        change(notebook)
        assert set_aside(notebook, RUBRIC, RELEASED) == ("", [])


@pytest.mark.parametrize(
    "box",
    ["I said she was good at it.", f"{RATED} {'and she looked away ' * REFLECTION}"],
    ids=["no level", "too long for ratings"],
)
def test_a_reflection_written_into_the_box_becomes_the_answer(box: str) -> None:
    notebook = handed_in(box, ANSWER_STUB)
    text, kept = set_aside(notebook, RUBRIC, RELEASED)
    assert text == box
    assert [(one.cell, one.what) for one in kept] == [("p2-answer", "misplaced")]
    assert cell(notebook, "answer").source == box.replace(HEADING, "").strip()


def test_it_becomes_the_answer_where_the_answer_cell_was_deleted() -> None:
    notebook = handed_in("I said she was good at it.")
    notebook.cells.remove(cell(notebook, "answer"))
    set_aside(notebook, RUBRIC, RELEASED)
    assert notebook.cells[-1].source == "I said she was good at it."
    assert notebook.cells[-1].metadata.nbgrader.grade_id == "p2-answer"


@pytest.mark.parametrize(
    ("box", "answer"),
    [(RATED, ANSWER_STUB), ("A word of mine.", "My moment.")],
    ids=["ratings beside an empty answer", "a remark beside an answer"],
)
def test_nothing_else_reaches_a_marker(box: str, answer: str) -> None:
    notebook = handed_in(box, answer)
    text, kept = set_aside(notebook, RUBRIC, RELEASED)
    assert (text, kept) == (box, [])
    assert cell(notebook, "answer").source == answer

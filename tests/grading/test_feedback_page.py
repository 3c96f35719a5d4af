"""What the feedback page says in each state of marking, read from the gradebook or made here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from life_cycle import active
from nbformat import NotebookNode, v4
from nbgrader.api import Gradebook
from nbgrader.utils import compute_checksum

from attunement_grading.feedback import feedback_page
from attunement_grading.marks import Mark, Marks, OtherRubric, read_marks
from attunement_grading.rubric import rubric_of
from attunement_grading.settings import ANSWER_STUB, put_tools_on_path

RUBRIC = rubric_of("p2")


def marks(*points: float | None, **about: Any) -> Marks:
    given = dict(zip(RUBRIC.criteria, points, strict=True))
    each = tuple(Mark(one, value, "") for one, value in given.items())
    values = {"late_penalty": 0.0, "comment": ""} | about
    return Marks(RUBRIC, each, total=sum(filter(None, points)), **values)


def notebook(text: str, name: str | None = "p2-answer", **meta: Any) -> NotebookNode:
    about = {"nbgrader": {"grade_id": name, "solution": True}} if name else {}
    return v4.new_notebook(cells=[v4.new_markdown_cell(text, metadata=about)], metadata=meta)


def said(nb: NotebookNode, given: Marks) -> str:
    page = feedback_page(nb, given)
    assert active(page) == []
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def test_complete_marks_are_summed_up() -> None:
    text = said(notebook("Mine."), marks(1, 2, 3, 4, 2.5))
    assert "Your reflection was given 12.5 of 20 points , the sum of the 5 criteria." in text
    assert "late" not in text


def test_half_done_marking_says_how_far_it_is() -> None:
    text = said(notebook("Mine."), marks(1, None, 3, 4, None))
    assert "So far your reflection has 8 points : 3 of 5 criteria are marked" in text
    assert text.count("Not marked yet.") == 2


def test_nothing_marked_is_said_without_a_number() -> None:
    text = said(notebook("Mine."), marks(*[None] * 5))
    assert "Nothing has been marked yet." in text
    assert "points" not in text.split("At a glance")[0]


def test_a_late_penalty_never_leaves_less_than_nothing() -> None:
    text = said(notebook("Mine."), marks(1, 0, 0, 0, 0, late_penalty=3.0))
    assert "It came in late, which takes 3 away and leaves 0 ." in text


def test_an_answer_left_as_given_out_is_no_reading() -> None:
    nb = notebook(ANSWER_STUB)
    nb.cells[0].metadata.nbgrader |= {"points": 0, "grade": True}
    nb.cells[0].metadata.nbgrader.checksum = compute_checksum(nb.cells[0])
    text = said(nb, marks(*[None] * 5, comment="No response."))
    assert "There was nothing to read in the notebook." in text
    assert "The answer cell was handed in as it was given out" in text
    assert ANSWER_STUB.strip("*") not in text


def test_an_added_cell_is_named_and_the_prose_of_the_course_is_not_repeated() -> None:
    assert "From a cell that you added: Mine." in said(notebook("Mine.", None), marks(*[1] * 5))
    assert "Mine." not in said(notebook("Mine.", "p2-prompt"), marks(*[1] * 5))


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("copy", "The answer cell was there more than once."),
        ("locked", "Something was typed into a locked cell. It was read as well."),
        ("other", "Another notebook was handed in too."),
        ("misplaced", "The answer cell was empty, so what you wrote in the box"),
    ],
)
def test_what_was_mended_is_said(what: str, text: str) -> None:
    assert text in said(notebook("Mine.", attunement={"kept": [{"what": what}]}), marks(*[1] * 5))


def rated(text: str) -> NotebookNode:
    return notebook("Mine.", attunement={"kept": [], "self_assessment": text})


def test_the_learners_own_view_stands_beside_the_markers() -> None:
    text = "- **Observation:** 2.5, the laugh is there\n- **Reframing:** hard to say"
    page = BeautifulSoup(feedback_page(rated(text), marks(3, 2, 2, 2, 2)), "html.parser")
    row = page.find("th", string="Observation")
    assert row is not None
    assert row.parent is not None
    assert " ".join(row.parent.get_text(" ").split()) == (
        "Observation reflection you: between understanding and reflection 3 of 4"
    )
    articles = {one["aria-labelledby"]: one for one in page.find_all("article")}
    first = " ".join(articles["criterion-observation"].get_text(" ").split())
    assert "Reflection , 3 of 4 points." in first
    assert (
        "Your own view: between understanding and reflection. You wrote: 2.5, the laugh is there"
    ) in first
    unsure = " ".join(articles["criterion-reframing"].get_text(" ").split())
    assert "Your own view: you named no level. You wrote: hard to say" in unsure
    assert "Your own view" not in articles["criterion-evidence"].get_text()


def test_without_an_own_view_nothing_is_said_of_one() -> None:
    for nb in (notebook("Mine."), rated("")):
        assert "own view" not in said(nb, marks(*[1] * 5)).lower()


def test_an_own_view_shows_before_anything_is_marked() -> None:
    text = said(rated("Observation: 4"), marks(*[None] * 5))
    assert "not marked yet you: critical reflection" in text
    assert "Your own view: critical reflection." in text


def test_whatever_else_stood_in_the_box_comes_back_as_text() -> None:
    hostile = "<script>document.title='x'</script> {{ marks }} <img src=x onerror=alert(1)>"
    text = said(rated(f"{hostile}\n\nObservation: 3 {hostile}"), marks(*[1] * 5))
    assert text.count(hostile) == 2
    assert "Also in the box for your own view" in text


@pytest.fixture
def gradebook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gradebook]:
    """p2 as an earlier rubric had it: with one criterion."""
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    put_tools_on_path()
    with Gradebook("sqlite://", "attunement") as book:
        book.add_assignment("p2")
        book.add_notebook("p2", "p2")
        book.add_task_cell("p2-observation", "p2", "p2", max_score=4, cell_type="markdown")
        book.add_student("ada")
        book.add_submission("p2", "ada")
        yield book


@pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")
def test_marks_by_another_rubric_are_refused_by_name(gradebook: Gradebook) -> None:
    with pytest.raises(OtherRubric, match="^p2-perspective: the gradebook has no such criterion;"):
        read_marks(gradebook, RUBRIC, "ada")


def test_this_pythons_programs_come_first_on_path_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    put_tools_on_path()
    put_tools_on_path()
    assert os.environ["PATH"] == f"{Path(sys.executable).parent}:/usr/bin:/bin"

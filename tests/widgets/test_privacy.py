"""What leaves the notebook: the course's own statements on it, each with its proof."""

from __future__ import annotations

import ast
import json
import uuid
from pathlib import Path

import nbformat
import pytest

from attunement_course import catalog
from attunement_course.responses import LearnerRecord, RecordError
from attunement_widgets import exercise
from attunement_widgets.exercises import PLACES

ROOT = Path(__file__).parents[2]
STATEMENTS = catalog.privacy_statements()


@pytest.fixture
def record(tmp_path):
    return LearnerRecord(tmp_path / "record")


def attempt(id, answer):
    return {"id": str(uuid.uuid4()), "exercise": id, "version": 1, "answer": answer}


def functions_of(path):
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def is_switched_off(function):
    marks = [ast.unparse(mark) for mark in function.decorator_list]
    return any(word in mark for mark in marks for word in ("skip", "xfail"))


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one["id"])
def test_the_test_that_proves_a_statement_exists_and_runs(statement):
    file, name = statement["proved_by"].split("::")
    assert (ROOT / file).is_file(), f"{file}: no such file"
    assert name in functions_of(ROOT / file), f"{name}: no such test in {file}"
    assert not is_switched_off(functions_of(ROOT / file)[name])


def test_there_are_six_statements_and_not_all_of_them_are_true():
    assert len(STATEMENTS) == 6
    assert len({one["proved_by"] for one in STATEMENTS}) == 6
    assert sum(one["holds"] for one in STATEMENTS) == 3


@pytest.mark.parametrize("id", sorted(PLACES))
def test_a_saved_notebook_holds_no_answer(id, record):
    """Neither what an exercise shows in a cell nor its state, which Jupyter may save, has it."""
    widget = exercise(id, record)
    fresh = json.dumps(widget.get_state(), sort_keys=True)
    given = attempt(id, widget.right_answers()[0])
    assert widget.keep(given)["type"] == "kept"
    assert json.dumps(widget.get_state(), sort_keys=True) == fresh
    shown = widget._repr_mimebundle_()
    data = shown[0] if isinstance(shown, tuple) else shown
    output = nbformat.v4.new_output("display_data", data=data)
    cell = nbformat.v4.new_code_cell(f'exercise("{id}")', outputs=[output])
    saved = nbformat.writes(nbformat.v4.new_notebook(cells=[cell]))
    assert given["id"] not in saved + fresh
    assert given["id"] in (record.folder / "attempts.jsonl").read_text()


@pytest.mark.parametrize(
    "sign",
    ["an assignment's notebook", "a course root", "an exchange"],
)
def test_a_record_is_never_kept_where_work_is_handed_in(sign, tmp_path):
    make_shared(sign, tmp_path)
    record = LearnerRecord(tmp_path / "somewhere" / "within")
    widget = exercise("m0-privacy", record)
    reply = widget.keep(attempt("m0-privacy", widget.right_answers()[0]))
    assert reply["type"] == "refused"
    assert "a record may not lie here" in reply["reason"]
    with pytest.raises(RecordError, match="a record may not lie here"):
        record.append(attempt("m0-privacy", {}))
    assert not record.folder.exists()


def make_shared(sign, folder):
    if sign == "an assignment's notebook":
        cell = nbformat.v4.new_markdown_cell("Your answer")
        cell.metadata["nbgrader"] = {"grade_id": "p0", "solution": True}
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "p0.ipynb")
    elif sign == "a course root":
        (folder / "nbgrader_config.py").write_text("")
    else:
        (folder / "inbound").mkdir()
        (folder / "outbound").mkdir()


@pytest.mark.parametrize(
    "answer",
    [
        {"note": "Today she told me about the accident."},
        {"choice": "a b"},
        {"given": [{"id": "x", "why": "because I was tired"}]},
        {"the night shift": True},
    ],
)
def test_a_sentence_is_never_recorded(answer, record):
    with pytest.raises(RecordError):
        record.append(attempt("m0-privacy", answer))
    assert record.attempts() == []
    assert not (record.folder / "attempts.jsonl").exists()


def test_a_record_can_be_read_without_the_course(record):
    """Plain JSON, one attempt a line: whoever can open the file can read it."""
    widget = exercise("m0-privacy", record)
    given = attempt("m0-privacy", widget.right_answers()[0])
    widget.keep(given)
    lines = (record.folder / "attempts.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [given]

"""The list of what a learner has tried: told at once, from the record alone, kept nowhere else."""

from __future__ import annotations

import gc
import json
import uuid

import pytest

from attunement_course import catalog
from attunement_course.criteria import is_reached
from attunement_course.responses import LearnerRecord
from attunement_widgets import exercise, progress
from attunement_widgets._base import Recorded
from attunement_widgets.exercises import PLACES

PRACTICE = {id for id, (module, _) in PLACES.items() if module == "recall"}
"""Exercises that look for nothing: there is only practice in them."""


@pytest.fixture
def record(tmp_path):
    return LearnerRecord(tmp_path / "record")


def attempt(id, answer):
    return {"id": str(uuid.uuid4()), "exercise": id, "version": 1, "answer": answer}


def listening(module, record):
    """A list, and what it tells its page."""
    widget, told = progress(module, record), []
    widget.send = told.append
    return widget, told


def counts(message):
    return {one["id"]: (one["tried"], one["reached"]) for one in message["exercises"]}


@pytest.mark.parametrize("id", sorted(PLACES))
def test_an_exercise_s_own_right_answers_reach_what_it_looks_for_and_its_wrong_ones_do_not(
    id, record
):
    widget = exercise(id, record)
    practice = id in PRACTICE
    assert is_reached(id, widget.right_answers()) is (None if practice else True)
    assert is_reached(id, widget.wrong_answers()) is (None if practice else False)
    both = [*widget.right_answers(), *widget.wrong_answers()]
    assert is_reached(id, both) is (None if practice else True)


@pytest.mark.parametrize("id", sorted(PLACES.keys() - PRACTICE - {"m2-dialogue"}))
def test_one_right_answer_is_enough(id, record):
    for answer in exercise(id, record).right_answers():
        assert is_reached(id, [answer]) is True


def test_the_page_is_told_at_once_of_what_is_kept_and_erased(record):
    mixer = exercise("m2-mixer", record)
    _widget, told = listening("m2", record)
    mixer.keep(attempt("m2-mixer", mixer.wrong_answers()[0]))
    mixer.keep(attempt("m2-mixer", mixer.right_answers()[0]))
    mixer.erase()
    assert [counts(message)["m2-mixer"] for message in told] == [(1, False), (2, True), (0, None)]
    assert {message["type"] for message in told} == {"here"}


def test_what_is_refused_or_cannot_be_kept_is_not_told(record, monkeypatch):
    mixer = exercise("m2-mixer", record)
    _widget, told = listening("m2", record)
    mixer.keep(attempt("m2-mixer", mixer.invalid_answers()[0]))

    def full(_attempt):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(record, "append", full)
    mixer.keep(attempt("m2-mixer", mixer.right_answers()[0]))
    assert told == []


def test_a_page_that_asks_is_told_how_the_record_stands_now(record):
    """Another kernel of the same learner may have written to it."""
    widget, told = listening("m0", record)
    elsewhere = LearnerRecord(record.folder)
    elsewhere.append(attempt("m0-recall", {"items": [], "brier": 0.0}))
    elsewhere.append(attempt("m2-recall", {"items": [], "brier": 0.0}))
    widget._receive(widget, {"type": "hello"}, [])
    assert counts(told[0])["m0-recall"] == (1, None)
    assert told[0]["where"] == f"in your own folder, {record.described}"
    assert told[0]["owner"] == record.owner
    widget._receive(widget, {"type": "erase"}, [])
    assert len(told) == 1
    assert len(elsewhere.attempts()) == 2


def test_the_list_holds_the_module_s_exercises_in_their_order(record):
    for module in catalog.modules():
        content = progress(module["id"], record).content
        assert [one["id"] for one in content["exercises"]] == module["exercises"]
        assert json.loads(json.dumps(content)) == content


def test_a_saved_notebook_says_nothing_of_what_was_tried(record):
    """Neither the list's cell nor its state, which Jupyter may save, changes with the record."""
    recall = exercise("m2-recall", record)
    widget = progress("m2", record)
    fresh = json.dumps(widget.get_state(), sort_keys=True)
    recall.keep(attempt("m2-recall", recall.right_answers()[0]))
    widget.tell()
    assert json.dumps(widget.get_state(), sort_keys=True) == fresh
    shown = widget._repr_mimebundle_()
    data = (shown[0] if isinstance(shown, tuple) else shown) or {}
    assert data["text/plain"] == "[m2: run this notebook to see what you have tried]"
    assert data.keys() == {"text/plain", "application/vnd.jupyter.widget-view+json"}


def test_a_list_that_is_closed_and_forgotten_is_told_nothing_more(record):
    widget = progress("m2", record)
    assert widget in Recorded.to_tell
    before = len(Recorded.to_tell)
    widget.close()
    del widget
    gc.collect()
    assert len(Recorded.to_tell) < before


def test_an_unknown_module_names_the_nearest():
    with pytest.raises(catalog.UnknownId, match="no module has the id 'm22'; nearest: m2"):
        progress("m22")

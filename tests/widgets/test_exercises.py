"""Every exercise, driven with the right, wrong and invalid answers that it supplies itself."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

import attunement_widgets
from attunement_course import catalog
from attunement_course.responses import LearnerRecord
from attunement_widgets import compare_policies, exercise
from attunement_widgets.exercises import PLACES

EXERCISES = sorted(PLACES)
STATIC = Path(attunement_widgets.__file__).parent / "static"
BUNDLES = sorted(path.name for path in STATIC.iterdir() if path.suffix in (".js", ".css"))


@pytest.fixture
def record(tmp_path):
    return LearnerRecord(tmp_path / "record")


def attempt(id, answer):
    return {
        "id": str(uuid.uuid4()),
        "exercise": id,
        "version": 1,
        "started": "2026-01-05T10:00:00.000Z",
        "finished": "2026-01-05T10:09:00.000Z",
        "answer": answer,
    }


def sent_by(widget, message):
    """What the exercise answers to a message of its page."""
    sent = []
    widget.send = sent.append
    widget._receive(widget, message, [])
    return sent


def test_every_exercise_of_the_catalogue_can_be_shown():
    assert {one["id"] for one in catalog.exercises()} == set(PLACES)


@pytest.mark.parametrize("id", EXERCISES)
def test_sound_answers_are_kept_right_or_wrong(id, record):
    widget = exercise(id, record)
    answers = [*widget.right_answers(), *widget.wrong_answers()]
    for count, answer in enumerate(answers, 1):
        given = attempt(id, answer)
        assert widget.keep(given) == {"type": "kept", "id": given["id"], "attempts": count}
    assert [kept["answer"] for kept in record.attempts(id)] == answers


@pytest.mark.parametrize("id", EXERCISES)
def test_invalid_answers_are_refused_with_a_reason(id, record):
    widget = exercise(id, record)
    assert len(widget.invalid_answers()) >= 3
    for answer in widget.invalid_answers():
        reply = widget.keep(attempt(id, answer))
        assert reply["type"] == "refused"
        assert ":" in reply["reason"]
    assert record.attempts() == []


@pytest.mark.parametrize("id", EXERCISES)
def test_what_the_page_shows_is_plain_data_with_claims_and_badge(id, record):
    content = exercise(id, record).content
    assert json.loads(json.dumps(content)) == content
    assert content["exercise"]["badge"] in {"VAL", "CAL", "TEACH", "META"}
    assert content["exercise"]["content_note"]["text"]
    assert content["claims"]
    for claim in content["claims"]:
        assert claim["status_words"]
        assert claim["teach"]


@pytest.mark.parametrize("id", EXERCISES)
def test_an_attempt_sent_twice_is_kept_once(id, record):
    """The page sends again whatever it has had no answer for."""
    widget = exercise(id, record)
    given = attempt(id, widget.right_answers()[0])
    assert widget.keep(given)["attempts"] == 1
    assert widget.keep(given) == {"type": "kept", "id": given["id"], "attempts": 1}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"exercise": "m9-other"}, "exercise: expected m2-dialogue (got 'm9-other')"),
        ({"version": 2}, "version: expected 1 (got 2)"),
        ({"answer": None}, "attempt: expected an object with an answer"),
        ({"answer": {"scenario": "nobody"}}, "scenario: expected one of "),
        ({"note": "today I saw"}, "note: not a field of an attempt"),
    ],
)
def test_the_reason_names_the_field_and_what_arrived(change, reason, record):
    widget = exercise("m2-dialogue", record)
    reply = widget.keep({**attempt("m2-dialogue", widget.right_answers()[0]), **change})
    assert reply["reason"].startswith(reason)


def test_a_conversation_that_cannot_have_ended_so_is_refused(record):
    widget = exercise("m2-dialogue", record)
    answer = widget.wrong_answers()[0]
    answer["reached"]["trust"] = 0.99
    reply = widget.keep(attempt("m2-dialogue", answer))
    assert reply["reason"] == "reached.trust: the acts and the seed lead elsewhere"


def test_a_full_disk_leaves_the_attempt_with_the_page(record, monkeypatch):
    def full(_attempt):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(record, "append", full)
    widget = exercise("m2-dialogue", record)
    reply = widget.keep(attempt("m2-dialogue", widget.right_answers()[0]))
    assert reply["type"] == "unkept"
    assert reply["reason"] == "No space left on device"


def test_the_page_s_messages_are_answered(record):
    widget = exercise("m2-recall", record)
    [here] = sent_by(widget, {"type": "hello"})
    assert (here["type"], here["attempts"], here["owner"]) == ("here", 0, record.owner)
    given = attempt("m2-recall", widget.right_answers()[0])
    [kept] = sent_by(widget, {"type": "attempt", "attempt": given})
    assert kept == {"type": "kept", "id": given["id"], "attempts": 1}
    [copy] = sent_by(widget, {"type": "export"})
    assert copy == {"type": "exported", "records": [given]}
    assert sent_by(widget, {"type": "erase"}) == [{"type": "erased"}]
    assert record.attempts() == []
    assert sent_by(widget, {"type": "dance"}) == []
    assert sent_by(widget, "not a message") == []


def test_erasing_one_exercise_leaves_the_other_s_record(record):
    dialogue, recall = exercise("m2-dialogue", record), exercise("m2-recall", record)
    dialogue.keep(attempt("m2-dialogue", dialogue.right_answers()[0]))
    recall.keep(attempt("m2-recall", recall.right_answers()[0]))
    sent_by(recall, {"type": "erase"})
    assert [kept["exercise"] for kept in record.attempts()] == ["m2-dialogue"]


def test_an_unknown_exercise_names_the_nearest():
    with pytest.raises(catalog.UnknownId, match="no exercise has the id 'm2-dialog'.*m2-dialogue"):
        exercise("m2-dialog")


def test_unbuilt_exercises_say_what_to_run(monkeypatch, tmp_path):
    monkeypatch.setattr("attunement_widgets._base.STATIC", tmp_path)
    with pytest.raises(FileNotFoundError, match="not built; run `make build`"):
        exercise("m2-recall", LearnerRecord(tmp_path / "record"))


def test_the_table_of_policies_says_who_meets_mastery():
    lines = compare_policies(50).splitlines()
    assert len(lines) == 7
    assert lines[1].startswith("responsive")
    assert lines[1].endswith("100%")
    assert all(line.endswith(" 0%") for line in lines[2:])
    with pytest.raises(ValueError, match=r"seeds: expected a whole number .* \(got 0\)"):
        compare_policies(0)


def test_the_public_names_are_what_they_say():
    assert sorted(attunement_widgets.__all__) == ["compare_policies", "exercise", "progress"]
    for name in attunement_widgets.__all__:
        assert getattr(attunement_widgets, name).__module__.startswith("attunement_widgets.")


def test_a_learner_s_kernel_imports_nothing_it_does_not_need():
    """Authors' and instructors' tools stay out: they cost memory and seconds a learner pays."""
    code = (
        "import sys; from attunement_widgets import exercise, progress;"
        f"[exercise(id) for id in {EXERCISES}]; progress('m2');"
        "print([m for m in ('pydantic', 'ruamel', 'click', 'rich', 'numpy', 'matplotlib',"
        " 'nbgrader', 'jinja2', 'attunement_grading') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_a_learner_s_server_shows_the_landing_page_without_loading_any_exercise():
    code = (
        "import sys, attunement_widgets.landing.shelf, attunement_widgets.landing.record;"
        "print([m for m in ('anywidget', 'ipywidgets', 'attunement_widgets._base')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", BUNDLES)
def test_bundles_ask_nobody_outside(name):
    """Apart from the names of XML's own namespaces, a bundle holds no address."""
    text = (STATIC / name).read_text()
    addresses = {part.split('"')[0].split("'")[0] for part in text.split("://")[1:]}
    assert {address for address in addresses if not address.startswith("www.w3.org/")} == set()

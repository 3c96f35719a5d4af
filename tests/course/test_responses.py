"""A learner's record keeps attempts as they were handed over, and gives all of them up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from learner_record import GRADED, attempt

from attunement_course.responses import LearnerRecord, RecordError

EXERCISES = ["m2-dialogue", "m2-recall"]


def test_an_attempt_is_kept_as_it_was_handed_over(mine: LearnerRecord):
    kept = attempt("a1", acts=["validate"], seed=3, trust=0.1 + 0.2, done=None)
    assert mine.append(kept) is True
    assert LearnerRecord().attempts() == [kept]


def test_the_same_attempt_twice_is_kept_once(mine: LearnerRecord):
    assert mine.append(attempt("a1", seed=1)) is True
    before = (mine.folder / "attempts.jsonl").read_bytes()
    assert mine.append(attempt("a1", seed=1)) is False
    assert (mine.folder / "attempts.jsonl").read_bytes() == before


def test_another_attempt_under_a_known_id_is_refused(mine: LearnerRecord):
    mine.append(attempt("a1", seed=1))
    with pytest.raises(RecordError, match="id: another attempt is kept under it .got a1."):
        mine.append(attempt("a1", seed=2))
    assert mine.attempts() == [attempt("a1", seed=1)]


def test_free_text_is_refused_and_not_repeated(mine: LearnerRecord, home: Path):
    with pytest.raises(RecordError, match="answer.note: free text is never recorded") as caught:
        mine.append(attempt("a1", note="my secret"))
    assert "secret" not in str(caught.value)
    assert list(home.rglob("*")) == []


def test_attempts_are_told_apart_by_exercise(mine: LearnerRecord):
    for n, exercise in enumerate([*EXERCISES, EXERCISES[0]]):
        mine.append(attempt(f"a{n}", exercise))
    assert [one["id"] for one in mine.attempts("m2-dialogue")] == ["a0", "a2"]
    assert mine.attempts("m9-none") == []


def test_a_copy_holds_every_attempt(mine: LearnerRecord, home: Path):
    mine.append(attempt("a1"))
    mine.append(attempt("a2", "m2-recall"))
    assert mine.export(home / "copy.json") == 2
    assert json.loads((home / "copy.json").read_text()) == {
        "format": "attunement-record-1",
        "attempts": [attempt("a1"), attempt("a2", "m2-recall")],
    }


def test_a_copy_never_overwrites(mine: LearnerRecord, home: Path):
    (home / "copy.json").write_text("mine")
    with pytest.raises(RecordError, match="~/copy.json: exists already; name another file"):
        mine.export(home / "copy.json")
    assert (home / "copy.json").read_text() == "mine"


def test_a_copy_is_not_put_where_it_would_be_handed_in(mine: LearnerRecord, home: Path):
    (home / "p2").mkdir()
    (home / "p2/p2.ipynb").write_text(GRADED)
    with pytest.raises(RecordError, match="holds an assignment .p2.ipynb.; choose another place"):
        mine.export(home / "p2/copy.json")
    with pytest.raises(RecordError, match="~/none: no such folder; make it or name another"):
        mine.export(home / "none/copy.json")
    assert [path.name for path in (home / "p2").iterdir()] == ["p2.ipynb"]


def test_nothing_of_an_erased_record_is_left_on_disk(mine: LearnerRecord):
    mine.append(attempt("secret-1"))
    with (mine.folder / "attempts.jsonl").open("ab") as file:
        file.write(b'{"id":"secret-2"')
    mine.append(attempt("secret-3"))
    assert mine.owner
    for name in (".attempts.jsonl.99", ".torn-1.txt.99"):
        (mine.folder / name).write_text("secret-4, left by a crash")
    assert mine.erase() == 2
    assert [path.name for path in mine.folder.iterdir()] == [".lock"]
    assert mine.attempts() == []
    assert mine.notices == []


def test_the_attempts_at_one_exercise_go_and_the_others_stay(mine: LearnerRecord):
    mine.append(attempt("a1"))
    mine.append(attempt("secret", "m2-recall"))
    owner = mine.owner
    assert mine.erase("m2-recall") == 1
    assert mine.attempts() == [attempt("a1")]
    assert mine.owner == owner
    assert not any(b"secret" in path.read_bytes() for path in mine.folder.iterdir())

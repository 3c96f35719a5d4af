"""`attunement record`: a learner's copy and erasure, with one clear line where it fails."""

from __future__ import annotations

import json
from pathlib import Path

from commands import error_of, run

from attunement_course.responses import LearnerRecord

ATTEMPT = {"id": "a1", "exercise": "m2-dialogue", "version": 1, "answer": {"n": 1}}


def test_export_copies_the_record_and_says_where(home: Path):
    LearnerRecord().append(ATTEMPT)
    result = run("record", "export")
    where = "~/.local/share/attunement/record"
    assert result.stdout == f"1 attempt from {where} written to attunement-record.json\n"
    assert json.loads((home / "attunement-record.json").read_text())["attempts"] == [ATTEMPT]
    again = run("record", "export")
    assert error_of(again) == "attunement-record.json: exists already; name another file"
    assert again.exit_code == 1


def test_export_tells_of_damage(home: Path):
    LearnerRecord().append(ATTEMPT)
    with (LearnerRecord().folder / "attempts.jsonl").open("a") as file:
        file.write("{torn\n")
    result = run("record", "export", "-o", "copy.json")
    assert result.stderr.startswith("note: 1 damaged line(s) in ~/.local/share/attunement/record/")
    assert result.exit_code == 0


def test_export_refuses_a_folder_that_nbgrader_hands_in(home: Path):
    (home / "p2").mkdir()
    (home / "p2/p2.ipynb").write_text('{"metadata": {"nbgrader": {}}}')
    result = run("record", "export", "-o", home / "p2/copy.json")
    assert error_of(result) == (
        "~/p2: a record may not lie here, because ~/p2 holds an assignment (p2.ipynb); choose "
        "another place for the copy"
    )


def test_erase_asks_first(home: Path):
    LearnerRecord().append(ATTEMPT)
    result = run("record", "erase", said="n\n")
    assert "Erase the whole record (1 attempt) from ~/.local/share/" in result.stdout
    assert result.exit_code == 1
    assert LearnerRecord().attempts() == [ATTEMPT]
    result = run("record", "erase", said="y\n")
    assert result.stdout.endswith("1 attempt erased\n")
    assert LearnerRecord().attempts() == []


def test_erase_of_one_exercise_leaves_the_others(home: Path):
    LearnerRecord().append(ATTEMPT)
    LearnerRecord().append(ATTEMPT | {"id": "a2", "exercise": "m2-recall"})
    result = run("record", "erase", "--exercise", "m2-recal", "--yes")
    assert error_of(result) == ("no attempt at 'm2-recal' is kept; nearest: m2-recall, m2-dialogue")
    assert run("record", "erase", "--exercise", "m2-recall", "--yes").stdout == "1 attempt erased\n"
    assert LearnerRecord().attempts() == [ATTEMPT]


def test_erase_of_nothing_makes_nothing(home: Path):
    result = run("record", "erase")
    assert result.stdout == "nothing is kept in ~/.local/share/attunement/record\n"
    assert (result.exit_code, list(home.iterdir())) == (0, [])

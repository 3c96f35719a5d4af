"""A record lies where its owner alone reads it, and never where it would be handed in."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from learner_record import GRADED, attempt

from attunement_course.responses import LearnerRecord, RecordError, default_folder


def test_it_lies_in_the_data_home_unless_told_otherwise(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    assert default_folder() == home / ".local/share/attunement/record"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert default_folder() == home / ".local/share/attunement/record"
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert default_folder() == home / "data/attunement/record"
    monkeypatch.setenv("ATTUNEMENT_RECORD", "~/mine")
    assert default_folder() == home / "mine"


def test_nothing_is_made_before_there_is_something_to_keep(mine: LearnerRecord, home: Path):
    assert mine.attempts() == []
    assert mine.erase() == 0
    assert list(home.iterdir()) == []


def test_it_is_its_owner_s_alone_whatever_the_umask(mine: LearnerRecord):
    before = os.umask(0)
    try:
        mine.append(attempt("a1"))
        assert mine.owner
        with (mine.folder / "attempts.jsonl").open("ab") as file:
            file.write(b'{"torn')
        mine.append(attempt("a2"))
        mine.export(mine.folder.parent / "copy.json")
    finally:
        os.umask(before)
    files = [*mine.folder.iterdir(), mine.folder.parent / "copy.json"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(mine.folder.stat().st_mode) == 0o700
    assert {path.name for path in files} == {
        ".lock", "attempts.jsonl", "owner", "torn-1.txt", "copy.json",
    }  # fmt: skip


def test_it_is_known_by_a_random_id_that_goes_with_it(mine: LearnerRecord):
    first = mine.owner
    assert len(first) == 16
    assert int(first, 16) >= 0
    assert LearnerRecord().owner == first
    mine.erase()
    assert mine.owner != first


MARKS = {
    "nbgrader_config.py": "",
    "gradebook.db": "",
    "p2.ipynb": GRADED,
    "inbound/x": "",
}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("below", [".", "deep/er"])
def test_it_is_refused_where_nbgrader_would_hand_it_in(home: Path, mark: str, below: str):
    folder = home / "work"
    (folder / mark).parent.mkdir(parents=True)
    (folder / mark).write_text(MARKS[mark])
    (folder / "outbound").mkdir()
    (folder / below).mkdir(parents=True, exist_ok=True)
    (home / "link").symlink_to(folder / below)
    for place in (folder / below / "record", home / "link"):
        record = LearnerRecord(place)
        for act in (lambda r=record: r.append(attempt("a1")), lambda r=record: r.owner):
            with pytest.raises(RecordError, match="a record may not lie here, because ~/work "):
                act()
        assert not (folder / below / "record").exists()
    assert not list(folder.rglob("attempts.jsonl"))


def test_an_ordinary_notebook_beside_it_does_no_harm(home: Path):
    (home / "notes.ipynb").write_text('{"cells": []}')
    (home / "p2.ipynb").write_text(GRADED)  # home itself is nobody's assignment
    (home / "plain").mkdir()
    (home / "plain/notes.ipynb").write_text('{"cells": [{"source": "nbgrader"}]}')
    assert LearnerRecord(home / "plain/record").append(attempt("a1"))

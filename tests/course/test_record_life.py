"""Whatever happens to a record, no attempt that it has acknowledged is lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from learner_record import attempt, ids

from attunement_course import record_file
from attunement_course.attempt import line_of
from attunement_course.responses import LearnerRecord

EXERCISES = ["m2-dialogue", "m2-recall"]


class AnyLife(RuleBasedStateMachine):
    """Appends, repeats, erasures and crashes in any order: what was acknowledged is there."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.record = LearnerRecord(Path(self.place.name) / "record")
        self.kept: list[dict[str, Any]] = []
        self.count = 0

    def teardown(self) -> None:
        self.place.cleanup()

    @rule(exercise=st.sampled_from(EXERCISES), number=st.integers(0, 9) | st.floats(-1, 1))
    def append(self, exercise: str, number: float) -> None:
        self.count += 1
        new = attempt(f"a{self.count}", exercise, number=number)
        assert self.record.append(new) is True
        self.kept.append(new)

    @rule(data=st.data())
    def append_again(self, data: st.DataObject) -> None:
        if self.kept:
            assert self.record.append(data.draw(st.sampled_from(self.kept))) is False

    @rule(exercise=st.none() | st.sampled_from(EXERCISES))
    def erase(self, exercise: str | None) -> None:
        left = [one for one in self.kept if exercise not in (None, one["exercise"])]
        assert self.record.erase(exercise) == len(self.kept) - len(left)
        self.kept = left

    @rule(cut=st.floats(0, 1, exclude_max=True))
    def crash_while_appending(self, cut: float) -> None:
        """Part of a line is on disk, and nobody was told that it is kept."""
        line = line_of(attempt("never", number=1))
        self.record.folder.mkdir(parents=True, exist_ok=True)
        with (self.record.folder / "attempts.jsonl").open("ab") as file:
            file.write(line[: int(cut * (len(line) - 1))])
        self.record = LearnerRecord(self.record.folder)

    @rule()
    def crash_while_erasing(self) -> None:
        """What is left was written aside and never put in place."""
        self.record.folder.mkdir(parents=True, exist_ok=True)
        (self.record.folder / ".attempts.jsonl.4711").write_bytes(b'{"id":"a1"')
        self.record = LearnerRecord(self.record.folder)

    @invariant()
    def all_that_was_acknowledged_is_there(self) -> None:
        assert LearnerRecord(self.record.folder).attempts() == self.kept


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


def test_a_torn_line_is_put_aside_and_said(mine: LearnerRecord):
    mine.append(attempt("a1"))
    torn = line_of(attempt("a2", seed=7))[:-9]
    with (mine.folder / "attempts.jsonl").open("ab") as file:
        file.write(torn)
    assert ids(mine) == ["a1"]
    assert mine.append(attempt("a3")) is True
    assert ids(LearnerRecord()) == ["a1", "a3"]
    assert (mine.folder / "torn-1.txt").read_bytes() == torn
    where = "~/.local/share/attunement/record"
    assert mine.notices == [
        f"1 damaged line(s) in {where}/attempts.jsonl",
        f"an unfinished line was put aside in {where}/torn-1.txt",
    ]


def test_a_last_line_that_lacks_its_end_alone_is_whole(mine: LearnerRecord):
    mine.append(attempt("a1"))
    with (mine.folder / "attempts.jsonl").open("ab") as file:
        file.write(line_of(attempt("a2"))[:-1])
    mine.append(attempt("a3"))
    assert ids(mine) == ["a1", "a2", "a3"]
    assert not list(mine.folder.glob("torn-*"))


@pytest.mark.parametrize("junk", [b"\x00" * 40, b"[1]", b"{}", b"\xff\xfe", b"[" * 99999])
def test_damage_within_is_passed_over_and_said(mine: LearnerRecord, junk: bytes):
    mine.append(attempt("a1"))
    with (mine.folder / "attempts.jsonl").open("ab") as file:
        file.write(junk + b"\n")
    mine.append(attempt("a2"))
    assert ids(mine) == ["a1", "a2"]
    assert mine.notices == ["1 damaged line(s) in ~/.local/share/attunement/record/attempts.jsonl"]


def test_a_full_disk_leaves_the_record_as_it_was(
    mine: LearnerRecord, monkeypatch: pytest.MonkeyPatch
):
    mine.append(attempt("a1"))
    before = (mine.folder / "attempts.jsonl").read_bytes()
    real = os.write

    def half(handle: int, content: bytes) -> int:
        if len(content) < 20:
            raise OSError(28, "No space left on device")
        return real(handle, content[: len(content) // 2])

    monkeypatch.setattr(record_file.os, "write", half)
    with pytest.raises(OSError, match="No space left"):
        mine.append(attempt("a2"))
    monkeypatch.undo()
    assert (LearnerRecord(mine.folder).folder / "attempts.jsonl").read_bytes() == before


def test_a_symbolic_link_is_not_written_through(mine: LearnerRecord, home: Path):
    mine.append(attempt("a1"))
    (home / "theirs").write_text("")
    (mine.folder / "attempts.jsonl").unlink()
    (mine.folder / "attempts.jsonl").symlink_to(home / "theirs")
    with pytest.raises(OSError, match="symbolic links"):
        mine.append(attempt("a2"))
    assert (home / "theirs").read_text() == ""

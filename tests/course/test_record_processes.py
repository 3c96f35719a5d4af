"""Several processes write to one record, and are killed: it keeps what it acknowledged."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from learner_record import attempt, ids

from attunement_course import record_file
from attunement_course.responses import LearnerRecord

APPENDING = """
import sys
from attunement_course.responses import LearnerRecord
record = LearnerRecord(sys.argv[1])
for n in range(int(sys.argv[3])):
    id = f"{sys.argv[2]}-{n}"
    answer = {"n": n}
    if record.append({"id": id, "exercise": "m2-recall", "version": 1, "answer": answer}):
        print(id, flush=True)
"""
ERASING = """
import sys
from attunement_course.responses import LearnerRecord
for _ in range(int(sys.argv[2])):
    LearnerRecord(sys.argv[1]).erase("m2-dialogue")
"""


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(("names", "kept"), [("ab", 120), ("aa", 60)])
def test_two_processes_at_once_keep_each_attempt_once(tmp_path: Path, names: str, kept: int):
    """Two kernels with attempts of their own, and two that hand over the very same ones."""
    both = [started(APPENDING, tmp_path / "record", name, 60) for name in names]
    said = [id for one in both for id in one.communicate()[0].split()]
    assert len(said) == len(set(said)) == kept
    record = LearnerRecord(tmp_path / "record")
    assert sorted(ids(record)) == sorted(said)
    assert record.notices == []


def test_one_process_waits_while_another_changes_the_record(tmp_path: Path):
    with record_file.locked(tmp_path / "record"):
        other = started(APPENDING, tmp_path / "record", "a", 1)
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(1)
        assert LearnerRecord(tmp_path / "record").attempts() == []
    assert other.communicate()[0] == "a-0\n"


def test_what_one_process_erases_takes_nothing_of_another_s_with_it(tmp_path: Path):
    both = [
        started(APPENDING, tmp_path / "record", "a", 100),
        started(ERASING, tmp_path / "record", 100),
    ]
    said = [one.communicate()[0] for one in both]
    assert ids(LearnerRecord(tmp_path / "record")) == said[0].split()
    assert len(said[0].split()) == 100


def test_a_process_killed_while_it_writes_loses_nothing_that_it_acknowledged(tmp_path: Path):
    said: list[str] = []
    for round in range(4):
        with started(APPENDING, tmp_path / "record", f"r{round}", 100000) as process:
            assert process.stdout is not None
            said += [process.stdout.readline().strip() for _ in range(5 + round)]
            process.send_signal(signal.SIGKILL)
            said += process.stdout.read().splitlines(keepends=True)[:-1]
    record = LearnerRecord(tmp_path / "record")
    record.append(attempt("last"))
    assert {id.strip() for id in said} <= set(ids(record))
    assert ids(record)[-1] == "last"

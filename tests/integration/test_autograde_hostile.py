"""Submissions that would harm: each is contained, each is named, the others are graded.

All are handed in to one assignment and graded in one run; what plain nbgrader does with each is
tabulated in docs/autograding.md.
"""

from __future__ import annotations

import contextlib
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from code_course import ASSIGNMENT, make_code_course, submit
from gradebook_rows import gradebook_rows
from hostile_work import CASES, NEIGHBOUR, hand_in
from life_cycle import Finished, run

pytestmark = pytest.mark.integration
SANDBOXES = ("bubblewrap", "namespaces")
TIMEOUT = 3
LIMITS = {"time": 60, "memory": 600, "processes": 30, "output": 2, "disk": 40}
INNOCENT = (NEIGHBOUR, "innocent", "zz-last")

SAYS = {
    "endless": r"Timeout waiting for execute reply \(3s\)",
    "fork-bomb": r"FAILED fork-bomb: its code had more than 30 processes at once",
    "chatterbox": r"double: its output was cut",
    "glutton": r"double: its code wanted more memory than it may have",
    "hoarder": r"FAILED hoarder: its code used more than 600 MB of memory",
    "filler": r"FAILED filler: its code wrote more than 40 MB|File too large",
    "escapist": r"looked outside its folder \(FileNotFoundError.*planted",
    "scribbler": r"was refused something \(OSError: \[Errno 30\] Read-only file system",
    "thief": r"looked outside its folder \(FileNotFoundError.*gradebook.db",
    "forger": r"looked outside its folder \(OperationalError: unable to open database file",
    "caller": r"was refused something \(ConnectionRefusedError",
    "broadcaster": r"was refused something \(OSError: \[Errno 101\] Network is unreachable",
    "patricide": r"was refused something \(PermissionError",
    "massacre": r"was refused something \(PermissionError",
    "namespaces": r"was refused something \(PermissionError",
    "deserter": r"FAILED deserter: its code ended its own kernel \(exit status 7\)",
    "stubborn": r"Timeout waiting for execute reply|its code ran longer than 60 s in all",
    "not-json": r"FAILED not-json: NotJSONError",
    "nul-bytes": r"FAILED nul-bytes: NotJSONError",
    "not-utf-8": r"FAILED not-utf-8: ",
    "too-new-format": r"FAILED too-new-format: ",
    "old-schema": r"FAILED old-schema: SchemaTooOldError: Outdated schema version",
    "new-schema": r"FAILED new-schema: SchemaTooNewError: Schema version is too new",
    "no-kernel": r"no-kernel: hw1 names no kernel; 'python3' was used",
    "unknown-kernel": r"unknown-kernel: hw1 names the kernel 'nosuch'; 'python3' was used",
    "fifty-megabytes": r"fifty-megabytes: is 5\d MB in all",
    "deep": r"FAILED deep: RecursionError",
    "linked-file": r"linked-file: passwd is a link to /etc/passwd, outside",
    "linked-notebook": r"FAILED linked-notebook: hw1.ipynb is a link to .*, outside",
    "piped": r"piped: pipe is not a file",
    "line-breaks": r"line-breaks: 'a\\+nb.txt' has a line break",
}
"""What the report says of each."""


ABOUT_THE_ASSIGNMENT = ("assignment", "notebook", "base_cell", "grade_cells", "source_cell")


@dataclass
class Hostile:
    """The course after the run, and what the run said."""

    root: Path
    done: Finished
    calls: list[Any]
    before: set[str]
    known: dict[str, Any]
    """What the gradebook knew of the assignment."""

    def graded(self, learner: str) -> bool:
        return (self.root / "autograded" / learner / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").exists()

    def scores(self, learner: str) -> dict[str, float | None]:
        rows = gradebook_rows(f"sqlite:///{self.root}/gradebook.db")
        mine = f"submitted_notebook:submitted_assignment:assignment:hw1/{learner}/"
        return {
            row["cell_id"].split("/")[-2]: row["auto_score"]
            for row in rows["grade"]
            if row["notebook_id"].startswith(mine)
        }

    def output(self, learner: str) -> str:
        path = self.root / "autograded" / learner / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        return path.read_text("utf-8")


def hand_in_all(root: Path, port: int) -> None:
    for learner in INNOCENT:
        submit(root, learner)
    for learner in CASES:
        hand_in(root, learner, port)


@pytest.fixture(scope="module", params=SANDBOXES)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """All of them, graded in one run in each kind of sandbox."""
    base = tmp_path_factory.mktemp(request.param)
    root = make_code_course(
        base / "course",
        f"c.ExecutePreprocessor.timeout = {TIMEOUT}\nc.Execute.timeout = {TIMEOUT}\n",
    )
    calls: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        hand_in_all(root, listening.getsockname()[1])
        before, known = outside(base), assignment_rows(root)
        limits = [f"--limit={name}={value}" for name, value in LIMITS.items()]
        words = [ASSIGNMENT, "--root", str(root), f"--sandbox={request.param}", *limits]
        done = run("attunement", "autograde", *words, folder=base, home=base, patience=500)
        with contextlib.suppress(TimeoutError):
            calls.append(listening.accept())
    return Hostile(root, done, calls, before, known)


def assignment_rows(root: Path) -> dict[str, Any]:
    rows = gradebook_rows(f"sqlite:///{root}/gradebook.db")
    return {table: rows[table] for table in ABOUT_THE_ASSIGNMENT}


def outside(base: Path) -> set[str]:
    """Every path but those that grading is to make."""
    made = {"autograded", "gradebook.db", ".attunement", "kept", ".ipython"}
    return {str(path) for path in base.rglob("*") if not made & set(path.relative_to(base).parts)}


def test_the_sandbox_is_named_and_the_exit_status_says_that_some_failed(hostile: Hostile) -> None:
    assert re.search(r"^sandbox: (bubblewrap|namespaces)", hostile.done.said, re.M), (
        hostile.done.said
    )
    assert hostile.done.code == 1


@pytest.mark.parametrize("learner", SAYS)
def test_each_is_named_in_the_report(learner: str, hostile: Hostile) -> None:
    lines = [line for line in hostile.done.said.splitlines() if f"{learner}: " in line]
    assert any(re.search(SAYS[learner], line) for line in lines), (lines, hostile.done.said)


def test_whoever_did_no_harm_is_graded_with_full_points(hostile: Hostile) -> None:
    for learner in (
        *INNOCENT,
        "no-kernel",
        "unknown-kernel",
        "fifty-megabytes",
        "linked-file",
        "piped",
        "line-breaks",
    ):
        scores = hostile.scores(learner)
        assert (scores["seen"], scores["unseen"], scores["partial"]) == (2, 3, 0.5), learner


def test_whoever_failed_has_no_graded_file_and_no_mark(hostile: Hostile) -> None:
    failed = re.findall(r"^FAILED (\S+): ", hostile.done.said, re.M)
    for learner in failed:
        if "\\" in learner:
            continue
        assert not hostile.graded(learner)
        assert set(hostile.scores(learner).values()) == {None}, learner


def test_nothing_outside_the_submissions_was_touched(hostile: Hostile) -> None:
    assert outside(hostile.root.parent) == hostile.before
    assert not Path("/usr/planted").exists()
    assert not (hostile.root / "planted").exists()


def test_the_gradebook_knows_of_the_assignment_what_it_knew(hostile: Hostile) -> None:
    assert assignment_rows(hostile.root) == hostile.known
    assert hostile.known["grade_cells"]


def test_nobody_was_called(hostile: Hostile) -> None:
    assert hostile.calls == []


def test_a_link_brings_nothing_of_the_machine_into_the_course(hostile: Hostile) -> None:
    assert not (hostile.root / "autograded/linked-file/hw1/passwd").exists()
    assert not hostile.graded("linked-notebook")


def test_a_learner_whose_name_breaks_a_line_is_named_and_stops_nobody(hostile: Hostile) -> None:
    assert re.search(r"^FAILED line\\nbreak: ", hostile.done.said, re.M)


def test_output_without_end_is_cut(hostile: Hostile) -> None:
    assert len(hostile.output("chatterbox")) < 5 << 20
    assert hostile.scores("chatterbox")["seen"] == 2

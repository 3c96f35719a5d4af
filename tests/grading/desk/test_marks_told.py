"""What was marked at the desk, told by command: agreement among markers, and the audit."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from commands import error_of, run
from desk_course import AMIT, INES, INSTRUCTOR, SIONE, DeskCourse

from attunement_grading.desk import marking
from attunement_grading.desk.choices import choose
from attunement_grading.desk.handing_out import deal_out
from attunement_grading.desk.piles import lines

CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")
MARKERS = {"ines": INES, "sione": SIONE, "amit": AMIT}


@pytest.fixture
def marked_twice(desk: DeskCourse) -> DeskCourse:
    """Every piece read by two of three; Sione is half a level more severe than the others."""
    desk.act(INSTRUCTOR, choose, "p2", "markers", list(MARKERS))
    desk.act(INSTRUCTOR, choose, "p2", "share", 1.0)
    desk.act(INSTRUCTOR, deal_out, "p2")
    merit = {}
    for name, person in MARKERS.items():
        for line in desk.look(lines, name, "p2"):
            level = merit.setdefault(line.pseudonym, 1.5 + len(merit) % 5 / 2)
            for criterion in CRITERIA:
                given = level - 0.5 if name == "sione" else level
                desk.act(person, marking.set_level, line.key, criterion, given)
            desk.act(person, marking.finish, line.key)
    return desk


def test_reliability_of_an_assignment_is_worked_out_of_the_desk_s_marks(marked_twice: DeskCourse):
    done = run("reliability", "p2", "--root", marked_twice.root, "--json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert set(found["criteria"]) == set(CRITERIA)
    assert found["criteria"]["evidence"]["krippendorff_alpha"]["interval"] > 0.5


def test_an_assignment_nobody_has_marked_at_the_desk_is_said(desk: DeskCourse):
    said = error_of(run("reliability", "p2", "--root", desk.root))
    assert said.startswith("p2: ")


def test_an_unknown_assignment_names_the_nearest(desk: DeskCourse):
    said = error_of(run("reliability", "p3", "--root", desk.root))
    assert said == "the gradebook has no assignment 'p3'; nearest: p2"


@pytest.mark.parametrize(
    "words", [(), ("p2",), ("--root", "x"), ("p2", "--root", "x", "--ratings", "y")]
)
def test_reliability_takes_one_source_and_a_whole_one(words: tuple[str, ...]):
    said = error_of(run("reliability", *words))
    assert said == "give either ASSIGNMENT and --root, or --ratings FILE"


def audit(desk: DeskCourse, file: Path, *more: str) -> list[dict[str, str]]:
    words = ["--to", "audit", "--assignment", "p2", "-o", file, *more]
    done = run("export", "--root", desk.root, *words)
    assert done.exit_code == 0, done.output
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, strict=True))


def test_the_audit_has_every_mark_and_nobody_s_name(marked_twice: DeskCourse, tmp_path: Path):
    rows = audit(marked_twice, tmp_path / "audit.csv")
    named = audit(marked_twice, tmp_path / "named.csv", "--names")
    assert len(rows) == len(named) > 0
    assert {row["marker"] for row in named} == set(MARKERS)
    text = (tmp_path / "audit.csv").read_text("utf-8")
    for name in {row["marker"] for row in named} | {row["piece"] for row in named}:
        assert name not in text


def test_an_audit_before_anybody_marked_is_an_empty_table(desk: DeskCourse, tmp_path: Path):
    assert audit(desk, tmp_path / "audit.csv") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "audit"), "--to audit is for one assignment: name it with --assignment"),
        (("--to", "csv", "--names"), "--names goes with --to audit"),
        (
            ("--to", "audit", "--assignment", "p2", "--dry-run"),
            "--to audit draws new pseudonyms each time: nothing to compare",
        ),
    ],
)
def test_what_does_not_go_with_an_audit_is_said(desk: DeskCourse, words, said, tmp_path: Path):
    assert error_of(run("export", "--root", desk.root, "-o", tmp_path / "a.csv", *words)) == said

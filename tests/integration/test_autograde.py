"""`attunement autograde` beside `nbgrader autograde`, on two copies of the same course root."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from gradebook_rows import differences, graded_files, gradebook_rows
from life_cycle import Finished, run
from varied_submissions import hand_in

from attunement_grading.build import build_root
from attunement_grading.course_root import open_gradebook

pytestmark = pytest.mark.integration
PATIENCE = 500
LATE = """
from nbgrader.plugins import BasePlugin


class HalfAPointADay(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 0.5 * (1 + total_seconds_late // 86400)
"""


@dataclass
class Pair:
    """Two copies of one course root: nbgrader's to grade, and ours."""

    theirs: Path
    ours: Path

    def nbgrader(self, *arguments: str) -> Finished:
        home = self.theirs.parent
        return run("nbgrader", *arguments, folder=self.theirs, home=home, patience=PATIENCE)

    def attunement(self, command: str, *arguments: str) -> Finished:
        words, home = (command, *arguments, "--root", str(self.ours)), self.ours.parent
        return run("attunement", *words, folder=home, home=home, patience=PATIENCE)

    def autograde(self, *arguments: str) -> tuple[Finished, Finished]:
        return self.nbgrader("autograde", *arguments), self.attunement("autograde", *arguments)

    def rows(self, root: Path) -> Any:
        return gradebook_rows(f"sqlite:///{root}/gradebook.db")

    def assert_equal(self) -> None:
        assert differences(self.rows(self.theirs), self.rows(self.ours)) == []
        assert differences(graded_files(self.theirs), graded_files(self.ours)) == []


def twin(root: Path) -> Pair:
    ours = root.with_name("ours")
    shutil.copytree(root, ours, symlinks=True)
    return Pair(root, ours)


def generated(root: Path, *assignments: str) -> None:
    for name in assignments:
        done = run("nbgrader", "generate_assignment", name, folder=root, home=root.parent)
        assert done.code == 0, done.said


@pytest.fixture(scope="module")
def reflections(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Sixty reflections, some late, graded by both."""
    root = tmp_path_factory.mktemp("reflections") / "theirs"
    build_root(root, ["p2"], progress=lambda line: None)
    (root / "late.py").write_text(LATE)
    with (root / "nbgrader_config.py").open("a") as config:
        config.write("\nimport sys; sys.path.insert(0, str(Path(__file__).resolve().parent))\n")
        config.write("import late\nc.AssignLatePenalties.plugin_class = late.HalfAPointADay\n")
    generated(root, "p2")
    with open_gradebook(root) as gradebook:
        due: Any = {"duedate": "2026-03-02 00:00:00 UTC"}
        gradebook.update_or_create_assignment("p2", **due)
    hand_in(root)
    pair = twin(root)
    theirs, ours = pair.autograde("p2")
    assert theirs.code == 0, theirs.said
    assert ours.code == 0, ours.said
    return pair


def test_sixty_reflections_have_nbgraders_rows_and_files(reflections: Pair) -> None:
    rows = reflections.rows(reflections.ours)
    assert len(rows["submitted_assignment"]) == 60
    assert len(rows["grade"]) == 60 * 6
    reflections.assert_equal()

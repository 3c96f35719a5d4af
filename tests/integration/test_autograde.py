"""`attunement autograde` beside `nbgrader autograde`, on two copies of the same course root."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbgrader
import pytest
from code_course import ASSIGNMENT, FAILS, HONEST, generate, hand_in_honest_work, make_code_course
from gradebook_rows import differences, gradebook_rows, graded_files
from life_cycle import FULL_PATH, Finished, mark, run
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
        words = {"folder": self.theirs, "home": home, "patience": PATIENCE, "path": FULL_PATH}
        return run("nbgrader", *arguments, **words)

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

    def assert_equal_feedback(self, assignment: str) -> None:
        theirs = self.nbgrader("generate_feedback", assignment)
        ours = self.attunement("feedback", assignment)
        assert (theirs.code, ours.code) == (0, 0), ours.said
        pages = [graded_files(root, "feedback") for root in (self.theirs, self.ours)]
        assert any(name.endswith(".html") for name in pages[0])
        assert differences(*pages) == []


def twin(root: Path) -> Pair:
    ours = root.with_name("ours")
    shutil.copytree(root, ours, symlinks=True)
    return Pair(root, ours)


@pytest.fixture(scope="module")
def reflections(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Sixty reflections, some late, graded by both."""
    root = tmp_path_factory.mktemp("reflections") / "theirs"
    build_root(root, ["p2"], progress=lambda line: None)
    (root / "late.py").write_text(LATE)
    with (root / "nbgrader_config.py").open("a") as config:
        config.write("\nimport sys; sys.path.insert(0, str(Path(__file__).resolve().parent))\n")
        config.write("import late\nc.AssignLatePenalties.plugin_class = late.HalfAPointADay\n")
    generate(root, "p2")
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


def test_feedback_on_reflections_is_what_nbgrader_makes(reflections: Pair) -> None:
    for root in (reflections.theirs, reflections.ours):
        with open_gradebook(root) as gradebook:
            for learner in ("leave-12", "split-13"):
                mark(gradebook, learner, "observation", 2.5, "Say *more*.")
    reflections.assert_equal_feedback("p2")
    page = reflections.ours / "feedback/leave-12/p2/p2.html"
    assert "Say <em>more</em>." in page.read_text("utf-8")


def test_feedback_is_made_anew_for_whom_a_mark_changed(reflections: Pair) -> None:
    with open_gradebook(reflections.ours) as gradebook:
        mark(gradebook, "leave-12", "observation", 3, "Better.")
    done = reflections.attunement("feedback", "p2")
    assert "1 made, 0 failed, 59 unchanged" in done.said
    page = reflections.ours / "feedback/leave-12/p2/p2.html"
    assert "Better." in page.read_text("utf-8")


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Every kind of cell and of honest work, graded by both; ours in the sandbox."""
    root = make_code_course(tmp_path_factory.mktemp("code") / "theirs")
    hand_in_honest_work(root)
    with open_gradebook(root) as gradebook:
        due: Any = {"duedate": "2026-03-02 00:00:00 UTC"}
        gradebook.update_or_create_assignment(ASSIGNMENT, **due)
    pair = twin(root)
    theirs, ours = pair.autograde(ASSIGNMENT, "--LateSubmissionPlugin.penalty_method=zero")
    assert (theirs.code, ours.code) == (1, 1), ours.said
    assert set(re.findall("for student '(.*)'", theirs.said)) == FAILS
    assert set(re.findall("^FAILED (.*?):", ours.said, re.M)) == FAILS
    return pair


def test_code_that_is_run_has_nbgraders_rows_outputs_and_files(code: Pair) -> None:
    rows = code.rows(code.ours)
    assert len(rows["submitted_assignment"]) == len(HONEST)
    assert any(row["late_submission_penalty"] for row in rows["submitted_notebook"])
    assert (code.ours / "autograded/writes/hw1/made.txt").read_text() == "1,2\n3,4\n"
    assert not (code.ours / "autograded/removes/hw1/data.csv").exists()
    code.assert_equal()


def test_feedback_by_nbgraders_own_template_is_nbgraders(code: Pair) -> None:
    code.assert_equal_feedback(ASSIGNMENT)


def test_nbgraders_own_example_course_has_nbgraders_rows_and_files(tmp_path: Path) -> None:
    """Two learners of its user guide, one who left a notebook out, one without any."""
    made = run("nbgrader", "quickstart", "theirs", folder=tmp_path, home=tmp_path, patience=500)
    assert made.code == 0, made.said
    root = tmp_path / "theirs"
    generate(root, "ps1")
    guide = Path(str(nbgrader.__file__)).parent / "docs/source/user_guide/submitted"
    shutil.copytree(guide, root / "submitted")
    shutil.copytree(root / "submitted/hacker", root / "submitted/forgetful")
    (root / "submitted/forgetful/ps1/problem2.ipynb").unlink()
    (root / "submitted/empty/ps1").mkdir(parents=True)
    pair = twin(root)
    theirs, ours = pair.autograde("ps1")
    assert (theirs.code, ours.code) == (0, 0), ours.said
    pair.assert_equal()

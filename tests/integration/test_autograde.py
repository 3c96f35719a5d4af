"""`attunement autograde` beside `nbgrader autograde`, on copies of the same course root.

nbgrader grades each course once. Ours has its rows and files in a pool, and again in one
process, on a Dask cluster of two workers, and into a real PostgreSQL.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbgrader
import pytest
from code_course import ASSIGNMENT, FAILS, HONEST, generate, hand_in_honest_work, make_code_course
from dask_cluster import two_workers
from gradebook_rows import differences, gradebook_rows, graded_files
from life_cycle import FULL_PATH, Finished, mark, run
from postgresql import copied_gradebook, postgresql
from varied_submissions import hand_in

from attunement_grading.build import build_root
from attunement_grading.course_root import open_gradebook

pytestmark = pytest.mark.integration
PATIENCE = 500
TESTS = Path(__file__).parents[1]
LATE = f"""
import sys; sys.path.insert(0, {str(TESTS)!r})
import late_penalty
c.AssignLatePenalties.plugin_class = late_penalty.HalfAPointADay
"""


@dataclass
class Pair:
    """Two copies of one course root: nbgrader's to grade, and ours; and one ungraded."""

    theirs: Path
    ours: Path
    fresh: Path
    assignment: str
    settings: tuple[str, ...] = ()
    expected: tuple[Any, Any] = ({}, {})
    """nbgrader's rows and files, as they were before anything else was done to its copy."""

    def nbgrader(self, *arguments: str) -> Finished:
        home = self.theirs.parent
        words = {"folder": self.theirs, "home": home, "patience": PATIENCE, "path": FULL_PATH}
        return run("nbgrader", *arguments, **words)

    def attunement(self, command: str, *arguments: str) -> Finished:
        words, home = (command, *arguments, "--root", str(self.ours)), self.ours.parent
        return run("attunement", *words, folder=home, home=home, patience=PATIENCE)

    def autograde(self) -> tuple[Finished, Finished]:
        words = ("autograde", self.assignment, *self.settings)
        finished = self.nbgrader(*words), self.attunement(*words)
        self.expected = self.rows(self.theirs), graded_files(self.theirs)
        return finished

    def graded_otherwise(self, name: str, *words: str, url: str | None = None) -> list[str]:
        """Where ours differs from nbgrader's when it grades another copy in another way."""
        root = Path(shutil.copytree(self.fresh, self.fresh.with_name(name), symlinks=True))
        where = {"folder": root, "home": root.parent, "patience": PATIENCE}
        words = (self.assignment, "--root", str(root), *self.settings, *words)
        done = run("attunement", "autograde", *words, **where)
        found = gradebook_rows(url or f"sqlite:///{root}/gradebook.db")
        if not found["submitted_assignment"]:
            return [done.said]
        return [
            *differences(self.expected[0], found),
            *differences(self.expected[1], graded_files(root)),
        ]

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


def twin(root: Path, assignment: str, *settings: str) -> Pair:
    ours, fresh = root.with_name("ours"), root.with_name("fresh")
    for copy in (ours, fresh):
        shutil.copytree(root, copy, symlinks=True)
    return Pair(root, ours, fresh, assignment, settings)


@pytest.fixture(scope="module")
def reflections(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Sixty reflections, some late, graded by both."""
    root = tmp_path_factory.mktemp("reflections") / "theirs"
    build_root(root, ["p2"], progress=lambda line: None)
    with (root / "nbgrader_config.py").open("a") as config:
        config.write(LATE)
    generate(root, "p2")
    with open_gradebook(root) as gradebook:
        due: Any = {"duedate": "2026-03-02 00:00:00 UTC"}
        gradebook.update_or_create_assignment("p2", **due)
    hand_in(root)
    pair = twin(root, "p2")
    theirs, ours = pair.autograde()
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
    pair = twin(root, ASSIGNMENT, "--LateSubmissionPlugin.penalty_method=zero")
    theirs, ours = pair.autograde()
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


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Two learners of its user guide, one who left a notebook out, one without any."""
    base = tmp_path_factory.mktemp("example")
    made = run("nbgrader", "quickstart", "theirs", folder=base, home=base, patience=PATIENCE)
    assert made.code == 0, made.said
    root = base / "theirs"
    generate(root, "ps1")
    guide = Path(str(nbgrader.__file__)).parent / "docs/source/user_guide/submitted"
    shutil.copytree(guide, root / "submitted")
    shutil.copytree(root / "submitted/hacker", root / "submitted/forgetful")
    (root / "submitted/forgetful/ps1/problem2.ipynb").unlink()
    (root / "submitted/empty/ps1").mkdir(parents=True)
    pair = twin(root, "ps1")
    theirs, ours = pair.autograde()
    assert (theirs.code, ours.code) == (0, 0), ours.said
    return pair


def test_nbgraders_own_example_course_has_nbgraders_rows_and_files(example: Pair) -> None:
    assert len(example.rows(example.ours)["submitted_assignment"]) == 3
    example.assert_equal()


COURSES = ("reflections", "code", "example")


@pytest.fixture(params=COURSES)
def course(request: pytest.FixtureRequest) -> Pair:
    return request.getfixturevalue(request.param)


def test_one_process_has_nbgraders_rows_and_files(course: Pair) -> None:
    assert course.graded_otherwise("serial", "--workers=1") == []


def test_two_dask_workers_have_nbgraders_rows_and_files(course: Pair, cluster: Any) -> None:
    words = ("--scheduler", cluster.scheduler_address)
    assert course.graded_otherwise("dask", *words) == []


def test_postgresql_has_nbgraders_rows_and_files(course: Pair, server: str) -> None:
    url = copied_gradebook(course.fresh / "gradebook.db", server, f"of_{course.assignment}")
    assert course.graded_otherwise("postgresql", f"--db={url}", url=url) == []


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with two_workers() as cluster:
        yield cluster


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql() as server:
        yield server

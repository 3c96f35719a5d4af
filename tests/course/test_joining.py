"""Another distribution's content is checked with the course's, and its faults end nothing."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from commands import run
from small_course import SmallCourse

from attunement_course import joining
from attunement_course.checks import Course
from attunement_course.joining import GROUP, Checked
from attunement_course.problems import Problem


def guests(course: Course) -> Checked:
    """A distribution with two files of its own, one of them wrong."""
    assert course.shelf.items["rubrics"]
    problem = Problem("a_guest/bank/one.yml", "text", "must be longer (got 3)")
    return Checked(Path(__file__).parent, ("a_guest/bank/one.yml", "a_guest/two.yml"), (problem,))


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch):
    """Lets another distribution's check join, by its entry point's value."""

    def join(value: str) -> None:
        monkeypatch.setitem(sys.modules, "a_guest", sys.modules[__name__])
        entry = EntryPoint("guest", value, GROUP)
        monkeypatch.setattr(joining, "entry_points", lambda group: [entry])

    return join


def test_its_problems_are_said_with_the_courses(joined):
    joined("a_guest:guests")
    done = run("check")
    assert done.exit_code == 1
    assert done.stdout == "a_guest/bank/one.yml: text: must be longer (got 3)\n"


def test_one_of_its_files_can_be_asked_for(joined):
    joined("a_guest:guests")
    asked = Path(__file__).parent
    assert run("check", str(asked)).exit_code == 1
    done = run("check", str(asked.parent))
    assert "is not part of the course" in done.output


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("no_such_module:check", "cannot be checked (got ModuleNotFoundError: No module named "),
        ("json:dumps", "cannot be checked (got TypeError: "),
    ],
)
def test_one_that_cannot_be_run_is_one_line(joined, value: str, said: str):
    joined(value)
    done = run("check")
    assert done.exit_code == 1
    assert done.stdout.startswith(f"{value}: check: {said}")
    assert done.stdout.count("\n") == 1


def test_another_course_is_checked_alone(joined, small: SmallCourse):
    joined("a_guest:guests")
    assert "a_guest" not in run("check", "--root", str(small.root)).stdout

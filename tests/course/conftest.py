"""A small course and a home of its own for each test that breaks or fills one."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_course import SmallCourse

from attunement_course.checks import Course, load_course
from attunement_course.course_folder import find_course
from attunement_course.responses import LearnerRecord


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course without problems, in a folder of its own."""
    return SmallCourse(tmp_path / "course")


@pytest.fixture(scope="session")
def course() -> Course:
    """The course as it is, read once."""
    return load_course(find_course())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, which is also where commands are run."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.delenv("ATTUNEMENT_RECORD", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def mine(home: Path) -> LearnerRecord:
    """An empty record where it lies by default."""
    return LearnerRecord()

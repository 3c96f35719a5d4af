"""All six assignments, each through nbgrader from its source to feedback in a learner's hands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from life_cycle import PROGRAMS, Course, active, cell, mark, read
from nbgrader.apps.api import NbGraderAPI
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from traitlets.config.loader import PyFileConfigLoader

from attunement_course import catalog
from attunement_grading.build import build_root
from attunement_grading.rubric import Rubric, rubric_of
from attunement_grading.self_assessment import box_text

SIX = ("p0", "p1", "p2", "p3", "p4", "p5")
LEVELS = (1, 2.5, 3, 3.5, 4)
REFLECTION = "She had put the mittens on the radiator, and I wrote it down before I asked. " * 30

pytestmark = [
    pytest.mark.integration,
    # nbgrader's own, at each new submission
    pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning"),
    # and where it returns feedback
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:Passing unrecognized arguments:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A course with all six, handed in by Eva and autograded; then marked and returned."""
    folder = tmp_path_factory.mktemp("six")
    made = Course(folder)
    made.exchange.mkdir()
    made.exchange.chmod(0o777)
    build_root(made.root, exchange=made.exchange, progress=lambda line: None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", os.pathsep.join([str(PROGRAMS), os.environ["PATH"]]))
        for name in SIX:
            through_nbgrader(made, name)
        yield made


def api_of(course: Course) -> NbGraderAPI:
    config = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    return NbGraderAPI(CourseDirectory(config=config), Authenticator(config=config), config=config)


def through_nbgrader(course: Course, name: str) -> None:
    api, eva = api_of(course), course.learner("eva", name)
    succeeded(api.generate_assignment(name))
    succeeded(api.release_assignment(name))
    eva.fetch()
    eva.change(lambda notebook: fill_in(notebook, rubric_of(name)))
    eva.submit()
    succeeded(api.collect(name))
    succeeded(api.autograde(name, "eva"))
    course.waited[name] = waiting(course, name)
    with course.gradebook() as gradebook:
        for criterion, level in zip(rubric_of(name).criteria, LEVELS, strict=True):
            mark(gradebook, "eva", criterion.id, level, f"On {criterion.id}.", name)
    succeeded(api.generate_feedback(name))
    succeeded(api.release_feedback(name))
    eva.fetch_feedback()


def succeeded(done: dict[str, Any]) -> None:
    assert done["success"], done.get("error") or done.get("log")


def fill_in(notebook: Any, rubric: Rubric) -> None:
    cell(notebook, "answer", rubric.assignment).source = REFLECTION
    box = cell(notebook, "self-assessment", rubric.assignment)
    box.source = box.source.replace(":** ", ":** 2.5, as I see it", 2)


def waiting(course: Course, name: str) -> set[str]:
    with course.gradebook() as gradebook:
        grades: Any = gradebook.find_submission_notebook(name, name, "eva").grades
        return {one.name for one in grades if one.needs_manual_grade}


@pytest.mark.parametrize("name", SIX)
def test_a_learner_gets_the_prompt_with_all_that_must_be_read_first(
    name: str, course: Course
) -> None:
    released = read(course.root / f"release/{name}/{name}.ipynb")
    ids = [one.metadata.nbgrader.grade_id.removeprefix(f"{name}-") for one in released.cells]
    before = ids[: ids.index("answer")]
    assert {p["id"] for p in catalog.passages() if p["before_writing"]} <= set(before)
    assert {"welcome", "choice", "case", "prompt", "rubric"} <= set(before)
    assert cell(released, "self-assessment", name).source == box_text(rubric_of(name))
    open_cells = [one for one in released.cells if not one.metadata.nbgrader.locked]
    assert len(open_cells) == 2


@pytest.mark.parametrize("name", SIX)
def test_its_five_criteria_wait_for_a_person_and_nothing_else_does(
    name: str, course: Course
) -> None:
    assert course.waited[name] == {f"{name}-{one.id}" for one in rubric_of(name).criteria}


@pytest.mark.parametrize("name", SIX)
def test_the_gradebooks_total_is_the_rubrics_and_the_sum_of_the_marks(
    name: str, course: Course
) -> None:
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission(name, "eva")
        assert submission.max_score == rubric_of(name).points == 20
        assert submission.score == sum(LEVELS)
        assert not submission.needs_manual_grade


@pytest.mark.parametrize("name", SIX)
def test_feedback_has_this_assignments_words_and_the_learners_own_view(
    name: str, course: Course
) -> None:
    page = course.learner("eva", name).feedback.read_text("utf-8")
    assert active(page) == []
    said = " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())
    rubric = rubric_of(name)
    for criterion, level in zip(rubric.criteria, LEVELS, strict=True):
        standing = criterion.standing(level)
        coming = standing.coming.words if standing.coming else "This is the top level"
        assert " ".join(coming.split()) in said
        assert f"On {criterion.id}." in said
    assert said.count("You wrote: 2.5, as I see it") == 2
    assert all(" ".join(one.split()) in said for one in rubric.never_scored)


def test_no_two_rubrics_say_a_level_in_the_same_words() -> None:
    words = [
        " ".join(level.words.split())
        for name in SIX
        for criterion in rubric_of(name).criteria
        for level in criterion.levels
    ]
    assert len(words) == len(set(words)) == len(SIX) * 20


def test_what_was_handed_in_is_kept_as_it_came(course: Course) -> None:
    for name in SIX:
        sent = Path(course.learner("eva", name).path)
        assert read(course.root / f"submitted/eva/{name}/{name}.ipynb") == read(sent)

"""Each trap of nbgrader 0.9.6, shown in a plain course, and what the same work meets in ours.

Both courses hold the same assignment; plain has nbgrader's own settings. Work is laid into
``submitted/`` as ``nbgrader collect`` lays it; the whole way there is test_life_cycle.py's.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from life_cycle import PROGRAMS, Learner, cell, mark, place, read, run
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from traitlets.config.loader import PyFileConfigLoader

from attunement_grading.build import build_root
from attunement_grading.marks import read_marks
from attunement_grading.rubric import rubric_of

pytestmark = [
    pytest.mark.integration,
    # nbgrader's own, at each new submission
    pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning"),
]

PLAIN = """\
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.course_id = "attunement"
"""
Work = Callable[[NotebookNode], Any]


@dataclass
class Small:
    """A course root that one process works in."""

    root: Path

    def build(self, plain: bool) -> None:
        build_root(self.root, ["p2"], progress=lambda line: None)
        if plain:
            (self.root / "nbgrader_config.py").write_text(PLAIN.format(root=str(self.root)))

    @property
    def api(self) -> NbGraderAPI:
        config = PyFileConfigLoader("nbgrader_config.py", path=str(self.root)).load_config()
        course = CourseDirectory(config=config)
        return NbGraderAPI(course, Authenticator(config=config), config=config)

    def gradebook(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self.root}/gradebook.db", "attunement")

    def generate(self) -> dict[str, Any]:
        return self.api.generate_assignment("p2", force=True)

    def autograde(self, learner: str, work: Work = lambda notebook: None) -> dict[str, Any]:
        """Hand in what `work` makes of the released notebook, and autograde it."""
        notebook = read(self.root / "release/p2/p2.ipynb")
        work(notebook)
        path = self.root / "submitted" / learner / "p2/p2.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
        return self.api.autograde("p2", learner, force=True)

    def graded(self, learner: str) -> NotebookNode:
        return read(self.root / "autograded" / learner / "p2/p2.ipynb")

    def comment(self, learner: str) -> str | None:
        """What autograding noted to the answer."""
        with self.gradebook() as gradebook:
            found: Any = gradebook.find_comment("p2-answer", "p2", "p2", learner)
            return found.auto_comment


@pytest.fixture(scope="module", autouse=True)
def alembic_on_path() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", os.pathsep.join([str(PROGRAMS), os.environ["PATH"]]))
        yield


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return generated(Small(tmp_path_factory.mktemp("plain") / "root"), plain=True)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return generated(Small(tmp_path_factory.mktemp("ours") / "root"), plain=False)


def generated(course: Small, plain: bool) -> Small:
    course.build(plain)
    for name in ("p2.md", "z.md"):
        (course.root / "source/p2" / name).write_text("The mark scheme.")
    assert course.generate()["success"]
    return course


def answered(text: str) -> Work:
    return lambda notebook: cell(notebook, "answer").update(source=text)


def test_alembic_is_run_from_path_which_plain_nbgrader_dies_of(tmp_path: Path) -> None:
    outcomes = {}
    for kind in ("plain", "ours"):
        course = Small(tmp_path / kind)
        course.build(plain=kind == "plain")
        done = run("nbgrader", "generate_assignment", "p2", folder=course.root, home=tmp_path)
        outcomes[kind] = done
    assert outcomes["plain"].code != 0
    assert "alembic" in outcomes["plain"].said
    assert outcomes["ours"].code == 0, outcomes["ours"].said


def test_a_markdown_twin_in_source_reaches_plain_release_and_not_ours(
    plain: Small, ours: Small
) -> None:
    assert (plain.root / "release/p2/p2.md").read_text() == "The mark scheme."
    assert [one.name for one in (ours.root / "release/p2").iterdir()] == ["p2.ipynb"]


def test_a_file_of_the_same_name_in_source_overwrites_the_learners_save_in_ours(
    plain: Small, ours: Small
) -> None:
    names = ("p2.md", "z.md", "yours-z.md")
    for course in (plain, ours):
        for name in names:
            path = course.root / "submitted/files/p2" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"The learner's {name}.")
        assert course.autograde("files")["success"]
    lost = plain.root / "autograded/files/p2"
    assert (lost / "p2.md").read_text() == "The mark scheme."
    kept = {one.read_text() for one in (ours.root / "autograded/files/p2").glob("*.md")}
    assert kept == {"The mark scheme.", *(f"The learner's {name}." for name in names)}


@pytest.mark.parametrize("kind", ["plain", "ours"])
def test_an_untouched_answer_scores_0_without_a_marker_but_its_criteria_need_one(
    kind: str, request: pytest.FixtureRequest
) -> None:
    course: Small = request.getfixturevalue(kind)
    assert course.autograde("untouched")["success"]
    with course.gradebook() as gradebook:
        notebook: Any = gradebook.find_submission_notebook("p2", "p2", "untouched")
        waits = {grade.name: grade.needs_manual_grade for grade in notebook.grades}
    assert waits.pop("p2-answer") is False
    assert waits == {f"p2-{one.id}": True for one in rubric_of("p2").criteria}


def test_a_worked_answer_worth_nothing_waits_in_plain_and_not_in_ours(
    plain: Small, ours: Small
) -> None:
    waits = []
    for course in (plain, ours):
        assert course.autograde("worked", answered("My moment."))["success"]
        with course.gradebook() as gradebook:
            grade: Any = gradebook.find_grade("p2-answer", "p2", "p2", "worked")
            waits.append(grade.needs_manual_grade)
    assert waits == [True, False]


def test_an_unlocked_task_cell_aborts_autograding_which_is_why_ours_are_locked(
    tmp_path: Path,
) -> None:
    course = Small(tmp_path / "root")
    course.build(plain=True)
    source = course.root / "source/p2/p2.ipynb"
    notebook = read(source)
    cell(notebook, "observation").metadata.nbgrader.locked = False
    nbformat.write(notebook, source)
    done = course.generate()
    done = course.autograde("anybody") if done["success"] else done
    assert not done["success"]
    assert "the nbgrader metadata may be corrupted" in done["log"]


def copied(notebook: NotebookNode) -> None:
    cell(notebook, "answer").source = "The first draft."
    again = deepcopy(cell(notebook, "answer"))
    again.update(id="again", source="The second draft.")
    notebook.cells.insert(place(notebook, "answer") + 1, again)


def test_a_copied_cell_stops_plain_autograding_or_loses_a_draft_and_ours_reads_both(
    plain: Small, ours: Small
) -> None:
    done = plain.autograde("copier", copied)
    assert not done["success"]
    assert ours.autograde("copier", copied)["success"]
    answer = cell(ours.graded("copier"), "answer").source
    assert "The first draft." in answer
    assert "The second draft." in answer


def added(notebook: NotebookNode) -> None:
    notebook.cells.insert(
        place(notebook, "answer") + 1, nbformat.v4.new_markdown_cell("All in a cell of my own.")
    )


def test_an_answer_in_an_added_cell_counts_as_no_response_in_plain_and_not_in_ours(
    plain: Small, ours: Small
) -> None:
    assert plain.autograde("adder", added)["success"]
    assert plain.comment("adder") == "No response."
    assert ours.autograde("adder", added)["success"]
    assert ours.comment("adder") is None
    assert cell(ours.graded("adder"), "answer").source == "All in a cell of my own."


@pytest.mark.parametrize("own", ["", "The final text."])
def test_a_duplicated_notebook_is_reported_and_read_where_the_real_one_says_nothing(
    own: str, ours: Small
) -> None:
    name = f"duplicator-{bool(own)}"
    beside = ours.root / "submitted" / name / "p2/p2-Copy1.ipynb"
    duplicate = read(ours.root / "release/p2/p2.ipynb")
    cell(duplicate, "answer").source = "Written in the duplicate."
    beside.parent.mkdir(parents=True)
    nbformat.write(duplicate, beside)
    beside.with_name("damaged.ipynb").write_text("{")

    assert ours.autograde(name, answered(own) if own else lambda notebook: None)["success"]
    assert cell(ours.graded(name), "answer").source == (own or "Written in the duplicate.")
    report = (ours.root / f"kept/p2/{name}-p2.json").read_text("utf-8")
    assert "p2-Copy1.ipynb" in report
    assert "damaged.ipynb" in report


def typed_in_the_prompt(notebook: NotebookNode) -> None:
    cell(notebook, "prompt").source += "\n\nAnswered where the question stood."


def test_text_in_a_locked_cell_is_overwritten_in_plain_and_kept_in_ours(
    plain: Small, ours: Small
) -> None:
    kept = []
    for course in (plain, ours):
        assert course.autograde("typist", typed_in_the_prompt)["success"]
        kept.append("Answered where" in nbformat.writes(course.graded("typist")))
    assert kept == [False, True]


def markers_cells(course: Small) -> list[NotebookNode]:
    """The released cells without the box for the learner's own view, which no marker gets."""
    released = read(course.root / "release/p2/p2.ipynb").cells
    return [one for one in released if one.id != rubric_of("p2").box_id]


def deleted(notebook: NotebookNode) -> None:
    cell(notebook, "answer").source = "An answer between gaps."
    notebook.cells = [cell(notebook, "answer")]


def test_deleted_cells_come_back_with_their_criteria_still_to_be_marked(ours: Small) -> None:
    assert ours.autograde("deleter", deleted)["success"]
    graded = ours.graded("deleter")
    assert [one.source for one in graded.cells if one.cell_type == "markdown"] == [
        "An answer between gaps." if "Write your reflection" in one.source else one.source
        for one in markers_cells(ours)
    ]


def stripped(notebook: NotebookNode) -> None:
    """As a tool that knows nothing of nbgrader saves it, with new cell ids."""
    cell(notebook, "answer").source = "Written somewhere else."
    for number, one in enumerate(notebook.cells):
        one.metadata = NotebookNode()
        one.id = f"other-{number}"


def test_an_answer_survives_a_tool_that_drops_all_metadata(ours: Small) -> None:
    assert ours.autograde("traveller", stripped)["success"]
    assert cell(ours.graded("traveller"), "answer").source == "Written somewhere else."
    assert len(ours.graded("traveller").cells) == len(markers_cells(ours))


def test_work_handed_in_anew_keeps_its_marks_and_asks_for_another_look(ours: Small) -> None:
    assert ours.autograde("reviser", answered("First version."))["success"]
    with ours.gradebook() as gradebook:
        mark(gradebook, "reviser", "observation", 2.5, "Kept.")
    assert ours.autograde("reviser", answered("Second version."))["success"]
    with ours.gradebook() as gradebook:
        marks = read_marks(gradebook, rubric_of("p2"), "reviser")
    first = marks.marks[0]
    assert (first.points, first.comment, first.again) == (2.5, "Kept.", True)
    assert not marks.complete


def test_unnamed_learners_are_one_person_to_the_exchange_and_named_ones_are_not(
    tmp_path: Path, ours: Small
) -> None:
    exchange = tmp_path / "exchange"
    released = exchange / "attunement/outbound/p2/p2.ipynb"
    released.parent.mkdir(parents=True)
    released.write_bytes((ours.root / "release/p2/p2.ipynb").read_bytes())
    (exchange / "attunement/inbound").mkdir()
    for number, name in enumerate(["*", "*", "ada", "ben"]):
        learner = Learner(name, tmp_path / f"home-{number}", exchange)
        learner.fetch()
        learner.submit()
    owners = [one.name.split("+")[0] for one in (exchange / "attunement/inbound").iterdir()]
    assert {"ada", "ben"} < set(owners)
    assert len(set(owners)) == 3

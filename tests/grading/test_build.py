"""`attunement build`: what a course root holds, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from attunement_course import catalog
from attunement_course.cli import attunement
from attunement_grading.assignment import SourceFault, build_notebook, read_source
from attunement_grading.build import CannotBuild, build_root
from attunement_grading.rubric import rubric_of

SIX = ["p0", "p1", "p2", "p3", "p4", "p5"]


def build(root: Path, **options: object) -> Path:
    said: list[str] = []
    return build_root(root, ["p2"], progress=said.append, **options)  # pyright: ignore[reportArgumentType]


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder, with what each file holds."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def cells(root: Path) -> dict[str, nbformat.NotebookNode]:
    notebook = nbformat.read(root / "source/p2/p2.ipynb", as_version=4)
    nbformat.validate(notebook)
    return {one.metadata.nbgrader.grade_id: one for one in notebook.cells}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built") / "root")


def test_a_root_holds_the_notebook_alone_in_source(root: Path) -> None:
    assert set(tree(root)) == {
        "README.md",
        "nbgrader_config.py",
        "source",
        "source/p2",
        "source/p2/p2.ipynb",
    }


def test_points_of_the_cells_equal_the_rubric(root: Path) -> None:
    rubric = rubric_of("p2")
    built = cells(root)
    points = {name: one.metadata.nbgrader.get("points") for name, one in built.items()}
    assert {name: value for name, value in points.items() if value} == {
        rubric.grade_id(criterion): criterion.points for criterion in rubric.criteria
    }
    assert sum(filter(None, points.values())) == rubric.points == 20


def test_every_criterion_is_a_locked_task_cell(root: Path) -> None:
    built = cells(root)
    for criterion in rubric_of("p2").criteria:
        about = built[f"p2-{criterion.id}"].metadata.nbgrader
        assert (about.task, about.locked, about.grade, about.solution) == (True, True, False, False)


def test_the_answer_is_worth_nothing_and_marked_by_a_person(root: Path) -> None:
    built = cells(root)
    about = built["p2-answer"].metadata.nbgrader
    assert (about.grade, about.solution, about.task, about.locked) == (True, True, False, False)
    assert about.points == 0
    assert built["p2-answer"].cell_type == "markdown"
    others = {name: one.metadata.nbgrader.locked for name, one in built.items()}
    assert {name for name, locked in others.items() if not locked} == {
        "p2-answer",
        "p2-self-assessment",
    }


def test_the_box_for_the_learners_own_view_is_nothing_that_nbgrader_grades(root: Path) -> None:
    box = cells(root)["p2-self-assessment"]
    about = box.metadata.nbgrader
    assert (about.grade, about.solution, about.task, about.locked) == (False,) * 4
    assert "points" not in about
    assert box.source.splitlines()[2:] == [
        f"- **{criterion.title}:** " for criterion in rubric_of("p2").criteria
    ]
    names = list(cells(root))
    assert names[names.index("p2-answer") + 1 :][:3] == [
        "p2-own-view",
        "p2-self-assessment",
        "p2-marking",
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A course root with every assignment, and what building it said."""
    said: list[str] = []
    root = tmp_path_factory.mktemp("built") / "root"
    return build_root(root, duty_to_report="Call us first.", progress=said.append), said


def test_one_line_is_said_of_each_assignment(whole: tuple[Path, list[str]]) -> None:
    assert whole[1] == [
        f"{name}: {rubric_of(name).title} · 19 cells, 5 criteria, 20 points" for name in SIX
    ]


def test_the_roots_own_page_names_all_that_it_holds(whole: tuple[Path, list[str]]) -> None:
    page = (whole[0] / "README.md").read_text("utf-8")
    assert "It holds p0, p1, p2, p3, p4, p5. What follows names p0;" in page
    assert "ASSIGNMENT" not in page


@pytest.mark.parametrize("name", SIX)
def test_every_assignment_says_what_must_be_read_before_it_asks_for_a_word(
    name: str, whole: tuple[Path, list[str]]
) -> None:
    path = whole[0] / f"source/{name}/{name}.ipynb"
    built = nbformat.read(path, as_version=4).cells
    ids = [one.metadata.nbgrader.grade_id.removeprefix(f"{name}-") for one in built]
    shown = {id: one.source for id, one in zip(ids, built, strict=True)}
    before = ids[: ids.index("answer")]
    for passage in catalog.passages():
        if passage["id"] != "institution":
            assert shown[passage["id"]] == passage["text"]
        assert not passage["before_writing"] or passage["id"] in before
    assert shown["institution"].endswith("Call us first.")
    assert "placed here when" not in "\n".join(shown.values())
    for start in ("**A. ", "**B. ", "**C. "):
        assert start in shown["choice"]
    assert shown["case"].startswith("### Case C: ")
    assert "**400 to 700 words**" in shown["prompt"] or "**400 to 700 words**" in shown["welcome"]


def test_the_rubric_in_the_notebook_says_every_level_and_what_is_never_scored(root: Path) -> None:
    shown = cells(root)["p2-rubric"].source
    rubric = rubric_of("p2")
    for criterion in rubric.criteria:
        assert criterion.question in shown
        assert all(f"**{one.level} {one.name}.** {one.words}" in shown for one in criterion.levels)
    assert all(one in shown for one in rubric.never_scored)


def test_the_institutions_text_stands_under_its_heading(tmp_path: Path) -> None:
    root = build(tmp_path / "root", duty_to_report="Call *us* first.\n")
    shown = cells(root)["p2-institution"].source
    assert shown == "### Your institution's duty to report\n\nCall *us* first."


def test_an_occupied_root_is_refused_in_one_line_and_left_as_it_is(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt", "gradebook.db"):
        (tmp_path / name).write_text("a learner's")
    before = tree(tmp_path)
    done = CliRunner().invoke(attunement, ["build", "--root", str(tmp_path)])
    assert done.exit_code == 1
    assert done.output == (
        f"Error: {tmp_path}: not empty, it holds a.txt, b.txt, c.txt, d.txt and 1 more; "
        "give a new folder. Nothing changed\n"
    )
    assert tree(tmp_path) == before


def test_a_file_or_a_link_in_the_roots_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(CannotBuild, match="a file or a link is there; give a new folder"):
            build(tmp_path / name)
    assert (tmp_path / "file").read_text() == "kept"
    assert not (tmp_path / "elsewhere").exists()


def test_an_empty_root_is_filled_in_place(tmp_path: Path) -> None:
    """It may be another disk, and the folder above may be somebody else's."""
    root = tmp_path / "root"
    root.mkdir()
    same = root.stat().st_ino
    build(root)
    assert root.stat().st_ino == same
    assert sorted(one.name for one in root.iterdir()) == [
        "README.md",
        "nbgrader_config.py",
        "source",
    ]


@pytest.mark.parametrize("exists", [True, False])
def test_a_build_that_fails_half_way_leaves_nothing(
    exists: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    if exists:
        (tmp_path / "root").mkdir()
    monkeypatch.setattr(nbformat, "write", full)
    with pytest.raises(CannotBuild, match=r"could not be written \(No space left on device\)"):
        build(tmp_path / "root")
    assert tree(tmp_path) == ({"root": None} if exists else {})


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (["--assignment", "p33"], "there is no assignment 'p33'; nearest: p3"),
        (["--course-id", "a/b"], "course id 'a/b': use letters, digits, '.', '-' and '_'"),
    ],
)
def test_bad_options_are_named(options: list[str], text: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(attunement, ["build", "--root", str(tmp_path / "root"), *options])
    assert (done.exit_code, done.output) == (1, f"Error: {text}\n")
    assert not (tmp_path / "root").exists()


@pytest.mark.parametrize(
    ("content", "text"),
    [(b"\n ", "empty; it should hold your institution's text"), (b"\xff", "not a text in UTF-8")],
)
def test_an_unusable_duty_to_report_text_is_named(
    content: bytes, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "duty.md"
    path.write_bytes(content)
    where = ["--root", str(tmp_path / "root"), "--duty-to-report", str(path)]
    done = CliRunner().invoke(attunement, ["build", *where])
    assert (done.exit_code, done.output) == (1, f"Error: {path}: {text}\n")
    assert not (tmp_path / "root").exists()


def test_a_folder_without_assignments_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild, match=r"no assignment there to build \(expected NAME.ipynb\)"):
        build_root(tmp_path / "root", folder=tmp_path)


# --- the source of an assignment -------------------------------------------------------


def source(path: Path, *ids: str, kind: str = "markdown") -> Path:
    """A source notebook with cells of these ids, the last of them of a kind."""
    made = [nbformat.v4.new_markdown_cell("text", id=name) for name in ids]
    if kind == "code":
        made[-1] = nbformat.v4.new_code_cell("1", id=ids[-1])
    notebook = nbformat.v4.new_notebook(cells=made)
    path.write_text(json.dumps(notebook))
    return path


@pytest.mark.parametrize(
    ("ids", "kind", "text"),
    [
        (["rubric", "answer", "x"], "code", "p9.ipynb: cell 'x' is a code cell; a reflective"),
        (["rubric"], "markdown", "p9.ipynb: no cell has the id 'answer'"),
        (["answer"], "markdown", "p9.ipynb: no cell has the id 'rubric'"),
        (["rubric", "answer", "a" * 41], "markdown", "cannot be a grade_id; use letters, digits"),
    ],
)
def test_a_fault_in_a_source_is_named_by_file_and_cell(
    ids: list[str], kind: str, text: str, tmp_path: Path
) -> None:
    with pytest.raises(SourceFault, match=text):
        read_source(source(tmp_path / "p9.ipynb", *ids, kind=kind))


def test_a_damaged_source_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "p9.ipynb").write_text("{\n\n nothing")
    with pytest.raises(SourceFault, match=r"^p9.ipynb: not a readable notebook \(.*\)$") as fault:
        read_source(tmp_path / "p9.ipynb")
    assert "\n" not in str(fault.value)


def test_a_cell_named_like_a_criterion_is_refused(tmp_path: Path) -> None:
    path = source(tmp_path / "p2.ipynb", "rubric", "answer", "observation")
    with pytest.raises(SourceFault, match="the cell id 'observation' is needed for marking"):
        build_notebook(read_source(path), rubric_of("p2"))

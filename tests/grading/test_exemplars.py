"""The bank that markers practise on: whole, on the rubrics' scale, and no learner's."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from commands import run

from attunement_course.checks import Course, load_course
from attunement_course.course_folder import find_course
from attunement_grading import exemplars
from attunement_grading.desk.exemplars import for_calibration, held_back
from attunement_grading.exemplars import FOLDER, FaultyExemplar, checks, exemplars_of
from attunement_grading.exemplars.checks import LENGTH, WORD
from attunement_grading.rubric import rubric_of

ROOT = Path(__file__).parents[2]
SIX = ("p0", "p1", "p2", "p3", "p4", "p5")
EVERY = [one for name in SIX for one in exemplars_of(name)]


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(find_course())


@pytest.mark.parametrize("name", SIX)
def test_an_assignment_has_at_least_four_and_one_near_each_level(name: str) -> None:
    found = exemplars_of(name)
    assert len(found) >= 4
    assert {one.near for one in found} == {1, 2, 3, 4}


@pytest.mark.parametrize("name", SIX)
def test_a_marker_who_calibrates_meets_every_level_though_some_are_held_back(name: str) -> None:
    assert held_back(name)
    assert {one.near for one in for_calibration(name)} == {1, 2, 3, 4}


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_an_exemplar_has_a_reasoned_mark_on_each_criterion_of_its_rubric(one) -> None:
    rubric = rubric_of(one.assignment)
    assert list(one.marks) == [criterion.id for criterion in rubric.criteria]
    for mark in one.marks.values():
        assert 1 <= mark.level <= 4
        assert mark.level % 0.5 == 0
        assert 8 <= len(mark.reason.split()) <= 60
        assert len(re.findall(r"[.?!”](?:\s|$)", mark.reason)) <= 4
    assert LENGTH[0] <= len(WORD.findall(one.text)) <= LENGTH[1]


def test_neither_id_nor_order_gives_the_level_away() -> None:
    assert not [one.id for one in EVERY if re.search(r"\d$|habit|under|reflec|crit|level", one.id)]
    order = [one.mean for name in SIX for one in exemplars_of(name)]
    assert order != sorted(order)
    for name in SIX:
        means = [one.mean for one in exemplars_of(name)]
        assert means not in (sorted(means), sorted(means, reverse=True))


def test_levels_differ_within_a_piece_and_every_criterion_sees_the_whole_scale() -> None:
    assert sum(len({mark.level for mark in one.marks.values()}) > 1 for one in EVERY) > 15
    for criterion in rubric_of("p2").criteria:
        levels = {one.marks[criterion.id].level for one in EVERY}
        assert {1, 2, 3, 4} <= levels


def test_an_assignment_without_exemplars_has_none() -> None:
    assert exemplars_of("p9") == ()


# --- what is wrong with one is said by file and field ----------------------------------


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of one exemplar, alone in the bank, for a test to break."""
    folder = tmp_path / "exemplars"
    folder.mkdir()
    shutil.copy(FOLDER / "p2-turn.yml", folder)
    monkeypatch.setattr(checks, "read_exemplars", lambda: exemplars.read_exemplars(folder))
    return folder / "p2-turn.yml"


LINES = [
    ("id: p2-turn", "id: p2-tern", "id: must be the file's name (got p2-tern)"),
    (
        "assignment: p2",
        "assignment: p9",
        "assignment: no rubric belongs to it (got p9)",
    ),
    (
        "  observation:\n    level: 3",
        "  observation:\n    level: 4.5",
        "marks.observation.level: must be on the rubric's scale, 1 to 4 (got 4.5)",
    ),
    (
        "  observation:\n    level: 3",
        "  observation:\n    level: 2.7",
        "marks.observation.level: must be a multiple of 0.5 (got 2.7)",
    ),
    (
        "  observation:",
        "  sight:",
        "marks.sight: the rubric has no such criterion (got sight)",
    ),
    ("  observation:", "  sight:", "marks.observation: this criterion of the rubric has no mark"),
    (
        "“These are the facts”",
        "“These are facts”",
        "marks.observation.reason: what is quoted must stand in the text (got These are facts)",
    ),
    (
        "text: |\n",
        "text: Short.\nvoices: |\n",
        "voices: unknown field (got My conversation was with the man who would rather have advi…)",
    ),
    ("text: |\n", "text: |\n  r = .99 for once.\n\n", "text: no checked work finds this figure"),
    ("text: |\n", f"text: |\n  {'and so on ' * 50}\n\n", "text: must have 250 to 600 words (got 6"),
]


@pytest.mark.parametrize(("whole", "part", "line"), LINES, ids=[line[2][:30] for line in LINES])
def test_a_fault_is_one_line_with_file_and_field(
    whole: str, part: str, line: str, broken: Path, course: Course
) -> None:
    text = broken.read_text("utf-8")
    assert whole in text
    broken.write_text(text.replace(whole, part, 1), "utf-8")
    said = [str(one) for one in checks.check(course).problems]
    expected = f"attunement_grading/exemplars/p2-turn.yml: {line}"
    assert [one for one in said if one.startswith(expected)], said


def test_the_articles_words_are_refused(
    broken: Path, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        checks, "copied_run", lambda text: "eight words" if "turn 6" in text else ""
    )
    said = [str(one) for one in checks.check(course).problems]
    assert said == [
        "attunement_grading/exemplars/p2-turn.yml: text: "
        "8 words in a row are the article's (got eight words)"
    ]


def test_one_that_is_not_yaml_is_named_and_refused_by_the_loader(
    broken: Path, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken.write_text("id: [", "utf-8")
    problems = checks.check(course).problems
    assert len(problems) == 1
    assert str(problems[0]).startswith("attunement_grading/exemplars/p2-turn.yml: line ")
    monkeypatch.setattr(exemplars, "read_exemplars", lambda: ({}, problems))
    exemplars._all.cache_clear()
    with pytest.raises(FaultyExemplar, match="p2-turn.yml: line "):
        exemplars_of("p2")
    monkeypatch.undo()
    exemplars._all.cache_clear()


def test_attunement_check_reads_them_too_and_takes_one_by_its_path() -> None:
    assert run("check", str(FOLDER)).stdout == f"{len(EVERY)} files checked, no problems\n"
    assert run("check", str(FOLDER / "p2-turn.yml")).stdout == "1 file checked, no problems\n"


# --- learners have none of it --------------------------------------------------------------


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, zipfile.ZipFile]:
    """The three distributions as they would be handed out, by name."""
    folder = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--wheel-dir", str(folder)]
    parts = [str(ROOT / name) for name in ("course", "widgets", "grading")]
    done = subprocess.run([*command, *parts], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.name.split("-")[0]: zipfile.ZipFile(path) for path in folder.glob("*.whl")}


def test_a_learners_distributions_hold_no_exemplar(wheels: dict[str, zipfile.ZipFile]) -> None:
    marks = [" ".join(one.text.split())[:70] for one in EVERY]
    for name in ("attunement_course", "attunement_widgets"):
        files = wheels[name].namelist()
        assert not [file for file in files if "exemplar" in file]
        for file in files:
            text = " ".join(wheels[name].read(file).decode("utf-8", "replace").split())
            assert not [mark for mark in marks if mark in text], file


def test_an_instructors_distribution_holds_them_all(wheels: dict[str, zipfile.ZipFile]) -> None:
    files = set(wheels["attunement_grading"].namelist())
    assert {f"attunement_grading/exemplars/{one.id}.yml" for one in EVERY} <= files
    assert {f"attunement_grading/assignments/{name}.ipynb" for name in SIX} <= files

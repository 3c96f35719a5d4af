"""The table of marks: nothing shifts, nothing runs, nothing is lost."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from nbgrader.api import Gradebook

from attunement_course.cli import attunement
from attunement_grading.cli import FORMS as OFFERED
from attunement_grading.export import SUMS, WHO, mark_rows
from attunement_grading.exporting import AUDIT, CSV
from attunement_grading.registry.forms import FORMS
from attunement_grading.settings import put_tools_on_path
from attunement_grading.spreadsheet import safe_cell, write_csv

TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
ODD = st.builds("".join, st.lists(st.sampled_from([*"=+-@\t\r\n,\"'; ﹣＝", "Ben, Jr.", "=1+1"])))
NAMES = TYPED | ODD
# nbgrader's own, at each new submission
QUIET = pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")
RUNS = tuple("=+-@\t\r\n＝＋－＠")


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export") / "marks.csv"


def written(target: Path, *names: str, bom: bool = False) -> list[list[str]]:
    columns = [f"c{n}" for n in range(len(names))]
    write_csv(target, columns, [dict(zip(columns, names, strict=True))], bom)
    with target.open(encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        return list(csv.reader(file))


@given(st.lists(NAMES, min_size=1, max_size=5), st.booleans())
@example(["Ben, Jr.", 'say "hello"', "two\nlines", "a\r\nb"], False)
@example(['=HYPERLINK("https://evil.example","x")', "+1", "-1", "@SUM(A1)", "\t=1"], False)
@example(["\r=1", "\n=1", " =1", " \t1", "'=1", "＝1"], True)
@example([" \n"], False)
def test_names_come_back_as_they_were_save_for_the_apostrophe(
    target: Path, names: list[str], bom: bool
) -> None:
    head, row = written(target, *names, bom=bom)
    assert len(head) == len(row) == len(names)
    for name, cell in zip(names, row, strict=True):
        assert cell in (name, f"'{name}")
        assert not cell.lstrip(" ").startswith(RUNS)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_stay_numbers(target: Path, value: float) -> None:
    assert safe_cell(value) == value
    write_csv(target, ["mark"], [{"mark": value}])
    assert float(target.read_text().splitlines()[1]) == value


@pytest.mark.parametrize("name", ["Ben", "O'Hara", "a=b", "x-y", "", "Zoë", "1+1"])
def test_an_ordinary_name_is_left_alone(name: str) -> None:
    assert safe_cell(name) == name


def test_a_table_that_cannot_be_finished_leaves_the_old_one(target: Path) -> None:
    target.write_text("yesterday's")

    def rows() -> Iterator[dict[str, str | float]]:
        yield {"a": 1.0}
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        write_csv(target, ["a"], rows())
    assert target.read_text() == "yesterday's"
    assert [one.name for one in target.parent.iterdir()] == ["marks.csv"]


# --- rows ---------------------------------------------------------------------------


@pytest.fixture
def gradebook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gradebook]:
    """Somebody else's assignment in a gradebook of its own, one learner who did nothing."""
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    put_tools_on_path()
    with Gradebook("sqlite://", "attunement") as book:
        book.add_assignment("quiz")
        book.add_student("ada", first_name="Ada")
        book.add_student("ben")
        book.add_submission("quiz", "ada")
        yield book


@QUIET
def test_who_handed_nothing_in_has_a_row_with_empty_marks(gradebook: Gradebook) -> None:
    columns, rows = mark_rows(gradebook)
    assert columns == [*WHO, *SUMS]
    ben = next(row for row in rows if row["learner"] == "ben")
    assert ben["state"] == "not handed in"
    assert "total" not in ben
    assert ben["first_name"] == ""


@QUIET
def test_work_without_a_rubric_is_exported_by_its_total(gradebook: Gradebook) -> None:
    _, rows = mark_rows(gradebook, ["quiz"], ["ada"])
    assert [(row["learner"], row["total"], row["state"]) for row in rows] == [
        ("ada", 0.0, "marked")
    ]


# --- the command ------------------------------------------------------------------------


def export(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(attunement, ["export", *arguments])
    return done.exit_code, done.output


def test_the_forms_offered_are_the_forms_written() -> None:
    assert set(OFFERED) == {CSV, AUDIT, *FORMS}


def test_a_folder_that_is_no_course_root_is_named(tmp_path: Path) -> None:
    assert export("--root", str(tmp_path), "-o", str(tmp_path / "marks.csv")) == (
        1,
        f"Error: {tmp_path}: no course root, for it has no nbgrader_config.py; "
        "make one with `attunement build`\n",
    )


def test_a_root_without_a_gradebook_says_what_to_run(tmp_path: Path) -> None:
    root = tmp_path / "root"
    assert CliRunner().invoke(attunement, ["build", "--root", str(root)]).exit_code == 0
    code, said = export("--root", str(root), "-o", str(tmp_path / "marks.csv"))
    assert code == 1
    assert said == (
        f"Error: {root}: no gradebook yet; run `nbgrader generate_assignment p2` in it first\n"
    )
    assert not (root / "gradebook.db").exists()


def test_a_configuration_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("raise ValueError('half a line')")
    code, said = export("--root", str(tmp_path), "-o", str(tmp_path / "marks.csv"))
    assert (code, said) == (
        1,
        f"Error: {tmp_path}/nbgrader_config.py: cannot be read (ValueError: half a line)\n",
    )


def test_an_output_without_a_folder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "missing/marks.csv"
    code, said = export("--root", str(tmp_path), "-o", str(target))
    assert (code, said) == (1, f"Error: {target}: not a file in an existing folder\n")

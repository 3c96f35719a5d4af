"""Ratings as files and as the desk's events, and `attunement reliability` over them."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from commands import error_of, run
from hypothesis import given
from hypothesis import strategies as st
from published_ratings import (
    KRIPPENDORFF,
    KRIPPENDORFF_ALPHA,
    SHROUT_FLEISS,
    SHROUT_FLEISS_ICC,
    csv_of,
    ratings,
)

from attunement_grading.agreement import Rating, RatingsRefused, ratings_of, read_ratings
from attunement_grading.agreement.command import show
from attunement_grading.mark_events import MarkEvent

pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    lambda name: name.strip() == name
)
HEAD = "target,rater,score\n"
WHOLE = "t1,a,1\nt1,b,2\nt2,a,2\nt2,b,2\nt3,a,4\nt3,b,3\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ratings.csv"


# --- reading ----------------------------------------------------------------------------


@given(
    st.lists(st.tuples(NAMES, NAMES, st.floats(-1000, 1000)), min_size=1, max_size=6),
    st.sampled_from(["utf-8", "utf-8-sig"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_names_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, float]],
    encoding: str,
    end: str,
) -> None:
    path = tmp_path_factory.mktemp("ratings") / "names.csv"
    with path.open("w", encoding=encoding, newline="") as to:
        writer = csv.writer(to, lineterminator=end)
        writer.writerows([["target", "rater", "score"], *rows])
    read = read_ratings(path).ratings
    assert [(one.target, one.rater, one.score) for one in read] == rows


def test_columns_stand_in_any_order_and_others_are_passed_over(file: Path) -> None:
    file.write_text("Score, note ,TARGET,rater\n2.5,late,t1,Ana\n")
    assert read_ratings(file).ratings == (Rating("t1", "Ana", 2.5),)


def test_a_row_without_a_score_is_a_gap_and_is_named(file: Path) -> None:
    file.write_text(f"{HEAD}t1,a,\n\n{WHOLE}")
    table = read_ratings(file)
    assert len(table.ratings) == 6
    assert table.unscored == (2,)
    done = run("reliability", "--ratings", file)
    assert done.exit_code == 0
    assert f"{file}: left out, for they have no score: rows 2\n" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty; the first row should be target,rater,score"),
        (
            "target,score\nt1,3\n",
            "row 1: no column 'rater' (found: target, score); the columns are target, rater, "
            "score, parted by commas, and criterion if there are several",
        ),
        (
            "target;rater;score\nt1;a;3\n",
            "row 1: no column 'target' (found: target;rater;score); the columns are target, "
            "rater, score, parted by commas, and criterion if there are several",
        ),
        ("target,rater,score,score\n", "row 1: 2 columns are called 'score'; keep one"),
        (f"{HEAD}t1,a,good\n", "row 2: score 'good' is not a number, such as 3 or 2.5"),
        (f'{HEAD}t1,a,"2,5"\n', "row 2: score '2,5' is not a number, such as 3 or 2.5"),
        (f"{HEAD}t1,a,nan\n", "row 2: score 'nan' is not a number, such as 3 or 2.5"),
        (f"{HEAD}t1,a,1_0\n", "row 2: score '1_0' is not a number, such as 3 or 2.5"),
        (f"{HEAD}t1,a,1e999\n", "row 2: score 1e999 is beyond 1,000,000"),
        (f"{HEAD}t1,a,3\nt2,,3\n", "row 3: no rater"),
        (f"{HEAD}t1,Ben, Jr.,3\n", "row 2: 4 cells where the header has 3"),
        (f"{HEAD}t1,a\n", "row 2: 2 cells where the header has 3"),
        ("target,rater,score,criterion\nt1,a,3,\n", "row 2: no criterion"),
        (HEAD, "no ratings"),
        (f"{HEAD}t1,a,1\nt1,b,1\nt1,a,2\n", "row 4: a rated t1 twice, first in row 2"),
        (f"{HEAD}t1,a,1\nt2,a,2\nt3,a,2\n", "only one rater (a); agreement needs two or more"),
        (
            f"{HEAD}t1,a,1\nt1,b,1\nt2,a,2\nt2,b,2\nt3,a,2\n",
            "2 targets with two raters or more; at least 3 are needed",
        ),
        (
            f"{HEAD}t1,a,1\nt2,b,1\nt3,a,2\n",
            "0 targets with two raters or more; at least 3 are needed",
        ),
        (
            "target,rater,score,criterion\nt1,a,1,x\nt1,a,2,y\nt1,a,1,y\n",
            "row 4: a rated t1 twice on y, first in row 3",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_its_row(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    done = run("reliability", "--ratings", file)
    assert done.exit_code == 1
    assert error_of(done) == f"{file}: {said}"
    assert done.stdout == ""


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    assert error_of(run("reliability", "--ratings", file)) == f"{file}: there is no such file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    said = error_of(run("reliability", "--ratings", tmp_path))
    assert said == f"{tmp_path}: a folder; name the CSV file in it"


def test_another_encoding_is_named(file: Path) -> None:
    file.write_bytes("target,rater,score\nt1,Chloé,3\n".encode("latin-1"))
    said = error_of(run("reliability", "--ratings", file))
    assert said == f"{file}: not a text in UTF-8; save it as CSV UTF-8"


def test_a_quote_that_does_not_end_is_no_csv(file: Path) -> None:
    file.write_text(f'{HEAD}t1,"a,3\n')
    assert error_of(run("reliability", "--ratings", file)).startswith(f"{file}: no CSV file (")


# --- the command --------------------------------------------------------------------------


def test_json_has_the_six_and_the_four_by_their_names(file: Path) -> None:
    file.write_text(csv_of(ratings(SHROUT_FLEISS)), encoding="utf-8-sig")
    done = run("reliability", "--ratings", file, "--json")
    found = json.loads(done.stdout)
    for key, printed in SHROUT_FLEISS_ICC.items():
        assert found[key] == pytest.approx(printed, abs=0.005)
        low, high = found["ci"][key]
        assert low < found[key] < high
    assert set(found["krippendorff_alpha"]) == {"nominal", "ordinal", "interval", "ratio"}
    assert set(found["ci"]["krippendorff_alpha"]) == set(found["krippendorff_alpha"])
    assert found["undefined"] == {}


def test_json_of_the_table_with_gaps(file: Path) -> None:
    file.write_text(csv_of(ratings(KRIPPENDORFF)))
    found = json.loads(run("reliability", "--ratings", file, "--json").stdout)
    for scale, printed in KRIPPENDORFF_ALPHA.items():
        assert found["krippendorff_alpha"][scale] == pytest.approx(printed, abs=0.0005)
    assert found["rests_on"]["icc2_1"] == 8
    assert found["rests_on"]["krippendorff_alpha.ordinal"] == 11


def test_json_of_no_variance_has_null_and_a_reason_and_no_nan(file: Path) -> None:
    file.write_text(csv_of([replace(one, score=3.0) for one in ratings(SHROUT_FLEISS)]))
    text = run("reliability", "--ratings", file, "--json").stdout
    found = json.loads(text, parse_constant=lambda name: pytest.fail(name))
    assert found["icc2_1"] is None
    assert found["undefined"]["icc2_1"] == "every score is 3"
    assert found["decision"]["decimal_grade"] is False


def test_the_page_names_every_figure_and_says_undefined(file: Path) -> None:
    file.write_text(csv_of([replace(one, score=3.0) for one in ratings(SHROUT_FLEISS)]))
    said = run("reliability", "--ratings", file).stdout
    for name in (*SHROUT_FLEISS_ICC, *(f"krippendorff_alpha {s}" for s in KRIPPENDORFF_ALPHA)):
        (line,) = [line for line in said.splitlines() if line.strip().startswith(name)]
        assert "undefined" in line
    assert "nan" not in said


def test_several_criteria_have_a_part_each_and_a_total(file: Path) -> None:
    parts = [one for name in ("evidence", "reframing") for one in ratings(SHROUT_FLEISS, name)]
    file.write_text(csv_of(parts))
    found = json.loads(run("reliability", "--ratings", file, "--json").stdout)
    assert list(found) == ["criteria", "total"]
    assert list(found["criteria"]) == ["evidence", "reframing"]
    assert found["total"]["icc3_1"] == pytest.approx(found["criteria"]["evidence"]["icc3_1"])


def test_names_are_shown_as_text_and_no_terminal_obeys_them(file: Path) -> None:
    file.write_text(HEAD + WHOLE.replace(",a,", ",[red]Ana[/red]\x1b[31m,"))
    said = run("reliability", "--ratings", file).stdout
    assert "[red]Ana[/red]" in said
    assert "\x1b" not in said


def test_the_command_line_starts_without_the_packages_of_figures() -> None:
    heavy = "{'numpy', 'pandas', 'pingouin', 'matplotlib', 'sklearn', 'krippendorff'}"
    done = python(
        "import sys, attunement_grading.cli, attunement_grading.agreement",
        f"print(*sorted({heavy} & set(sys.modules)))",
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.parametrize("package", ["krippendorff", "pandas"])
def test_a_missing_package_is_named_with_what_installs_it(file: Path, package: str) -> None:
    file.write_text(HEAD + WHOLE)
    done = python(
        "import sys",
        f"sys.modules[{package!r}] = None",
        f"sys.argv = ['attunement', 'reliability', '--ratings', {str(file)!r}]",
        "from attunement_course.cli import main; main()",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Error: figures of agreement need {package}, which is not installed; "
        "run `pip install 'attunement-grading[agreement]'`\n"
    )


def python(*lines: str) -> subprocess.CompletedProcess[str]:
    """Run some lines in a Python of their own."""
    command = [sys.executable, "-c", "\n".join(lines)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


# --- the desk's events ----------------------------------------------------------------------


def event(
    submission: str,
    marker: str,
    criterion: str,
    level: float | None,
    kind: str = "live",
    locked: bool = True,
    minute: int = 0,
) -> MarkEvent:
    """A mark as the desk hands it over."""
    time = datetime(2026, 5, 4, tzinfo=UTC) + timedelta(minutes=minute)
    return MarkEvent(submission, marker, criterion, level, "", "abc", time, kind, locked)


def test_a_marker_s_latest_locked_mark_is_the_rating() -> None:
    events: list[MarkEvent] = [
        event("p1", "ana", "evidence", 2.0, minute=1),
        event("p1", "ana", "evidence", 2.5, minute=9),
        event("p1", "ana", "reframing", 3.0, minute=2),
        event("p1", "ben", "evidence", 4.0, minute=3, locked=False),
    ]
    assert set(ratings_of(events)) == {
        Rating("p1", "ana", 2.5, "evidence"),
        Rating("p1", "ana", 3.0, "reframing"),
    }


def test_a_mark_taken_back_and_marks_after_talk_are_no_ratings() -> None:
    events: list[MarkEvent] = [
        event("p1", "ana", "evidence", 2.0, minute=1),
        event("p1", "ana", "evidence", None, minute=2),
        event("p1", "ben", "evidence", 3.0, kind="agreed", minute=3),
        event("x1", "ben", "evidence", 3.0, kind="calibration", minute=3),
    ]
    assert ratings_of(events) == ()
    assert ratings_of(events, kind="calibration") == (Rating("x1", "ben", 3.0, "evidence"),)


def test_marks_that_nobody_gave_twice_say_nothing_of_agreement() -> None:
    events = [event(f"p{n}", "ana", "evidence", 2.0) for n in range(4)]
    with pytest.raises(RatingsRefused, match=r"p2: only one rater \(ana\)"):
        show(ratings_of(events), where="p2")


def test_the_desk_s_marks_make_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    events = [event(one.target, one.rater, "evidence", one.score) for one in ratings(SHROUT_FLEISS)]
    show(ratings_of(events), where="p2", as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert found["criteria"]["evidence"]["icc2_1"] == pytest.approx(0.29, abs=0.005)

"""Grade files for Canvas and Moodle: as their importers read them, safe, for the right person."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import error_of, run
from hypothesis import example, given
from hypothesis import strategies as st
from marked_gradebook import RUBRIC, gradebook_at, mark, root_with

from attunement_grading.changes import differs
from attunement_grading.registry.filling import GradeFile, grade_file
from attunement_grading.registry.forms import FORMS
from attunement_grading.registry.grades import Column, Grade, Grades, Learner, grades_of
from attunement_grading.registry.reading import read_registry
from attunement_grading.spreadsheet import SheetRefused, write_csv

pytestmark = pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")
CANVAS, MOODLE = FORMS["canvas"], FORMS["moodle"]
RUNS = tuple("=+-@\t\r\n＝＋－＠")
P2 = Column("p2", RUBRIC.title, 20)
CANVAS_P2 = f"p2 {RUBRIC.title}"


def learner(id: str, first: str = "", last: str = "", email: str = "", lms: str = "") -> Learner:
    return Learner(id, first, last, email, lms)


def some_grades(**points: float | None) -> Grades:
    return Grades(
        tuple(learner(id, id.title(), "Lovelace", f"{id}@example.org") for id in points),
        (P2,),
        {(id, "p2"): Grade(one, "Well seen.") for id, one in points.items() if one is not None},
    )


def written(file: GradeFile, path: Path) -> list[dict[str, str]]:
    write_csv(path, file.columns, file.rows)
    with path.open(encoding="utf-8", newline="") as there:
        return list(csv.DictReader(there, strict=True))


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("registry") / "grades.csv"


def export_file(folder: Path, text: str) -> Path:
    path = folder / "theirs.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


# --- as the importers read them ---------------------------------------------------------


def canvas_import(rows: list[list[str]]) -> dict[tuple[str, str], str]:
    """What Canvas makes of a file: its importer's own steps (lib/gradebook_importer.rb)."""
    header = rows[0]
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert re.search(r"SIS\s+User\s+ID", header[2])
    assert re.search(r"SIS\s+Login\s+ID", header[3])
    assert "Section" in header[4]
    assignments = header[5:]
    assert "Points Possible" in rows[1][0]
    return {
        (row[1] or row[2] or row[3], title): row[5 + place].strip()
        for row in rows[2:]
        for place, title in enumerate(assignments)
    }


def test_canvas_reads_what_is_written(target: Path) -> None:
    file = grade_file(CANVAS, some_grades(ada=14.5, ben=None))
    written(file, target)
    with target.open(encoding="utf-8", newline="") as there:
        rows = list(csv.reader(there))
    assert canvas_import(rows) == {("ada", CANVAS_P2): "14.5"}
    assert rows[1] == ["    Points Possible", "", "", "", "", "20"]
    assert file.notes == ("left out, for nothing of theirs is wholly marked: ben",)


def test_moodle_has_every_id_and_the_feedback_beside_the_grade(target: Path) -> None:
    (row,) = written(grade_file(MOODLE, some_grades(ada=14.5, ben=None)), target)
    assert row == {
        "Username": "ada",
        "First name": "Ada",
        "Last name": "Lovelace",
        "ID number": "",
        "Email address": "ada@example.org",
        f"p2 {RUBRIC.title} (Real)": "14.5",
        f"p2 {RUBRIC.title} (Feedback)": "Well seen.",
    }


def test_a_title_that_ends_like_one_of_canvas_s_ids_is_not_taken_for_one() -> None:
    grades = Grades(
        (learner("ada"),), (Column("quiz", "Quiz (2)", 5),), {("ada", "quiz"): Grade(5, "")}
    )
    assert grade_file(CANVAS, grades).columns[-1] == "quiz Quiz 2"


def test_cells_that_would_empty_the_registry_s_are_counted() -> None:
    two = (P2, Column("quiz", "quiz", 10))
    grades = Grades((learner("ada"),), two, {("ada", "p2"): Grade(14, "")})
    assert grade_file(MOODLE, grades).notes == (
        "1 cell is empty, and importing that empties what Moodle has there; give its own export "
        "with --against, or export one assignment at a time",
    )


# --- hostile text ----------------------------------------------------------------------------

TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
ODD = st.builds("".join, st.lists(st.sampled_from([*"=+-@\t\r\n,\"'; ﹣＝", "Ben, Jr.", "=1+1"])))
NAMES = TYPED | ODD


@given(st.sampled_from(["canvas", "moodle"]), NAMES, NAMES, NAMES.filter(bool), NAMES, NAMES)
@example("canvas", "Ben, Jr.", 'O"Hara', "ben", "=HYPERLINK(1)", "\n=1")
@example("moodle", "two\nlines", "\t=1", "-ben", "@SUM(A1)", "ben@example.org")
def test_whatever_people_are_called_rows_stay_rows_and_nothing_runs(
    target: Path, form: str, first: str, last: str, id: str, comment: str, email: str
) -> None:
    person = learner(id, first, last, email)
    grades = Grades((person,), (P2,), {(id, "p2"): Grade(-1.5, comment)})
    file = grade_file(FORMS[form], grades)
    row = written(file, target)[-1]
    key = FORMS[form].key
    assert row[key] in (id, f"'{id}")
    for name, cell in row.items():
        if name.startswith("p2") and not name.endswith("(Feedback)"):
            assert float(cell) == -1.5  # a number stays one, its sign too
        else:
            assert not cell.lstrip(" ").startswith(RUNS), name
    if row[key] != id:
        assert any(note.startswith(f"{id!r} in {key} is written with") for note in file.notes)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=4))
def test_the_registry_s_own_file_comes_back_with_its_people(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, str]]
) -> None:
    """Written as Canvas writes it and read again, every learner is found by id."""
    path = tmp_path_factory.mktemp("canvas") / "theirs.csv"
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", f"{CANVAS_P2} (4711)"]
    with path.open("w", encoding="utf-8", newline="") as there:
        writer = csv.writer(there)
        writer.writerow(head)
        writer.writerow(["    Points Possible", "", "", "", "", "20.00"])
        for number, (name, section) in enumerate(people):
            writer.writerow([name, 100 + number, "", f"login{number}", section, "1.00"])
    ids = [f"login{number}" for number in range(len(people))]
    grades = Grades(tuple(map(learner, ids)), (P2,), {(id, "p2"): Grade(9, "") for id in ids})
    file = grade_file(CANVAS, grades, read_registry(path, CANVAS))
    kept = [people[n] for n in range(len(people)) if people[n][0] != "Student, Test"]
    kept = [one for one in kept if "Points Possible" not in one[0]]
    assert [(row["Student"], row["Section"]) for row in file.rows[1:]] == kept
    assert [change.new for change in file.changes or ()] == [9.0] * len(kept)


# --- against the registry's own export ---------------------------------------------------------

HEAD = f"Student,ID,SIS User ID,SIS Login ID,Section,{CANVAS_P2} (4711),Quiz (12),Final Score\n"
POINTS = "    Points Possible,,,,,20.00,10.00,(read only)\n"
POSTING = ",,,,,Manual Posting,,\n"


def canvas_file(folder: Path, *rows: str, head: str = HEAD) -> Path:
    return export_file(folder, head + POSTING + POINTS + "".join(f"{row}\n" for row in rows))


def test_ids_and_headers_are_the_registry_s_and_only_the_grade_is_ours(tmp_path: Path) -> None:
    theirs = canvas_file(
        tmp_path,
        '"Lovelace, Ada",31,S1,ADA,A and B,12.00,9.00,80.00',
        '"Student, Test",99,,zz,A,,,',
    )
    file = grade_file(CANVAS, some_grades(ada=14.5), read_registry(theirs, CANVAS))
    assert file.columns == (*CANVAS.who, f"{CANVAS_P2} (4711)")
    assert file.rows == (
        {"Student": "    Points Possible", f"{CANVAS_P2} (4711)": 20.0},
        {
            "Student": "Lovelace, Ada",
            "ID": "31",
            "SIS User ID": "S1",
            "SIS Login ID": "ADA",
            "Section": "A and B",
            f"{CANVAS_P2} (4711)": 14.5,
        },
    )
    assert [(c.learner, c.column, c.old, c.new) for c in file.changes or ()] == [
        ("ada", f"{CANVAS_P2} (4711)", 12.0, 14.5)
    ]
    assert file.notes == ()


def test_what_is_not_wholly_marked_stays_as_the_registry_has_it(tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, "A,1,,ada,X,12.00,,", "B,2,,ben,X,EX,,", "C,3,,cleo,X,-1.00,,")
    file = grade_file(
        CANVAS, some_grades(ada=None, ben=None, cleo=None), read_registry(theirs, CANVAS)
    )
    assert [row[f"{CANVAS_P2} (4711)"] for row in file.rows[1:]] == [12.0, "EX", -1.0]
    assert file.changes == ()


def test_learners_on_one_side_only_are_named(tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, "A,1,,ada,X,,,", '"Moss, Dee",4,S4,dee,X,,,')
    file = grade_file(CANVAS, some_grades(ada=10, ben=11), read_registry(theirs, CANVAS))
    assert file.notes == (
        "not in theirs.csv: ben (Lovelace, Ben)",
        "not in the gradebook: row 5 (Moss, Dee, 4, S4, dee, X)",
    )
    assert len(file.rows) == 2


def test_people_are_found_by_any_id_and_never_by_name(tmp_path: Path) -> None:
    people = (
        learner("one", email="ONE@example.org"),
        learner("two", lms="S2"),
        learner("three", lms="33"),
        learner("four", first="Ada", last="Lovelace"),
        learner("44"),
    )
    theirs = canvas_file(
        tmp_path,
        "A,1,,one@example.org,X,,,",
        "B,2,S2,,X,,,",
        "C,33,,,X,,,",
        '"Lovelace, Ada",44,,other,X,,,',
    )
    grades = Grades(people, (P2,), {(one.id, "p2"): Grade(9, "") for one in people})
    file = grade_file(CANVAS, grades, read_registry(theirs, CANVAS))
    assert [change.learner for change in file.changes or ()] == ["one", "two", "three"]
    # nbgrader's own id 44 is not Canvas's ID 44, which is another person
    assert [note for note in file.notes if note.startswith("not in theirs.csv")] == [
        "not in theirs.csv: four (Lovelace, Ada)",
        "not in theirs.csv: 44 (44)",
    ]


def test_a_person_in_two_rows_is_refused(tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, "A,1,,ada,X,,,", "A,2,,ada@example.org,X,,,")
    with pytest.raises(SheetRefused, match="row 5: ada is in row 4 too; take one of them out"):
        grade_file(CANVAS, some_grades(ada=1), read_registry(theirs, CANVAS))


def test_a_row_of_two_people_is_refused(tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, "A,1,S1,ada,X,,,")
    people = (learner("ada"), learner("ben", lms="S1"))
    with pytest.raises(SheetRefused, match="row 4: both (ada and ben|ben and ada) of"):
        grade_file(CANVAS, Grades(people, (P2,), {}), read_registry(theirs, CANVAS))


def test_an_assignment_that_the_registry_lacks_is_new_and_said_so(tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, "A,1,,ada,X,,,", head=HEAD.replace(CANVAS_P2, "Essay"))
    file = grade_file(CANVAS, some_grades(ada=10), read_registry(theirs, CANVAS))
    assert file.columns[-1] == CANVAS_P2
    assert file.notes == (f"theirs.csv has no column for p2; {CANVAS_P2!r} is new",)
    assert file.rows[0][CANVAS_P2] == 20


@pytest.mark.parametrize("title", ["p2", RUBRIC.title, f"P2: {RUBRIC.title}", RUBRIC.title.upper()])
def test_a_column_is_known_by_name_or_title(tmp_path: Path, title: str) -> None:
    theirs = canvas_file(tmp_path, "A,1,,ada,X,,,", head=HEAD.replace(CANVAS_P2, title))
    file = grade_file(CANVAS, some_grades(ada=10), read_registry(theirs, CANVAS))
    assert file.columns[-1] == f"{title} (4711)"


def test_two_columns_that_would_do_are_refused_and_one_can_be_named(tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, "A,1,,ada,X,,,", head=HEAD.replace("Quiz", "p2"))
    read = read_registry(theirs, CANVAS)
    with pytest.raises(SheetRefused, match=r"may both be p2; say which with --column p2=HEADER"):
        grade_file(CANVAS, some_grades(ada=1), read)
    file = grade_file(CANVAS, some_grades(ada=1), read, {"p2": "p2 (12)"})
    assert file.columns[-1] == "p2 (12)"
    with pytest.raises(SheetRefused, match=r"row 1: no column 'p3' for p2"):
        grade_file(CANVAS, some_grades(ada=1), read, {"p2": "p3"})


def test_other_points_possible_are_kept_and_said(tmp_path: Path) -> None:
    theirs = export_file(tmp_path, f"{HEAD}{POINTS.replace('20.00', '100.00')}A,1,,ada,X,12.00,,\n")
    file = grade_file(CANVAS, some_grades(ada=10), read_registry(theirs, CANVAS))
    assert file.rows[0][f"{CANVAS_P2} (4711)"] == 100
    assert file.notes == (
        f"'{CANVAS_P2} (4711)' is out of 100 in the registry and out of 20 here; "
        "marks are written as they are",
    )


def test_moodle_s_export_keeps_its_names_its_feedback_and_when_it_was_made(tmp_path: Path) -> None:
    grade = f"Assignment: {RUBRIC.title} (Real)"
    feedback = f"Assignment: {RUBRIC.title} (Feedback)"
    theirs = export_file(
        tmp_path,
        f'First name;Last name;ID number;Email address;"{grade}";"{feedback}";'
        "Last downloaded from this course\n"
        "Ada;Lovelace;7;ADA@example.org;-;;1770000000\n"
        "Ben;Lovelace;8;ben@example.org;3.00;Kept.;1770000000\n",
    )
    file = grade_file(MOODLE, some_grades(ada=14.5, ben=None), read_registry(theirs, MOODLE))
    assert file.columns == (
        "First name",
        "Last name",
        "ID number",
        "Email address",
        "Last downloaded from this course",
        grade,
        feedback,
    )
    assert [(row[grade], row[feedback]) for row in file.rows] == [
        (14.5, "Well seen."),
        (3.0, "Kept."),
    ]
    assert {row["Last downloaded from this course"] for row in file.rows} == {"1770000000"}
    assert [(c.learner, c.old, c.new) for c in file.changes or ()] == [
        ("ada", "", 14.5),
        ("ada", "", "Well seen."),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Student,Section\nA,X\n", "row 1: no column SIS User ID or SIS Login ID or ID"),
        ("", "row 1: no column"),
        ("Student,ID,ID,Section\n", "row 1: two columns are called 'ID'; rename one"),
        ("Student,ID,Section\nLovelace, Ada,1,X\n", "row 2: 4 cells where the header has 3"),
    ],
)
def test_what_is_no_canvas_export_is_refused(tmp_path: Path, text: str, said: str) -> None:
    if "User" in said:
        said = "row 1: no column ID or SIS User ID or SIS Login ID; this is no export of Canvas's"
    with pytest.raises(SheetRefused, match=re.escape(said)):
        read_registry(export_file(tmp_path, text), CANVAS)


@pytest.mark.parametrize(
    ("old", "new", "other"),
    [
        ("3.00", 3.0, False),
        ("3", 3.5, True),
        ("", 3.0, True),
        (" 3 ", "3", False),
        ("EX", "EX", False),
    ],
)
def test_numbers_are_compared_as_numbers(old: str, new: float | str, other: bool) -> None:
    assert differs(old, new) is other


# --- from a real gradebook, by the command ---------------------------------------------------


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return root_with(tmp_path_factory.mktemp("course") / "root")


@pytest.fixture
def grades() -> Iterator[Grades]:
    with gradebook_at() as book:
        book.add_student("ada", first_name="Ada")
        mark(book, "ada", [3, 2.5, 4, 2, 3], "Say more.")
        yield grades_of(book)


def test_the_grade_is_the_total_and_the_feedback_says_it_in_words(grades: Grades) -> None:
    grade = grades.grades["ada", "p2"]
    assert grade.points == 14.5
    first, second, *_ = grade.feedback.splitlines()
    assert first == "Observation: reflection (3 of 4). Say more."
    assert second.startswith("Perspective")
    assert "between understanding and reflection (2.5 of 4)" in second


def test_the_command_writes_for_canvas(root: Path, target: Path) -> None:
    done = run("export", "--root", root, "--to", "canvas", "-o", target)
    assert (done.exit_code, done.stdout) == (0, f"1 learner written to {target}\n")
    assert done.stderr == "left out, for nothing of theirs is wholly marked: cleo, ben\n"
    assert "14.5" in target.read_text()


def test_a_dry_run_shows_old_and_new_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, '"Byron, Ada",1,,ada,X,12.00,,', "D,4,,dee,X,,,")
    target = tmp_path / "ours.csv"
    done = run(
        "export", "--root", root, "--to", "canvas", "--against", theirs, "-o", target, "--dry-run"
    )
    assert done.exit_code == 0, done.output
    said = " ".join(done.stdout.split())
    assert "learner column old new" in said
    assert re.search(r"ada .* 12 14\.5", said)
    assert "not in theirs.csv: ben (=1+1, Ben, Jr.)" in said
    assert "not in the gradebook: row 5 (D, 4, dee, X)" in said
    assert said.endswith("1 cell would change; nothing is written.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["theirs.csv"]


@pytest.mark.parametrize("form", ["csv", "canvas", "moodle"])
def test_a_dry_run_over_what_was_just_written_changes_nothing(
    root: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "ours.csv"
    command = ("export", "--root", root, "--to", form, "-o", target)
    first = run(*command, "--dry-run")
    assert first.exit_code == 0
    assert not target.exists()
    assert "\n0 cells would change" not in first.stdout
    assert run(*command).exit_code == 0
    said = run(*command, "--dry-run").stdout
    assert said.endswith("0 cells would change; nothing is written.\n")
    assert "no longer there" not in said


def test_an_earlier_table_shows_what_has_changed_since(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "marks.csv"
    run("export", "--root", root, "-o", target)
    with target.open(newline="") as file:
        rows = {row["learner"]: row for row in csv.DictReader(file)}
    rows["ada"]["observation"] = "1.0"
    rows["cleo"]["learner"] = "dee"
    write_csv(target, list(rows["ada"]), [dict(row) for row in rows.values()])
    said = " ".join(run("export", "--root", root, "--against", target, "--dry-run").stdout.split())
    assert "ada p2 observation 1 3" in said
    assert "cleo p2 state (empty) not handed in" in said
    assert "no longer there: p2 dee" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "canvas"], "name a file to write with -o, or ask for --dry-run"),
        (["--against", "x", "-o", "y"], "--against with --to csv only compares; add --dry-run"),
        (
            ["--column", "p2=x", "-o", "y", "--to", "canvas"],
            "--column goes with --against and --to canvas or moodle",
        ),
        (
            ["--column", "p2", "--against", "x", "-o", "y", "--to", "canvas"],
            "--column p2: write it as ASSIGNMENT=HEADER",
        ),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    root: Path, arguments: list[str], said: str
) -> None:
    done = run("export", "--root", root, *arguments)
    assert done.exit_code == 2
    assert error_of(done) == said


def test_a_registry_file_that_is_not_there_is_named(root: Path, tmp_path: Path) -> None:
    for form in ("csv", "canvas"):
        missing = tmp_path / "missing.csv"
        done = run("export", "--root", root, "--to", form, "--against", missing, "--dry-run")
        assert error_of(done) == f"{missing}: there is no such file"


def test_a_misspelt_assignment_in_column_is_named(root: Path, tmp_path: Path) -> None:
    theirs = canvas_file(tmp_path, "A,1,,ada,X,,,")
    done = run(
        "export", "--root", root, "--to", "canvas", "--against", theirs, "--column", "p3=x",
        "--dry-run",
    )  # fmt: skip
    assert error_of(done).startswith("the gradebook has no assignment 'p3'")

"""One real course from `attunement build` to the feedback in learners' hands.

Ada writes an ordinary reflection, by nbgrader's programs alone. Ben hands in what he was given.
Cleo splits, copies, deletes and adds cells. Dev hands in hostile markup and a megabyte of text.
"""

from __future__ import annotations

import csv
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import life_cycle
import nbformat
import pytest
from bs4 import BeautifulSoup
from life_cycle import Course, Learner, cell, mark, place, read
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config.loader import PyFileConfigLoader

from attunement_course.responses import LearnerRecord, RecordError
from attunement_grading.course_root import open_gradebook
from attunement_grading.self_assessment import box_text

pytestmark = pytest.mark.integration

NAMES = {
    "ada": ("Ada", "Byron"),
    "ben": ("Ben, Jr.", '=HYPERLINK("https://evil.example","marks")'),
    "cleo": ('Cleo "C."', "O'Hara"),
    "dev": ("Dev\nBose", "@SUM(A1)"),
}
MARKS = {
    "ada": {"observation": 3, "perspective": 2.5, "evidence": 4, "reframing": 1, "action": 3.5},
    "cleo": {"observation": 2, "perspective": 2, "evidence": 1.5, "reframing": 2, "action": 2},
    "dev": {"observation": 1, "perspective": 1, "evidence": 1, "reframing": 0.5, "action": 0},
}
SECRET = "planted-secret-5d1e"
REFLECTION = "I said *you must be tired*, and she picked up her bag. " * 45
WHOLE = "".join(f"sentence {n} of many & <b onclick='x()'>more</b>. " for n in range(20_000))
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
HOSTILE = """\
Words before. <script>document.title = "taken"</script>

<img src="x" onerror="document.title='taken'"> <a href="javascript:taken()">press</a>
[link](javascript:alert(1)) [data](data:text/html;base64,PHNjcmlwdD4=)
![far](https://evil.example/a.png) <svg onload="document.title='taken'"></svg>
<iframe srcdoc="<script>parent.x=1</script>"></iframe> <style>body { display: none }</style>
<form action="https://evil.example"><input name="a"></form> <base href="https://evil.example/">

$\\href{javascript:alert(1)}{x}$ ![](attachment:pixel.png)

Words after.
"""


OWN_VIEW = """\
### My own view (not marked)

- **Observation:** 2.5, Ada's own reason
- **Evidence and concepts:** between reflection and critical reflection
"""


def ordinary(notebook: NotebookNode) -> None:
    cell(notebook, "answer").source = REFLECTION
    cell(notebook, "self-assessment").source = OWN_VIEW


def untouched(notebook: NotebookNode) -> None:
    """Opened and saved, no more."""


def mangled(notebook: NotebookNode) -> None:
    """JupyterLab's split, copy, delete and insert, and text in a box that is not for it."""
    answer = cell(notebook, "answer")
    answer.source = "First half of Cleo's answer."
    second = deepcopy(answer)
    second.update(id="split-off", source="Second half of Cleo's answer.")
    notebook.cells.insert(place(notebook, "answer") + 1, second)
    copied = deepcopy(cell(notebook, "evidence"))
    copied.id = "copied-box"
    notebook.cells.insert(place(notebook, "evidence"), copied)
    notebook.cells.append(nbformat.v4.new_markdown_cell("An afterthought of Cleo's."))
    cell(notebook, "action").source += "\n\nTyped by Cleo under a criterion."
    del notebook.cells[place(notebook, "reframing")]


def hostile(notebook: NotebookNode) -> None:
    cell(notebook, "answer").source = WHOLE
    cell(notebook, "self-assessment").source = f"Observation: 4 {HOSTILE}\n\n# {HOSTILE}"
    image = {"pixel.png": {"image/png": PIXEL}}
    output = nbformat.v4.new_output("display_data", {"text/html": "<script>taken()</script>"})
    code = 'open("ran.txt", "w").write("executed")'
    notebook.cells += [
        nbformat.v4.new_markdown_cell(HOSTILE, attachments=image),
        nbformat.v4.new_raw_cell("<script>document.title = 'raw'</script> Words in a raw cell."),
        nbformat.v4.new_code_cell(code, outputs=[output]),
    ]
    state = {"a": {"model_module": "anywidget", "state": {"_esm": "taken()"}}}
    notebook.metadata.widgets = {"application/vnd.jupyter.widget-state+json": {"state": state}}
    notebook.metadata.title = "<script>taken()</script>"


WORKS = {"ada": ordinary, "ben": untouched, "cleo": mangled, "dev": hostile}


@pytest.fixture(scope="module")
def autograded(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """From build to autograde: each learner's work handed in, nothing marked yet."""
    course = Course(tmp_path_factory.mktemp("course"))
    course.build()
    (course.root / "source/p2/p2.md").write_text("The mark scheme, for markers only.")
    (course.root / "source/p2/notes.txt").write_text("The instructor's notes.")
    course.nbgrader("generate_assignment", "p2")
    course.nbgrader("release_assignment", "p2")
    keep_a_secret(course.learner("ada"))
    for name, work in WORKS.items():
        hand_in(course.learner(name), work)
    course.nbgrader("collect", "p2")
    enrol(course)
    course.nbgrader("autograde", "p2")
    with course.gradebook() as gradebook:
        for name in WORKS:
            grades: Any = gradebook.find_submission_notebook("p2", "p2", name).grades
            course.waited[name] = {one.name for one in grades if one.needs_manual_grade}
    return course


def keep_a_secret(learner: Learner) -> None:
    """Something in the learner's own record, where the dialogue keeps it."""
    answer = {"choice": SECRET}
    attempt = {"id": "one", "exercise": "m2-dialogue", "version": 1, "answer": answer}
    LearnerRecord(learner.home / ".local/share/attunement/record").append(attempt)


def hand_in(learner: Learner, work: Any) -> None:
    if learner.name == "ada":
        assert learner.by_command("fetch_assignment", "p2").code == 0
    else:
        learner.fetch()
    learner.change(work)
    if learner.name == "dev":
        (learner.home / "p2/notes.txt").write_text("Dev's notes.")
    if learner.name == "ada":
        assert learner.by_command("submit", "p2").code == 0
    else:
        learner.submit()


def enrol(course: Course) -> None:
    with course.gradebook() as gradebook:
        for name, (first, last) in NAMES.items():
            names: Any = {"first_name": first, "last_name": last}
            gradebook.update_or_create_student(name, **names)


@pytest.fixture(scope="module")
def returned(autograded: Course) -> Course:
    """On from there: marked by criterion, save Ben; feedback made, released and fetched."""
    course = autograded
    with course.gradebook() as gradebook:
        for name, marks in MARKS.items():
            for criterion, points in marks.items():
                mark(gradebook, name, criterion, points, comment_on(name, criterion))
    course.nbgrader("generate_feedback", "p2")
    course.nbgrader("release_feedback", "p2")
    for name in NAMES:
        course.learner(name).fetch_feedback()
    course.expect("attunement", "export", "--root", ".", "--to", "csv", "-o", "marks.csv")
    return course


def comment_on(name: str, criterion: str) -> str:
    return f"To {name} on **{criterion}**: say more <script>of this</script>."


def page_of(course: Course, name: str) -> str:
    return course.learner(name).feedback.read_text(encoding="utf-8")


def words_of(page: str) -> str:
    """A page's text as it is read, without line breaks."""
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


# --- what is released ----------------------------------------------------------------


def test_a_learner_finds_rubric_prompt_a_cell_to_write_in_and_a_box_for_the_own_view(
    autograded: Course,
) -> None:
    released = autograded.notebook("release")
    open_cells = [one for one in released.cells if not one.metadata.nbgrader.locked]
    ids = [one.metadata.nbgrader.grade_id for one in open_cells]
    assert ids == ["p2-answer", "p2-self-assessment"]
    assert "Write your reflection here" in open_cells[0].source
    assert open_cells[1].source == box_text(autograded.rubric)
    rubric = cell(released, "rubric").source
    for criterion in autograded.rubric.criteria:
        assert all(" ".join(one.words.split()) in rubric for one in criterion.levels)
    assert place(released, "prompt") + 1 == place(released, "rubric")


def test_a_markdown_twin_in_source_never_reaches_release_or_exchange(autograded: Course) -> None:
    assert [one.name for one in (autograded.root / "release/p2").iterdir()] == ["p2.ipynb"]
    assert [one.name for one in autograded.exchange.rglob("outbound/p2/*")] == ["p2.ipynb"]
    assert "Not released, since only notebooks are: p2.md" in autograded.said["generate_assignment"]


def test_the_gradebook_is_made_though_alembic_is_not_on_path(autograded: Course) -> None:
    assert not any(Path(folder, "alembic").exists() for folder in life_cycle.BARE_PATH.split(":"))
    assert (autograded.root / "gradebook.db").is_file()


# --- what is handed in ---------------------------------------------------------------


def test_each_learner_is_known_to_the_exchange_by_their_own_name(autograded: Course) -> None:
    submitted = {one.name for one in (autograded.root / "submitted").iterdir()}
    assert submitted == set(NAMES)
    listed = autograded.learner("ada").by_command("list", "--inbound").said
    assert "ada p2" in listed
    assert "ben" not in listed


def test_a_planted_secret_of_the_learners_record_reaches_nobody(returned: Course) -> None:
    own = returned.learner("ada").home / ".local"
    holding = [
        path
        for path in returned.folder.rglob("*")
        if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    assert [path.is_relative_to(own) for path in holding] == [True]


def test_a_record_is_refused_in_an_assignments_folder(autograded: Course) -> None:
    inside = autograded.learner("ada").home / "p2"
    with pytest.raises(RecordError, match="holds an assignment"):
        LearnerRecord(inside / "record").append(
            {"id": "two", "exercise": "m2-dialogue", "version": 1, "answer": {"choice": SECRET}}
        )


# --- what autograding does -----------------------------------------------------------


def test_an_untouched_answer_scores_0_yet_its_criteria_wait_for_a_person(
    autograded: Course,
) -> None:
    criteria = {f"p2-{one.id}" for one in autograded.rubric.criteria}
    assert autograded.waited["ben"] == criteria
    with autograded.gradebook() as gradebook:
        answer: Any = gradebook.find_grade("p2-answer", "p2", "p2", "ben")
        assert (answer.score, answer.needs_manual_grade) == (0, False)
        assert gradebook.find_submission("p2", "ben").needs_manual_grade
        comment: Any = gradebook.find_comment("p2-answer", "p2", "p2", "ben")
        assert comment.auto_comment == "No response."


def test_every_criterion_of_every_learner_waits_for_a_person(autograded: Course) -> None:
    criteria = {f"p2-{one.id}" for one in autograded.rubric.criteria}
    assert autograded.waited == dict.fromkeys(NAMES, criteria)


def test_deleted_and_copied_criteria_are_in_place_once(autograded: Course) -> None:
    graded = autograded.notebook("autograded", "cleo")
    ids = [one.metadata.nbgrader.grade_id for one in graded.cells if "nbgrader" in one.metadata]
    released = [one.metadata.nbgrader.grade_id for one in autograded.notebook("release").cells]
    assert ids == [one for one in released if one != "p2-self-assessment"]
    assert all(cell(graded, one.id).metadata.nbgrader.locked for one in autograded.rubric.criteria)


def test_no_part_of_a_split_copied_or_misplaced_answer_is_dropped(returned: Course) -> None:
    answer = cell(returned.notebook("autograded", "cleo"), "answer").source
    assert answer.index("First half of Cleo's") < answer.index("Second half of Cleo's")
    read_by_cleo = words_of(page_of(returned, "cleo"))
    for text in ("First half", "Second half", "An afterthought", "Typed by Cleo"):
        assert text in read_by_cleo


def test_what_was_mended_is_reported_to_markers_and_to_the_learner(returned: Course) -> None:
    report = json.loads((returned.root / "kept/p2/cleo-p2.json").read_text("utf-8"))
    assert {(one["cell"], one["what"]) for one in report["kept"]} == {
        ("p2-answer", "copy"),
        ("p2-answer", "added"),
        ("p2-action", "locked"),
        ("p2-reframing", "restored"),
    }
    assert "cleo: p2-reframing was missing" in returned.said["autograde"]
    assert "A cell was missing from the notebook" in words_of(page_of(returned, "cleo"))
    assert not (returned.root / "kept/p2/ada-p2.json").exists()


def test_the_submission_itself_stays_as_it_came(returned: Course) -> None:
    sent = read(returned.learner("cleo").path)
    assert returned.notebook("submitted", "cleo") == sent


def test_a_file_of_the_same_name_in_source_leaves_the_learners_beside_it(
    autograded: Course,
) -> None:
    graded = autograded.root / "autograded/dev/p2"
    assert (graded / "notes.txt").read_text() == "The instructor's notes."
    assert (graded / "yours-notes.txt").read_text() == "Dev's notes."


def test_a_reflection_is_never_executed(autograded: Course) -> None:
    assert list(autograded.folder.rglob("ran.txt")) == []
    assert all(not one.get("outputs") for one in autograded.notebook("autograded", "dev").cells)


def test_saved_widgets_and_titles_do_not_reach_the_markers_page(autograded: Course) -> None:
    assert set(autograded.notebook("submitted", "dev").metadata) >= {"widgets", "title"}
    assert set(autograded.notebook("autograded", "dev").metadata) <= {"attunement", "kernelspec"}


def test_the_formgraders_page_of_hostile_work_runs_nothing(autograded: Course) -> None:
    page, own = formgrader_page(autograded, "dev"), formgrader_page(autograded, "ben")
    ours = life_cycle.active(own)  # nbgrader's scripts, its boxes for marks
    assert sorted(life_cycle.active(page)) == sorted(ours)
    assert "Words before." in page
    assert "Words in a raw cell." in page
    assert BeautifulSoup(page, "html.parser").select(".tex2jax_ignore")


def formgrader_page(course: Course, learner: str) -> str:
    """A submission as nbgrader's formgrader writes it (formgrader.py, handlers.py)."""
    with open_gradebook(course.root) as gradebook:
        submission: Any = gradebook.find_submission_notebook("p2", "p2", learner)
        about = {"submission_id": submission.id, "index": 0, "total": 4, "base_url": "/here"}
    config = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    about |= {"assignment_id": "p2", "notebook_id": "p2", "student": learner}
    about |= {"last_name": "", "first_name": "", "notebook_path": "/here/p2.ipynb"}
    path = course.root / "autograded" / learner / "p2/p2.ipynb"
    return HTMLExporter(config=config).from_filename(str(path), resources=about)[0]


def test_the_own_view_is_no_part_of_what_is_marked(autograded: Course) -> None:
    assert "Ada's own reason" in nbformat.writes(autograded.notebook("submitted", "ada"))
    graded = autograded.notebook("autograded", "ada")
    assert "Ada's own reason" not in "".join(one.source for one in graded.cells)
    assert "own reason" not in formgrader_page(autograded, "ada")
    with autograded.gradebook() as gradebook:
        found: Any = gradebook.find_notebook("p2", "p2")
        cells = {one.name for one in [*found.grade_cells, *found.task_cells, *found.source_cells]}
    assert not [name for name in cells if "self-assessment" in name]


# --- what comes back -----------------------------------------------------------------


def test_feedback_says_level_next_level_and_comment_of_each_criterion(returned: Course) -> None:
    page = BeautifulSoup(page_of(returned, "ada"), "html.parser")
    for criterion in returned.rubric.criteria:
        standing = criterion.standing(MARKS["ada"][criterion.id])
        article = page.find("article", {"aria-labelledby": f"criterion-{criterion.id}"})
        assert article is not None
        said = " ".join(article.get_text(" ").split())
        assert standing.level in said.lower()
        assert " ".join((standing.coming.words if standing.coming else "top level").split()) in said
        assert f"To ada on {criterion.id}" in said


def test_feedback_shows_the_own_view_beside_the_mark_and_asks_for_none(returned: Course) -> None:
    said = words_of(page_of(returned, "ada"))
    assert "Observation reflection you: between understanding and reflection 3 of 4" in said
    assert "You wrote: 2.5, Ada's own reason" in said
    assert "Your own view: between reflection and critical reflection." in said
    assert "own view" not in words_of(page_of(returned, "ben"))
    with returned.gradebook() as gradebook:
        assert gradebook.find_submission("p2", "ben").score == 0


def test_no_feedback_runs_or_asks_for_anything(returned: Course) -> None:
    for name in NAMES:
        page = page_of(returned, name)
        assert life_cycle.active(page) == []
        policy = BeautifulSoup(page, "html.parser").find(
            "meta", {"http-equiv": "Content-Security-Policy"}
        )
        assert policy is not None
        assert str(policy["content"]).startswith("default-src 'none'; style-src 'sha256-")


def test_hostile_markup_is_shown_as_text_and_a_pasted_image_as_an_image(returned: Course) -> None:
    page = page_of(returned, "dev")
    assert '<script>document.title = "taken"</script>' in words_of(page)
    image = BeautifulSoup(page, "html.parser").find("img")
    assert image is not None
    assert image["src"] == f"data:image/png;base64,{PIXEL}"


def test_an_answer_of_a_megabyte_comes_back_whole(returned: Course) -> None:
    assert len(WHOLE) > 1_000_000
    shown = BeautifulSoup(page_of(returned, "dev"), "html.parser").find("pre")
    assert shown is not None
    assert shown.get_text() == WHOLE


def test_the_gradebooks_total_equals_the_sum_of_the_criteria(returned: Course) -> None:
    with returned.gradebook() as gradebook:
        for name in NAMES:
            expected = sum(MARKS.get(name, {}).values())
            assert gradebook.find_submission("p2", name).score == expected
    assert "14 of 20" in words_of(page_of(returned, "ada"))


def test_a_learner_whose_work_is_unmarked_is_told_so(returned: Course) -> None:
    said = words_of(page_of(returned, "ben"))
    assert "Nothing has been marked yet." in said
    assert "handed in as it was given out" in said
    with returned.gradebook() as gradebook:
        submissions = gradebook.assignment_submissions("p2")
        assert [one.student.id for one in submissions if one.needs_manual_grade] == ["ben"]


def test_feedback_comes_by_command_to_its_own_learner_alone(returned: Course) -> None:
    ada = returned.learner("ada")
    done = ada.by_command("fetch_feedback", "p2")
    assert done.code == 0, done.said
    pages = list((ada.home / "p2/feedback").rglob("*.html"))
    assert pages
    assert all("To ada on" in words_of(one.read_text("utf-8")) for one in pages)
    assert "To cleo on" not in "".join(one.read_text("utf-8") for one in pages)


# --- what is exported ----------------------------------------------------------------


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row.get("learner", row.get("student_id", "")): row for row in csv.DictReader(file)}


def test_the_export_keeps_every_name_and_mark_in_its_column(returned: Course) -> None:
    table = rows(returned.root / "marks.csv")
    assert set(table) == set(NAMES)
    for name, (first, last) in NAMES.items():
        assert table[name]["first_name"] == first
        assert table[name]["last_name"].lstrip("'") == last.lstrip("'")
        given = MARKS.get(name, {})
        assert float(table[name]["total"]) == sum(given.values())
        for criterion in MARKS["ada"]:
            assert table[name][criterion] == (str(float(given[criterion])) if given else "")
    assert table["ben"]["state"] == "waits for marking"
    assert table["ada"]["state"] == "marked"


def test_no_cell_of_the_export_is_a_formula(returned: Course) -> None:
    for row in rows(returned.root / "marks.csv").values():
        assert not [one for one in row.values() if one.startswith(tuple("=+-@\t\r"))]


def test_nbgraders_own_export_shifts_ben_jr_and_keeps_the_formula_ours_does_neither(
    returned: Course,
) -> None:
    plugin = "--ExportApp.plugin_class=nbgrader.plugins.CsvExportPlugin"
    returned.nbgrader("export", plugin, "--to=theirs.csv")
    returned.nbgrader("export", "--to=ours.csv")
    theirs = (returned.root / "theirs.csv").read_text("utf-8")
    assert 'ben,=HYPERLINK("https://evil.example","marks"),Ben, Jr.,' in theirs
    ours = rows(returned.root / "ours.csv")["ben"]
    assert ours["first_name"] == "Ben, Jr."
    assert ours["last_name"] == '\'=HYPERLINK("https://evil.example","marks")'
    assert (returned.root / "ours.csv").read_bytes() == (returned.root / "marks.csv").read_bytes()

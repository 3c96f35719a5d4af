"""The hub's parts on their own: what is placed, what is said, which step comes next."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement_course import catalog
from attunement_course.course_folder import find_course
from attunement_course.responses import LearnerRecord
from attunement_grading.landing.checklist import ITEMS, tick, ticked
from attunement_grading.landing.standing import Learner, Standing, State
from attunement_grading.landing.steps import STEPS, Action, Link, next_step
from attunement_grading.serving.demo import LETTERS, Demo, new_password
from attunement_grading.serving.hub import end_all, strays
from attunement_grading.serving.modules import place
from attunement_grading.serving.refusals import Refusal
from attunement_grading.serving.setting_up import ASSIGNMENT, offered
from attunement_grading.serving.surroundings import proxy_command
from attunement_widgets.landing.handlers import opened
from attunement_widgets.landing.reflections import Answer, Reflection, read_answer, reflections
from attunement_widgets.landing.shelf import shelf
from attunement_widgets.landing.words import headline, moment

GUIDE = (400, 700)


# --- the modules in people's homes ----------------------------------------------------


def notebook(text: str, outputs: tuple[str, ...] = ()) -> str:
    cells = [{"cell_type": "code", "source": [text], "outputs": list(outputs)}]
    return json.dumps({"cells": cells, "metadata": {}})


@pytest.fixture
def course(tmp_path: Path) -> Path:
    source = tmp_path / "course"
    source.mkdir()
    (source / "02-empathy.ipynb").write_text(notebook("first edition"))
    return source


def placed(tmp_path: Path, course: Path) -> tuple[Path, list[Path]]:
    kept = place(course, [tmp_path / "maya"], tmp_path / "placed.json")
    return tmp_path / "maya" / "modules" / "02-empathy.ipynb", kept


def test_a_module_that_nobody_changed_is_brought_up_to_date(tmp_path: Path, course: Path) -> None:
    mine, kept = placed(tmp_path, course)
    assert kept == []
    (course / "02-empathy.ipynb").write_text(notebook("second edition"))
    mine, kept = placed(tmp_path, course)
    assert (mine.read_text(), kept) == (notebook("second edition"), [])


def test_a_module_that_its_owner_changed_stays(tmp_path: Path, course: Path) -> None:
    mine, _ = placed(tmp_path, course)
    mine.write_text(notebook("my own notes"))
    for edition in ("first edition", "second edition", "third edition"):
        (course / "02-empathy.ipynb").write_text(notebook(edition))
        mine, kept = placed(tmp_path, course)
        assert (mine.read_text(), kept) == (notebook("my own notes"), [mine])


def test_running_a_module_is_not_changing_it(tmp_path: Path, course: Path) -> None:
    mine, _ = placed(tmp_path, course)
    mine.write_text(notebook("first edition", outputs=("a result",)))
    mine, kept = placed(tmp_path, course)
    assert kept == []
    assert "a result" in mine.read_text()
    (course / "02-empathy.ipynb").write_text(notebook("second edition"))
    mine, kept = placed(tmp_path, course)
    assert (mine.read_text(), kept) == (notebook("second edition"), [])


def test_a_module_that_was_deleted_comes_back(tmp_path: Path, course: Path) -> None:
    mine, _ = placed(tmp_path, course)
    mine.unlink()
    assert placed(tmp_path, course)[0].read_text() == notebook("first edition")


def test_a_file_that_is_no_notebook_any_more_counts_as_changed(
    tmp_path: Path, course: Path
) -> None:
    mine, _ = placed(tmp_path, course)
    mine.write_text("{ half of it")
    assert placed(tmp_path, course) == (mine, [mine])
    assert mine.read_text() == "{ half of it"


def test_hidden_files_and_checkpoints_are_not_placed(tmp_path: Path, course: Path) -> None:
    (course / ".ipynb_checkpoints").mkdir()
    (course / ".ipynb_checkpoints" / "02-empathy.ipynb").write_text("old")
    (course / ".hidden").write_text("no")
    mine, _ = placed(tmp_path, course)
    assert [one.name for one in mine.parent.iterdir()] == ["02-empathy.ipynb"]


def test_the_demo_s_folder_can_be_moved(tmp_path: Path, course: Path) -> None:
    first = tmp_path / "here"
    place(course, [first / "maya"], first / "placed.json")
    second = first.rename(tmp_path / "there")
    (course / "02-empathy.ipynb").write_text(notebook("second edition"))
    assert place(course, [second / "maya"], second / "placed.json") == []


# --- the demo's folder and what it needs ----------------------------------------------


def test_passwords_are_long_plain_and_never_the_same() -> None:
    drawn = {new_password() for _ in range(200)}
    assert len(drawn) == 200
    assert all([len(part) for part in one.split("-")] == [4, 4, 4] for one in drawn)
    assert set("".join(drawn)) <= {*LETTERS, "-"}


def test_a_half_made_demo_begins_again(tmp_path: Path) -> None:
    demo = Demo(tmp_path / "demo")
    first = demo.begin()
    demo.course_root.mkdir()
    (demo.course_root / "half").touch()
    found = demo.read()
    assert found is not None
    assert found["stage"] == "setting up"
    assert demo.begin()["password"] != first["password"]
    assert not demo.course_root.exists()


RISES_AGAIN = """
import signal, subprocess, sys, time
def again(*_):
    if int(sys.argv[2]):
        words = [sys.executable, sys.argv[0], sys.argv[1], str(int(sys.argv[2]) - 1)]
        subprocess.Popen(words, start_new_session=True)
    sys.exit()
signal.signal(signal.SIGTERM, again)
open(sys.argv[1] + sys.argv[2], "w").close()
time.sleep(60)
"""


def test_what_is_started_while_the_rest_is_ended_is_ended_too(tmp_path: Path) -> None:
    program, sign = tmp_path / "rises.py", tmp_path / "sign"
    program.write_text(RISES_AGAIN)
    surroundings = {**os.environ, "ATTUNEMENT_STATE": str(tmp_path)}
    first = subprocess.Popen([sys.executable, str(program), str(sign), "2"], env=surroundings)
    while not sign.with_name("sign2").exists():
        time.sleep(0.01)
    end_all(tmp_path)
    first.wait()
    assert strays(tmp_path) == set()


def test_a_missing_proxy_is_named_with_its_command(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"proxy is not installed; run `\S+ ci --prefix \S+`"):
        proxy_command(tmp_path)


# --- the instructor's next step -------------------------------------------------------


def standing(*states: State, released: bool = True) -> Standing:
    when = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    people = (Learner(f"id{n}", f"Name {n}", state, when) for n, state in enumerate(states))
    return Standing("p2", released, tuple(people))


@pytest.mark.parametrize(
    ("states", "released", "step", "words", "calls"),
    [
        (("nothing",), False, "Release", "Release it", ["p2/assign", "p2/release"]),
        (("nothing", "handed in"), True, "Collect", "One submission to", ["p2/collect"]),
        (("handed in", "to mark"), True, "Collect", "One submission to", ["p2/collect"]),
        (
            ("collected", "collected"),
            True,
            "Prepare",
            "2 submissions to prepare",
            ["p2/id0/autograde", "p2/id1/autograde"],
        ),
        (("to mark", "marked"), True, "Mark", "One submission to mark", None),
        (
            ("marked", "nothing"),
            True,
            "Return",
            "Return feedback to one learner",
            ["p2/id0/generate_feedback", "p2/id0/release_feedback"],
        ),
    ],
)
def test_the_next_step_is_the_first_that_somebody_waits_for(
    states: tuple[State, ...], released: bool, step: str, words: str, calls: list[str] | None
) -> None:
    found = next_step(standing(*states, released=released))
    assert STEPS[found.step] == step
    assert found.words.startswith(words)
    if calls is None:
        assert isinstance(found.primary, Link)
        assert found.primary.to == "desk/of/p2"
        assert Link("Mark in the formgrader", "formgrader/gradebook/p2/p2") in found.others
    else:
        assert isinstance(found.primary, Action)
        assert [call.partition("/")[2] for call in found.primary.calls] == calls


def test_marked_work_can_go_back_while_other_work_waits() -> None:
    others = next_step(standing("to mark", "marked")).others
    (other,) = (one for one in others if isinstance(one, Action))
    assert other.label == "Return feedback to one learner"
    assert all("id1" in call for call in other.calls)


def test_with_nothing_to_do_nothing_is_asked() -> None:
    assert next_step(standing("nothing")).primary is None
    rest = next_step(standing("returned", "nothing"))
    assert (rest.primary, rest.step) == (None, len(STEPS))
    assert isinstance(rest.others[0], Action)
    assert rest.others[0].label == "Return it again to one learner"


def test_an_assignment_is_quiet_while_it_is_out_and_nobody_has_handed_in() -> None:
    assert standing("nothing", "nothing").quiet
    assert standing().quiet
    assert not standing("nothing", released=False).quiet
    assert not standing("nothing", "returned").quiet


def test_the_demo_offers_the_assignment_of_each_module_that_is_there() -> None:
    names = offered()
    assert names[:3] == ["p0", "p1", "p2"]
    assert ASSIGNMENT in names
    assert len(names) == len(list(find_course().modules.glob("*.ipynb")))


def test_ids_cannot_leave_their_place_in_an_address() -> None:
    odd = Learner("../../x?y", "Odd", "collected", None)
    act = next_step(Standing("p2", True, (odd,))).primary
    assert isinstance(act, Action)
    assert act.calls == ("submission/p2/..%2F..%2Fx%3Fy/autograde",)


def test_a_damaged_checklist_counts_as_unticked(tmp_path: Path) -> None:
    (tmp_path / "before-teaching.json").write_text("[")
    assert ticked(tmp_path) == set()
    tick(tmp_path, "policy", True)
    tick(tmp_path, "hub", True)
    tick(tmp_path, "policy", False)
    assert ticked(tmp_path) == {"hub"} < set(ITEMS)


# --- the learner's next step ----------------------------------------------------------


def listed(*submissions: dict[str, Any], status: str | None = "released") -> list[dict[str, Any]]:
    """A listing as nbgrader's `assignment_list` gives it."""
    found: list[dict[str, Any]] = []
    if status:
        path = "attunement/p2/p2.ipynb"
        found.append({"assignment_id": "p2", "status": status, "notebooks": [{"path": path}]})
    if submissions:
        one = {"assignment_id": "p2", "status": "submitted", "submissions": list(submissions)}
        found.append(one)
    return found


def submission(here: bool = False, there: bool = False, updated: bool = False) -> dict[str, Any]:
    return {
        "timestamp": "2026-03-01 09:30:00.000000 UTC",
        "has_local_feedback": here,
        "has_exchange_feedback": there,
        "feedback_updated": updated,
        "local_feedback_path": "attunement/p2/feedback/t" if here else None,
        "notebooks": [{"path": "/nowhere/p2.ipynb", "notebook_id": "p2"}],
    }


@pytest.mark.parametrize(
    ("listing", "state"),
    [
        (listed(), "fetch"),
        (listed(status="fetched"), "write"),
        (listed(submission(), status="fetched"), "wait"),
        (listed(submission(there=True), status="fetched"), "feedback"),
        (listed(submission(here=True, there=True), status="fetched"), "read"),
        (listed(submission(here=True, there=True, updated=True), status="fetched"), "feedback"),
        (listed(submission(here=True, there=True), submission(), status="fetched"), "wait"),
        (listed(submission(), status=None), "wait"),
    ],
)
def test_a_learner_s_state(tmp_path: Path, listing: list[dict[str, Any]], state: str) -> None:
    (found,) = reflections(listing, tmp_path)
    assert found.state == state
    assert headline(found, GUIDE).next


def test_feedback_on_an_earlier_version_stays_in_reach(tmp_path: Path) -> None:
    listing = listed(submission(here=True, there=True), submission(), status="fetched")
    assert reflections(listing, tmp_path)[0].feedback == "attunement/p2/feedback/t/p2.html"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}', "\x00"])
def test_a_notebook_that_cannot_be_read_is_no_answer(tmp_path: Path, text: str) -> None:
    path = tmp_path / "p2.ipynb"
    path.write_text(text)
    assert read_answer(path) is None
    assert read_answer(tmp_path / "absent.ipynb") is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I didn't ask. She—well, she laughed.", 7),
        ("one-to-one, 3 times", 3),
        ("Zażółć gęślą jaźń", 3),
        ("**bold** _and_ `code`", 3),
        ("  \n\t ", 0),
    ],
)
def test_words_are_counted_as_people_count_them(text: str, count: int) -> None:
    assert Answer(text, touched=True).words == count
    assert Answer(text, touched=False).words == 0


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=40))
def test_the_count_is_the_number_of_words(words: list[str]) -> None:
    assert Answer(", ".join(words) + ".", touched=True).words == len(words)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "has 1 word, fewer than the 400 to 700"),
        (399, "399 words, fewer than"),
        (400, "400 words, within the guide of 400 to 700"),
        (700, "700 words, within"),
        (701, "701 words, more than the 400 to 700"),
    ],
)
def test_the_length_is_told_beside_the_guide(count: int, said: str) -> None:
    one = Reflection("p2", "submit", True, "p2.ipynb", count, None, False, None)
    assert said in headline(one, GUIDE).detail


@pytest.mark.parametrize(
    ("states", "opened_", "listed_"),
    [
        ({}, [], []),
        ({"p0": "fetch", "p1": "fetch"}, ["p0"], ["p1"]),
        ({"p0": "fetch", "p1": "wait", "p2": "fetch"}, ["p1"], ["p0", "p2"]),
        ({"p0": "read", "p1": "write"}, ["p0", "p1"], []),
    ],
)
def test_what_was_begun_is_open_and_the_rest_is_listed(
    states: dict[str, Any], opened_: list[str], listed_: list[str]
) -> None:
    work = [
        (one, headline(one, GUIDE), {})
        for id, state in states.items()
        for one in [Reflection(id, state, state != "fetch", None, 0, None, False, None)]
    ]
    assert [[one.id for one, _, _ in part] for part in opened(work)] == [opened_, listed_]


def test_a_time_is_given_for_machines_and_in_words() -> None:
    written = moment("2026-03-01 09:05:07.123456 UTC")
    assert written == ("2026-03-01T09:05:07Z", "1 March 2026, 09:05 UTC")


# --- the learner's shelf of modules ---------------------------------------------------


def attempt(id: str, exercise: str) -> dict[str, Any]:
    return {"id": id, "exercise": exercise, "version": 1, "answer": {}}


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LearnerRecord:
    """The record of whoever's server this is."""
    monkeypatch.setenv("ATTUNEMENT_RECORD", str(tmp_path / "record"))
    return LearnerRecord()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A learner's folder with every module of the course."""
    for module in catalog.modules():
        path = tmp_path / "home" / "modules" / module["notebook"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    return tmp_path / "home"


def test_each_module_says_how_many_of_its_exercises_were_tried(
    home: Path, mine: LearnerRecord
) -> None:
    of = {module["id"]: len(module["exercises"]) for module in catalog.modules()}
    untried = {id: f"Exercises tried: 0 of {count}." for id, count in of.items()}
    assert {module.id: module.tried for module in shelf(home)} == untried
    assert not mine.folder.exists()
    for n, exercise in enumerate(["m2-mixer", "m2-mixer", "m2-recall", "m0-privacy"]):
        mine.append(attempt(f"a{n}", exercise))
    tried = {module.id: module.tried for module in shelf(home)}
    assert tried["m0"] == f"Exercises tried: 1 of {of['m0']}."
    assert tried["m1"] == untried["m1"]
    assert tried["m2"] == f"Exercises tried: 2 of {of['m2']}."
    mine.erase()
    assert {module.id: module.tried for module in shelf(home)} == untried


def test_a_module_that_is_not_in_the_folder_is_not_on_the_shelf(
    home: Path, mine: LearnerRecord
) -> None:
    (home / "modules" / "02-empathy.ipynb").unlink()
    assert "m2" not in {module.id for module in shelf(home)}

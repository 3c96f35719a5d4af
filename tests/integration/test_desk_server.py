"""The desk as it is served: two who save at once, a gradebook in use, a server that is killed."""

from __future__ import annotations

import json
import random
import re
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import desk_course
import pytest
import requests
from desk_course import INES, INSTRUCTOR, DeskCourse, make_course, write_answer
from desk_server import TOKEN, DeskServer, desk_server
from hub_fixture import free_port

from attunement_grading.desk.choices import choose
from attunement_grading.desk.handing_out import deal_out
from attunement_grading.desk.people import Person
from attunement_grading.desk.piles import lines
from attunement_grading.desk.tables import action, mark, piece
from attunement_grading.settings import ANSWER_STUB

pytestmark = pytest.mark.integration
autograded_root = desk_course.autograded_root

NOOR = Person("noor")
CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def course(autograded_root: Path, tmp_path_factory: pytest.TempPathFactory) -> DeskCourse:
    made = make_course(autograded_root, tmp_path_factory.mktemp("served"), 24)
    made.waive(INSTRUCTOR, INES)
    made.act(INSTRUCTOR, choose, "p2", "markers", ["noor", "ines"])
    made.act(INSTRUCTOR, choose, "p2", "share", 0.5)
    made.act(INSTRUCTOR, choose, "p2", "drift", 0)
    made.act(INSTRUCTOR, deal_out, "p2")
    return made


@pytest.fixture(scope="module")
def server(course: DeskCourse) -> Iterator[DeskServer]:
    with desk_server(course.root) as running:
        yield running


def pile(course: DeskCourse, who: Person = NOOR) -> list[str]:
    return [line.key for line in course.look(lines, who.name, "p2")]


def student(course: DeskCourse, key: str) -> str:
    return course.rows(piece, piece.c.key == key)[0].student


def test_it_listens_on_this_machine_and_asks_for_its_token(server):
    log = server.log.read_text()
    assert f"http://127.0.0.1:{server.port}/desk" in log
    assert requests.get(f"{server.address}/desk", timeout=30).url.startswith(
        f"{server.address}/login"
    )
    body = {"key": "without-a-token", "piece": "x"}
    answer = requests.post(f"{server.address}/desk/act/open", json=body, timeout=30)
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["api/contents", "api/kernels", "lab", "formgrader", "files/x"])
def test_it_serves_the_desk_and_nothing_else(server, path):
    assert server.get(path).status_code == 404


def test_a_course_root_that_is_none_is_refused_in_one_line(tmp_path):
    from commands import error_of, run

    said = error_of(run("desk", "--root", tmp_path))
    assert said.startswith(f"{tmp_path}: no course root")


@pytest.mark.parametrize(
    ("what", "fields", "status", "words"),
    [
        ("level", {"criterion": "evidence", "level": 9}, 422, "from 1 to 4 in half-levels"),
        ("level", {"criterion": 3, "level": 2}, 422, "criterion: a text"),
        ("comment", {"criterion": "evidence"}, 422, "comment: a text"),
        ("finish", {}, 409, "no level yet for"),
        ("dance", {}, 404, "no action 'dance'"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_reason(
    course, server, what, fields, status, words
):
    answer = server.act(what, piece=pile(course)[0], **fields)
    assert answer.status_code == status
    said = answer.json()
    assert (said["saved"], said["final"]) == (False, True)
    assert words in said["refused"]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"key": "short"}', b'{"key": 12345678}'])
def test_a_body_that_is_no_action_is_refused(server, body):
    headers = {"X-XSRFToken": server.session.cookies.get("_xsrf")}
    url = f"{server.address}/desk/act/finish"
    answer = server.session.post(url, data=body, headers=headers, timeout=30)
    assert answer.status_code == 422


def test_pages_that_are_not_there_say_so_on_a_page(server):
    for path in ("desk/piece/none", "desk/of/p9", "desk/of/nothing/overview", "desk/talk/none"):
        answer = server.get(path)
        assert answer.status_code == 404
        assert "Back to the desk" in answer.text


def test_the_next_page_of_a_list_stays_within_it(server):
    for page in ("0", "-1", "99999", "x", "1e3"):
        assert server.get(f"desk/of/p2?page={page}").status_code == 200


# --- two at once, and a database that is held up ----------------------------------------


def test_two_markers_save_at_once_and_every_mark_is_there(course, server):
    """Two processes on one gradebook, each as fast as it can."""
    with desk_server(course.root, "ines") as other:
        sent: dict[str, list[str]] = {"noor": [], "ines": []}

        def work(who: DeskServer) -> None:
            keys = pile(course, Person(who.marker))
            for number in range(60):
                key = f"{who.marker}-{number:04}-{free_port()}"
                fields = {"criterion": CRITERIA[number % 5], "level": number % 4 + 1}
                answer = who.act("level", key=key, piece=keys[number % len(keys)], **fields)
                assert answer.status_code == 200, answer.text
                sent[who.marker].append(key)

        threads = [threading.Thread(target=work, args=(one,)) for one in (server, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    kept = {row.key for row in course.rows(action)}
    assert [len(keys) for keys in sent.values()] == [60, 60]
    assert set(sent["noor"]) | set(sent["ines"]) <= kept


def test_a_locked_gradebook_is_said_and_the_same_action_goes_through_later(course, server):
    key = pile(course)[1]
    holder = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    begun = time.monotonic()
    answer = server.act("level", key="while-locked", piece=key, criterion="evidence", level=2)
    assert answer.status_code == 503
    assert answer.json() == {
        "saved": False,
        "refused": "the gradebook is in use by another program",
        "final": False,
    }
    assert server.get(f"desk/piece/{key}").status_code == 200  # reading goes on meanwhile
    assert time.monotonic() - begun < 15
    holder.execute("COMMIT")
    holder.close()
    answer = server.act("level", key="while-locked", piece=key, criterion="evidence", level=2)
    assert answer.json()["marks"]["evidence"]["level"] == 2


def test_while_one_waits_for_the_gradebook_others_are_served(course, server):
    key = pile(course)[1]
    holder = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    fields = {"piece": key, "criterion": "evidence", "level": 1}
    waits = threading.Thread(target=lambda: server.act("level", **fields))
    waits.start()
    time.sleep(0.3)
    begun = time.monotonic()
    assert server.get("desk/of/p2").status_code == 200
    assert time.monotonic() - begun < 2.5
    holder.execute("COMMIT")
    holder.close()
    waits.join()


# --- kill -9 ------------------------------------------------------------------------------


def test_no_acknowledged_mark_is_lost_when_the_server_is_killed(autograded_root, tmp_path):
    """Killed at random moments while three senders mark without a pause; the benchmark
    `desk_kills` does it two hundred times."""
    from benchmarks.desk_kills import kill_at_random

    made = make_course(autograded_root, tmp_path, 12)
    made.waive(INSTRUCTOR)
    found = kill_at_random(made, kills=4, seed=random.randrange(10**6))
    assert found.acknowledged > 8
    assert found.lost == []


# --- what learners hand in ----------------------------------------------------------------

HOSTILE = """\
Words before. <script>document.title = "taken"</script>
<img src="x" onerror="document.title='taken'"> <a href="javascript:taken()">press</a>
<svg onload="document.title='taken'"></svg> <iframe srcdoc="<script>parent.x=1</script>"></iframe>
<style>body { display: none }</style> <form action="https://evil.example"><input name="a"></form>

Words after."""
SHOWN = {
    "five megabytes": ("sentence & <b onclick='x()'>more</b>. " * 140_000, "sentence &amp;"),
    "right to left": ("قالت: «كان ذلك مسائي على أي حال». שלום לכם.", "«كان ذلك مسائي"),
    "combining": ("e\u0301a\u0308 n\u0303o\u0323\u0302 — ﷽ 👩🏽‍🦽", "e\u0301a\u0308"),
    "pasted image": (f"See ![my sketch](data:image/png;base64,{PIXEL})", 'alt="my sketch"'),
    "hostile": (HOSTILE, "Words after."),
}


@pytest.mark.parametrize("kind", SHOWN)
def test_whatever_was_handed_in_is_shown_and_nothing_of_it_runs(course, server, kind):
    text, expected = SHOWN[kind]
    key = pile(course)[2]
    write_answer(course.root / "autograded" / student(course, key) / "p2/p2.ipynb", text)
    answer = server.get(f"desk/piece/{key}")
    assert answer.status_code == 200
    assert expected in answer.text
    assert len(answer.content) > len(text) * 0.9
    shown = re.sub(r"<(header|details|dialog).*?</\1>", "", answer.text, flags=re.DOTALL)
    shown = re.sub(r'<script type="module" src="[^"]*"></script>', "", shown)
    assert not re.search(r"<(script|svg (?!xmlns)|iframe|style|form(?! method)|object)", shown)
    assert not re.search(r"<[^>]+\son\w+\s*=", shown)
    assert "javascript:" not in re.sub(r"&lt;.*?&gt;", "", shown)


def test_an_untouched_answer_and_a_missing_notebook_are_named(course, server):
    key = pile(course)[3]
    path = course.root / "autograded" / student(course, key) / "p2/p2.ipynb"
    whole = path.read_text()
    notebook = json.loads(whole)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "p2-answer":
            cell["source"] = []
    path.write_text(json.dumps(notebook))
    assert "Nothing was written" in server.get(f"desk/piece/{key}").text
    write_answer(path, ANSWER_STUB)
    assert "Nothing was written" in server.get(f"desk/piece/{key}").text
    path.write_text(whole[:200])
    page = server.get(f"desk/piece/{key}").text
    assert "There is nothing to read: its notebook cannot be read" in page
    path.unlink()
    page = server.get(f"desk/piece/{key}").text
    assert "its notebook is missing from the course&#39;s folder" in page
    assert server.act("level", piece=key, criterion="evidence", level=0).status_code == 200
    path.write_text(whole)


def test_what_autograding_mended_is_told_to_the_marker(course, server):
    key = pile(course)[4]
    path = course.root / "autograded" / student(course, key) / "p2/p2.ipynb"
    notebook = json.loads(path.read_text())
    kept = [{"cell": "p2-answer", "what": "copy", "characters": 9, "note": "x"}]
    notebook["metadata"]["attunement"] = {"kept": kept}
    path.write_text(json.dumps(notebook))
    assert "All copies were read; they are joined below." in server.get(f"desk/piece/{key}").text


def test_a_whole_form_goes_through_and_says_what_it_did(course, server):
    form = {"do": "choose", "markers": "noor\nines", "rule": "mean", "share": "50", "seed": "1"}
    form |= {"boundaries": "10; 15", "threshold": "70", "drift": "0"}
    page = server.post("desk/of/p2/arrange", **form).text
    assert "Kept." in page
    assert re.search(r'name="boundaries" value="10 15 ?"', page)
    assert "Nothing was different" in server.post("desk/of/p2/arrange", **form).text
    refused = server.post("desk/of/p2/arrange", **{**form, "share": "lots"})
    assert refused.status_code == 422
    assert "pieces marked twice: a number (got &#39;lots&#39;)" in refused.text.lower()
    assert len(course.rows(mark)) >= 0
    assert server.session.get(f"{server.address}/desk?token={TOKEN}", timeout=30).ok


def test_it_ends_when_it_is_asked_to(course):
    server = DeskServer(course.root)
    server.start()
    server.stop(signal.SIGTERM)
    assert server.process is not None
    assert server.process.returncode is not None

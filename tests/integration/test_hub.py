"""The local hub as it is started by `make serve`: who may do what, and what people hand in."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import hub_fixture
import nbformat
import psutil
import pytest
import requests
from hub_fixture import DemoHub, Visitor

pytestmark = pytest.mark.integration
hub = hub_fixture.running_hub

TEACH = "/services/attunement/teach"
FORMGRADER = "/services/attunement/formgrader"


@pytest.fixture(scope="module")
def people(hub: DemoHub) -> dict[str, Visitor]:
    """Everybody logged in; two learners with their servers open."""
    visitors = {name: hub.person(name) for name in ("noor", "maya", "tomasz")}
    visitors["maya"].open_server()
    visitors["tomasz"].open_server()
    return visitors


def answer_of(notebook: Path) -> str:
    cells = nbformat.read(notebook, as_version=4).cells
    return next(c.source for c in cells if c.metadata.get("nbgrader", {}).get("solution"))


def test_the_start_says_where_it_is_and_for_whom(hub: DemoHub) -> None:
    printed = hub.printed
    assert re.search(rf"Ready after \d+\.\d s:  http://127\.0\.0\.1:{hub.port}/", printed)
    assert hub.password in printed
    for name in ("noor", "maya", "tomasz", "efua"):
        assert re.search(rf"^ +{name} +(instructor|learner): \w+", printed, re.M)
    assert "demo on this machine only" in printed
    assert "deploy/README.md" in printed


def test_only_this_machine_can_reach_it(hub: DemoHub, people: dict[str, Visitor]) -> None:
    family = hub_fixture.processes_of(hub.state)
    sockets = [c for one in family for c in one.net_connections("inet")]
    listening = {c.laddr.ip for c in sockets if c.status == psutil.CONN_LISTEN}
    assert listening == {"127.0.0.1"}


def test_secrets_and_work_are_the_owner_s_alone(hub: DemoHub) -> None:
    assert stat.S_IMODE(hub.state.stat().st_mode) == 0o700
    for secret in ("attunement-demo.json", "hub/settings.json", "hub/cookie_secret"):
        assert stat.S_IMODE((hub.state / secret).stat().st_mode) == 0o600, secret


def test_a_wrong_password_opens_nothing(hub: DemoHub) -> None:
    visitor = Visitor(hub, "maya")
    page = visitor.get("/hub/login").text
    token = re.findall(r'name="_xsrf" value="([^"]*)"', page)[0]
    form = {"_xsrf": token, "username": "maya", "password": "wrong"}
    answer = visitor.session.post(hub.address + "/hub/login", data=form, timeout=60)
    assert answer.status_code == 403
    assert "do not open anything" in " ".join(answer.text.split())


@pytest.mark.parametrize("name", ["root", "grader-attunement", "admin"])
def test_nobody_but_the_demo_s_people_logs_in(hub: DemoHub, name: str) -> None:
    assert Visitor(hub, name).log_in().status_code == 403


@pytest.mark.parametrize(
    ("who", "first_page"), [("noor", TEACH), ("efua", "/hub/spawn")], ids=["instructor", "learner"]
)
def test_each_role_is_sent_to_its_page(hub: DemoHub, who: str, first_page: str) -> None:
    assert Visitor(hub, who).log_in().headers["Location"] == first_page


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("noor", TEACH, 200),
        ("noor", f"{TEACH}/progress", 200),
        ("noor", FORMGRADER, 200),
        ("noor", f"{FORMGRADER}/api/students", 200),
        ("noor", "/user/maya/attunement", 403),
        ("noor", "/user/maya/api/contents", 403),
        ("maya", "/user/maya/attunement", 200),
        ("maya", "/user/maya/attunement/reflections", 200),
        ("maya", "/user/maya/attunement/record/export", 200),
        ("maya", "/user/maya/lab", 200),
        ("maya", "/user/tomasz/attunement", 403),
        ("maya", "/user/tomasz/api/contents", 403),
        ("maya", "/user/tomasz/attunement/record/export", 403),
        ("maya", "/user/tomasz/voila/render/modules/02-empathy.ipynb", 403),
        ("maya", TEACH, 403),
        ("maya", f"{TEACH}/progress", 403),
        ("maya", FORMGRADER, 403),
        ("maya", f"{FORMGRADER}/api/students", 403),
        ("maya", "/services/attunement/api/contents", 403),
        ("maya", "/user/maya/formgrader", 404),
        ("maya", "/user/maya/formgraders", 404),
        ("maya", "/user/maya/teach", 404),
        ("maya", "/hub/admin", 403),
        ("noor", "/hub/admin", 403),
    ],
)
def test_who_may_see_what(people: dict[str, Visitor], who: str, path: str, status: int) -> None:
    assert people[who].get(path).status_code == status


@pytest.mark.parametrize("path", [TEACH, FORMGRADER, "/user/maya/attunement"])
def test_a_stranger_is_asked_to_log_in(hub: DemoHub, people: dict[str, Visitor], path: str) -> None:
    answer = requests.get(hub.address + path, timeout=60)
    assert "/hub/login" in answer.url


def test_a_request_without_the_page_s_token_is_refused(people: dict[str, Visitor]) -> None:
    form = {"course_id": "attunement", "assignment_id": "p2"}
    maya = people["maya"]
    assert maya.post("/user/maya/assignments/submit", data=form).status_code == 403
    assert maya.post("/user/maya/attunement/record/erase").status_code == 403
    collect = f"{FORMGRADER}/api/assignment/p2/collect"
    assert people["noor"].post(collect).status_code == 403
    assert people["noor"].post(f"{TEACH}/tick", data={"item": "hub", "on": "1"}).status_code == 403


@pytest.mark.parametrize(("who", "path"), [("maya", "/user/maya/attunement"), ("noor", TEACH)])
def test_the_pages_allow_only_their_own_files(
    people: dict[str, Visitor], who: str, path: str
) -> None:
    answer = people[who].get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "style=" not in answer.text
    assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)


def test_a_learner_s_lab_has_no_grading_tools(people: dict[str, Visitor]) -> None:
    page = people["maya"].get("/user/maya/lab").text
    given = re.findall(r'id="jupyter-config-data"[^>]*>\s*(\{.*?\})\s*</script>', page)
    config = json.loads(given[0])
    off = set(config["disabledExtensions"])
    assert {"@jupyter/nbgrader:formgrader", "@jupyter/nbgrader:create-assignment"} <= off
    assert "@jupyter/nbgrader:assignment-list" not in off


def test_two_learners_are_two_to_the_exchange(hub: DemoHub, people: dict[str, Visitor]) -> None:
    """Every server runs under one system account, yet each hands in under their own name."""
    maya, noor = people["maya"], people["noor"]
    assert 'data-act="fetch"' in maya.get("/user/maya/attunement").text
    assert maya.assignment("fetch")["success"]
    assert "its answer is still empty" in maya.get("/user/maya/attunement").text

    maya.write("Maya listened, and then spoke too soon. " * 60)
    page = maya.get("/user/maya/attunement").text
    assert "420 words, within the guide of 400 to 700" in page
    assert 'data-act="submit"' in page
    assert maya.assignment("submit")["success"]
    assert "Your marker has it now" in maya.get("/user/maya/attunement").text

    noor.get(TEACH)
    assert "Collect 2 submissions" in noor.get(f"{TEACH}/progress").text
    path = f"{FORMGRADER}/api/assignment/p2/collect"
    assert noor.post(path, token_of="/services/attunement/").json()["success"]

    found = hub.state.glob("course/submitted/*/p2/p2.ipynb")
    collected = {one.parent.parent.name: one for one in found}
    assert set(collected) == {"maya", "tomasz"}
    assert answer_of(collected["maya"]).startswith("Maya listened")
    assert "as the driver" in answer_of(collected["tomasz"])
    assert "Prepare 2 submissions" in noor.get(f"{TEACH}/progress").text


def test_one_learner_sees_nothing_of_another_s_submission(people: dict[str, Visitor]) -> None:
    tomasz = people["tomasz"]
    headers = {"X-XSRFToken": tomasz.token("/user/tomasz/")}
    path = "/user/tomasz/assignments?course_id=attunement"
    listed = tomasz.get(path, headers=headers).json()["value"]
    assert {one["student_id"] for one in listed if one["status"] == "submitted"} == {"tomasz"}


def test_ticks_of_the_checklist_stay(hub: DemoHub, people: dict[str, Visitor]) -> None:
    noor = people["noor"]
    noor.get(TEACH)
    form = {"item": "contact", "on": "1"}
    assert noor.post(f"{TEACH}/tick", token_of="/services/attunement/", data=form).ok
    assert re.search(r'data-item="contact" checked', noor.get(TEACH).text)
    form = {"item": "no-such-item", "on": "1"}
    refused = noor.post(f"{TEACH}/tick", token_of="/services/attunement/", data=form)
    assert refused.status_code == 404
    kept = json.loads((hub.state / "course" / "before-teaching.json").read_text())
    assert kept == {"contact": True}


def test_a_learner_takes_and_erases_the_record(hub: DemoHub, people: dict[str, Visitor]) -> None:
    maya = people["maya"]
    record = hub.state / "homes/maya/.local/share/attunement/record/attempts.jsonl"
    assert "It is empty so far." in maya.get("/user/maya/attunement").text
    record.parent.mkdir(parents=True)
    record.write_text('{"id": "one", "exercise": "m2-dialogue", "version": 1, "answer": {}}\n')
    assert "Exercises tried: 1 of 5." in module_row(maya.get("/user/maya/attunement").text, "m2")
    exported = maya.get("/user/maya/attunement/record/export")
    assert "attachment" in exported.headers["Content-Disposition"]
    erased = maya.post("/user/maya/attunement/record/erase", token_of="/user/maya/")
    assert erased.json()["holds"] == "It is empty so far."
    assert erased.json()["tried"]["m2"] == "Exercises tried: 0 of 5."
    assert not record.exists()
    assert "Exercises tried: 0 of 5." in module_row(maya.get("/user/maya/attunement").text, "m2")


def module_row(page: str, id: str) -> str:
    """What a learner's page says of one module's exercises."""
    return re.findall(rf'data-tried="{id}">([^<]*)<', page)[0]


def test_what_a_learner_tried_is_on_no_other_page(hub: DemoHub, people: dict[str, Visitor]) -> None:
    """Neither an instructor's pages nor another learner's count it."""
    record = hub.state / "homes/tomasz/.local/share/attunement/record/attempts.jsonl"
    record.parent.mkdir(parents=True, exist_ok=True)
    before = {path: people["noor"].get(path).text for path in (TEACH, f"{TEACH}/progress")}
    record.write_text('{"id": "one", "exercise": "m2-recall", "version": 1, "answer": {}}\n')
    tomasz, maya = people["tomasz"], people["maya"]
    own = module_row(tomasz.get("/user/tomasz/attunement").text, "m2")
    assert own == "Exercises tried: 1 of 5."
    assert module_row(maya.get("/user/maya/attunement").text, "m2") == "Exercises tried: 0 of 5."
    for path, page in before.items():
        assert people["noor"].get(path).text == page
        assert "Exercises tried" not in page
    record.unlink()

"""The desk on the real hub: who reaches which address, and whose name is on the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import hub_fixture
import pytest
import requests
from desk_hub import hub_with
from hub_fixture import DemoHub, Visitor

from attunement_grading.desk.handlers import HANDLERS
from attunement_grading.desk.handlers.acting import ACTS
from attunement_grading.serving.demo import Demo
from attunement_grading.serving.setting_up import set_up
from attunement_grading.serving.surroundings import hub_folder, put_own_programs_first

pytestmark = pytest.mark.integration

SERVICE = "/services/attunement/"
DESK = f"{SERVICE}desk"
ELSEWHERE = "olga"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoHub]:
    """The demo's hub, with one more person, who grades another course."""
    put_own_programs_first()
    place = hub_fixture.make_demo(tmp_path_factory.mktemp("desk-hub"))
    set_up(Demo(place.state), hub_folder())
    with hub_with(place, {"formgrade-elsewhere": [ELSEWHERE], "instruct-elsewhere": [ELSEWHERE]}):
        yield place


@pytest.fixture(scope="module")
def people(hub: DemoHub) -> dict[str, Visitor]:
    """Everybody logged in; one submission is prepared, and the marker has it."""
    visitors = {name: hub.person(name) for name in ("noor", "ines", "maya", ELSEWHERE)}
    noor, ines = visitors["noor"], visitors["ines"]
    noor.get(f"{SERVICE}teach")
    for step in ("assignment/p2/collect", "submission/p2/tomasz/autograde"):
        answer = noor.post(f"{SERVICE}formgrader/api/{step}", token_of=SERVICE)
        assert answer.json()["success"], answer.text
    waiver = {"marker": "ines", "reason": "A test.", "key": "waiver-for-ines"}
    assert noor.post(f"{DESK}/of/p2/standards", token_of=SERVICE, data=waiver).status_code == 200
    ines.get(DESK)
    return visitors


@pytest.fixture(scope="module")
def key(people: dict[str, Visitor]) -> str:
    """The piece that the marker took from the heap."""
    form = {"key": "take-for-ines"}
    page = people["ines"].post(f"{DESK}/of/p2/take", token_of=SERVICE, data=form)
    found = re.search(r"/desk/piece/([\w-]+)$", page.url)
    assert found, page.url
    return found[1]


ADDRESSES = {
    r"/desk/?": ("desk", "marker"),
    r"/desk/writers": ("desk/writers", "marker"),
    r"/desk/piece/([^/]+)": ("desk/piece/{key}", "its marker"),
    r"/desk/talk/([^/]+)": ("desk/talk/{key}", "nobody"),
    r"/desk/trail/([^/]+)": ("desk/trail/{key}", "instructor"),
    r"/desk/of/([^/]+)": ("desk/of/p2", "marker"),
    r"/desk/of/([^/]+)/resume": ("desk/of/p2/resume", "marker"),
    r"/desk/of/([^/]+)/next": ("desk/of/p2/next?after={key}", "marker"),
    r"/desk/of/([^/]+)/talks": ("desk/of/p2/talks", "marker"),
    r"/desk/of/([^/]+)/calibration": ("desk/of/p2/calibration", "marker"),
    r"/desk/of/([^/]+)/arrange": ("desk/of/p2/arrange", "instructor"),
    r"/desk/of/([^/]+)/overview": ("desk/of/p2/overview", "instructor"),
    r"/desk/of/([^/]+)/standards": ("desk/of/p2/standards", "instructor"),
    r"/desk/of/([^/]+)/rubric": ("desk/of/p2/rubric", "instructor"),
    r"/desk/of/([^/]+)/appeals": ("desk/of/p2/appeals", "instructor"),
}
"""Every address that can be read, and for whom."""
SENT = {
    "desk/of/p2/take": {},
    "desk/of/p2/calibration": {},
    "desk/of/p2/arrange": {"do": "deal"},
    "desk/of/p2/standards": {"marker": "x", "reason": "x"},
    "desk/of/p2/rubric": {"new": "x", "how": "keep"},
    "desk/of/p2/appeals": {"do": "close", "appeal": "x", "words": "x"},
    "desk/talk/{key}": {"do": "third"},
}
"""Every form's address, and what it sends."""
OURS = ("/desk/of/p2/arrange", "/standards", "/rubric", "/appeals")


def test_every_address_is_in_the_matrix():
    posts = {r"/desk/act/([^/]+)", r"/desk/of/([^/]+)/take"}
    assert {pattern for pattern, *_ in HANDLERS} == ADDRESSES.keys() | posts


@pytest.mark.parametrize("pattern", ADDRESSES)
@pytest.mark.parametrize("who", ["maya", ELSEWHERE])
def test_nobody_else_reads_any_of_it(people, key, who, pattern):
    path = ADDRESSES[pattern][0].format(key=key)
    assert people[who].get(SERVICE + path).status_code == 403


@pytest.mark.parametrize("pattern", ADDRESSES)
def test_a_stranger_is_asked_to_log_in(hub, people, key, pattern):
    path = ADDRESSES[pattern][0].format(key=key)
    assert "/hub/login" in requests.get(hub.address + SERVICE + path, timeout=60).url


@pytest.mark.parametrize("pattern", ADDRESSES)
def test_a_marker_reads_what_is_a_marker_s(people, key, pattern):
    path, whose = ADDRESSES[pattern]
    status = {"marker": 200, "its marker": 200, "instructor": 403, "nobody": 404}[whose]
    assert people["ines"].get(SERVICE + path.format(key=key)).status_code == status


@pytest.mark.parametrize("pattern", ADDRESSES)
def test_an_instructor_reads_all_but_a_marker_s_own_desk(people, key, pattern):
    path, whose = ADDRESSES[pattern]
    status = {"marker": 200, "its marker": 404, "instructor": 200, "nobody": 404}[whose]
    assert people["noor"].get(SERVICE + path.format(key=key)).status_code == status


@pytest.mark.parametrize("path", SENT)
@pytest.mark.parametrize("who", ["maya", ELSEWHERE, None])
def test_nobody_else_sends_a_form(hub, people, key, who, path):
    fields = {"key": f"forged-{path}"[:60], **SENT[path]}
    url = hub.address + SERVICE + path.format(key=key)
    session = people[who].session if who else requests.Session()
    assert session.post(url, data=fields, timeout=60).status_code == 403


@pytest.mark.parametrize("what", [*ACTS, "no-such-thing"])
@pytest.mark.parametrize("who", ["maya", ELSEWHERE, None])
def test_nobody_else_does_anything(hub, people, key, who, what):
    body = {"key": f"forged-{what}", "piece": key, "criterion": "evidence", "level": 1}
    session = people[who].session if who else requests.Session()
    answer = session.post(f"{hub.address}{DESK}/act/{what}", json=body, timeout=60)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "path",
    [p for p in SENT if p.endswith(("arrange", "standards", "rubric")) or p.endswith("appeals")],
)
def test_a_marker_arranges_nothing(people, path):
    fields = {"key": f"ines-{path}"[:60], **SENT[path]}
    answer = people["ines"].post(SERVICE + path, token_of=SERVICE, data=fields)
    assert answer.status_code == 403
    assert "only an instructor of this course may do this" in answer.text.lower()


def test_no_action_goes_through_without_the_page_s_token(people, key):
    ines = people["ines"]
    body = {"key": "without-token", "piece": key, "criterion": "evidence", "level": 1}
    url = f"{ines.hub.address}{DESK}/act/level"
    assert ines.session.post(url, json=body, timeout=60).status_code == 403
    for path in SENT:
        fields = {"key": "without-token", **SENT[path]}
        assert ines.post(SERVICE + path.format(key=key), data=fields).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "formgrader",
        "formgrader/api/students",
        "api/contents",
        "files/gradebook.db",
        "lab",
        "tree",
        "api/kernels",
        "terminals/1",
        "teach/progress",
        "nbconvert/html/a.ipynb",
    ],
)
def test_a_marker_reaches_the_desk_and_nothing_else_of_the_server(people, path):
    answer = people["ines"].get(SERVICE + path)
    assert answer.status_code == 403
    assert people["noor"].get(f"{SERVICE}formgrader").status_code == 200


@pytest.mark.parametrize("path", ["", "teach"])
def test_the_server_s_front_door_takes_a_marker_to_the_desk(people, path):
    assert people["ines"].get(SERVICE + path).url.endswith("/services/attunement/desk")


def test_a_marker_is_sent_to_the_desk_after_logging_in(hub):
    assert Visitor(hub, "ines").log_in().headers["Location"] == DESK


def test_the_marks_bear_the_name_of_whoever_is_signed_in(people, key):
    body = {"key": "ines-marks-one", "piece": key, "criterion": "evidence", "level": 3}
    answer = people["ines"].post(f"{DESK}/act/level", token_of=SERVICE, json={**body, "by": "noor"})
    assert answer.json()["marks"]["evidence"]["level"] == 3
    trail = people["noor"].get(f"{DESK}/trail/{key}").text
    assert re.search(r"<strong>ines</strong>: Evidence and concepts: 3", trail)


def test_no_page_of_marking_knows_the_learner(people, key):
    for path in ("desk", "desk/of/p2", f"desk/piece/{key}", "desk/of/p2/talks"):
        page = people["ines"].get(SERVICE + path)
        assert "tomasz" not in page.text.lower()
        assert "zieli" not in page.text.lower()
    assert "Tomasz" in people["noor"].get(f"{DESK}/trail/{key}").text


def test_the_pages_run_only_this_server_s_files(people, key):
    for path in ("desk", f"desk/piece/{key}"):
        answer = people["ines"].get(SERVICE + path)
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert "style=" not in answer.text
        assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)


def test_the_instructor_s_page_leads_to_the_desk(people):
    page = people["noor"].get(f"{SERVICE}teach").text
    assert f'href="{SERVICE}desk"' in page
    assert f'href="{SERVICE}desk/of/p2"' in page


def test_learners_files_know_nothing_of_the_desk(hub: DemoHub, people) -> None:
    learner = Path(hub.state / "homes" / "maya")
    assert not list(learner.rglob("*desk*"))

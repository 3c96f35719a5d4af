"""The demo hub in a real browser: a reflection goes from learner to instructor and back."""

from __future__ import annotations

import json
import shutil

import hub_fixture
import pytest
from hub_fixture import DemoHub
from pages import AXE, SIZES, Look, findings, tab_to, too_wide
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
hub = hub_fixture.running_hub

TEACH = "/services/attunement/teach"
SLOW = 60_000
"""Milliseconds in which a server of one's own starts on a crowded machine."""
MARKS = ["1", "2", "2.5", "3", "4"]
NAME_OF_FOCUSED = """() => {
  const it = document.activeElement;
  return it === document.body ? "" : (it.getAttribute("aria-label") || it.textContent).trim();
}"""
WRITE = """async text => {
  const address = "/user/maya/api/contents/attunement/p2/p2.ipynb";
  const token = document.cookie.match(/_xsrf=([^;]*)/)[1];
  const headers = { "X-XSRFToken": token, "Content-Type": "application/json" };
  const { content } = await (await fetch(address, { headers })).json();
  for (const cell of content.cells) {
    if (cell.metadata.nbgrader?.solution) cell.source = text;
    if (cell.id === "p2-self-assessment") cell.source += "2.5, by the lights";
  }
  const body = JSON.stringify({ type: "notebook", format: "json", content });
  return (await fetch(address, { method: "PUT", headers, body })).status;
}"""


@pytest.fixture(scope="module")
def maya(browser: Browser, hub: DemoHub) -> Person:
    return Person(browser, hub, "maya")


@pytest.fixture(scope="module")
def noor(browser: Browser, hub: DemoHub) -> Person:
    return Person(browser, hub, "noor")


class Person:
    """Somebody at a browser of their own, logged in by keyboard."""

    def __init__(self, browser: Browser, hub: DemoHub, name: str) -> None:
        self.hub = hub
        self.look = Look()
        self.page = self.look.watch(self.look.context(browser).new_page())
        self.page.goto(hub.address)
        field = self.page.get_by_label("Name")
        expect(field).to_be_focused(timeout=SLOW)  # autofocus may come after the page's load
        self.page.keyboard.type(name)
        expect(field).to_have_value(name)
        tab_to(self.page, "Password")
        self.page.keyboard.type(hub.password)
        self.page.keyboard.press("Enter")
        self.page.locator("main h1").wait_for(timeout=SLOW)

    def go(self, path: str) -> Page:
        self.page.goto(self.hub.address + path)
        return self.page

    def press(self, words: str) -> None:
        """Reach the control of just this name by Tab, from where the focus is, and press it."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(NAME_OF_FOCUSED) == words:
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"no way by keyboard to {words!r}")

    def sees(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words, timeout=20_000)

    def inspect(self) -> None:
        """The page as it is now, wide and narrow, light and dark."""
        inspect(self.page)
        assert self.look.errors == []
        assert self.look.outside() == []


def inspect(page: Page) -> None:
    page.evaluate(AXE.read_text("utf-8"))  # the pages' own policy forbids it to the page itself
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert findings(page) == []
            assert too_wide(page) == []
    width, height = SIZES["wide"]
    page.set_viewport_size({"width": width, "height": height})


def test_the_log_in_page(browser: Browser, hub: DemoHub) -> None:
    look = Look()
    page = look.watch(look.context(browser).new_page())
    page.goto(hub.address)
    expect(page.get_by_label("Name")).to_be_focused()
    inspect(page)
    assert look.errors == []
    assert look.outside() == []
    page.keyboard.type("maya")
    expect(page.get_by_label("Name")).to_have_value("maya")
    tab_to(page, "Password")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("do not open anything")
    expect(page.get_by_label("Name")).to_have_value("maya")
    inspect(page)


def test_a_learner_plays_a_module_and_finds_the_record(maya: Person) -> None:
    """From the landing page to the debrief by keyboard; what was done is the learner's own."""
    maya.sees("Hello, Maya")
    maya.sees("It is empty so far.")
    maya.press("Open as an app: module 2, Empathy")
    page = maya.page
    page.locator("section.att-card").first.wait_for(timeout=SLOW)
    tab_to(page, "Meet Amara")
    page.keyboard.press("Enter")
    tab_to(page, "Trust at the end")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Begin the conversation")
    page.keyboard.press("Enter")
    page.locator("[data-act]").first.wait_for()
    for turn in range(20):
        page.keyboard.press(str(turn % 5 + 1))
        page.wait_for_timeout(30)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Turn by turn").wait_for()
    maya.go("/user/maya/attunement")
    maya.sees("It holds 1 attempt.")
    expect(page.locator('[data-tried="m2"]')).to_have_text("Exercises tried: 1 of 5.")


def test_erasing_the_record_is_asked_first(maya: Person) -> None:
    page = maya.go("/user/maya/attunement")
    maya.press("Erase it…")
    dialog = page.get_by_role("dialog", name="Erase your record?")
    expect(dialog.get_by_role("button", name="Keep it")).to_be_focused()
    inspect(page)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    maya.sees("It holds 1 attempt.")
    maya.press("Erase it…")
    maya.press("Erase it")
    maya.sees("Your record is erased.")
    maya.sees("It is empty so far.")
    expect(page.locator('[data-tried="m2"]')).to_have_text("Exercises tried: 0 of 5.")


def test_a_lost_connection_says_what_is_safe(maya: Person) -> None:
    page = maya.go("/user/maya/attunement")
    page.context.set_offline(True)
    maya.press("Fetch p2")
    maya.sees(
        "Your copy could not be fetched. Your server does not answer. What you saved is safe."
    )
    page.context.set_offline(False)
    assert page.get_by_role("button", name="Fetch p2").is_enabled()
    maya.look.errors.clear()  # the browser's own note of the lost connection


def test_a_failed_action_gives_its_reason(hub: DemoHub, noor: Person) -> None:
    page = noor.go(TEACH)
    inbound = hub.state / "exchange" / "attunement" / "inbound"
    aside = inbound.rename(inbound.with_name("aside"))
    page.get_by_role("button", name="Collect one submission").click()
    noor.sees("Nothing was collected. What was handed in is safe in the exchange. Course not found")
    aside.rename(inbound)
    noor.inspect()


def test_a_reflection_goes_from_hand_to_hand(hub: DemoHub, maya: Person, noor: Person) -> None:
    learner_hands_in(maya)
    instructor_collects(noor)
    instructor_marks(noor)
    instructor_returns(hub, noor)
    learner_reads(maya)


def learner_hands_in(maya: Person) -> None:
    maya.go("/user/maya/attunement")
    maya.sees("Fetch your copy")
    maya.sees("More reflections")
    maya.inspect()
    maya.press("Fetch p2")
    maya.sees("Fetched. Your copy is in your folder.")
    maya.sees("The guide is 400 to 700 words.")
    expect(maya.page.get_by_role("button", name="Fetch p0")).to_be_visible()
    maya.inspect()
    assert (
        maya.page.evaluate(WRITE, "I said it a moment too soon, and she looked away. " * 45) == 200
    )
    maya.press("I have saved; look again")
    maya.sees("Your saved answer has 495 words, within the guide of 400 to 700.")
    maya.inspect()
    maya.press("Submit p2")
    maya.sees("Submitted. Your marker reads the version you saved last.")
    maya.sees("Your marker has it now")
    maya.inspect()


def instructor_collects(noor: Person) -> None:
    noor.go(TEACH)
    noor.sees("2 submissions to collect")
    noor.sees("Released, and nobody has handed in yet")
    noor.press("Collect 2 submissions")
    noor.sees("Collected 2 submissions.")
    noor.inspect()
    noor.press("Prepare 2 submissions")
    noor.sees("Prepared 2 submissions; the answers wait for your marks.")
    noor.sees("2 submissions to mark")
    noor.inspect()


def instructor_marks(noor: Person) -> None:
    """In nbgrader's own formgrader, each criterion of both submissions."""
    for number in (1, 2):
        noor.go(TEACH)
        noor.press("Mark in the formgrader")
        noor.page.get_by_role("link", name=f"Submission #{number}").click()
        mark_one(noor.page)
    noor.look.errors.clear()  # the formgrader looks for MathJax on a server of its makers
    noor.look.requests.clear()


def mark_one(page: Page) -> None:
    tasks = page.locator(".nbgrader_cell", has=page.get_by_text("Student's task"))
    expect(tasks).to_have_count(len(MARKS), timeout=20_000)
    page.wait_for_load_state("networkidle")  # by then it has fetched the marks of before
    for place, mark in enumerate(MARKS):
        task = tasks.nth(place)
        for field, text in (("input.score", mark), ("textarea", f"Comment {place}: stay with it.")):
            with page.expect_response(lambda answer: answer.request.method == "PUT"):
                task.locator(field).first.fill(text)
                task.locator(field).first.blur()


def instructor_returns(hub: DemoHub, noor: Person) -> None:
    noor.go(TEACH)
    noor.sees("Return feedback to 2 learners")
    noor.inspect()
    noor.press("Return feedback to 2 learners")
    noor.sees("Returned feedback to 2 learners.")
    noor.sees("Everybody who handed in has their feedback")
    noor.inspect()
    address = "/services/attunement/formgrader/api/submissions/p2"
    given = json.loads(noor.page.request.get(hub.address + address).text())
    scores = {one["student"]: one["score"] for one in given if one["autograded"]}
    assert scores == dict.fromkeys(("maya", "tomasz"), sum(map(float, MARKS)))


def learner_reads(maya: Person) -> None:
    maya.press("Look for marks")
    maya.sees("Your feedback is here")
    maya.inspect()
    maya.press("Read your feedback")
    page = maya.page
    page.wait_for_url("**/files/attunement/p2/feedback/**")
    feedback = " ".join(page.locator("body").inner_text().split())
    assert "12.5 of 20 points" in feedback
    own = "Your own view: between understanding and reflection. You wrote: 2.5, by the lights"
    for words in (
        *("habitual", "critical reflection", "2.5 of 4", "Comment 3: stay with it."),
        own,
    ):
        assert words.lower() in feedback.lower()
    page.go_back()
    maya.sees("It is in your folder, and stays there.")
    maya.inspect()


def test_a_module_opens_as_a_notebook(maya: Person) -> None:
    page = maya.go("/user/maya/attunement")
    maya.look.errors.clear()
    maya.press("as a notebook: module 2, Empathy")
    page.locator(".jp-Notebook .jp-MarkdownOutput h1").first.wait_for(timeout=SLOW)
    body = page.locator("body")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-jp-theme-light", "false")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-jp-theme-light", "true")
    assert maya.look.errors == []


def test_without_modules_or_assignments_the_page_says_so(hub: DemoHub, maya: Person) -> None:
    modules = hub.state / "homes/maya/modules"
    aside = modules.rename(modules.with_name("aside"))
    outbound = hub.state / "exchange/attunement/outbound"
    cache = hub.state / "homes/maya/.local/share/jupyter/nbgrader_cache"
    shutil.move(outbound, hub.state / "outbound-aside")
    outbound.mkdir()
    shutil.move(cache, hub.state / "cache-aside")
    maya.go("/user/maya/attunement")
    maya.sees("No module is in your folder.")
    maya.sees("No reflection has been released yet.")
    maya.inspect()
    aside.rename(modules)
    outbound.rmdir()
    shutil.move(hub.state / "outbound-aside", outbound)
    shutil.move(hub.state / "cache-aside", cache)


def test_a_broken_gradebook_is_told_and_not_hidden(hub: DemoHub, noor: Person) -> None:
    gradebook = hub.state / "course" / "gradebook.db"
    whole = gradebook.read_bytes()
    gradebook.write_bytes(b"not a database, whatever it was" * 40)
    noor.go(TEACH)
    noor.sees("The course cannot be read")
    noor.sees("file is not a database")
    gradebook.write_bytes(whole)
    noor.inspect()

"""Module 2 as an app under Voila, in a real browser, by keyboard alone."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import psutil
import pytest
from browser.scripts.m2_recall import play as practise
from pages import SIZES, Look, findings, focused, settle, tab_to, too_wide
from playwright.sync_api import expect

from attunement_course.responses import LearnerRecord
from attunement_widgets import exercise

pytestmark = pytest.mark.browser
MODULES = Path("course/modules").resolve()
LOOKS = [("wide", "light"), ("narrow", "light"), ("wide", "dark"), ("narrow", "dark")]
CARD = "section.att-card"
DIALOGUE = "A conversation that branches"
MIXER = "An empathy mixer"
RECALL = "What do we know?"
LIST = "section.att-progress"
HEIGHTS = "all => all.map(one => one.getBoundingClientRect().height)"
SLOW = 90_000
"""Milliseconds in which a crowded machine shows a module."""
PICTURES = os.environ.get("ATTUNEMENT_PICTURES")
"""A folder for pictures of the list, where somebody wants to look at it."""


@pytest.fixture(scope="module")
def address(shown):
    return f"{shown(MODULES)}/02-empathy.ipynb"


def opened(browser, address, size="wide", scheme="light"):
    look = Look(size, scheme)
    page = look.watch(look.context(browser).new_page())
    page.goto(address)
    page.locator(CARD).first.wait_for(timeout=SLOW)
    return page, look


def card_of(page, title):
    return page.locator(CARD).filter(has=page.get_by_role("heading", name=title, exact=True))


def begin(page, person):
    """From the first screen of the dialogue to its first turn, without a pointer."""
    tab_to(page, f"Meet {person}")
    page.keyboard.press("Enter")
    tab_to(page, "Trust at the end")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Begin the conversation")
    page.keyboard.press("Enter")
    page.locator("[data-act]").first.wait_for()


def say(page, times):
    """Answer with the first, second, … of what is offered, by number key."""
    for turn in range(times):
        page.keyboard.press(str(turn % 5 + 1))
        page.wait_for_timeout(30)


def kept(record_folder):
    path = record_folder / "attempts.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def kernels():
    """Kernels alive under this test's own servers."""
    return [one for one in psutil.Process().children(recursive=True) if is_kernel(one)]


def is_kernel(process):
    try:
        return "ipykernel_launcher" in " ".join(process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


def wait_until(true, seconds=15):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_a_conversation_by_keyboard_alone_to_its_debrief(browser, address, size, scheme):
    page, look = opened(browser, address, size, scheme)
    assert findings(page) == []
    begin(page, "Amara")
    assert findings(page, CARD) == []
    say(page, 20)
    assert "See what happened" in focused(page)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Turn by turn").wait_for()
    assert findings(page, CARD) == []
    words = card_of(page, DIALOGUE).inner_text()
    for expected in ("Trust ended at", "you had predicted", "Had you", "emp-05a", "TEACH"):
        assert expected.lower() in words.lower()
    assert too_wide(page) == []
    assert look.errors == []
    assert look.outside() == []


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("complex_reflection", "no question asked"),
        ("silence", "neither"),
        ("probe_detail", "none made"),
    ],
)
def test_one_sided_conversations_fit_a_narrow_screen(browser, address, act, words):
    """What has no number is said in words, which take more room than a number."""
    page, _look = opened(browser, address, "narrow")
    begin(page, "Amara")
    for _ in range(20):
        page.locator(f"[data-act={act}]").dispatch_event("click")
    page.get_by_role("button", name="See what happened").click()
    beside = page.locator(".att-card table").filter(has_text="Reflections to questions")
    assert words in beside.inner_text()
    assert too_wide(page) == []


def test_there_is_no_code_in_sight(browser, address):
    page, _look = opened(browser, address)
    words = page.locator("main").inner_text()
    assert "import" not in words.split()
    assert "exercise(" not in words
    assert page.locator(".jp-InputArea-editor").count() == 0


def test_exercises_on_one_page_share_no_id_and_no_group_of_radios(browser, address):
    page, _look = opened(browser, address)
    page.locator(LIST).wait_for()
    for words in ("Begin", "Meet Amara"):
        page.get_by_role("button", name=words, exact=True).first.click()
    assert page.locator("input[type=radio]").count() > 3
    shared = """() => {
      const ids = [...document.querySelectorAll("main .att-card [id], main .att-card")]
        .map(({ id }) => id);
      const groups = [...document.querySelectorAll(".att-card")]
        .flatMap((card) => [...new Set([...card.querySelectorAll("input[type=radio]")]
          .map(({ name }) => name))]);
      return [ids, groups].flatMap((all) => all.filter((one, at) => one && all.indexOf(one) < at));
    }"""
    assert page.evaluate(shared) == []


def test_without_its_kernel_the_dialogue_goes_on_and_its_record_is_kept_later(
    browser, address, record_folder
):
    before = len(kept(record_folder))
    page, _look = opened(browser, address)
    begin(page, "Tala")
    say(page, 3)
    for kernel in kernels():
        kernel.kill()
    say(page, 17)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Turn by turn").wait_for()
    card = card_of(page, DIALOGUE)
    line = card.locator(".att-record")
    assert wait_until(lambda: "safe in this browser" in line.inner_text()), line.inner_text()
    assert len(kept(record_folder)) == before
    page.reload()
    page.locator(CARD).first.wait_for()
    assert wait_until(lambda: len(kept(record_folder)) == before + 1)
    assert kept(record_folder)[-1]["answer"]["scenario"] == "tala"
    assert len(kept(record_folder)[-1]["answer"]["acts"]) == 20


def test_skipping_costs_nothing_and_records_nothing(browser, address, record_folder):
    before = kept(record_folder)
    page, _look = opened(browser, address)
    tab_to(page, "Skip this")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Come back to it").first.wait_for()
    page.wait_for_timeout(500)
    assert kept(record_folder) == before


def test_an_unfinished_conversation_waits_for_its_learner(browser, address):
    page, _look = opened(browser, address)
    begin(page, "Emyr")
    say(page, 6)
    page.reload()
    page.locator(CARD).first.wait_for()
    tab_to(page, "Continue")
    page.keyboard.press("Enter")
    page.get_by_text("Turn 7 of 20").first.wait_for()


def test_a_closed_page_takes_its_kernel_with_it(browser, address):
    page, _look = opened(browser, address)
    assert kernels()
    page.close(run_before_unload=True)
    for other in browser.contexts:
        for left in other.pages:
            left.close(run_before_unload=True)
    assert wait_until(lambda: not kernels())


def test_retrieval_practice_by_keyboard_alone(browser, address, record_folder):
    before = len(kept(record_folder))
    page, look = opened(browser, address)
    card = card_of(page, RECALL)
    card.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Enter")
    for question in range(1, 6):
        card.get_by_role("heading", name=f"Question {question} of 5").wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        tab_to(page, "Answer")
        page.keyboard.press("Enter")
        tab_to(page, "Next question" if question < 5 else "See how sure and right agree")
        assert findings(page, CARD) == []
        page.keyboard.press("Enter")
    card.get_by_role("heading", name="How sure and right agree").wait_for()
    assert findings(page, CARD) == []
    assert wait_until(lambda: len(kept(record_folder)) == before + 1)
    assert len(kept(record_folder)[-1]["answer"]["items"]) == 5
    assert look.errors == []


# --- the list of what was tried -------------------------------------------------------


def listed(page, title):
    """The words beside an exercise in the list."""
    link = page.get_by_role("link", name=title, exact=True)
    return page.locator(f"{LIST} li").filter(has=link).locator(".att-progress-state")


def keep(record, id, answer, count):
    """Attempts that an earlier visit left."""
    for number in range(count):
        attempt = {"id": f"{id}-{number}", "exercise": id, "version": 1, "answer": answer}
        record.append(attempt)


def test_the_list_follows_what_is_tried_and_erased_without_a_reload(
    browser, address, record_folder
):
    """By keyboard: from the list to an exercise, through it, and back to an empty record."""
    LearnerRecord(record_folder).erase("m2-recall")
    page, look = opened(browser, address)
    expect(listed(page, RECALL)).to_have_text("Not tried yet")
    tab_to(page, RECALL)
    page.keyboard.press("Enter")
    card = card_of(page, RECALL)
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()
    for _ in practise(page, card):
        expect(listed(page, RECALL)).to_have_text("Not tried yet")
    expect(listed(page, RECALL)).to_have_text("Tried once")
    erase_by_keyboard(page, card)
    expect(listed(page, RECALL)).to_have_text("Not tried yet")
    assert LearnerRecord(record_folder).attempts("m2-recall") == []
    assert look.errors == []
    assert look.outside() == []
    page.context.close()


def erase_by_keyboard(page, card):
    card.focus()
    for name in ("Help", "Erase", "Erase all"):
        tab_to(page, name)
        page.keyboard.press("Enter")
    card.get_by_text("Your attempts at this exercise are erased.").wait_for()
    page.keyboard.press("Escape")


def test_the_list_in_every_look(browser, address, record_folder):
    record = LearnerRecord(record_folder)
    record.erase()
    keep(record, "m2-mixer", exercise("m2-mixer", record).right_answers()[0], 3)
    keep(record, "m2-recall", {"items": [], "brier": 0.0}, 2)
    page, look = opened(browser, address)
    own = page.locator(LIST)
    expect(listed(page, MIXER)).to_have_text("Reached what it looks for; tried 3 times")
    expect(listed(page, RECALL)).to_have_text("Tried twice")
    expect(own).to_contain_text("2 of 5 exercises tried. Skipping costs nothing")
    expect(own).to_contain_text("Nobody else is shown it.")
    expect(own.locator(".att-is-reached, .att-is-tried, .att-is-untried")).to_have_count(5)
    tab_to(page, MIXER)
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        assert all(height >= 44 for height in own.get_by_role("link").evaluate_all(HEIGHTS))
        assert too_wide(page) == []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert findings(page, LIST) == []
            picture(own, f"progress-{size}-{scheme}")
    assert look.errors == []
    page.context.close()


def picture(part, name):
    settle(part.page)
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        part.screenshot(path=Path(PICTURES) / f"{name}.png")


def test_without_its_kernel_the_list_says_as_of_when_it_holds(browser, address, record_folder):
    LearnerRecord(record_folder).erase()
    page, _look = opened(browser, address)
    expect(listed(page, RECALL)).to_have_text("Not tried yet")
    for kernel in kernels():
        kernel.kill()
    card = card_of(page, RECALL)
    card.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Shift+Tab")
    for _ in practise(page, card):
        pass
    expect(listed(page, RECALL)).to_have_text("Tried once; it waits in this browser")
    own = page.locator(LIST)
    expect(own).to_contain_text("Your kernel is not answering. This list is as of ")
    expect(own).to_contain_text("What waits is safe in this browser, and is handed over when")
    picture(own, "progress-without-kernel")
    page.reload()
    page.locator(CARD).first.wait_for()
    expect(listed(page, RECALL)).to_have_text("Tried once", timeout=SLOW)

"""Match, mismatch, repair by the clock: by keyboard alone, and whatever makes the clock stop."""

from __future__ import annotations

import json

import pytest
from browser.scripts.m1_repair import BEATS, choose
from pages import findings, focused, tab_to

pytestmark = pytest.mark.browser
CARD = "section.att-card"
COUNT = ".att-telling-status > span >> nth=0"
STATUS = ".att-telling-status strong"
STILL = 1600
"""Milliseconds without a beat at the quickest pace, of one second, that show a clock stands."""


@pytest.fixture(scope="module")
def address(exercises):
    return f"{exercises('m1-repair')}/m1-repair.ipynb"


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.locator(CARD).wait_for()
    yield page
    context.close()


def begin(page, pace):
    """To the clock, not yet running, at the slowest or the quickest pace."""
    choose(page, "By the clock")
    tab_to(page, "Begin to talk")
    page.keyboard.press("Enter")
    tab_to(page, "A beat lasts")
    page.keyboard.press("Home" if pace == "quickest" else "End")


def start(page):
    page.keyboard.press("Shift+Tab")
    assert focused(page).startswith("Start the clock")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.textContent.startsWith('Repair')")


def stands(page):
    before = page.locator(COUNT).inner_text()
    page.wait_for_timeout(STILL)
    return page.locator(COUNT).inner_text() == before


def repair_at_cues(page):
    """Until the end; Space presses the button that has had the focus since the start."""
    for beat in range(1, BEATS + 1):
        page.get_by_text(f"Beat {beat} of {BEATS}", exact=True).wait_for()
        if page.locator(STATUS).inner_text().endswith("has noticed"):
            assert focused(page).startswith("Repair")
            page.keyboard.press("Space")


def test_a_conversation_by_the_clock_at_the_quickest_pace(page, record_folder):
    """By keyboard alone to the debrief, and what is kept says nothing of the clock."""
    begin(page, "quickest")
    assert stands(page)  # nothing moves before it is started
    start(page)
    repair_at_cues(page)
    page.get_by_text("have had your 40 beats").wait_for()
    page.keyboard.press("Enter")
    tab_to(page, "Pairs who get on")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Look back")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Out of step, and back").wait_for()
    page.get_by_text("Your record holds 1 attempt.").wait_for()
    [kept] = map(json.loads, (record_folder / "attempts.jsonl").read_text().splitlines())
    answer = kept["answer"]
    assert answer["met"] is True
    assert answer["reached"]["inside"] == answer["reached"]["repairs"] > 0
    assert set(answer["acts"]) == {"wait", "repair"}
    assert "timed" not in json.dumps(answer)


def test_at_the_slowest_pace_there_is_ten_times_the_usual_time(page):
    begin(page, "slowest")
    page.get_by_text("20 seconds").wait_for()
    assert findings(page, CARD) == []
    start(page)
    assert findings(page, CARD) == []
    page.wait_for_timeout(4000)
    assert page.locator(COUNT).inner_text() == f"Beat 1 of {BEATS}"
    page.keyboard.press("a")
    page.get_by_text(f"Beat 2 of {BEATS}", exact=True).wait_for()


def test_the_clock_stops_at_a_key_in_a_pause_under_the_help_and_out_of_sight(page):
    begin(page, "quickest")
    start(page)
    page.get_by_text(f"Beat 3 of {BEATS}", exact=True).wait_for()
    page.keyboard.press("s")
    assert stands(page)
    assert focused(page) == "Go on"
    page.keyboard.press("Enter")
    page.get_by_text(f"Beat 4 of {BEATS}", exact=True).wait_for()
    page.get_by_role("button", name="Pause").click()
    page.get_by_text("Nothing runs while you pause").wait_for()
    assert stands(page)
    page.keyboard.press("Enter")  # Continue: the clock waits until it is told to go on
    assert stands(page)
    tab_to(page, "Go on")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Help").click()
    assert stands(page)
    page.keyboard.press("Escape")
    tab_to(page, "Go on")
    page.keyboard.press("Enter")
    page.evaluate(
        "Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert stands(page)
    page.get_by_text("your place is kept").wait_for()


def test_a_key_held_down_is_one_press(page):
    begin(page, "slowest")
    start(page)
    page.keyboard.down("Enter")
    for _ in range(5):
        page.keyboard.down("Enter")  # as the keyboard repeats it
    page.keyboard.up("Enter")
    page.get_by_text(f"Beat 2 of {BEATS}", exact=True).wait_for()
    page.wait_for_timeout(200)
    assert page.locator(COUNT).inner_text() == f"Beat 2 of {BEATS}"


def test_the_clock_can_be_left_at_any_beat(page):
    begin(page, "quickest")
    start(page)
    page.get_by_text(f"Beat 2 of {BEATS}", exact=True).wait_for()
    tab_to(page, "Go on beat by beat, without the clock")
    page.keyboard.press("Enter")
    assert stands(page)
    before = page.locator(COUNT).inner_text()
    page.keyboard.press("1")
    assert page.locator(COUNT).inner_text() != before


def test_whoever_asks_for_less_motion_is_given_the_still_way_and_told_so(browser, address):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.get_by_text("Your device asks for less motion").wait_for()
    assert page.get_by_role("radio", name="Beat by beat").is_checked()
    assert page.get_by_role("radio", name="By the clock").is_enabled()
    context.close()

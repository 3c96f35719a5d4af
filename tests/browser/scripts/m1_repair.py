"""Match, mismatch, repair: beat by beat, each cue answered with a repair, one question asked."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page

BEATS = 40


def play(page: Page, card: Locator) -> Iterator[None]:
    choose(page, "Beat by beat")
    yield
    tab_to(page, "Begin to talk")
    page.keyboard.press("Enter")
    yield from talk(page, card)
    page.keyboard.press("Enter")  # the button that leads on has the focus
    card.get_by_role("heading", name="What it shows").wait_for()
    tab_to(page, "The whole conversation, picture")
    page.keyboard.press("t")
    card.get_by_role("columnheader", name="What you did").wait_for()
    page.keyboard.press("t")
    tab_to(page, "Pairs who get on")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(250)  # the button that can now be pressed takes on its colour
    yield
    tab_to(page, "Look back")
    page.keyboard.press("Enter")
    card.get_by_role("heading", name="Out of step, and back").wait_for()
    card.get_by_text("a statement that holds").first.wait_for()
    tab_to(page, "Had you")
    page.keyboard.press("ArrowDown")
    card.get_by_text("Had you matched at every beat").first.wait_for()
    tab_to(page, "Trust by beat, as it went and otherwise, picture")
    page.keyboard.press("t")
    yield
    page.keyboard.press("t")
    for name in ("drift.py", "repair.py", "repairers.py"):
        tab_to(page, name)


def choose(page: Page, way: str) -> None:
    """The second person, and one of the two ways to talk."""
    tab_to(page, "Mateo")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, "By the clock")
    page.keyboard.press("Space")
    if way != "By the clock":
        page.keyboard.press("ArrowDown")
    tab_to(page, "Go on")
    page.keyboard.press("Enter")


def talk(page: Page, card: Locator) -> Iterator[None]:
    """Repair at each cue, ask once, wait otherwise; a look while a window is open."""
    status = card.locator(".att-telling-status strong")
    asked = looked = False
    for beat in range(1, BEATS + 1):
        card.get_by_text(f"Beat {beat} of {BEATS}", exact=True).wait_for()
        where = status.inner_text()
        if where.endswith("has noticed"):
            if beat > 12 and not looked:
                looked = True
                yield
            page.keyboard.press("2")
        elif where == "Out of step" and beat > 20 and not asked:
            asked = True
            page.keyboard.press("3")
        else:
            page.keyboard.press("1")
    card.get_by_text("have had your 40 beats").wait_for()

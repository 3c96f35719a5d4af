"""The synchrony lab: a count guessed, a reason, nulls and a lag tried, six readings."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page

READINGS = [True, False, False, True, False, False]
"""Which statements the figure makes, in their order."""


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Yes, linked")
    page.keyboard.press("Space")
    tab_to(page, "Of 100 pairs")
    for _ in range(2):
        page.keyboard.press("PageUp")
    yield
    tab_to(page, "Test 100 pairs")
    page.keyboard.press("Enter")
    card.get_by_text("you had predicted").wait_for()
    tab_to(page, "Breath and pulse")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    yield
    tab_to(page, "Look for a pair that met")
    page.keyboard.press("Enter")
    card.get_by_text("alike than this chance").wait_for()
    tab_to(page, "Longest lag looked at")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    tab_to(page, "Lag: ")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowRight")
    card.get_by_text("as if the second follows by 1.2 s").wait_for()
    yield
    refuse_and_mend(page, card)
    tab_to(page, "Go on with recording")
    page.keyboard.press("Enter")
    for says in READINGS:
        tab_to(page, "It says so")
        page.keyboard.press("Space")
        if not says:
            page.keyboard.press("ArrowDown")
    yield
    tab_to(page, "Look back on it all")
    page.keyboard.press("Enter")
    card.get_by_text("strangers look linked, where the textbook test called").wait_for()
    tab_to(page, "The hundred held against shuffles, picture")
    page.keyboard.press("t")
    yield
    page.keyboard.press("t")
    tab_to(page, "Memory")
    page.keyboard.press("ArrowLeft")
    card.get_by_text("With a memory of .45 the textbook test calls").wait_for()


def refuse_and_mend(page: Page, card: Locator) -> None:
    """A segment longer than half the series is refused in one line; a shorter one is not."""
    page.keyboard.press("Shift+Tab")
    for _ in range(40):
        if (
            page.evaluate("document.activeElement.labels?.[0]?.textContent")
            == "Length of a segment"
        ):
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("End")
    card.get_by_text("at most half the series: 150 seconds or less (got 180)").first.wait_for()
    page.keyboard.press("Home")
    card.get_by_text("at least twice the longest lag: 8 seconds or more (got 2)").first.wait_for()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    card.get_by_text("alike than this chance").wait_for()

"""The dialogue: twenty turns with one person, by number key."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Meet Emyr")
    page.keyboard.press("Enter")
    tab_to(page, "Trust at the end")
    page.keyboard.press("ArrowRight")
    yield
    tab_to(page, "Begin the conversation")
    page.keyboard.press("Enter")
    page.locator("[data-act]").first.wait_for()
    for turn in range(20):
        page.keyboard.press(str(turn % 5 + 1))
        page.wait_for_timeout(30)
    yield
    page.keyboard.press("Enter")
    card.get_by_role("heading", name="Turn by turn").wait_for()

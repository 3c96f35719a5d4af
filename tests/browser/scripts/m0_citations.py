"""The citation detective: what is expected, then two decisions and a confidence on ten cards."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    tab_to(page, "Citations that bear out their sentence")
    page.keyboard.press("ArrowLeft")
    tab_to(page, "See the first card")
    page.keyboard.press("Enter")
    for number in range(10):
        card.get_by_role("heading", name=f"Citation {number + 1} of 10").wait_for()
        tab_to(page, "Yes, as cited")
        page.keyboard.press("Space")
        for _ in range(number % 3):
            page.keyboard.press("ArrowDown")
        tab_to(page, "Yes")
        page.keyboard.press("Space")
        for _ in range(number % 4):
            page.keyboard.press("ArrowDown")
        tab_to(page, "How sure are you of what it bears out?")
        for _ in range(number % 6):
            page.keyboard.press("ArrowRight")
        if number == 0:
            yield
        tab_to(page, "Answer")
        page.keyboard.press("Enter")
        card.get_by_text("What comes closest.").wait_for()
        if number in (0, 5):
            yield
        tab_to(page, "Next citation" if number < 9 else "Look back on all of them")
        page.keyboard.press("Enter")
    card.get_by_role("heading", name="Had you taken them on trust").wait_for()
    tab_to(page, "Said each time")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

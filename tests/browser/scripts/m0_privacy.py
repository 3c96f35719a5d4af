"""The privacy walk-through: six statements, each true or false."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    for number in range(6):
        card.get_by_role("heading", name=f"Statement {number + 1} of 6").wait_for()
        tab_to(page, "True")
        page.keyboard.press("Space")
        if number % 2:
            page.keyboard.press("ArrowDown")
        tab_to(page, "Answer")
        page.keyboard.press("Enter")
        card.get_by_text("Held to it by the test").wait_for()
        if number == 1:
            yield
        tab_to(page, "Next statement" if number < 5 else "Look back on all of them")
        page.keyboard.press("Enter")
    card.get_by_role("heading", name="What leaves, and what stays").wait_for()

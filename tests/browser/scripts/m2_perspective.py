"""Taking or getting: one person imagined, another asked two questions, the gap told."""

from __future__ import annotations

from collections.abc import Iterator

from pages import focused, tab_to
from playwright.sync_api import Locator, Page

EXPECTED = "How far off do you expect to be"


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "After asking two questions")
    page.keyboard.press("Space")
    tab_to(page, "Meet the first person")
    page.keyboard.press("Enter")
    rate(page)
    yield
    tab_to(page, "Meet the second person")
    page.keyboard.press("Enter")
    tab_to(page, "I want to be asked")
    page.keyboard.press("Space")
    tab_to(page, "I like talking with strangers")
    page.keyboard.press("Space")
    page.wait_for_timeout(250)  # the button that can now be pressed takes on its colour
    yield
    tab_to(page, "Ask these two")
    page.keyboard.press("Enter")
    rate(page)
    yield
    tab_to(page, "Look at the distances")
    page.keyboard.press("Enter")
    tab_to(page, "Your gap")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    yield
    tab_to(page, "Compare the two ways")
    page.keyboard.press("Enter")
    card.get_by_role("heading", name="Over many people").wait_for()
    tab_to(page, "How far off readers are on average, picture")
    page.keyboard.press("t")
    yield
    page.keyboard.press("t")
    tab_to(page, "First question")
    page.keyboard.press("ArrowDown")


def rate(page: Page) -> None:
    """Move every slider by some points, the expected distance last."""
    page.get_by_text("a slider that you leave counts as 5").wait_for()
    for count in range(12):
        page.keyboard.press("Tab")
        if focused(page).startswith(EXPECTED):
            break
        for _ in range(count % 4):
            page.keyboard.press("ArrowRight" if count % 2 else "ArrowLeft")
    else:
        tab_to(page, EXPECTED)
    page.keyboard.press("ArrowLeft")

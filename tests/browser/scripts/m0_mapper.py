"""The mapper: fourteen sentences sorted by arrow keys and by number, one of them twice."""

from __future__ import annotations

from collections.abc import Iterator

from pages import focused, tab_to
from playwright.sync_api import Locator, Page

BY_NUMBER = "6126123216614"
LYING = "[data-zone=organisation-helper] [data-card]"


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Sentences about the helper's own protection")
    page.keyboard.press("ArrowLeft")
    tab_to(page, "Begin to sort")
    page.keyboard.press("Enter")
    tab_to(page, "Helper to client")
    page.keyboard.press("ArrowDown")
    assert focused(page).startswith("Colleague to helper")
    page.keyboard.press("Enter")
    for number in BY_NUMBER:
        page.keyboard.press(number)
        page.wait_for_timeout(20)
    page.get_by_text("All 14 sentences are sorted").wait_for()
    page.wait_for_timeout(250)  # the button that can now be pressed takes on its colour
    yield
    take_one_up(page, card)
    tab_to(page, "Go on")
    page.keyboard.press("Enter")
    tab_to(page, "Who attunes to whom, and who was hurt")
    page.keyboard.press("Space")
    page.wait_for_timeout(250)
    yield
    tab_to(page, "Compare the readings")
    page.keyboard.press("Enter")
    card.get_by_role("heading", name="Who is protected").wait_for()
    tab_to(page, "Your arrows, picture")
    page.keyboard.press("t")
    yield
    tab_to(page, "Every sentence as")
    page.keyboard.press("ArrowDown")


def take_one_up(page: Page, card: Locator) -> None:
    """Undo the last move, make it again, then move a sentence that lies somewhere."""
    tab_to(page, "Undo")
    page.keyboard.press("Enter")
    page.get_by_text("The last sentence").wait_for()
    page.keyboard.press("4")
    if page.viewport_size and page.viewport_size["width"] < 500:
        tab_to(page, "1 card under Organisation to helper")  # where it is narrow, cards fold away
        page.keyboard.press("Enter")
    card.locator(LYING).wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(
            "document.activeElement.matches('[data-zone=organisation-helper] [data-card]')"
        ):
            break
    page.keyboard.press("Enter")
    assert focused(page).startswith("Organisation to helper")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    card.get_by_text("Put under Not said.").wait_for()

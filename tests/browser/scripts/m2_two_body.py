"""The two-body lab: a guess, a start moved on the plane, both tabs, an edge and a reason."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Expected rest")
    page.keyboard.press("Shift+ArrowUp")
    page.keyboard.press("ArrowRight")
    card.get_by_text("You expect helper and client at 0.10 and 0.50.").wait_for()
    tab_to(page, "Nobody's")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    yield
    tab_to(page, "Let them meet")
    page.keyboard.press("Enter")
    card.get_by_text("they come to rest at 1.30 and 1.00; you had predicted").wait_for()
    yield
    tab_to(page, "Start: helper")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowLeft")
    card.get_by_text("From helper −1.00 and client −1.50").wait_for()
    tab_to(page, "Put the start on the dashed line")
    page.keyboard.press("Enter")
    tab_to(page, "The ending changes at")
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    yield
    tab_to(page, "Two moods")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Answer to the other's change")
    page.keyboard.press("ArrowLeft")
    card.get_by_text("moving opposite they stir each other up").wait_for()
    yield
    tab_to(page, "Go on with this edge")
    page.keyboard.press("Enter")
    tab_to(page, "Because the starting moods")
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    page.wait_for_timeout(1500)
    yield
    tab_to(page, "See the whole plane")
    page.keyboard.press("Enter")
    card.get_by_role("heading", name="The whole plane").wait_for()
    tab_to(page, "Pull on the client")
    page.keyboard.press("ArrowRight")
    card.get_by_text("With a pull of 1.1 on the client").wait_for()

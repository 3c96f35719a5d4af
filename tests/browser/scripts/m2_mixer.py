"""The empathy mixer: a guess, two mixes that share alike, and what told them apart."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Distress")
    page.keyboard.press("ArrowLeft")
    tab_to(page, "Distress alone")
    page.keyboard.press("Space")
    yield
    tab_to(page, "See what the model says")
    page.keyboard.press("Enter")
    card.get_by_text("You had predicted").wait_for()
    yield
    tab_to(page, "Keep this mix as A")
    page.keyboard.press("Enter")
    tab_to(page, "Self-other distinction")  # round by the page's end
    page.keyboard.press("Home")
    tab_to(page, "Keep this mix as B")
    page.keyboard.press("Enter")
    card.get_by_text("their distress is opposite").wait_for()
    tab_to(page, "Go on with A and B")
    page.keyboard.press("Enter")
    tab_to(page, "Intensity")
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    tab_to(page, "Empathy is built from")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    yield
    tab_to(page, "See what it comes to")
    page.keyboard.press("Enter")
    card.get_by_role("heading", name="What the two mixes show").wait_for()
    tab_to(page, "Sharing in")
    page.keyboard.press("ArrowRight")
    card.get_by_text("With sharing at").wait_for()

"""Retrieval practice: five questions, each with a confidence."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    for question in range(1, 6):
        card.get_by_role("heading", name=f"Question {question} of 5").wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        tab_to(page, "How sure are you?")
        for _ in range(question):
            page.keyboard.press("ArrowRight")
        tab_to(page, "Answer")
        page.keyboard.press("Enter")
        card.get_by_text("You chose:").wait_for()
        if question == 1:
            yield
        tab_to(page, "Next question" if question < 5 else "See how sure and right agree")
        page.keyboard.press("Enter")
    card.get_by_role("heading", name="How sure and right agree").wait_for()

"""The evidence sorter: two sets of twelve labels, each with a confidence."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    for place in range(2):
        yield from label_a_set(page, place)
        card.get_by_role("heading", name="The claims and what is known of them").wait_for()
        if place == 0:
            yield
            tab_to(page, "Label a second set")
            page.keyboard.press("Enter")
    tab_to(page, "Said each time")
    page.keyboard.press("ArrowRight")


def label_a_set(page: Page, place: int) -> Iterator[None]:
    tab_to(page, "Labels that will fit")
    page.keyboard.press("ArrowRight")
    yield
    tab_to(page, "See the first claim")
    page.keyboard.press("Enter")
    for claim in range(12):
        page.get_by_role("heading", name=f"Claim {claim + 1} of 12").wait_for()
        tab_to(page, "Definition or value")
        page.keyboard.press("Space")
        for _ in range((claim + place) % 5):
            page.keyboard.press("ArrowDown")
        tab_to(page, "How sure are you that it fits?")
        for _ in range(claim % 6):
            page.keyboard.press("ArrowRight")
        if claim in (0, 11):
            yield
        tab_to(page, "Next claim" if claim < 11 else "See how sure and right agree")
        page.keyboard.press("Enter")

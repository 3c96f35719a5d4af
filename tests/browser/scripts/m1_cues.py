"""The cue lab: a prediction, three rounds of eight meetings, some asked, and the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from pages import tab_to
from playwright.sync_api import Locator, Page

MEETINGS = 24
LOOKED_AT = (1, 2, 3, 9)


def play(page: Page, card: Locator) -> Iterator[None]:
    tab_to(page, "In how many meetings")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Face")
    page.keyboard.press("Space")
    page.wait_for_timeout(250)  # the button that can now be pressed takes on its colour
    tab_to(page, "Meet the first person")
    page.keyboard.press("Enter")
    for number in range(1, MEETINGS + 1):
        page.get_by_role("heading", name=f"{number} of {MEETINGS}:").wait_for()
        yield from meet(page, number)
        if number % 8 == 0:
            yield
            last = number == MEETINGS
            tab_to(page, "See how sure" if last else "Meet them again")
            page.keyboard.press("Enter")
    card.get_by_role("heading", name="Ways of showing", exact=True).wait_for()
    yield
    tab_to(page, "How open each meeting was")
    page.keyboard.press("t")
    tab_to(page, "Had you")
    page.keyboard.press("ArrowDown")
    tab_to(page, "All 24 meetings")
    page.keyboard.press("Enter")


def meet(page: Page, number: int) -> Iterator[None]:
    """Shares by number key and by slider; every third person is asked, the second is heard."""
    if number == 2:
        listen(page)
    if number == 3:
        tab_to(page, "The same in figures")
        page.keyboard.press("Enter")
    tab_to(page, f"{number % 6 + 1}")
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    for _ in range(5):  # two more than there is: nothing goes beyond 100%
        page.keyboard.press(f"{(number + 2) % 6 + 1}")
    page.get_by_text("All 100% is handed out.").wait_for()
    page.wait_for_timeout(200)
    if number in LOOKED_AT:
        yield
    if number % 3 == 0:
        tab_to(page, "Ask ")
        page.keyboard.press("Enter")
        page.get_by_text("a turn is spent").wait_for()
        if number == 3:
            yield
        tab_to(page, "Go on")
    else:
        tab_to(page, "Go on without asking")
    page.keyboard.press("Enter")


def listen(page: Page) -> None:
    """The voice begins on a press and ends on the next."""
    tab_to(page, "Hear ")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Stop", exact=True).wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Hear ").wait_for()

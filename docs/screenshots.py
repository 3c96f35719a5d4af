"""`make screenshots`: the README's pictures, taken from a real hub by a real browser."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).with_name("pictures")
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "browser")]

from hub_fixture import DemoHub, free_port  # noqa: E402 (the path must stand first)
from pages import chromium  # noqa: E402
from test_hub import TEACH, Person  # noqa: E402

TURNS = "2 4 1 3 5 2 1 4 3".split()
OPEN = 1
"""The criterion that stands open in the desk's picture."""
MARKS = {
    "3": "The laugh, and the words at the door, stand apart from what you made of them.",
    "2.5": "You name what it may have cost her. What did it cost you, in the car afterwards?",
    "3.5": "You use the idea and say how sure anybody may be of it.",
    "2": "You notice the surprise. Which assumption had you come with?",
    "4": "One sentence to try, a sign to look for, and the break list for the manager.",
}


def main() -> None:
    """Start a demo, walk through it, and take four pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        home = Path(folder, "home")
        home.mkdir()
        hub = DemoHub(Path(folder, "demo"), home, free_port())
        hub.start()
        try:
            take_all(browser, hub)
        finally:
            hub.stop()


def take_all(browser: Browser, hub: DemoHub) -> None:
    maya = Person(browser, hub, "maya")
    take(maya.page, "learner")
    take_dialogue(maya)
    noor = Person(browser, hub, "noor")
    return_feedback(noor)
    take_desk(noor)
    tomasz = Person(browser, hub, "tomasz")
    tomasz.page.get_by_role("button", name="Read your feedback").click()
    tomasz.page.wait_for_url("**/feedback/**")
    take(tomasz.page, "feedback")


def take_dialogue(maya: Person) -> None:
    page = maya.page
    page.get_by_role("link", name="Open as an app: module 2").click()
    page.get_by_role("button", name="Meet Amara").click()
    page.get_by_role("button", name="Begin the conversation").click()
    page.locator("[data-act]").first.wait_for()
    for key in TURNS:
        page.keyboard.press(key)
        page.wait_for_timeout(60)
    card = page.locator("section.att-card", has=page.locator("[data-act]"))
    card.first.evaluate("it => it.scrollIntoView({block: 'start'})")
    take(page, "dialogue")


def return_feedback(noor: Person) -> None:
    page = noor.page
    noor.press("Collect one submission")
    noor.press("Prepare one submission")
    noor.go(TEACH)
    page.get_by_role("link", name="Mark in the formgrader").click()
    page.get_by_role("link", name="Submission #1").click()
    tasks = page.locator(".nbgrader_cell", has=page.get_by_text("Student's task"))
    page.wait_for_load_state("networkidle")
    for place, (mark, comment) in enumerate(MARKS.items()):
        for field, text in (("input.score", mark), ("textarea", comment)):
            with page.expect_response(lambda answer: answer.request.method == "PUT"):
                tasks.nth(place).locator(field).first.fill(text)
                tasks.nth(place).locator(field).first.blur()
    noor.go(TEACH)
    noor.press("Return feedback to one learner")
    noor.sees("Returned feedback to one learner.")


def take_desk(noor: Person) -> None:
    """An exemplar at the desk, half marked: that is what a marker sees first."""
    page = noor.page
    noor.go(TEACH)
    page.get_by_role("link", name="Marking desk").click()
    of_p2 = page.locator("section[aria-labelledby=of-p2]")
    of_p2.get_by_role("link", name="To the exemplars").click()
    page.get_by_role("button", name="Begin with the exemplars").click()
    page.locator("[data-given]", has_text="no level yet").first.wait_for()
    for place, (mark, comment) in enumerate([*MARKS.items()][: OPEN + 1]):
        mark_by_keys(page, place, mark, comment)
    page.locator("#saved", has_text="Saved").wait_for()
    take(page, "desk")


def mark_by_keys(page: Page, place: int, mark: str, comment: str) -> None:
    """One criterion as a marker does it: next, level, half a level more, comment."""
    keys = [*("j" if place else ""), mark[0], *("." if "." in mark else ""), "c"]
    for key in keys:
        page.keyboard.press(key)
    page.keyboard.insert_text(comment)
    page.keyboard.press("Escape")


def take(page: Page, name: str) -> None:
    page.wait_for_timeout(300)
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/pictures/{name}.png")


if __name__ == "__main__":
    main()

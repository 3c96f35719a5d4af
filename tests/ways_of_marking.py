"""Working at the desk: over HTTP as its own page does, and in a browser by keyboard alone."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from desk_hub import AtTheDesk, piece_in
from invented_markers import ASSIGNMENT, CRITERIA, Marker, worth
from pages import tab_to
from playwright.sync_api import Page, expect

SLOW = 60_000
"""Milliseconds that a crowded machine may take for one thing."""

# --- over HTTP --------------------------------------------------------------------------


def mark(desk: AtTheDesk, marker: Marker, piece: str) -> None:
    """Read a piece, give each criterion a level, comment on one, finish."""
    text = desk.read(piece)
    for criterion, level in marker.levels(text).items():
        answer = desk.act("level", piece=piece, criterion=criterion, level=level)
        assert answer.json()["saved"], answer.text
    desk.act("comment", piece=piece, criterion="evidence", comment=marker.comment(text))
    answer = desk.act("finish", piece=piece)
    assert answer.json()["finished"], answer.text


def calibrate(desk: AtTheDesk, marker: Marker) -> str:
    """Mark the exemplars; what the page of calibration says then."""
    piece = piece_in(desk.form(f"of/{ASSIGNMENT}/calibration").url)
    while piece:
        mark(desk, marker, piece)
        piece = desk.see(f"desk/of/{ASSIGNMENT}/next?after={piece}").json()["key"]
    return words(desk.see(f"desk/of/{ASSIGNMENT}/calibration").text)


def mark_all(desk: AtTheDesk, marker: Marker) -> int:
    """Mark whatever is left in the pile; how many pieces that were."""
    count = 0
    while piece := piece_in(desk.see(f"desk/of/{ASSIGNMENT}/resume").url):
        mark(desk, marker, piece)
        count += 1
    return count


def words(page: str) -> str:
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def agree(desk: AtTheDesk, key: str) -> None:
    page = BeautifulSoup(desk.see(f"desk/talk/{key}").text, "html.parser")
    text = "\n".join(one.get_text() for one in page.select("#reading .writing"))
    seen = page.select_one("input[name=seen]")
    assert seen is not None
    fields = {f"level-{name}": level for name, level in worth(text).items()}
    fields |= {f"comment-{name}": "We talked about it." for name in CRITERIA}
    desk.form(f"talk/{key}", do="agree", seen=seen["value"], **fields)


# --- by keys ----------------------------------------------------------------------------


def mark_by_keys(page: Page, marker: Marker) -> None:
    """The piece that is before the marker: levels, a comment, the key that finishes it."""
    expect(page.locator("#saved")).not_to_have_text("Getting ready…")
    shown = "\n".join(page.locator("#reading .writing").all_inner_texts())
    for place, (criterion, level) in enumerate(marker.levels(shown).items()):
        if place:
            page.keyboard.press("j")
        page.keyboard.press(f"{level:.0f}" if level % 1 == 0 else f"{level - 0.5:.0f}")
        if level % 1:
            page.keyboard.press(".")
        if criterion == "evidence":
            page.keyboard.press("c")
            page.keyboard.type(marker.comment(shown))
            page.keyboard.press("Escape")
    page.keyboard.press("f")


def calibrate_by_keys(page: Page, marker: Marker) -> str:
    """From the desk's first page through the exemplars, each compared once it is finished."""
    tab_to(page, "To the exemplars")
    page.keyboard.press("Enter")
    page.wait_for_url("**/calibration")
    tab_to(page, "Begin with the exemplars")
    page.keyboard.press("Enter")
    page.locator(".panes").wait_for()
    while "/desk/piece/" in page.url:
        key = piece_in(page.url)
        mark_by_keys(page, marker)
        expect(page.locator(".criterion[open]")).to_contain_text("The expert gave", timeout=SLOW)
        page.keyboard.press("f")
        page.wait_for_url(lambda url, key=key: piece_in(url) != key)
        page.locator("h1").wait_for()
    return page.locator("main").inner_text()


def mark_some_by_keys(page: Page, marker: Marker, pieces: int) -> None:
    page.goto(page.url.partition("/desk/")[0] + "/desk")
    tab_to(page, "Begin marking")
    page.keyboard.press("Enter")
    page.locator(".panes").wait_for()
    for _ in range(pieces):
        key = piece_in(page.url)
        mark_by_keys(page, marker)
        page.wait_for_url(lambda url, key=key: piece_in(url) != key)
    expect(page.locator("#saved")).to_have_text(re.compile(r"^Saved"), timeout=SLOW)


def agree_by_keys(page: Page) -> str:
    """The first piece that is to be talked through, from the desk's own first page; its key."""
    page.goto(page.url.partition("/desk/")[0] + "/desk")
    page.get_by_role("link", name="to talk through").press("Enter")
    page.locator("table.pieces tr", has_text="to talk through").first.locator("a").press("Enter")
    page.locator("#talk-title").wait_for()
    key = page.url.rpartition("/")[2]
    true = worth("\n".join(page.locator("#reading .writing").all_inner_texts()))
    for criterion in CRITERIA:
        page.locator(f"select[name=level-{criterion}]").focus()
        page.keyboard.type(f"{true[criterion]:g}")
    tab_to(page, "Record what we agree on")
    page.keyboard.press("Enter")
    expect(page.locator("#saved")).to_contain_text("An agreement is recorded")
    return key

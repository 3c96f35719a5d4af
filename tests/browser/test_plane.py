"""The plane of the two-body lab by pointer and by finger, in a real browser."""

from __future__ import annotations

import re

import pytest
from pages import chromium

pytestmark = pytest.mark.browser
RING = ".att-handle"
SAYS = "figcaption >> nth=0"


@pytest.fixture(scope="module")
def address(exercises):
    return f"{exercises('m2-two-body')}/m2-two-body.ipynb"


@pytest.fixture
def opened(address):
    with chromium() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
        page = context.new_page()
        page.goto(address)
        page.locator(RING).wait_for()
        page.locator(".att-plane").scroll_into_view_if_needed()
        yield page


def moods(page):
    """Helper's and client's mood, as the sentence over the plane says them."""
    words = page.locator(SAYS).inner_text().replace("\u2212", "-")
    return [float(number) for number in re.findall(r"-?\d+\.\d\d", words)]


def middle(page, selector):
    box = page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_ring_follows_the_pointer_and_stands_under_it(opened):
    x, y = middle(opened, RING)
    opened.mouse.move(x, y)
    opened.mouse.down()
    seen = []
    for step in range(1, 11):
        opened.mouse.move(x - 6 * step, y + 4 * step)
        opened.wait_for_timeout(30)
        seen.append(tuple(moods(opened)))
    opened.mouse.up()
    assert len(set(seen)) == 10
    assert [helper for helper, _ in seen] == sorted((h for h, _ in seen), reverse=True)
    assert [client for _, client in seen] == sorted((c for _, c in seen), reverse=True)
    assert middle(opened, RING) == pytest.approx((x - 60, y + 40), abs=1.5)
    opened.mouse.move(x, y)
    assert tuple(moods(opened)) == seen[-1]


def test_it_stays_on_the_plane(opened):
    x, y = middle(opened, RING)
    opened.mouse.move(x, y)
    opened.mouse.down()
    opened.mouse.move(5, 5)
    opened.mouse.up()
    assert moods(opened) == [-4.0, 3.0]


def test_a_tap_brings_it_there_and_a_swipe_scrolls_on(opened):
    x, y = middle(opened, RING)
    opened.touchscreen.tap(x + 40, y + 50)
    assert middle(opened, RING) == pytest.approx((x + 40, y + 50), abs=1.5)
    before = moods(opened)
    plane = "document.querySelector('.att-plane')"
    swipe = (
        "new PointerEvent('pointerdown', {bubbles: true, pointerType: 'touch', button: 0,"
        f" pointerId: 7, clientX: {x - 60}, clientY: {y}}})"
    )
    opened.evaluate(f"{plane}.dispatchEvent({swipe})")
    assert moods(opened) == before


def test_the_table_takes_the_picture_s_place_and_the_focus_stays(opened):
    opened.locator(RING).focus()
    opened.keyboard.press("t")
    opened.get_by_role("table").first.wait_for()
    opened.keyboard.press("t")
    opened.locator(RING).wait_for()

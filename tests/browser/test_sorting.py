"""Cards are dragged into zones by mouse and by finger; keys are in the exercise's own script."""

from __future__ import annotations

import pytest
from pages import Look, too_wide

pytestmark = pytest.mark.browser
HAND = ".att-hand-card"


@pytest.fixture(scope="module")
def address(exercises):
    return f"{exercises('m0-mapper')}/m0-mapper.ipynb"


def opened(browser, address, **context):
    look = Look("narrow" if context else "wide")
    page = look.watch(
        (browser.new_context(**context) if context else look.context(browser)).new_page()
    )
    page.goto(address)
    page.get_by_role("button", name="Begin to sort").click()
    page.locator(HAND).wait_for()
    return page, look


def middle(page, selector):
    page.locator(selector).first.scroll_into_view_if_needed()
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, card, zone):
    start, end = middle(page, card), middle(page, zone)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=6)
    page.mouse.up()


def cards_in(zone):
    return f'[data-zone="{zone}"] [data-card]'


def test_a_card_is_dragged_into_a_zone_and_on_to_another(browser, address):
    page, look = opened(browser, address)
    drag(page, HAND, '[data-zone="client-helper"]')
    page.get_by_text("Put under Client to helper.").wait_for()
    drag(page, cards_in("client-helper"), '[data-zone="helper-self"]')
    page.get_by_text("Put under Helper to self.").wait_for()
    assert page.locator(cards_in("helper-self")).count() == 1
    assert page.locator('[aria-pressed="true"]').count() == 0  # the drag was not also a press
    assert look.errors == []


def test_a_card_dropped_outside_every_zone_stays_in_hand(browser, address):
    page, _look = opened(browser, address)
    before = page.locator(HAND).inner_text()
    drag(page, HAND, "h2")
    assert page.locator(HAND).inner_text() == before
    assert page.locator(".att-dragged, .att-zone-over").count() == 0
    page.mouse.move(*middle(page, HAND))
    page.mouse.down()
    page.mouse.move(*middle(page, '[data-zone="helper-self"]'), steps=6)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert page.locator(HAND).inner_text() == before


def test_a_finger_taps_a_heading_and_drags_by_the_grip(browser, address):
    narrow = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page, look = opened(browser, address, **narrow)
    page.locator('[data-zone="not-said"] .att-zone-button').tap()
    page.get_by_text("Put under Not said.").wait_for()
    page.locator(HAND).evaluate("it => it.scrollIntoView()")
    end = middle(page, '[data-zone="helper-self"]')
    start = middle(page, f"{HAND} [data-grip]")
    touch = page.context.new_cdp_session(page)
    send(touch, "touchStart", [start])
    for part in range(1, 9):
        send(touch, "touchMove", [between(start, end, part / 8)])
    send(touch, "touchEnd", [])
    page.get_by_text("Put under Helper to self.").wait_for()
    assert too_wide(page) == []
    assert look.errors == []


def between(start, end, share):
    return [a + (b - a) * share for a, b in zip(start, end, strict=True)]


def send(touch, kind, places):
    points = [{"x": x, "y": y} for x, y in places]
    touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

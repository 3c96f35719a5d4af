"""Every exercise as an app under Voila, by keyboard alone from its first screen to its debrief.

`scripts/<id>.py` beside this file plays one exercise: `play(page, card)` presses keys, and may
`yield` wherever a stage is to be looked at on the way. Set ATTUNEMENT_PICTURES to a folder to
have a picture taken of every look.
"""

from __future__ import annotations

import json
import os
from importlib import import_module
from pathlib import Path

import pytest
from pages import Look, findings, settle, too_wide

from attunement_widgets.exercises import PLACES

pytestmark = pytest.mark.browser
CARD = "section.att-card"
LOOKS = [("wide", "light"), ("narrow", "light"), ("wide", "dark"), ("narrow", "dark")]
SCRIPTS = sorted(
    path.stem.replace("_", "-") for path in (Path(__file__).parent / "scripts").glob("m*.py")
)
PICTURES = os.environ.get("ATTUNEMENT_PICTURES")


@pytest.fixture(scope="module")
def address(exercises):
    return exercises(*SCRIPTS)


def script_of(id):
    return import_module(f"browser.scripts.{id.replace('-', '_')}").play


def kept(record_folder, id):
    path = record_folder / "attempts.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    return [one for one in map(json.loads, lines) if one["exercise"] == id]


def look_at(page, name):
    """What must hold of every stage: sound for assistive technology, and as wide as its page."""
    settle(page)
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)
    assert findings(page, CARD) == []
    assert too_wide(page) == []


def test_every_exercise_has_its_script():
    assert set(SCRIPTS) == set(PLACES)


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
@pytest.mark.parametrize("id", SCRIPTS)
def test_an_exercise_by_keyboard_alone_to_its_debrief(
    browser, address, record_folder, id, size, scheme
):
    """And on the way: nothing that axe finds, no error, and nobody outside is asked."""
    look = Look(size, scheme)
    context = look.context(browser)
    page = look.watch(context.new_page())
    before = len(kept(record_folder, id))
    page.goto(f"{address}/{id}.ipynb")
    card = page.locator(CARD).first
    card.wait_for()
    look_at(page, f"{id}-{size}-{scheme}-0")
    stages = script_of(id)(page, card) or ()
    for count, _ in enumerate(stages, 1):
        look_at(page, f"{id}-{size}-{scheme}-{count}")
    look_at(page, f"{id}-{size}-{scheme}-debrief")
    page.wait_for_function("() => /holds \\d+ attempt/.test(document.body.innerText)")
    assert len(kept(record_folder, id)) > before
    assert look.errors == []
    assert look.outside() == []
    context.close()

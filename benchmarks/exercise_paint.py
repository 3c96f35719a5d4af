"""From an input to its paint in every exercise, beside a matplotlib slider in the same run.

Each exercise is played by the keyboard script that the browser tests play, from its first
screen to its debrief, so every kind of input it takes is timed, and so is every change of
stage. Then one of its sliders, rings or cards is dragged by the mouse.

The clock starts at the input event's own time stamp and stops once the frame that shows the
change has been painted. The browser paints as soon as it can, not at a display's pace: what
is measured is the work, and a display of 60 Hz adds a wait of up to one frame to both.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from attunement_widgets.exercises import PLACES
from benchmarks.result import Result
from benchmarks.voila_server import placing, voila, write_notebook
from tests.chromium import FLAGS, find_chromium

FRAME_MS = 16.7
TIMES_FASTER = 10.0
AT_ONCE = ["--disable-frame-rate-limit", "--disable-gpu-vsync"]
PLAYS = 3
"""How often each exercise is played to its end."""
PRESSES = 40
"""How often the peer's slider is moved, once before all exercises and once after them."""
MOVES = 30
"""Moves of a drag."""
PACE_MS = 17
"""Between two moves of a drag: a mouse reports about as often as a display paints."""
RESTING_MS = 100
"""After each press: nobody presses faster, and the driver asks the page nothing meanwhile."""
READING_MS = 2500
"""A person reads before acting; both pages have come to rest by then."""
CARD = "section.att-card"
DRAGGED = "input[type=range]:not(:disabled):visible, .att-handle:visible, .att-hand-card:visible"
PEER = """
import ipywidgets, matplotlib, numpy
from matplotlib import pyplot
x = numpy.linspace(0, 10, 400)
def draw(frequency):
    pyplot.figure(figsize=(6, 3)); pyplot.plot(x, numpy.sin(frequency * x)); pyplot.show()
ipywidgets.interact(draw, frequency=(1, 200, 1))
"""
STOPWATCH = """
window.attPaints = [];
window.attPainted = (started) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => window.attPaints.push(performance.now() - started);
  channel.port2.postMessage(null);
});
"""
# The page has painted its answer in the frame after the one task that handles the key: at the
# press, but for the space bar, which acts when it is let go.
TIME_KEYS = (
    STOPWATCH
    + """
const moving = ["Tab", "Shift", "Control", "Alt"];
addEventListener("keydown", (event) => {
  if (event.key !== " " && !moving.includes(event.key)) window.attPainted(event.timeStamp);
}, true);
addEventListener("keyup", (event) => {
  if (event.key === " ") window.attPainted(event.timeStamp);
}, true);
"""
)
# A move of a drag is whatever the page hears of it: a slider's new value, else the pointer.
TIME_MOVES = (
    STOPWATCH
    + """
window.attMoves = 0;
const heard = (event) => { window.attMoves += 1; window.attPainted(event.timeStamp); };
addEventListener("input", heard, true);
addEventListener("pointermove", (event) => {
  const on = document.elementFromPoint(event.clientX, event.clientY);
  if (event.buttons && !on?.matches("input[type=range]") && !window.attOnSlider) heard(event);
}, true);
addEventListener("pointerdown", (event) => {
  window.attOnSlider = event.target.matches("input[type=range]");
}, true);
"""
)
# The peer has painted when the picture that the kernel sent has replaced the old one.
TIME_PICTURES = (
    STOPWATCH
    + """
addEventListener("keydown", (event) => { window.attStarted = event.timeStamp; }, true);
addEventListener("pointermove", (event) => { window.attStarted = event.timeStamp; }, true);
new MutationObserver(() => {
  const picture = document.querySelector(".jp-OutputArea-output img");
  if (!picture || picture.src === window.attLast) return;
  window.attLast = picture.src;
  if (window.attStarted) picture.decode().then(() => window.attPainted(window.attStarted));
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
)


def exercise_paint() -> list[Result]:
    """Every exercise's median and 95th percentile, and what of a drag was painted."""
    with tempfile.TemporaryDirectory() as folder:
        _write_notebooks(Path(folder))
        with voila(Path(folder)) as address, sync_playwright() as playwright:
            flags = [*FLAGS, *AT_ONCE]
            browser = playwright.chromium.launch(
                executable_path=find_chromium(), args=flags, slow_mo=RESTING_MS
            )
            peers = _time_peer(browser, address)
            ours = {id: _time_exercise(browser, address, id) for id in sorted(PLACES)}
            peers += _time_peer(browser, address)
            drags = {id: _drag_exercise(browser, address, id) for id in sorted(PLACES)}
            peer_drag = _drag_peer(browser, address)
            browser.close()
    results = [line for id, paints in ours.items() for line in _paint_lines(id, paints, peers)]
    return results + [_drag_line(id, drag, peer_drag) for id, drag in drags.items() if drag]


def _write_notebooks(folder: Path) -> None:
    for name, source in {**{id: placing(id) for id in PLACES}, "peer": PEER}.items():
        write_notebook(folder / f"{name}.ipynb", source)


def _time_exercise(browser: Browser, address: str, id: str) -> list[float]:
    paints: list[float] = []
    for _ in range(PLAYS):
        page, card = _opened(browser, address, id, TIME_KEYS)
        for _ in _stages(page, card, id):
            pass
        page.wait_for_timeout(200)
        paints += _paints(page)
        page.context.close()
    return paints


def _opened(browser: Browser, address: str, id: str, script: str) -> tuple[Page, Locator]:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(script)
    page.goto(f"{address}/voila/render/{id}.ipynb")
    card = page.locator(CARD).first
    card.wait_for()
    page.wait_for_timeout(READING_MS)
    return page, card


def _stages(page: Page, card: Locator, id: str) -> Iterator[None]:
    """The exercise's own keyboard script, which stops where a stage is worth a look."""
    yield from import_module(f"browser.scripts.{id.replace('-', '_')}").play(page, card) or ()


def _drag_exercise(browser: Browser, address: str, id: str) -> tuple[int, int] | None:
    """How many moves the page heard and how many it painted; None where nothing is dragged."""
    page, card = _opened(browser, address, id, TIME_MOVES)
    try:
        for _ in _first_and(_stages(page, card, id)):
            if card.locator(DRAGGED).count():
                return _drag(page, card.locator(DRAGGED).first)
        return None
    finally:
        page.context.close()


def _first_and(stages: Iterator[None]) -> Iterator[None]:
    yield
    yield from stages


def _drag(page: Page, thing: Locator) -> tuple[int, int]:
    """From the thing's middle (a slider's left end) to the right, a move every frame."""
    thing.scroll_into_view_if_needed()
    box = thing.bounding_box()
    if not box:
        raise RuntimeError("what is to be dragged has no place on the page")
    slider = thing.evaluate("it => it.matches('input[type=range]')")
    left = box["x"] + (2 if slider else box["width"] / 2)
    width = box["width"] - 4 if slider else 120
    y = box["y"] + box["height"] / 2
    page.mouse.move(left, y)
    page.mouse.down()
    page.evaluate("() => { attPaints.length = 0; window.attMoves = 0; }")
    for move in range(1, MOVES + 1):
        page.mouse.move(left + width * move / MOVES, y)
        page.wait_for_timeout(PACE_MS)
    page.wait_for_timeout(300)
    heard = int(page.evaluate("window.attMoves ?? 0"))
    painted = len(_paints(page))
    page.mouse.up()
    return heard, painted


def _time_peer(browser: Browser, address: str) -> list[float]:
    page = _open_peer(browser, address)
    for _ in range(PRESSES):
        seen = page.evaluate("attPaints.length")
        page.get_by_role("slider").press("ArrowRight")
        # Look now and then, not at every frame: looking must not be what is measured.
        page.wait_for_function(f"attPaints.length > {seen}", polling=100)
    paints = _paints(page)
    page.context.close()
    return paints


def _drag_peer(browser: Browser, address: str) -> int:
    """How many of a drag's moves the peer painted."""
    page = _open_peer(browser, address)
    _, painted = _drag(page, page.locator(".noUi-handle"))
    page.context.close()
    return painted


def _open_peer(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(TIME_PICTURES)
    page.goto(f"{address}/voila/render/peer.ipynb")
    page.get_by_role("slider").wait_for()
    page.locator(".jp-OutputArea-output img").wait_for()
    page.wait_for_timeout(READING_MS)
    return page


def _paints(page: Page) -> list[float]:
    return [float(one) for one in json.loads(page.evaluate("JSON.stringify(attPaints)"))]


def _paint_lines(id: str, ours: list[float], peers: list[float]) -> list[Result]:
    peer = "matplotlib in an Output"
    slowest = quantiles(ours, n=20)[-1]
    return [
        Result(
            what=f"{id}: input to paint, median of {len(ours)}",
            unit="ms",
            ours=median(ours),
            peer=peer,
            peers=median(peers),
            bound=f"{TIMES_FASTER:.0f} times faster",
            within=median(peers) >= TIMES_FASTER * median(ours),
        ),
        Result(
            what=f"{id}: input to paint, 95th percentile",
            unit="ms",
            ours=slowest,
            peer=peer,
            peers=quantiles(peers, n=20)[-1],
            bound=f"at most {FRAME_MS} ms",
            within=slowest <= FRAME_MS,
        ),
    ]


def _drag_line(id: str, drag: tuple[int, int], peers: int) -> Result:
    heard, painted = drag
    return Result(
        what=f"{id}: changes painted of {heard} in a drag of {MOVES} moves",
        unit="",
        ours=painted,
        peer="matplotlib in an Output",
        peers=peers,
        bound="all of them",
        within=painted >= heard > 0,
    )

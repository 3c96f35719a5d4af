"""From an input to its paint: a choice in the dialogue, beside a matplotlib slider.

Both pages are open in one browser and are driven turn by turn, so that whatever else the
machine does weighs on both alike. The clock starts at the input event's own time stamp and
stops once the frame that shows the change has been painted. The browser paints as soon as it
can, not at a display's pace: what is measured is the work, and a display of 60 Hz adds a wait
of up to one frame to both.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from statistics import median, quantiles

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, sync_playwright

from benchmarks.result import Result
from benchmarks.voila_server import voila
from tests.chromium import FLAGS, find_chromium

FRAME_MS = 16.7
AT_ONCE = ["--disable-frame-rate-limit", "--disable-gpu-vsync"]
TURNS = 18
READING_MS = 2500  # a person reads before acting; both pages have come to rest by then
CONVERSATIONS = 3
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
# The page has painted its answer in the frame after the one task that handles the click.
TIME_CLICKS = (
    STOPWATCH
    + """
addEventListener("click", (event) => {
  if (event.target.closest("[data-act]")) window.attPainted(event.timeStamp);
}, true);
"""
)
# The peer has painted when the picture that the kernel sent has replaced the old one.
TIME_PICTURES = (
    STOPWATCH
    + """
addEventListener("keydown", (event) => { window.attStarted = event.timeStamp; }, true);
new MutationObserver(() => {
  const picture = document.querySelector(".jp-OutputArea-output img");
  if (!picture || picture.src === window.attLast) return;
  window.attLast = picture.src;
  if (window.attStarted) picture.decode().then(() => window.attPainted(window.attStarted));
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
)


def time_to_paint() -> list[Result]:
    """The 95th percentile of a choice's way to paint, and the medians beside each other."""
    with tempfile.TemporaryDirectory() as folder:
        _write_notebooks(Path(folder))
        with voila(Path(folder)) as address, sync_playwright() as playwright:
            flags = [*FLAGS, *AT_ONCE]
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
            peers = _time_peer(browser.new_page(), f"{address}/voila/render/peer.ipynb")
            ours = _time_dialogue(browser.new_page(), f"{address}/voila/render/dialogue.ipynb")
            browser.close()
    return _results(ours, peers)


def _results(ours: list[float], peers: list[float]) -> list[Result]:
    slowest = quantiles(ours, n=20)[-1]
    peer = "matplotlib in an Output"
    return [
        Result(
            what=f"choice to paint, median of {len(ours)}",
            unit="ms",
            ours=median(ours),
            peer=peer,
            peers=median(peers),
            bound="faster than the peer",
            within=median(ours) < median(peers),
        ),
        Result(
            what="choice to paint, 95th percentile",
            unit="ms",
            ours=slowest,
            peer=peer,
            peers=quantiles(peers, n=20)[-1],
            bound=f"at most {FRAME_MS} ms",
            within=slowest <= FRAME_MS,
        ),
    ]


def _write_notebooks(folder: Path) -> None:
    ours = 'from attunement_widgets import exercise\nexercise("m2-dialogue")'
    for name, source in (("dialogue", ours), ("peer", PEER)):
        notebook = new_notebook(cells=[new_code_cell(source)])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, folder / f"{name}.ipynb")


def _time_dialogue(page: Page, address: str) -> list[float]:
    page.add_init_script(TIME_CLICKS)
    paints: list[float] = []
    for _ in range(CONVERSATIONS):
        page.goto(address)
        _start_conversation(page)
        for turn in range(TURNS):
            seen = page.evaluate("attPaints.length")
            page.locator("[data-act]:visible").nth(turn % 5).press("Enter")
            _wait_for_paint(page, seen)
        paints += _paints(page)
    return paints


def _wait_for_paint(page: Page, seen: int) -> None:
    """Look now and then, not at every frame: looking must not be what is measured."""
    page.wait_for_function(f"attPaints.length > {seen}", polling=100)


def _paints(page: Page) -> list[float]:
    return [float(one) for one in json.loads(page.evaluate("JSON.stringify(attPaints)"))]


def _start_conversation(page: Page) -> None:
    """From the card's first screen, or an unfinished conversation, to a first turn."""
    afresh = page.get_by_role("button", name="Start afresh")
    page.get_by_role("button", name="Meet Amara").wait_for()
    page.wait_for_timeout(READING_MS)
    if afresh.count():
        afresh.click()
    page.get_by_role("button", name="Meet Amara").click()
    page.get_by_role("button", name="Begin the conversation").click()
    page.locator("[data-act]").first.wait_for()
    page.wait_for_timeout(READING_MS)


def _time_peer(page: Page, address: str) -> list[float]:
    page.add_init_script(TIME_PICTURES)
    page.goto(address)
    slider = page.get_by_role("slider")
    slider.wait_for()
    page.locator(".jp-OutputArea-output img").wait_for()
    page.wait_for_timeout(READING_MS)
    for _ in range(TURNS * CONVERSATIONS):
        seen = page.evaluate("attPaints.length")
        slider.press("ArrowRight")
        _wait_for_paint(page, seen)
    return _paints(page)

"""The desk with 1,000 submissions beside nbgrader's formgrader, and with 10,000 beside itself.

One server shows both on the same gradebook, half of whose pieces are finished; another server has
ten times as many. Rounds go from one to the other in turn, so that whatever else the machine does
weighs on all alike. A step ends once the next answer has been painted, a list once its rows have.

Nobody has opened the answers that are shown, in either. Before a step a marker reads for a
while, which the desk uses to look ahead. Lists are opened in fresh browser profiles by the link
that leads to them, and so is, of the desk, the answer where the marker stopped: with nothing
looked ahead.
"""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmarks.course_server import TOKEN, course_server
from benchmarks.marked_course import MARKER, marked_course
from benchmarks.result import Result
from tests.chromium import FLAGS, find_chromium

FEW, MANY = 1_000, 10_000
STEPS, LISTS = 11, 7
"""How often each is timed."""
READING_MS = 1_000
"""A marker reads before going on; both pages have come to rest by then."""
POLLING_MS = 50
PATIENCE = 60.0
STEP_FASTER, LIST_FASTER, GROWTH = 15.0, 20.0, 1.5
AT_ONCE = [
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
    # The formgrader asks its makers' server for MathJax: here it hears at once that none is there.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# From the press, on whatever page it was, until other words have been painted in the place that
# is watched.
STOPWATCH = """
(() => {
  const words = () => document.querySelector(%r)?.textContent.trim() ?? "";
  const press = (event) => {
    sessionStorage.attPressed = performance.timeOrigin + event.timeStamp;
    sessionStorage.attSeen = words();
  };
  addEventListener("keydown", (event) => event.key === "f" && press(event), true);
  addEventListener("click", (event) => event.target.closest("a") && press(event), true);
  const look = () => {
    if (!words() || words() === sessionStorage.attSeen) return;
    sessionStorage.attSeen = words();
    // The second frame begins once the first has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const started = Number(sessionStorage.attPressed);
      window.attTaken = performance.timeOrigin + performance.now() - started;
    }));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
})();
"""
ANSWERS = {"desk": "#reading .writing", "formgrader": ".nbgrader_cell .rendered_html"}
ROWS = {"desk": "table.pieces tbody a", "formgrader": "tbody td a"}
CRITERIA = 5
PILE, ALL, RESUME = "text=See the pile", "text=all pieces", "text=Go on marking"
"""Links of the desk's front page."""
THEIRS = "tbody td a:text-is('p2')"


@dataclass
class Times:
    """What was measured in one place, in milliseconds."""

    step: list[float] = field(default_factory=list)
    resumed: list[float] = field(default_factory=list)
    pile: list[float] = field(default_factory=list)
    all: list[float] = field(default_factory=list)


def desk_at_size() -> list[Result]:
    """Step and lists of the desk, beside the formgrader's and beside its own at ten times."""
    few, many, peer = Times(), Times(), Times()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        small, large = [stack.enter_context(course_server(r, MARKER)) for r in _roots(folder)]
        playwright = stack.enter_context(sync_playwright())
        flags = [*FLAGS, *AT_ONCE]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        _time_steps(browser, {small: few, large: many}, small, peer)
        _time_lists(browser, {small: few, large: many}, small, peer)
        browser.close()
    return [
        _beside("next answer on screen", few.step, peer.step, STEP_FASTER),
        _beside("list of a marker's pile", few.pile, peer.pile, LIST_FASTER),
        _beside("list of all pieces", few.all, peer.pile, LIST_FASTER),
        _grown("next answer on screen", many.step, few.step),
        _grown("answer where one stopped", many.resumed, few.resumed),
        _grown("list of a marker's pile", many.pile, few.pile),
        _grown("list of all pieces", many.all, few.all),
    ]


def _roots(folder: Path) -> list[Path]:
    from desk_course import make_root

    warnings.filterwarnings("ignore", module="nbgrader")  # of nbgrader's own queries
    template = make_root(folder / "template")
    courses = [marked_course(template, folder / f"of-{size}", size) for size in (FEW, MANY)]
    for course in courses:
        course.database.close()
    return [course.root for course in courses]


def _time_steps(browser: Browser, desks: dict[str, Times], shared: str, peer: Times) -> None:
    """Each desk and the formgrader in turn, one step a round."""
    watched = ANSWERS["desk"]
    pages = {one: _opened(browser, f"{one}/desk/of/p2/resume", watched) for one in desks}
    watched = ANSWERS["formgrader"]
    beside = _opened(browser, f"{shared}/formgrader/gradebook/p2/p2", watched)
    beside.locator(ROWS["formgrader"]).first.click()
    beside.locator(ANSWERS["formgrader"]).first.wait_for()
    for _ in range(STEPS):
        for address, times in desks.items():
            times.step.append(_finish_and_next(pages[address]))
        beside.wait_for_timeout(READING_MS)
        peer.step.append(_taken(beside, lambda: beside.locator("li.next a").click()))
    for page in (*pages.values(), beside):
        page.context.close()


def _opened(browser: Browser, url: str, watched: str) -> Page:
    """A page in a fresh profile of somebody who is signed in."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.request.get(f"{'/'.join(url.split('/')[:3])}/desk?token={TOKEN}")
    page.add_init_script(STOPWATCH % watched)
    page.goto(url)
    return page


def _finish_and_next(page: Page) -> float:
    """Levels for all criteria, some reading, then the key that finishes the piece."""
    page.locator(ANSWERS["desk"]).first.wait_for()
    for number in range(CRITERIA):
        page.keyboard.press("j" if number else "a")
        page.keyboard.press("2")
    page.wait_for_timeout(READING_MS)
    return _taken(page, lambda: page.keyboard.press("f"))


def _taken(page: Page, press: Callable[[], None]) -> float:
    page.evaluate("() => { window.attTaken = undefined; }")
    press()
    return _shown(page)


def _shown(page: Page) -> float:
    """What the page's stopwatch says, once it has stopped; RuntimeError where it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        # Looking now and then, not at every frame: looking must not be what is measured.
        page.wait_for_timeout(POLLING_MS)
        with suppress(Error):  # between two pages there is nothing to ask
            taken = page.evaluate("() => window.attTaken")
            if taken:
                return float(taken)
    raise RuntimeError(f"{page.url}: nothing new was shown within {PATIENCE:.0f} s")


def _time_lists(browser: Browser, desks: dict[str, Times], shared: str, peer: Times) -> None:
    """Each list by the link that leads to it, and the answer where the marker stopped."""
    for _ in range(LISTS):
        for address, times in desks.items():
            for found, link in ((times.pile, PILE), (times.all, ALL), (times.resumed, RESUME)):
                watched = ANSWERS["desk"] if link == RESUME else ROWS["desk"]
                found.append(_following(browser, f"{address}/desk", link, watched))
        path = f"{shared}/formgrader/gradebook/p2"
        peer.pile.append(_following(browser, path, THEIRS, ROWS["formgrader"]))


def _following(browser: Browser, front: str, link: str, watched: str) -> float:
    """In a fresh profile: the page before, some reading, a press of the link."""
    page = _opened(browser, front, watched)
    page.locator(link).first.wait_for()
    page.wait_for_timeout(READING_MS)
    taken = _taken(page, lambda: page.locator(link).first.click())
    page.context.close()
    return taken


def _beside(what: str, ours: list[float], peers: list[float], times: float) -> Result:
    return Result(
        what=f"desk, {FEW:,} submissions: {what}, median of {len(ours)}",
        unit="ms",
        ours=median(ours),
        peer="nbgrader's formgrader",
        peers=median(peers),
        bound=f"{times:.0f} times faster",
        within=median(peers) >= times * median(ours),
    )


def _grown(what: str, many: list[float], few: list[float]) -> Result:
    return Result(
        what=f"desk, {MANY:,} submissions: {what}, median of {len(many)}",
        unit="ms",
        ours=median(many),
        peer=f"the desk with {FEW:,}",
        peers=median(few),
        bound=f"at most {GROWTH} times",
        within=median(many) <= GROWTH * median(few),
    )

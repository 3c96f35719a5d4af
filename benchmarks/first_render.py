"""How long until a module is there under Voila, beside a notebook with one slider.

Each module and the peer are opened turn by turn in fresh browser profiles, so that whatever
else the machine does weighs on all alike. The clock starts at the navigation and stops once
the last exercise of the module (the peer's slider) stands on the page.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

import nbformat
from playwright.sync_api import Browser, sync_playwright

from benchmarks.result import Result
from benchmarks.voila_server import voila, write_notebook
from tests.chromium import FLAGS, find_chromium

MODULES = Path("course/modules")
RUNS = 5
BOUND = 1.3
PEER = "import ipywidgets; ipywidgets.IntSlider()"
SLIDER = "() => document.querySelector('[role=slider]')"
CARDS = "(count) => document.querySelectorAll('section.att-card .att-stage').length >= count"


def first_render() -> list[Result]:
    """The median of several first renders of each module, and of the peer."""
    modules = sorted(MODULES.glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        write_notebook(Path(folder) / "peer.ipynb", PEER)
        for module in modules:
            shutil.copy(module, folder)
        with voila(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            _seconds(browser, f"{address}/voila/render/peer.ipynb", SLIDER, None)  # warms the disk
            taken: dict[str, list[float]] = {name: [] for name in ["peer", *_names(modules)]}
            for _ in range(RUNS):
                for name, seconds in taken.items():
                    exercises = None if name == "peer" else _exercises(MODULES / f"{name}.ipynb")
                    there = SLIDER if exercises is None else CARDS
                    page = f"{address}/voila/render/{name}.ipynb"
                    seconds.append(_seconds(browser, page, there, exercises))
            browser.close()
    return [_line(name, taken[name], taken["peer"]) for name in _names(modules)]


def _names(modules: list[Path]) -> list[str]:
    return [module.stem for module in modules]


def _exercises(module: Path) -> int:
    """How many exercises the module places."""
    cells = nbformat.read(module, as_version=4).cells
    return sum(cell.source.count("\nexercise(") for cell in cells if cell.cell_type == "code")


def _seconds(browser: Browser, address: str, there: str, argument: int | None) -> float:
    """From asking for the page to the moment its last widget stands there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    started = time.monotonic()
    page.goto(address, wait_until="commit")
    page.wait_for_function(there, arg=argument, polling=20, timeout=60_000)
    taken = time.monotonic() - started
    context.close()
    return taken


def _line(name: str, ours: list[float], peers: list[float]) -> Result:
    return Result(
        what=f"{name}: first render under Voila, median of {RUNS}",
        unit="s",
        ours=median(ours),
        peer="a notebook with one slider",
        peers=median(peers),
        bound=f"at most {BOUND} times the peer's",
        within=median(ours) <= BOUND * median(peers),
    )

"""A real Chromium for tests, and what is asked of every page it shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chromium import FLAGS, find_chromium
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

AXE = Path(__file__).parents[1] / "widgets/node_modules/axe-core/axe.min.js"
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser for as long as it is looked at."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Look:
    """One way of looking at a page, and what went wrong while looking."""

    size: str = "wide"
    scheme: str = "light"
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def context(self, browser: Browser) -> BrowserContext:
        """A fresh browser profile of this size and colour scheme."""
        width, height = SIZES[self.size]
        scheme: Any = self.scheme
        return browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)

    def watch(self, page: Page) -> Page:
        """Note every error in the console, failed request and address asked for."""
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )
        return page

    def outside(self) -> list[str]:
        """Requests to anybody but this machine."""
        inside = ("http://127.0.0.1", "http://localhost", "data:", "blob:", "ws://127.0.0.1")
        return [url for url in self.requests if not url.startswith(inside)]


def findings(page: Page, within: str = "body") -> list[str]:
    """What axe-core finds serious or critical, one line each."""
    settle(page)
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text("utf-8"))  # as a script of the debugger, past the page's CSP
    run = "([within, tags]) => axe.run(within, { runOnly: { type: 'tag', values: tags } })"
    violations = page.evaluate(run, [within, RULES])["violations"]
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: {one['nodes'][0]['html'][:160]}"
        for one in violations
        if one["impact"] in ("serious", "critical")
    ]


def settle(page: Page) -> None:
    """Wait until all is there and no colour is on its way to another: nobody sees that half."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways: each element past its right edge, and how far."""
    return page.evaluate(
        """() => {
          const width = innerWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const ends = (it) => it.getBoundingClientRect().right + scrollX;
          const named = (it) => `${it.tagName}.${it.getAttribute("class")} ends at ${ends(it)}`;
          const out = [...document.querySelectorAll("body *")].filter((it) => ends(it) > width);
          return [`${document.documentElement.scrollWidth} of ${width} px`, ...out.map(named)];
        }"""
    )


def tab_to(page: Page, words: str, limit: int = 120) -> None:
    """Press Tab until what has the focus is called `words`, as a person without a mouse does.

    Raises:
        AssertionError: it is not reached within `limit` presses.
    """
    for _ in range(limit):
        expect(page.locator(".att-stage-body[aria-busy=true]")).to_have_count(0)
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            return
    raise AssertionError(f"no way by keyboard to {words!r} (at {focused(page)!r})")


def focused(page: Page) -> str:
    """The words of the element that has the focus."""
    return page.evaluate(
        """() => {
          const it = document.activeElement;
          if (it === document.body) return "";
          const label = it.getAttribute("aria-label") || it.labels?.[0]?.textContent;
          return (label || it.textContent || "").trim();
        }"""
    )

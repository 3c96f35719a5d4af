"""Finds the Chromium that the browser tests drive, or installs one.

Run as a program, it prints where the browser is, or one line that says what to do, and
exits with 1. A test never skips for want of a browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = (
    "Chromium: not found. Install it (Debian: `apt-get install chromium`), "
    "or set CHROMIUM to its path, then run make again"
)


class BrowserMissing(RuntimeError):
    """No Chromium on this machine; the text says how to come by one."""


def find_chromium() -> str:
    """The path of a Chromium.

    Raises:
        BrowserMissing: there is none.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if shutil.which(named):
            return named
        raise BrowserMissing(f"CHROMIUM: no program at {named}; correct or unset it")
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    return _playwrights_own()


def install_chromium() -> str:
    """Find a Chromium, else try Debian's package and then Playwright's download."""
    try:
        return find_chromium()
    except BrowserMissing:
        _try_to_install()
        return find_chromium()


def _try_to_install() -> None:
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        commands.insert(0, ["apt-get", "install", "-y", "-qq", "chromium"])
        commands.insert(0, ["apt-get", "update", "-qq"])
    for command in commands:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        raise BrowserMissing(MISSING)
    return path


if __name__ == "__main__":
    try:
        print(install_chromium() if "--install" in sys.argv else find_chromium())
    except BrowserMissing as error:
        sys.exit(str(error))

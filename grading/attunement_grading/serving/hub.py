"""The hub's process and everything that it starts, from the first to the last."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psutil

from .demo import COURSE, Demo
from .refusals import Refusal

READY = 90.0
"""Seconds that a slow machine may take until the pages answer."""
GRACE = 15.0
"""Seconds that the hub may take to end its servers before they are ended for it."""

ROUNDS = 5
"""How often we look for processes that others started while we ended those."""


class Hub:
    """One running hub. Start it, wait for it, and whatever happens stop it."""

    def __init__(self, demo: Demo, folder: Path, port: int) -> None:
        self.demo = demo
        self.folder = folder
        self.port = port
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start JupyterHub in a session of its own, so that Ctrl-C reaches only this program."""
        config = self.folder / "jupyterhub_config.py"
        with self.demo.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "--config", str(config)],
                cwd=self.demo.hub,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "ATTUNEMENT_DEMO": str(self.demo.settings),
            "ATTUNEMENT_STATE": str(self.demo.state),
        }

    @property
    def running(self) -> bool:
        """Whether the hub's own process is alive."""
        return self.process is not None and self.process.poll() is None

    def wait_until_ready(self, asked_to_end: threading.Event) -> None:
        """Return when the login page and the course's own server answer, or on the event."""
        deadline = time.monotonic() + READY
        pages = ["/hub/login", f"/services/{COURSE}/teach"]
        while pages and time.monotonic() < deadline and not asked_to_end.is_set():
            self.require_running()
            if answers(self.port, pages[0]):
                pages.pop(0)
            else:
                asked_to_end.wait(0.1)
        if pages and not asked_to_end.is_set():
            raise Refusal(f"{pages[0]} did not answer in {READY:.0f} s{self._last_words()}")

    def require_running(self) -> None:
        """Refuse to go on with a hub that has ended by itself."""
        if not self.running:
            raise Refusal(f"the hub ended by itself{self._last_words()}")

    def _last_words(self) -> str:
        lines = self.demo.log.read_text(encoding="utf-8", errors="replace").splitlines()
        said = [line.strip() for line in lines[-60:] if "rror" in line]
        reason = f": {said[-1]}" if said else ""
        return f"{reason} (all of it: {self.demo.log})"

    def stop(self) -> None:
        """Ask the hub to end its servers; end whatever is left of it after a grace time."""
        if self.process is None:
            return
        if self.running:
            self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(GRACE)
        end_all(self.demo.state)
        self.process.wait()


def answers(port: int, page: str) -> bool:
    """Whether a page is there or sends us on; a proxy without a target (503) is not."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", page)
        return connection.getresponse().status < 400
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def strays(state: Path) -> set[psutil.Process]:
    """Every process of this account that was started for the demo in `state`.

    They carry ATTUNEMENT_STATE in their environment, so that kernels and servers whose
    parents are gone are found as well.
    """
    found = set()
    for process in psutil.process_iter():
        try:
            mine = process.environ().get("ATTUNEMENT_STATE") == str(state)
        except (psutil.Error, OSError):
            continue
        if mine and process.pid != os.getpid():
            found.add(process)
    return found


def end_all(state: Path) -> None:
    """End every process of a demo until there is none.

    One look is not enough: a hub whose proxy ends before it does starts another.
    """
    for _ in range(ROUNDS):
        found = strays(state)
        if not found:
            return
        end(found)


def end(processes: Iterable[psutil.Process]) -> None:
    """End processes: asked first, forced after three seconds."""
    waited_for = list(processes)
    for ask in (psutil.Process.terminate, psutil.Process.kill):
        for process in filter(alive, waited_for):
            with suppress(psutil.NoSuchProcess):
                ask(process)
        deadline = time.monotonic() + 3
        while any(map(alive, waited_for)) and time.monotonic() < deadline:
            time.sleep(0.05)


def alive(process: psutil.Process) -> bool:
    """Whether it still runs; one that has ended and waits for its parent's notice does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False

"""A real demo hub on a free port, as `attunement serve` starts it, for every test that needs one.

It is started with a PATH on which the virtual environment is missing, as a desktop would.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest
import requests

COMMAND = Path(sys.executable).with_name("attunement")
BARE_PATH = "/usr/bin:/bin"
PATIENCE = 120.0
"""Seconds that a crowded machine may take for a start."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(home: Path) -> dict[str, str]:
    return {"PATH": BARE_PATH, "HOME": str(home), "LANG": "C.UTF-8"}


def serve(*arguments: str, home: Path, given: str | None = None) -> subprocess.CompletedProcess:
    """Run `attunement serve` where it is expected to refuse."""
    return subprocess.run(
        [str(COMMAND), "serve", *arguments],
        env=environment(home),
        input=given,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def processes_of(state: Path) -> list[psutil.Process]:
    """Every process that was started for the demo in `state`, kernels included."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("ATTUNEMENT_STATE") == str(state):
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


@dataclass
class DemoHub:
    """One running demo: what it printed, and how to talk to it as one of its people."""

    state: Path
    home: Path
    port: int
    process: subprocess.Popen[str] | None = None
    lines: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def printed(self) -> str:
        return "\n".join(self.lines)

    @property
    def password(self) -> str:
        return json.loads((self.state / "attunement-demo.json").read_text())["password"]

    def start(self) -> None:
        self.lines = []
        self.process = subprocess.Popen(
            [str(COMMAND), "serve", "--port", str(self.port), "--state", str(self.state)],
            env=environment(self.home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if line.startswith("Ctrl-C ends it"):
                return
        log = self.state / "hub" / "hub.log"
        raise AssertionError(self.printed + (log.read_text()[-4000:] if log.exists() else ""))

    def stop(self, how: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does; the exit code."""
        assert self.process is not None
        assert self.process.stdout is not None
        os.kill(self.process.pid, how)
        with self.process.stdout as rest:
            self.lines += rest.read().splitlines()
        return self.process.wait(timeout=60)

    def person(self, name: str) -> Visitor:
        """Somebody who has logged in."""
        visitor = Visitor(self, name)
        visitor.log_in()
        return visitor


class Visitor:
    """One person's browser, as far as HTTP goes."""

    def __init__(self, hub: DemoHub, name: str) -> None:
        self.hub = hub
        self.name = name
        self.session = requests.Session()

    @property
    def base(self) -> str:
        return f"/user/{self.name}/"

    def get(self, path: str, **options: Any) -> requests.Response:
        return self.session.get(self.hub.address + path, timeout=60, **options)

    def post(self, path: str, token_of: str | None = None, **options: Any) -> requests.Response:
        """Post with the token against forged requests that belongs to `token_of`'s pages."""
        token = self.token(token_of) if token_of else None
        headers = {"X-XSRFToken": token} if token else {}
        url = self.hub.address + path
        return self.session.post(url, headers=headers, timeout=120, **options)

    def token(self, path: str) -> str:
        cookies = [c for c in self.session.cookies if c.name == "_xsrf" and c.path == path]
        return cookies[0].value or ""

    def log_in(self) -> requests.Response:
        page = self.get("/hub/login").text
        token = re.search(r'name="_xsrf" value="([^"]*)"', page)
        assert token is not None
        form = {"_xsrf": token[1], "username": self.name, "password": self.hub.password}
        url = self.hub.address + "/hub/login"
        return self.session.post(url, data=form, timeout=60, allow_redirects=False)

    def open_server(self) -> str:
        """Start the person's own server and return its landing page."""
        self.get("/hub/spawn")
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            answer = self.get(f"{self.base}attunement")
            if answer.status_code == 200 and "Who can see what" in answer.text:
                return answer.text
            time.sleep(0.3)
        raise AssertionError(f"{self.name}'s server did not open")

    def assignment(self, action: str, name: str = "p2") -> dict[str, Any]:
        """Press one of the landing page's buttons: fetch, submit, fetch_feedback."""
        form = {"course_id": "attunement", "assignment_id": name}
        path = f"{self.base}assignments/{action}"
        return self.post(path, token_of=self.base, data=form).json()

    def write(self, text: str, name: str = "p2") -> None:
        """Save an answer in the fetched notebook through the server's own contents API."""
        path = f"{self.base}api/contents/attunement/{name}/{name}.ipynb"
        model = self.get(path, headers={"X-XSRFToken": self.token(self.base)}).json()
        for cell in model["content"]["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("solution"):
                cell["source"] = text
        headers = {"X-XSRFToken": self.token(self.base)}
        body = {"type": "notebook", "format": "json", "content": model["content"]}
        url = self.hub.address + path
        self.session.put(url, json=body, headers=headers, timeout=60).raise_for_status()


def make_demo(folder: Path) -> DemoHub:
    """A demo that has not started yet, in a folder of its own."""
    home = folder / "home"
    home.mkdir()
    return DemoHub(state=folder / "demo", home=home, port=free_port())


@pytest.fixture(scope="module")
def running_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoHub]:
    """One demo for all tests of a module."""
    demo = make_demo(tmp_path_factory.mktemp("hub"))
    demo.start()
    yield demo
    demo.stop()
    assert processes_of(demo.state) == []

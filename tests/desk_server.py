"""`attunement desk` as a person starts it, on a free port, and somebody who talks to it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import requests
from hub_fixture import free_port

COMMAND = Path(sys.executable).with_name("attunement")
TOKEN = "a-token-for-tests"
PATIENCE = 90.0


@dataclass
class DeskServer:
    """One running desk, and a browser's worth of cookies."""

    root: Path
    marker: str = "noor"
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    session: requests.Session = field(default_factory=requests.Session)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.root.parent / f"desk-{self.port}.log"

    def start(self) -> None:
        """Start it and wait until it answers."""
        where = ["--root", str(self.root), "--port", str(self.port), "--marker", self.marker]
        home = self.root.parent / f"home-{self.port}"
        home.mkdir(exist_ok=True)
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "JUPYTER_TOKEN": TOKEN,
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(COMMAND), "desk", *where],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait()
        self.session = requests.Session()
        self.session.get(f"{self.address}/desk?token={TOKEN}", timeout=30).raise_for_status()

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process is not None
            if self.process.poll() is not None:
                break
            try:
                requests.get(f"{self.address}/desk", timeout=5)
                return
            except requests.RequestException:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text(errors="replace")[-3000:])

    def stop(self, how: int = signal.SIGTERM) -> None:
        """End it: politely, or with SIGKILL between any two instructions."""
        assert self.process is not None
        if self.process.poll() is None:
            os.killpg(self.process.pid, how)
        self.process.wait(timeout=30)

    def get(self, path: str) -> requests.Response:
        return self.session.get(f"{self.address}/{path}", timeout=60)

    def post(self, path: str, **fields: Any) -> requests.Response:
        """Send a form, with the token and a key as the page's own form has them."""
        form = {"_xsrf": self.session.cookies.get("_xsrf"), "key": uuid4().hex, **fields}
        return self.session.post(f"{self.address}/{path}", data=form, timeout=60)

    def act(self, what: str, key: str | None = None, **fields: Any) -> requests.Response:
        """Do one action of the marking page."""
        headers = {"X-XSRFToken": self.session.cookies.get("_xsrf") or ""}
        body = {"key": key or uuid4().hex, **fields}
        url = f"{self.address}/desk/act/{what}"
        return self.session.post(url, json=body, headers=headers, timeout=60)

    def take(self) -> str:
        """Take a piece from the heap; its key."""
        found = re.search(r"/desk/piece/([\w-]+)", self.post("desk/of/p2/take").url)
        assert found is not None
        return found[1]


@contextmanager
def desk_server(root: Path, marker: str = "noor") -> Iterator[DeskServer]:
    """A desk for as long as the block runs."""
    server = DeskServer(root, marker)
    server.start()
    try:
        yield server
    finally:
        server.stop()

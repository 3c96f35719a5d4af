"""Notebooks of one cell, and a Voila server on a free port that shows them for a while."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbformat import write
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PATIENCE = 60
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def write_notebook(path: Path, source: str) -> None:
    """Write a notebook with a heading and one code cell."""
    cells = [new_markdown_cell(f"# {path.stem}"), new_code_cell(source)]
    write(new_notebook(cells=cells, metadata={"kernelspec": KERNEL}), path)


def placing(exercise: str) -> str:
    """What a cell says to place an exercise."""
    return f'from attunement_widgets import exercise\nexercise("{exercise}")'


@contextmanager
def voila(folder: Path) -> Iterator[str]:
    """Serve a folder's notebooks with the course's template; yields the address.

    Raises:
        RuntimeError: the server did not answer within a minute.
    """
    port = free_port()
    command = [sys.executable, "-m", "voila", str(folder), "--no-browser", f"--port={port}"]
    command += ["--Voila.ip=127.0.0.1", "--VoilaConfiguration.file_allowlist=.*"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    """Return once a server answers there; RuntimeError where it does not within a minute."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 (ours, on loopback)
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"no answer at {address} within {PATIENCE} s")

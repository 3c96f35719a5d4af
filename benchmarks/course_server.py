"""One server on a course root with both ways of marking: the desk and nbgrader's formgrader."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.voila_server import free_port, wait_for

TOKEN = "a-token-for-benchmarks"  # noqa: S105  # of a server on loopback that lives a minute
EXTENSIONS = {"attunement_grading.desk": True, "nbgrader.server_extensions.formgrader": True}


@contextmanager
def course_server(root: Path, marker: str) -> Iterator[str]:
    """Serve a course root to one marker; yields the address.

    Raises:
        RuntimeError: the server did not answer within a minute.
    """
    port = free_port()
    settings = {
        "ServerApp.jpserver_extensions": EXTENSIONS,
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,
        "Desk.root": root,
        "Desk.marker": marker,
    }
    command = [sys.executable, "-m", "jupyter_server"]
    command += [f"--{name}={value}" for name, value in settings.items()]
    home = root.parent / f"home-{port}"
    home.mkdir()
    surroundings = {**os.environ, "HOME": str(home), "JUPYTER_TOKEN": TOKEN}
    log = (root.parent / f"server-{port}.log").open("wb")
    server = subprocess.Popen(command, cwd=root, env=surroundings, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/login")
        yield address
    finally:
        server.terminate()
        server.wait(20)
        log.close()

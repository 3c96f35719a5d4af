"""Any other Jupyter kernel, which is started as a program and listens on ports.

Within the sandbox nobody outside can reach a port, so whatever comes in by the sockets that
were handed over is passed on to it, byte by byte.
"""

from __future__ import annotations

import json
import os
import socket
import threading
from pathlib import Path

from .kernel import CHANNELS

LOOPBACK = "127.0.0.1"
CHUNK = 1 << 16


def run_other_kernel(sockets: list[int], key: str, argv: list[str], folder: Path) -> None:
    """Start the kernel, pass bytes to and fro, end as it ends."""
    ports = {f"{name}_port": _free_port() for name in (*CHANNELS, "hb")}
    connection = folder / "connection.json"
    about = {"ip": LOOPBACK, "transport": "tcp", "signature_scheme": "hmac-sha256", "key": key}
    connection.write_text(json.dumps(about | ports))
    process = os.fork()
    if process == 0:
        for one in sockets:
            os.close(one)
        words = [word.replace("{connection_file}", str(connection)) for word in argv]
        os.execvp(words[0], words)  # noqa: S606  its words are the kernel's own specification
    for name, one in zip(CHANNELS, sockets, strict=True):
        listening = socket.socket(fileno=one)
        port = ports[f"{name}_port"]
        threading.Thread(target=_pass_on, args=(listening, port), daemon=True).start()
    _, status = os.waitpid(process, 0)
    os._exit(abs(os.waitstatus_to_exitcode(status)))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _pass_on(listening: socket.socket, port: int) -> None:
    while True:
        outer, _ = listening.accept()
        inner = _connect(port)
        for one, other in ((outer, inner), (inner, outer)):
            threading.Thread(target=_copy, args=(one, other), daemon=True).start()


def _connect(port: int) -> socket.socket:
    """Wait for the kernel to listen: it takes its time to start."""
    pause = threading.Event()
    while True:
        try:
            return socket.create_connection((LOOPBACK, port))
        except ConnectionRefusedError:
            pause.wait(0.02)


def _copy(source: socket.socket, target: socket.socket) -> None:
    try:
        while part := source.recv(CHUNK):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return

"""Becomes a Jupyter kernel on sockets that somebody else has opened."""

from __future__ import annotations

import sys
from typing import Any

import zmq
from ipykernel.iostream import OutStream
from ipykernel.kernelapp import IPKernelApp

from .cut import CUT

CHANNELS = ("shell", "iopub", "stdin", "control")
"""The order in which sockets are handed over."""


class CountedStream(OutStream):
    """Standard output and error, which together say so much and no more."""

    left = 0
    """Characters that may still be written."""
    most = 0
    """The limit in MB, for the note where it was reached."""

    def write(self, string: str) -> int | None:
        """Pass on what may still be said."""
        if not isinstance(string, str) or CountedStream.left <= 0:
            return super().write(string) if not isinstance(string, str) else len(string)
        room = CountedStream.left
        CountedStream.left -= len(string)
        if CountedStream.left > 0:
            return super().write(string)
        super().write(f"{string[:room]}\n{CUT}: more than {CountedStream.most} MB ...\n")
        return len(string)


class ForkedKernel(IPKernelApp):
    """ipykernel's application, whose sockets are inherited: ports are file descriptors here."""

    def init_connection_file(self) -> None:
        """There is none: who needs to know, knows."""

    def write_connection_file(self, **_: Any) -> None:
        """There is none."""

    def init_heartbeat(self) -> None:
        """None: the parent sees whether the process lives."""

    def _try_bind_socket(self, s: Any, port: int) -> int:
        s.setsockopt(zmq.USE_FD, port)
        s.bind(f"ipc:///inherited/{port}")
        return port


def become_kernel(sockets: list[int], key: str, output: int, arguments: list[str]) -> None:
    """Run a kernel until it is ended. ``output`` is how many MB it may write."""
    CountedStream.left, CountedStream.most = output << 20, output
    _seed_anew()
    ports = {f"{name}_port": one for name, one in zip(CHANNELS, sockets, strict=True)}
    stream = f"{CountedStream.__module__}.{CountedStream.__name__}"
    kernel = ForkedKernel.instance(
        transport="ipc", ip="/inherited", outstream_class=stream, **ports
    )
    kernel.session.key = key.encode()
    kernel.initialize(["--HistoryManager.hist_file=:memory:", "--quiet", *arguments])
    kernel.start()


def _seed_anew() -> None:
    """Let no two submissions draw the same numbers; Python's own generator sees to itself."""
    numbers = sys.modules.get("numpy.random")
    if numbers is not None:
        numbers.seed()

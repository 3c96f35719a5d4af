"""The warm parent: waits for orders, forks kernels, keeps watch over them, ends them.

Started with the number of a socket to whoever grades. Its first message names what to import;
it answers each order, and tells of itself when a kernel ends or passes a limit.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import selectors
import signal
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from . import wire
from .files import TooMuch, pack, unpack, wipe
from .kernel import become_kernel
from .lockdown import (
    HANDED_IN,
    MB,
    PR_SET_CHILD_SUBREAPER,
    PR_SET_DUMPABLE,
    Limits,
    filter_system_calls,
    prctl,
    set_limits,
    stand_back,
)
from .other_kernel import run_other_kernel
from .overseer import Overseer, reap

WARM = """
    IPython.core.completer IPython.core.debugger IPython.core.oinspect IPython.core.logger
    IPython.extensions.storemagic asttokens executing fractions ipykernel.debugger
    ipykernel.ipkernel ipykernel.subshell_manager ipykernel.zmqshell pdb pure_eval
    pygments.formatters.terminal256 pygments.lexers.python pygments.styles sqlite3 stack_data
    tornado.platform.asyncio
    """.split()
"""What a kernel imports sooner or later, so that none of them has to."""
LOOK = 0.2
"""Seconds between two looks at what a submission uses."""
INPUT = HANDED_IN * MB


@dataclass
class Submission:
    """The one that is running: its kernel's process, its overseer, the files it began with."""

    process: int
    overseer: Overseer
    given: dict[str, str] = field(default_factory=dict)
    ended: bool = False


class Nursery:
    """Forks kernels, one at a time, in the folder ``base``."""

    def __init__(self, pipe: socket.socket, base: Path) -> None:
        self.pipe = pipe
        self.base = base
        self.alone = os.getpid() == 1
        self.running: Submission | None = None

    def serve(self) -> None:
        """Do what is asked until nobody is there to ask."""
        if not self.alone:
            prctl(PR_SET_CHILD_SUBREAPER, 1)
        prctl(PR_SET_DUMPABLE, 0)  # a kernel must not look into its parent
        alarm, wakeup = socket.socketpair()
        for end in (alarm, wakeup):
            end.setblocking(False)
        signal.set_wakeup_fd(wakeup.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        with selectors.DefaultSelector() as selector:
            selector.register(self.pipe, selectors.EVENT_READ)
            selector.register(alarm, selectors.EVENT_READ)
            while True:
                ready = selector.select(LOOK if self.running else None)
                with contextlib.suppress(BlockingIOError):
                    alarm.recv(4096)
                self._watch()
                if any(key.fileobj is self.pipe for key, _ in ready):
                    message = wire.receive(self.pipe, INPUT)
                    if message is None:
                        self._leave()
                        return
                    self._do(message)

    def _leave(self) -> None:
        """Nobody is there to ask for its end: what runs is ended all the same."""
        if self.running:
            self.running.overseer.end_all()

    def _do(self, message: wire.Message) -> None:
        order = message.about
        if order["do"] == "start":
            self._start(order, message)
        elif order["do"] == "signal" and self.running and not self.running.ended:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.running.process, order["number"])
        elif order["do"] == "end":
            self._end(order)

    def _start(self, order: dict[str, Any], message: wire.Message) -> None:
        limits = Limits(**order["limits"])
        folder = self.base / "submission"
        for path in (folder, self.base / "home"):
            path.mkdir()
        try:
            given = unpack(order["listing"], message.payload, folder)
        except OSError as error:
            wipe(self.base)
            wire.send(self.pipe, {"event": "refused", "why": str(error.strerror)})
            return
        process = os.fork()
        if process == 0:
            self._become(order, message.files, limits, folder)
        for one in message.files:
            os.close(one)
        overseer = Overseer(limits, self.base, self.alone, len(message.payload))
        self.running = Submission(process, overseer, given)
        wire.send(self.pipe, {"event": "started"})

    def _become(
        self, order: dict[str, Any], sockets: list[int], limits: Limits, folder: Path
    ) -> NoReturn:
        """In the child: give up everything else, then be a kernel."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self.pipe.close()
        os.setsid()
        os.chdir(folder)
        os.environ.update(order["env"], HOME=str(self.base / "home"), TMPDIR=str(self.base))
        prctl(PR_SET_DUMPABLE, 1)
        stand_back()
        set_limits(limits)
        filter_system_calls()
        status = 1
        try:
            if order["argv"]:
                run_other_kernel(sockets, order["key"], order["argv"], self.base / "home")
            become_kernel(sockets, order["key"], limits.output, order["arguments"])
            status = 0
        finally:
            os._exit(status)

    def _watch(self) -> None:
        running = self.running
        ended = reap()
        if running is None or running.ended:
            return
        why = None if running.process in ended else running.overseer.breach()
        if why:
            running.overseer.end_all()
        if why or running.process in ended:
            running.ended = True
            status = ended.get(running.process)
            wire.send(self.pipe, {"event": "ended", "why": why, "status": status})

    def _end(self, order: dict[str, Any]) -> None:
        """Kill what is left, hand over the files that it changed, forget all."""
        running, self.running = self.running, None
        if running is None:
            return
        why = None if running.ended else running.overseer.breach()
        running.overseer.end_all()
        about: dict[str, Any] = {"event": "over", "listing": [], "gone": [], "why": why}
        payload = b""
        try:
            folder = self.base / "submission"
            found = pack(folder, order["most"] * MB, running.given)
            about["listing"], about["gone"], payload = found
        except TooMuch as error:
            about["why"] = why or str(error)
        wipe(self.base)
        wire.send(self.pipe, about, payload)


def main(number: str, base: str) -> None:
    """Import what is asked for, say so, serve."""
    pipe = socket.socket(fileno=int(number))
    pipe.set_inheritable(False)
    for end in (0, 1, 2):
        os.set_inheritable(end, True)
    first = wire.receive(pipe, 0)
    if first is None:
        return
    for name in (*WARM, *first.about["imports"]):
        with contextlib.suppress(Exception):  # whoever needs it will see for themselves
            importlib.import_module(name)
    sys.path[:] = [path for path in sys.path if not path.startswith(first.about["code"])]
    wire.send(pipe, {"event": "ready"})
    Nursery(pipe, Path(base)).serve()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])

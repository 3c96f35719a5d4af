"""One sandbox with its nursery, as a worker uses it for one submission after the other."""

from __future__ import annotations

import contextlib
import os
import secrets
import select
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import zmq
import zmq.asyncio
from jupyter_client.kernelspec import KernelSpec

from .handed_in import CannotGrade
from .kernels import NurseryKernel
from .nursery import wire
from .nursery.files import TooMuch, inside, pack, unpack
from .nursery.lockdown import HANDED_IN, MB, Limits
from .pool import CannotWork
from .sandbox import BASE, CODE, NURSERY, Sandbox, environment, python

WARMING = 60
"""Seconds within which a nursery is warm."""
ANSWER = 30
"""Seconds within which it answers."""
BESIDES = 5
"""How many times the limit of written output may come in all, pictures included."""
START = "import sys; sys.path.insert(0, {!r}); from nursery.__main__ import main; main({!r}, {!r})"


class SandboxFailed(CannotWork):
    """The sandbox did not open; the text says why. Nothing can be graded."""


@dataclass
class Ended:
    """How a kernel came to its end before we ended it."""

    why: str | None
    status: int | None

    def __str__(self) -> str:
        if self.why:
            return self.why
        if self.status is None:
            return "ended the sandbox that it ran in"
        if self.status < 0:
            return f"ended its own kernel ({signal.Signals(-self.status).name})"
        return f"ended its own kernel (exit status {self.status})"


class Playpen:
    """Opens the sandbox when it is first needed, and anew after a submission broke it."""

    def __init__(
        self,
        sandbox: Sandbox,
        limits: Limits,
        sockets: Path,
        number: int = 0,
        imports: Sequence[str] = (),
    ) -> None:
        """``sockets`` is a folder that outlives this and is removed by whoever made it."""
        self.sandbox, self.limits, self.number = sandbox, limits, number
        self.imports = list(imports)
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._ended: Ended | None = None
        self._folder = Path(tempfile.mkdtemp(dir=sockets))
        self._context = zmq.asyncio.Context()
        self._context.setsockopt(zmq.MAXMSGSIZE, limits.output * BESIDES * MB)

    def open(self) -> None:
        """Open the sandbox, and let the nursery warm up meanwhile."""
        if self._process is not None:
            return
        ours, theirs = socket.socketpair()
        base, code = (BASE, CODE) if self.sandbox.isolates else self._uncovered()
        number = str(theirs.fileno())
        words = python("-c", START.format(str(code), number, str(base)))
        with (self._folder / "said").open("wb") as said:
            self._process = subprocess.Popen(
                self.sandbox.wrap(words, self.limits, self.number),
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                pass_fds=[theirs.fileno()],
            )
        theirs.close()
        self._pipe, self._ready = ours, False
        wire.send(ours, {"imports": self.imports, "code": str(code)})

    def close(self) -> None:
        """End whatever is in it, and the sandbox."""
        self._break()
        self._context.destroy(linger=0)
        shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def kernel(
        self, folder: Path, spec: KernelSpec | None, arguments: Sequence[str]
    ) -> Iterator[NurseryKernel]:
        """A fresh kernel at work in a copy of ``folder``; what it changes comes back at the end.

        ``spec`` is None for this Python's own kernel, which is forked, not started. Raises
        CannotGrade where its code passed a limit, or ended it or the sandbox.
        """
        self._await_ready()
        self._ended = None
        key = secrets.token_hex(16)
        self._start(folder, key, spec, arguments)
        try:
            yield self._manager(key, spec)
        except Exception:
            self._end(folder)
            self._blame()
            raise
        except BaseException:
            self._break()
            raise
        self._end(folder)
        self._blame()

    def _blame(self) -> None:
        """CannotGrade where the kernel did not come to the end that we meant for it."""
        if self._ended is not None:
            raise CannotGrade(f"its code {self._ended}") from None

    def _uncovered(self) -> tuple[Path, Path]:
        base = self._folder / "base"
        base.mkdir(exist_ok=True)
        code = self._folder / "code"
        code.mkdir(exist_ok=True)
        if not (code / "nursery").exists():
            (code / "nursery").symlink_to(NURSERY)
        return base, code

    def _await_ready(self) -> None:
        self.open()
        if not self._ready:
            message = self._receive(WARMING)
            if message is None or message.about.get("event") != "ready":
                said = (self._folder / "said").read_text("utf-8", "replace").strip()
                self._break()
                last = said.splitlines()[-1] if said else "no word from it"
                raise SandboxFailed(f"{self.sandbox.name}: the sandbox did not open: {last}")
            self._ready = True

    def _start(
        self, folder: Path, key: str, spec: KernelSpec | None, arguments: Sequence[str]
    ) -> None:
        try:
            listing, _, payload = pack(folder, HANDED_IN * MB)
        except TooMuch:
            raise CannotGrade(f"has files of more than {HANDED_IN} MB beside it") from None
        order = {
            "do": "start",
            "key": key,
            "argv": spec.argv if spec else None,
            "env": spec.env if spec else {},
            "arguments": list(arguments),
            "limits": self.limits.as_dict(),
            "listing": listing,
        }
        with contextlib.ExitStack() as stack:
            sockets = [stack.enter_context(self._listen(number)) for number in range(1, 5)]
            wire.send(self._pipe, order, payload, [one.fileno() for one in sockets])
            started = self._receive(ANSWER)
        if started is not None and started.about.get("event") == "refused":
            raise CannotGrade(f"does not fit into the sandbox ({started.about['why']})")
        if started is None or started.about.get("event") != "started":
            self._break()
            raise SandboxFailed(f"{self.sandbox.name}: no kernel could be started in it")

    def _listen(self, number: int) -> socket.socket:
        """A socket where the kernel will listen, of which only we know the path."""
        path = self._folder / f"kernel-{number}"
        path.unlink(missing_ok=True)
        one = socket.socket(socket.AF_UNIX)
        one.bind(str(path))
        one.listen(8)
        return one

    def _manager(self, key: str, spec: KernelSpec | None) -> NurseryKernel:
        manager = NurseryKernel(
            spec or KernelSpec(),
            self._signal,
            self._alive,
            self._too_much_output,
            self.limits.output * BESIDES * MB,
            context=self._context,
            transport="ipc",
            ip=str(self._folder / "kernel"),
            shell_port=1,
            iopub_port=2,
            stdin_port=3,
            control_port=4,
        )
        manager.session.key = key.encode()
        return manager

    def _too_much_output(self) -> None:
        self._ended = Ended(f"put out more than {self.limits.output * BESIDES} MB", None)
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        with contextlib.suppress(OSError):
            wire.send(self._pipe, {"do": "signal", "number": int(number)})

    def _alive(self) -> bool:
        self._look(0)
        return self._ended is None

    def _look(self, seconds: float) -> None:
        """Take in whether the kernel ended."""
        if self._ended is None and select.select([self._pipe], [], [], seconds)[0]:
            message = self._receive(ANSWER)
            about = message.about if message else {}
            self._ended = Ended(about.get("why"), about.get("status"))

    def _receive(self, seconds: float) -> wire.Message | None:
        """The nursery's next message; None where it is gone, silent or talks nonsense."""
        self._pipe.settimeout(seconds)
        try:
            message = wire.receive(self._pipe, 2 * self.limits.disk * MB)
        except OSError:
            return None
        finally:
            self._pipe.settimeout(None)
        for one in message.files if message else ():
            os.close(one)
        return message

    def _end(self, folder: Path) -> None:
        """Let the nursery kill what is left, and take in what changed in the folder."""
        message = None
        with contextlib.suppress(OSError):
            wire.send(self._pipe, {"do": "end", "most": self.limits.disk})
            message = self._receive(ANSWER)
            if message is not None and message.about.get("event") == "ended":
                about = message.about
                self._ended = self._ended or Ended(about.get("why"), about.get("status"))
                message = self._receive(ANSWER)
        if message is None or message.about.get("event") != "over":
            self._break()
            self._ended = self._ended or Ended(None, None)
            return
        if self._ended is not None:
            self._break()
            return
        if message.about["why"]:
            self._ended = Ended(message.about["why"], 0)
            return
        try:
            unpack(message.about["listing"], message.payload, folder)
            for name in message.about["gone"]:
                inside(folder, name).unlink(missing_ok=True)
        except (ValueError, TypeError, OSError):
            self._break()
            self._ended = Ended("left files that could not be taken over", 0)

    def _break(self) -> None:
        """Close the sandbox: the next submission gets another."""
        if self._process is None:
            return
        self._pipe.close()
        for process in (*_children(self._process.pid), self._process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait()
        self._process = None


def _children(process: int) -> list[int]:
    """Its child processes: of a sandbox's opener, the first process inside."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [int(one) for one in text.split()]

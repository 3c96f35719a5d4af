"""Runs a program that may do harm where it can do none, and says how it ended.

`run` opens a cage with bubblewrap: the machine read only, one folder to write in, no network
but its own loopback, no process of anybody else's. Within it this file is run as a program: it
lets a user without rights run the words given, listens on a port, and stops what takes too much.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import gettempdir
from typing import Any

USER = 61_999
PATIENCE = 240
"""Seconds after which a program counts as one that never ends."""
MOST_PROCESSES, MOST_MEMORY, MOST_DISK = 200, 6 << 30, 2 << 30
HARD_LIMITS = {resource.RLIMIT_NPROC: 2 * MOST_PROCESSES, resource.RLIMIT_FSIZE: 2 * MOST_DISK}
EVERY = 0.05
PAGE = os.sysconf("SC_PAGE_SIZE")


def run(words: list[str], folder: Path, port: int, path: str) -> dict[str, Any]:
    """Run a program in ``folder``, the only one that it may write to. Needs root and bwrap.

    ``port`` is where the cage listens. The answer has ``code`` (None where it was stopped),
    ``stopped`` (why), ``seconds``, ``calls`` (connections to the port), ``left`` (processes that
    it left behind) and ``said``.
    """
    for one in [folder, *folder.rglob("*")]:
        os.chown(one, USER, USER, follow_symlinks=False)
    home, temporary, python = Path.home(), Path(gettempdir()), Path(sys.base_prefix)
    command = ["bwrap", "--die-with-parent", "--unshare-pid", "--unshare-net", "--unshare-ipc"]
    command += ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"]
    command += ["--perms", "1777", "--tmpfs", str(temporary), "--perms", "0755"]
    command += ["--tmpfs", str(home)]
    if python.is_relative_to(home):
        command += [*_way_to(python, home), "--ro-bind", str(python), str(python)]
    command += [*_way_to(folder, temporary), "--bind", str(folder), str(folder)]
    command += ["--chdir", str(folder)]
    inner = json.dumps({"words": words, "folder": str(folder), "port": port, "path": path})
    command += ["--", sys.executable, "-I", __file__, inner]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        raise RuntimeError(f"the cage did not open: {done.stderr.strip()}")
    return json.loads(done.stdout)


def _way_to(folder: Path, base: Path) -> list[str]:
    """Folders between two others, open to all: left to itself, bubblewrap shuts them."""
    between = [base / one for one in reversed(folder.relative_to(base).parents[:-1])]
    return [word for one in between for word in ("--perms", "0755", "--dir", str(one))]


# --- within the cage -------------------------------------------------------------------


def main(about: dict[str, Any]) -> None:
    """Run, watch, and print what happened as JSON."""
    Path("/proc/self/oom_score_adj").write_text("1000")  # the first to go where memory runs out
    calls: list[Any] = []
    listening = socket.create_server(("127.0.0.1", about["port"]))
    threading.Thread(target=_answer, args=(listening, calls), daemon=True).start()
    began = time.monotonic()
    said = Path("/tmp/said").open("w+")  # noqa: SIM115
    process = subprocess.Popen(
        about["words"],
        cwd=about["folder"],
        env={"PATH": about["path"], "HOME": about["folder"], "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        user=USER,
        group=USER,
        extra_groups=[],
        preexec_fn=_hold_back,
    )
    stopped = None
    while process.poll() is None and stopped is None:
        time.sleep(EVERY)
        stopped = _too_much(Path(about["folder"]), time.monotonic() - began)
    seconds, left = time.monotonic() - began, _theirs()
    for one in _theirs():
        os.kill(one, signal.SIGKILL)
    code = None if stopped else process.wait()
    said.seek(0)
    print(
        json.dumps(
            {
                "code": code,
                "stopped": stopped,
                "seconds": round(seconds, 1),
                "calls": len(calls),
                "left": 0 if stopped else len(left),
                "said": said.read()[-20_000:],
            }
        )
    )
    sys.stdout.flush()
    os._exit(0)


def _answer(listening: socket.socket, calls: list[Any]) -> None:
    while True:
        calls.append(listening.accept())


def _hold_back() -> None:
    """Bounds far above what is measured: they protect the machine, not the program."""
    for kind, bound in HARD_LIMITS.items():
        resource.setrlimit(kind, (bound, bound))


def _theirs() -> list[int]:
    """Living processes of the user."""
    return [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit() and _lives(one)]


def _lives(process: Path) -> bool:
    try:
        state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        return process.stat().st_uid == USER and state != "Z"
    except OSError:
        return False


def _too_much(folder: Path, seconds: float) -> str | None:
    processes = _theirs()
    if len(processes) > MOST_PROCESSES:
        return f"it had {len(processes)} processes"
    memory = sum(map(_resident, processes))
    if memory > MOST_MEMORY:
        return f"it had {memory / (1 << 30):.0f} GB of memory"
    written = sum(_size(path) for path in folder.rglob("big*"))
    if written > MOST_DISK:
        return f"it had written {written / (1 << 30):.0f} GB"
    return "it did not end" if seconds > PATIENCE else None


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))

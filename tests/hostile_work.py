"""Submissions that would harm whoever grades them, or that nobody can read, each by a name.

tests/integration/test_autograde_hostile.py grades all of them in one run; docs/hostile_cases.py
sets each before plain nbgrader too, in a cage.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from code_course import ASSIGNMENT, RIGHT, submit

NEIGHBOUR = "aa-first"
"""Whose work one of the cases is a link to."""
CODE = {
    "endless": "while True:\n    pass",
    "stubborn": (
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass"
    ),
    "fork-bomb": "import os\nwhile True:\n    os.fork()",
    "chatterbox": "for _ in range(1024):\n    print('x' * (1 << 20))",
    "glutton": "kept = []\nwhile True:\n    kept.append(bytearray(1 << 24))",
    "hoarder": (
        "import mmap\nkept = []\nwhile True:\n"
        "    one = mmap.mmap(-1, 1 << 24)\n    one.write(b'x' * (1 << 24))\n    kept.append(one)"
    ),
    "filler": "with open('big', 'wb') as file:\n    while True:\n        file.write(b'x' * 9999)",
    "escapist": "open(ROOT + '/planted', 'w').write('here')",
    "scribbler": "open('/usr/planted', 'w').write('here')",
    "thief": "open(ROOT + '/gradebook.db', 'rb').read()",
    "forger": (
        "import sqlite3\nwith sqlite3.connect(ROOT + '/gradebook.db') as book:\n"
        "    book.execute('UPDATE grade_cells SET max_score = 0')"
    ),
    "caller": "import socket\nsocket.create_connection(('127.0.0.1', PORT), timeout=2)",
    "broadcaster": "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=2)",
    "patricide": "import os\nos.kill(os.getppid(), 9)",
    "massacre": "import os\nos.kill(-1, 9)",
    "deserter": "import os\nos._exit(7)",
    "daemon": (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(600)\n    os._exit(0)"
    ),
    "namespaces": "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
    "if libc.unshare(0x10000000):\n    raise OSError(ctypes.get_errno(), 'refused')",
}
"""What runs before the function that is asked for."""

CONTENT = {
    "not-json": b"{",
    "nul-bytes": b"\0" * 4096,
    "not-utf-8": b'{"cells": "\xff\xfe"}',
    "deep": b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
}
"""What the notebook's file holds instead of a notebook."""


def hand_in_code(root: Path, learner: str, port: int) -> None:
    """Hand in right code after code that does harm."""
    submit(root, learner, f"{RIGHT}\nROOT = {str(root)!r}\nPORT = {port}\n{CODE[learner]}")


def _change(alter: Callable[[dict[str, Any]], Any]) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        notebook = json.loads(path.read_text())
        alter(notebook)
        path.write_text(json.dumps(notebook))

    return change


def _schema(version: int) -> Callable[[dict[str, Any]], None]:
    def alter(notebook: dict[str, Any]) -> None:
        for cell in notebook["cells"]:
            if "nbgrader" in cell["metadata"]:
                cell["metadata"]["nbgrader"]["schema_version"] = version

    return alter


def _fifty_megabytes(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source = ("x" * 1023 + "\n") * 50 * 1024
    nbformat.write(notebook, path)


def _link_to_a_neighbour(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parents[2] / NEIGHBOUR / ASSIGNMENT / path.name)


NOSUCH = {"kernelspec": {"name": "nosuch", "display_name": "?"}}
SPOILT: dict[str, Callable[[Path], Any]] = {
    "too-new-format": _change(lambda notebook: notebook.update(nbformat=9)),
    "old-schema": _change(_schema(1)),
    "new-schema": _change(_schema(99)),
    "no-kernel": _change(lambda notebook: notebook.update(metadata={})),
    "unknown-kernel": _change(lambda notebook: notebook.update(metadata=NOSUCH)),
    "fifty-megabytes": _fifty_megabytes,
    "linked-file": lambda path: (path.parent / "passwd").symlink_to("/etc/passwd"),
    "linked-notebook": _link_to_a_neighbour,
    "piped": lambda path: os.mkfifo(path.parent / "pipe"),
    "line-breaks": lambda path: (path.parent / "a\nb.txt").write_text("odd"),
    "line\nbreak": lambda path: None,
}
"""What is done to right work, by the path of its notebook."""

CASES = (*CONTENT, *SPOILT, *CODE)


def hand_in(root: Path, learner: str, port: int) -> None:
    """Hand in one of the cases; ``port`` is where the test listens on loopback."""
    if learner in CODE:
        hand_in_code(root, learner, port)
    elif learner in CONTENT:
        submit(root, learner).write_bytes(CONTENT[learner])
    else:
        SPOILT[learner](submit(root, learner))

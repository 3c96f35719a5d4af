"""Sets each hostile submission before `attunement autograde` and plain nbgrader; writes the table.

`python docs/hostile_cases.py` does it for docs/autograding.md, `… thief forger` for these alone
and prints their rows. Nothing in the table is written by hand but what each case is.
"""

from __future__ import annotations

import re
import select
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).with_name("autograding.md")
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from code_course import ASSIGNMENT, make_code_course, submit  # noqa: E402 (the path comes first)
from gradebook_rows import gradebook_rows  # noqa: E402
from hostile_work import CASES, CODE, NEIGHBOUR, hand_in  # noqa: E402
from life_cycle import FULL_PATH, PROGRAMS  # noqa: E402

from docs.cage import run as run_in_cage  # noqa: E402

PORT = 61_234
FIRST, LAST = NEIGHBOUR, "zz-last"
"""Learners who do no harm, graded before and after."""
TIMEOUT = 12
"""Seconds that a cell may run, by nbgrader's own setting, for both."""
CONFIG = f"c.ExecutePreprocessor.timeout = {TIMEOUT}\nc.Execute.timeout = {TIMEOUT}\n"
LIMITS = {"time": 60, "memory": 400, "processes": 30, "output": 2, "disk": 40}
FULL = 5.5
BEGIN, END = "<!-- measured -->\n", "<!-- end -->\n"
HARMLESS = "harmless"
WHAT = {
    HARMLESS: "does no harm",
    "not-json": "is not JSON",
    "nul-bytes": "consists of NUL bytes",
    "not-utf-8": "is not UTF-8",
    "deep": "nests 100,000 lists",
    "too-new-format": "has a notebook format newer than any",
    "old-schema": "has nbgrader's schema version 1",
    "new-schema": "has nbgrader's schema version 99",
    "no-kernel": "names no kernel",
    "unknown-kernel": "names an unknown kernel",
    "fifty-megabytes": "has 50 MB",
    "linked-file": "comes with a link to /etc/passwd",
    "linked-notebook": "is a link to another learner's",
    "piped": "comes with a named pipe",
    "line-breaks": "comes with a file whose name has a line break",
    "line\nbreak": "is of a learner whose name has a line break",
    "endless": "loops without end",
    "stubborn": "loops without end and ignores interrupts",
    "fork-bomb": "is a fork bomb",
    "chatterbox": "prints 1 GB",
    "glutton": "asks for memory without end",
    "hoarder": "fills memory without end",
    "filler": "fills the disk without end",
    "escapist": "writes into the course root",
    "scribbler": "writes into /usr",
    "thief": "reads gradebook.db",
    "forger": "changes gradebook.db: all questions are worth 0",
    "caller": "opens a socket to a service on this machine",
    "broadcaster": "opens a socket to a machine elsewhere",
    "patricide": "kills the parent of its kernel",
    "massacre": "kills every process that it may",
    "deserter": "ends its own kernel",
    "daemon": "leaves a process behind",
    "namespaces": "asks for a user namespace, with an administrator's rights in it",
}
UNMEASURED = {"broadcaster", "namespaces"}
"""Not to be tried with plain nbgrader: the cage itself would answer."""


@dataclass
class Graded:
    """A course of three after one program graded it, and how that ended."""

    root: Path
    learner: str
    ended: dict[str, Any]
    before: set[str]

    def sentence(self) -> str:
        """What happened, in a few words."""
        return "; ".join(self._facts()) + "."

    def _facts(self) -> Iterator[str]:
        ended = self.ended
        if ended["stopped"]:
            yield f"**stopped by us after {ended['seconds']:.0f} s: {ended['stopped']}**"
        elif ended["code"] < 0:
            yield f"**the whole run was killed** (signal {-ended['code']})"
        yield from self._harm()
        yield self._own()
        yield self._others()

    def _harm(self) -> Iterator[str]:
        if any(path.endswith("/planted") for path in self._paths() - self.before):
            yield "**a file was written into the course root**"
        if any(cell["max_score"] == 0 for cell in self._rows()["grade_cells"]):
            yield "**the gradebook was changed**"
        if self.learner == "thief" and self._error() == "":
            yield "**the gradebook was read**"
        if self.ended["calls"]:
            yield "**the service was reached**"
        if self.learner == "namespaces" and self._error() == "":
            yield "**it was given one**"
        if self._graded("passwd").is_file() and not self._graded("passwd").is_symlink():
            yield "**/etc/passwd was copied into `autograded/`**"
        if self.learner == "linked-notebook" and self._scores(self.learner):
            yield "**the other's work was graded as its own**"
        if self.ended["left"]:
            yield "**a process was left running**"
        size = sum(path.stat().st_size for path in self._graded("").rglob("*") if path.is_file())
        if size > 10 << 20 and self.learner != "fifty-megabytes":
            yield f"**{size >> 20} MB were put into `autograded/`**"

    def _own(self) -> str:
        if not self._scores(self.learner):
            return "not graded"
        error = self._error()
        met = f", its code met {error}" if error else ""
        return f"graded, {self._points(self.learner):g} of {FULL:g} points{met}"

    def _others(self) -> str:
        lost = [name for name in (FIRST, LAST) if not self._scores(name)]
        if not lost and self._points(LAST) != FULL:
            return f"**whoever comes after it given {self._points(LAST):g} points**"
        when = {(): "the others graded", (LAST,): "**whoever comes after it not graded**"}
        return when.get(tuple(lost), "**nobody else graded**")

    def _error(self) -> str:
        """The error that the harmful cell ended with; empty where it ran through."""
        path = self._graded(f"{ASSIGNMENT}.ipynb")
        if self.learner not in CODE or not path.is_file():
            return ""
        cells = nbformat.read(path, as_version=4).cells
        found = [out for out in cells[1].get("outputs", []) if out.output_type == "error"]
        return f"`{found[0].ename}`" if found else ""

    def _points(self, learner: str) -> float:
        return sum(self._scores(learner))

    def _scores(self, learner: str) -> list[float]:
        """Automatic marks; none where it was not graded, or failed."""
        mine = f"submitted_notebook:submitted_assignment:assignment:{ASSIGNMENT}/{learner}/"
        grades = [one for one in self._rows()["grade"] if one["notebook_id"].startswith(mine)]
        return [one["auto_score"] for one in grades if one["auto_score"] is not None]

    def _rows(self) -> dict[str, list[dict[str, Any]]]:
        return gradebook_rows(f"sqlite:///{self.root}/gradebook.db")

    def _graded(self, name: str) -> Path:
        return self.root / "autograded" / self.learner / ASSIGNMENT / name

    def _paths(self) -> set[str]:
        return {str(path) for path in self.root.rglob("*")}


def fresh(base: Path) -> Path:
    """A course with two learners who do no harm."""
    root = make_code_course(base / "template", CONFIG)
    for learner in (FIRST, LAST):
        submit(root, learner)
    return root


def lay(root: Path, learner: str) -> None:
    """Hand in a case, or the work that does no harm."""
    if learner == HARMLESS:
        submit(root, learner)
    else:
        hand_in(root, learner, PORT)


def nbgraders(template: Path, learner: str) -> str:
    """What plain nbgrader does with one case, in the cage."""
    if learner in UNMEASURED:
        return "not tried"
    root = Path(shutil.copytree(template, template.with_name("theirs")))
    lay(root, learner)
    before = {str(path) for path in root.rglob("*")}
    words = [str(PROGRAMS / "nbgrader"), "autograde", ASSIGNMENT]
    graded = Graded(root, learner, run_in_cage(words, root, PORT, FULL_PATH), before)
    sentence = graded.sentence()
    shutil.rmtree(root)
    return sentence


def ours(template: Path, learners: Sequence[str]) -> dict[str, str]:
    """What `attunement autograde` does with all of them in one run, and reports."""
    root = Path(shutil.copytree(template, template.with_name("ours")))
    for learner in learners:
        lay(root, learner)
    before = {str(path) for path in root.rglob("*")}
    limits = [f"--limit={name}={value}" for name, value in LIMITS.items()]
    words = [str(PROGRAMS / "attunement"), "autograde", ASSIGNMENT, "--root", str(root), *limits]
    environment = {"PATH": FULL_PATH, "HOME": str(root.parent), "LANG": "C.UTF-8"}
    with socket.create_server(("127.0.0.1", PORT)) as listening:
        done = subprocess.run(
            words, env=environment, capture_output=True, text=True, check=False, timeout=900
        )
        calls = len(select.select([listening], [], [], 0)[0])
    ended = {"code": done.returncode, "stopped": None, "calls": calls, "left": 0}
    said = done.stdout + done.stderr
    print(said, file=sys.stderr)
    graded = [Graded(root, learner, ended, before) for learner in learners]
    return {one.learner: f"{one.sentence()} Report: {_report(said, one.learner)}" for one in graded}


def _report(said: str, learner: str) -> str:
    """Why it failed, else the first note on it; as code."""
    name = re.escape(learner.replace("\n", "\\n"))
    lines = re.findall(rf"^FAILED {name}: (.*)$", said, re.M)
    lines += re.findall(rf"^{name}: (.*)$", said, re.M)
    if not lines:
        return "nothing."
    line = re.sub(r"/\S*/ours\b", "…", lines[0]).replace("|", "\\|").replace("`", "'")
    return f"`{line}`" if len(line) < 130 else f"`{line[:120]} …`"


def main(names: Sequence[str]) -> None:
    """Measure all cases and write the table, or some and print their rows."""
    learners = [HARMLESS, *(names or CASES)]
    with tempfile.TemporaryDirectory(prefix="attunement-hostile-") as folder:
        base = Path(folder)
        base.chmod(0o755)
        template = fresh(base)
        here = ours(template, learners)
        rows = []
        for one in learners:
            rows.append(f"| {WHAT[one]} | {here[one]} | {nbgraders(template, one)} |")
            print(rows[-1], flush=True)
            if one == HARMLESS and rows[0].count("graded, 5.5 of 5.5 points; the others gr") != 2:
                raise RuntimeError("what does no harm is to be graded by both")
    if not names:
        text = PAGE.read_text()
        head, tail = text.partition(BEGIN)[0], text.partition(END)[2]
        PAGE.write_text(head + BEGIN + _table(rows) + END + tail)


def _table(rows: list[str]) -> str:
    heads = (
        "| The notebook … | `attunement autograde` | plain `nbgrader autograde` |\n|---|---|---|\n"
    )
    bubblewrap = subprocess.run(["bwrap", "--version"], capture_output=True, text=True, check=True)
    about = (
        f"Measured on {date.today():%d %B %Y} with nbgrader {version('nbgrader')}, "
        f"{bubblewrap.stdout.strip()} and Python {sys.version.split()[0]}.\n"
    )
    return f"{about}\n{heads}" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])

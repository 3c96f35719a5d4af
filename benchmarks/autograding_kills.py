"""kill -9 at random moments of autograding: how many resumed runs end otherwise than undisturbed.

A hundred times the program is started on a course of which nothing is graded, killed with all
its processes at a moment drawn from the time that it takes, looked at, and started again. Three
of four times the course has reflections, else code that is run in the sandbox.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.result import Result

KILLS = 100
REFLECTIONS = 120
"""Several of the writer's batches, so that a kill can fall between two of them."""
WORKERS = 2
OF_A_SUBMISSION = ("submitted_notebook", "grade", "comment")
Rows = dict[str, list[dict[str, Any]]]


@dataclass
class Kills:
    """How many runs were killed and resumed, and what was found to differ."""

    runs: int = 0
    killed: int = 0
    """Those that had not ended by themselves before."""
    broken_off: int = 0
    """Those of which some submissions were recorded when they were killed, and others not."""
    half_recorded: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.runs} runs, {self.killed} killed (some recorded, some not: "
            f"{self.broken_off}) and resumed, {len(self.half_recorded)} with a submission half "
            f"recorded, {len(self.different)} that ended otherwise"
        )


@dataclass
class Subject:
    """A course of which nothing is graded, and what it is to be like once it is graded."""

    assignment: str
    fresh: Path
    undisturbed: Path
    seconds: float
    rows: Rows


def autograding_kills() -> list[Result]:
    """A line for the table: the bound is none."""
    seed = random.randrange(10**6)  # noqa: S311  moments, no secrets
    found = kill_at_random(KILLS, seed, lambda now: print(f"seed {seed}: {now}", flush=True))
    for one in (*found.half_recorded, *found.different):
        print(one)
    wrong = len(found.different) + len(found.half_recorded)
    return [
        Result(
            f"autograding killed and resumed, {found.killed} runs: different from undisturbed",
            "runs",
            wrong,
            "the bound",
            0,
            "none",
            not wrong,
        )
    ]


def kill_at_random(runs: int, seed: int, say: Callable[[Kills], None] | None = None) -> Kills:
    """Until ``runs`` were killed before their end, and resumed; ``say`` is told after each."""
    drawn, found = random.Random(seed), Kills()  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="attunement-kills-") as folder:
        reflections, code = _reflections(Path(folder, "text")), _code(Path(folder, "code"))
        while found.killed < runs:
            subject = code if found.runs % 4 == 3 else reflections
            _kill_and_resume(subject, drawn.uniform(0, subject.seconds), found)
            if say:
                say(found)
    return found


def _kill_and_resume(subject: Subject, seconds: float, found: Kills) -> None:
    from gradebook_rows import gradebook_rows

    root = _copy(subject.fresh, "killed")
    found.runs += 1
    about = f"run {found.runs}, {subject.assignment}, killed after {seconds:.3f} s"
    found.killed += _grade(root, subject.assignment, seconds) == -signal.SIGKILL
    rows = gradebook_rows(_url(root))
    recorded = len(rows["submitted_assignment"])
    found.broken_off += 0 < recorded < len(subject.rows["submitted_assignment"])
    if _half(rows, subject.rows):
        found.half_recorded.append(about)
    code = _grade(root, subject.assignment)
    wrong = [f"exit status {code}"] if code else []
    wrong += _differences(root, subject)
    if wrong:
        found.different.append("\n".join([about, *wrong]))
    shutil.rmtree(root)


def _half(rows: Rows, whole: Rows) -> list[str]:
    """Recorded submissions that have other rows than they have in the end."""
    ids = [row["id"] for row in rows["submitted_assignment"]]
    return [id for id in ids if _of(rows, id) != _of(whole, id)]


def _of(rows: Rows, id: str) -> list[Any]:
    """All rows of one submission."""
    return [
        row
        for table in OF_A_SUBMISSION
        for row in rows[table]
        if f"{id}/" in str(row.get("id")) or f"{id}/" in str(row["notebook_id"])
    ]


def _differences(root: Path, subject: Subject) -> list[str]:
    """As the tests compare: every row, every graded file, every report, nothing left over."""
    from gradebook_rows import differences, gradebook_rows, graded_files

    found = differences(gradebook_rows(_url(root)), subject.rows)
    for step in ("autograded", "kept"):
        found += differences(graded_files(root, step), graded_files(subject.undisturbed, step))
    left = [one.name for one in (root / ".attunement").iterdir() if one.suffix != ".lock"]
    return found + [f"left over: {name}" for name in left]


# --- courses ---------------------------------------------------------------------------


def _reflections(base: Path) -> Subject:
    from code_course import generate
    from varied_submissions import hand_in

    from attunement_grading.build import build_root

    base.mkdir()
    build_root(base / "fresh", ["p2"], progress=lambda line: None)
    generate(base / "fresh", "p2")
    hand_in(base / "fresh", count=REFLECTIONS)
    return _graded("p2", base / "fresh")


def _code(base: Path) -> Subject:
    from code_course import ASSIGNMENT, FAILS, HONEST, make_code_course, submit

    make_code_course(base / "fresh")
    for learner, code in HONEST.items():
        if learner not in FAILS:
            submit(base / "fresh", learner, code)
    return _graded(ASSIGNMENT, base / "fresh")


def _graded(assignment: str, fresh: Path) -> Subject:
    """With the course as a run leaves it that nobody disturbs, and how long that takes."""
    from gradebook_rows import gradebook_rows

    root = _copy(fresh, "undisturbed")
    began = time.monotonic()
    if code := _grade(root, assignment):
        raise RuntimeError(f"an undisturbed run ended with {code}")
    seconds = time.monotonic() - began
    return Subject(assignment, fresh, root, seconds, gradebook_rows(_url(root)))


def _copy(root: Path, name: str) -> Path:
    return Path(shutil.copytree(root, root.with_name(name), symlinks=True))


def _url(root: Path) -> str:
    return f"sqlite:///{root}/gradebook.db"


def _grade(root: Path, assignment: str, kill_after: float | None = None) -> int:
    """Run the program; its exit status, or -9 where it was killed with its whole group."""
    from life_cycle import FULL_PATH, PROGRAMS

    words = ["autograde", assignment, "--root", str(root), f"--workers={WORKERS}"]
    run = subprocess.Popen(
        [str(PROGRAMS / "attunement"), *words],
        env={"PATH": FULL_PATH, "HOME": str(root.parent), "LANG": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with suppress(subprocess.TimeoutExpired):
        return run.wait(kill_after)
    os.killpg(run.pid, signal.SIGKILL)
    return run.wait()

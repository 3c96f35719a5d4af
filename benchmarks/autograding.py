"""`attunement autograde` beside `nbgrader autograde` on the same submissions, and ours at scale.

The peer grades once, ours once before it and once or more after, so that whatever else the
machine does weighs on both. What a run takes beyond its start-up is the difference to a run
that grades one submission of the same course.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from itertools import islice
from pathlib import Path

from benchmarks.process_tree import Spent, spent_by
from benchmarks.result import Result

REFLECTION, CODE = "p2", "hw1"
TEMPLATES = 40
"""Submissions that are made; all others are copies of these."""
SIZES = (200, 1000, 5000)
ROUNDS = {1: 5, 200: 5, 1000: 2, 5000: 1}
"""How often each size is graded; the smaller, the more the machine's whims weigh."""
REFUSED = ("split", "rename_the_answer")
"""Kinds of work that nbgrader refuses without this kit's settings."""
EXECUTED = 24
MOST_MS = 10.0
TEXT_TIMES, EXECUTED_TIMES = 40.0, 4.0
FLAT = 1.15
"""How much more a submission of the largest course may take than one of the smallest."""
PEER = "nbgrader"
CONFIG = "nbgrader_config.py"
PLAIN = """
c = get_config()
c.CourseDirectory.root = __file__.rpartition("/")[0]
c.CourseDirectory.course_id = "attunement"
"""
"""What a course root of nbgrader's own says."""


def autograding() -> list[Result]:
    """Text alone, code that is run in the sandbox, and courses of growing size."""
    with tempfile.TemporaryDirectory(prefix="attunement-bench-") as folder:
        base = Path(folder)
        return [*_executed(base / "code"), *_text_only(base / "text"), *_growing(base / "growing")]


def _text_only(base: Path) -> list[Result]:
    """On a course root as nbgrader makes it, and on one with this kit's settings.

    With the latter nbgrader starts no kernel for text either: what is left is the rest of it.
    """
    root = _reflections(base, SIZES[0], without=REFUSED)
    kit = _beside_nbgrader(root, REFLECTION)
    (root / CONFIG).write_text(PLAIN)
    plain = _beside_nbgrader(root, REFLECTION)
    what = f"{SIZES[0]} reflections autograded, start-up included"
    return [
        _faster(what, plain, TEXT_TIMES, f"at least {TEXT_TIMES:.0f} times faster"),
        _faster(f"{what}, by this kit's settings", kit, 1, "faster"),
    ]


def _executed(base: Path) -> list[Result]:
    from code_course import FAILS, HONEST, make_code_course, submit

    root = make_code_course(base / "course")
    work = [one for one in HONEST.items() if one[0] not in FAILS]
    for number in range(EXECUTED):
        name, code = work[number % len(work)]
        submit(root, f"{name}-{number}", code)
    ours, peers = _beside_nbgrader(root, CODE)
    sandbox = re.findall("^sandbox: (.*)$", ours.said, re.M)
    what = f"{EXECUTED} assignments run and autograded, in {', '.join(sandbox) or 'NO SANDBOX'}"
    bound = f"at least {EXECUTED_TIMES:.0f} times faster, isolated"
    line = _faster(what, (ours, peers), EXECUTED_TIMES, bound)
    return [replace(line, within=line.within and bool(sandbox))]


def _beside_nbgrader(root: Path, assignment: str) -> tuple[Spent, Spent]:
    """Ours, the least of three runs, and nbgrader's."""
    ours = [_ours(root, assignment)]
    peers = _graded(root, "nbgrader", "autograde", assignment)
    ours += [_ours(root, assignment) for _ in range(2)]
    return _least(ours), peers


def _faster(what: str, spent: tuple[Spent, Spent], times: float, bound: str) -> Result:
    ours, peers = (one.seconds for one in spent)
    return Result(what, "s", ours, PEER, peers, bound, ours * times <= peers)


def _growing(base: Path) -> list[Result]:
    """Time and memory at each size: rounds take turns, so that a busy minute weighs on all."""
    roots = {size: _reflections(base / str(size), size) for size in SIZES}
    one = ("--student", sorted(path.name for path in (roots[200] / "submitted").iterdir())[0])
    found: dict[int, list[Spent]] = {size: [] for size in ROUNDS}
    for number in range(max(ROUNDS.values())):
        for size, rounds in ROUNDS.items():
            if number < rounds:
                alone = one if size == 1 else ()
                found[size].append(_ours(roots[max(size, SIZES[0])], REFLECTION, *alone))
    start = _least(found[1])
    wall = {n: (_least(found[n]).seconds - start.seconds) / (n - 1) * 1000 for n in SIZES}
    work = {n: (_least(found[n]).processor - start.processor) / (n - 1) * 1000 for n in SIZES}
    memory = {n: max(spent.memory for spent in found[n]) for n in SIZES}
    return [
        *(_quick(size, wall[size]) for size in SIZES),
        *(_flat(n, "processor time a reflection", "ms", work) for n in SIZES[1:]),
        *(_flat(n, "peak memory (PSS, all processes)", "MB", memory) for n in SIZES[1:]),
    ]


def _quick(size: int, milliseconds: float) -> Result:
    return Result(
        f"a reflection of {size}, beyond start-up",
        "ms",
        milliseconds,
        "the bound",
        MOST_MS,
        f"at most {MOST_MS:.0f} ms",
        milliseconds <= MOST_MS,
    )


def _flat(size: int, what: str, unit: str, found: dict[int, float]) -> Result:
    """A figure of a large course beside the smallest's."""
    return Result(
        f"{what}, {size} reflections",
        unit,
        found[size],
        f"ours, {SIZES[0]}",
        found[SIZES[0]],
        f"at most {FLAT} times that of {SIZES[0]}",
        found[size] <= FLAT * found[SIZES[0]],
    )


# --- courses ---------------------------------------------------------------------------


def _reflections(base: Path, count: int, without: tuple[str, ...] = ()) -> Path:
    """A course root with ``count`` submissions of p2: varied ones, and copies of these."""
    from code_course import generate
    from varied_submissions import hand_in

    from attunement_grading.build import build_root

    root = base / "course"
    base.mkdir(parents=True)
    build_root(root, [REFLECTION], progress=lambda line: None)
    generate(root, REFLECTION)
    submitted = root / "submitted"
    names = [name for name in hand_in(root, REFLECTION, TEMPLATES) if not name.startswith(without)]
    for other in {path.name for path in submitted.iterdir()} - set(names):
        shutil.rmtree(submitted / other)
    copies = (f"{name}-{number}" for number in range(count) for name in names)
    for copy in islice(copies, count - len(names)):
        shutil.copytree(submitted / copy.rpartition("-")[0], submitted / copy)
    return root


def _ours(root: Path, assignment: str, *words: str) -> Spent:
    spent = _graded(root, "attunement", "autograde", assignment, "--root", str(root), *words)
    if "0 failed, 0 unchanged" not in spent.said:
        raise RuntimeError(f"not everything was graded:\n{spent.said[-2000:]}")
    return spent


def _graded(root: Path, *words: str) -> Spent:
    """Grade a course of which nothing is graded, and undo it."""
    from life_cycle import FULL_PATH, PROGRAMS

    program, *rest = words
    fresh = root.with_name("fresh.db")
    shutil.copy(root / "gradebook.db", fresh)
    environment = {"PATH": FULL_PATH, "HOME": str(root.parent), "LANG": "C.UTF-8"}
    try:
        spent = spent_by([str(PROGRAMS / program), *rest], root, environment)
    finally:
        for made in ("autograded", "kept", ".attunement"):
            shutil.rmtree(root / made, ignore_errors=True)
        shutil.copy(fresh, root / "gradebook.db")
    if spent.code:
        raise RuntimeError(f"{program} ended with {spent.code}:\n{spent.said[-2000:]}")
    return spent


def _least(spent: list[Spent]) -> Spent:
    """The run that was disturbed least: what else the machine does only ever adds."""
    return min(spent, key=lambda one: one.seconds)

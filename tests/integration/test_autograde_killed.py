"""A run that is killed, at whatever point, is taken up by the next as if nothing had been."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from code_course import RIGHT, generate, make_code_course, submit
from gradebook_rows import differences, gradebook_rows, graded_files
from life_cycle import FULL_PATH, PROGRAMS
from sqlalchemy.orm import Session
from varied_submissions import hand_in

from attunement_grading.autograding import aside
from attunement_grading.autograding.engine import run_task
from attunement_grading.autograding.nursery.lockdown import Limits
from attunement_grading.autograding.report import Watch
from attunement_grading.autograding.task import AUTOGRADING
from attunement_grading.autograding.this_machine import ThisMachine
from attunement_grading.build import build_root
from attunement_grading.course_root import load_course

pytestmark = pytest.mark.integration
COUNT = 8
STEPS = range(1, 60, 4)
"""At which of the steps that change something on disk the run dies; 60 is beyond the last."""
SEED = 20260301
KILLS = 4


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with work handed in and nothing graded."""
    root = tmp_path_factory.mktemp("killed") / "fresh"
    build_root(root, ["p2"], progress=lambda line: None)
    generate(root, "p2")
    hand_in(root, count=COUNT)
    return root


@pytest.fixture(scope="module")
def undisturbed(fresh: Path) -> Path:
    """The same after a run that nobody disturbed."""
    root = copy_of(fresh, "undisturbed")
    assert in_a_child(lambda: grade(root)) == 0
    return root


def copy_of(root: Path, name: str) -> Path:
    return Path(shutil.copytree(root, root.with_name(name), symlinks=True))


def grade(root: Path, force: bool = False) -> None:
    course = load_course(root)
    place = ThisMachine(workers=1, limits=Limits())
    report = run_task(AUTOGRADING, course, "p2", place, force=force, watch=Watch())
    assert not report.failed


def in_a_child(work: Callable[[], None]) -> int:
    """Run in a process of its own; how it ended."""
    process = os.fork()
    if process == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def die_at(step: int) -> None:
    """Let this process kill itself before the nth change on disk that it is about to make."""
    left, us = [step], os.getpid()

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*arguments: Any, **named: Any) -> Any:
            if os.getpid() == us:
                left[0] -= 1
                if left[0] == 0:
                    os.kill(us, signal.SIGKILL)
            return call(*arguments, **named)

        return wrapper

    Session.commit = counted(Session.commit)  # type: ignore[method-assign]
    for name in ("rename", "replace", "unlink", "mkdir"):
        setattr(Path, name, counted(getattr(Path, name)))
    shutil.rmtree = counted(shutil.rmtree)  # type: ignore[assignment]


def assert_equal(root: Path, other: Path) -> None:
    rows = [gradebook_rows(f"sqlite:///{one}/gradebook.db") for one in (root, other)]
    assert differences(*rows) == []
    for step in ("autograded", "kept"):
        assert differences(graded_files(root, step), graded_files(other, step)) == []
    assert [one.name for one in (root / ".attunement").iterdir()] == ["autograde.lock"]


def assert_none_is_half_recorded(root: Path) -> None:
    """Each submission has all its rows and grades, or none."""
    rows = gradebook_rows(f"sqlite:///{root}/gradebook.db")
    recorded = {row["id"] for row in rows["submitted_assignment"]}
    for one in recorded:
        mine = [row for row in rows["grade"] if one in row["notebook_id"]]
        assert len(mine) == 6
        assert [
            row["auto_score"] for row in mine if row["cell_id"].endswith("answer/GradeCell")
        ] == [0]


@pytest.mark.parametrize("step", STEPS)
def test_killed_before_a_step_it_is_taken_up(step: int, fresh: Path, undisturbed: Path) -> None:
    root = copy_of(fresh, f"step-{step}")
    ended = in_a_child(lambda: (die_at(step), grade(root))[1])
    assert ended in (0, -signal.SIGKILL)
    assert_none_is_half_recorded(root)
    assert in_a_child(lambda: grade(root)) == 0
    assert_equal(root, undisturbed)
    shutil.rmtree(root)


@pytest.mark.parametrize("step", range(4, 60, 13))
def test_killed_while_it_grades_again_it_is_taken_up(step: int, undisturbed: Path) -> None:
    root = copy_of(undisturbed, f"again-{step}")
    in_a_child(lambda: (die_at(step), grade(root, force=True))[1])
    assert_none_is_half_recorded(root)
    assert in_a_child(lambda: grade(root)) == 0
    assert_equal(root, undisturbed)


def test_killed_from_outside_at_random_it_is_taken_up(fresh: Path, undisturbed: Path) -> None:
    """The program itself, killed with -9 some time after it began to grade."""
    chance = random.Random(SEED)
    root = copy_of(fresh, "random")
    for _ in range(KILLS):
        kill_some_time_after_the_start(root, chance.uniform(0, 0.3))
        assert_none_is_half_recorded(root)
    assert in_a_child(lambda: grade(root)) == 0
    assert_equal(root, undisturbed)


def kill_some_time_after_the_start(root: Path, seconds: float) -> None:
    run = begun(root, "p2")
    time.sleep(seconds)
    run.kill()
    run.communicate()


def begun(root: Path, assignment: str, *options: str) -> subprocess.Popen[str]:
    """The program, which has seen what there is to do."""
    words = ["autograde", assignment, "--root", str(root), "--json", *options]
    run = subprocess.Popen(
        [str(PROGRAMS / "attunement"), *words],
        stdout=subprocess.PIPE,
        text=True,
        env={"PATH": FULL_PATH, "HOME": str(root.parent)},
    )
    assert run.stdout is not None
    assert json.loads(run.stdout.readline())["event"] == "planned"
    return run


@pytest.mark.parametrize("how", ["--sandbox=bubblewrap", "--sandbox=namespaces", "--unsandboxed"])
def test_what_a_killed_run_runs_ends_with_it_and_the_next_need_not_wait(
    how: str, tmp_path: Path
) -> None:
    """Even in the middle of a learner's endless cell."""
    root = make_code_course(tmp_path / "course")
    submit(root, "endless", f"while True:\n    pass\n{RIGHT}")
    with begun(root, "hw1", how) as run:
        inside = kernel_of(run)
        run.kill()
    psutil.wait_procs(inside, timeout=3)
    assert [one for one in inside if one.is_running()] == []
    shutil.rmtree(root / "submitted/endless")
    submit(root, "quick")
    with begun(root, "hw1", how) as run:
        said, _ = run.communicate(timeout=60)
    assert run.returncode == 0, said


def kernel_of(run: subprocess.Popen[str]) -> list[psutil.Process]:
    """The run's processes, once one of them has begun to compute without end."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        inside = psutil.Process(run.pid).children(recursive=True)
        if any(busy(one) for one in inside):
            return inside
        time.sleep(0.1)
    raise AssertionError("no learner's code was run")


def busy(process: psutil.Process) -> bool:
    """Whether it is a kernel, which stands back for others, and has computed for a second."""
    try:
        return process.nice() > 0 and process.cpu_times().user > 1
    except psutil.NoSuchProcess:
        return False


def test_one_run_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "PATIENCE", 0.2)
    with aside.one_run_at_a_time(tmp_path, "autograded"):
        second = aside.one_run_at_a_time(tmp_path, "autograded")
        with pytest.raises(aside.Busy, match="another run is grading here; wait for it, or stop"):
            second.__enter__()
    with aside.one_run_at_a_time(tmp_path, "autograded") as folder:
        assert folder.is_dir()


def test_a_submission_that_changed_is_seen_by_its_content(undisturbed: Path) -> None:
    """Not its timestamp, and the one that did not change is left alone."""
    root = copy_of(undisturbed, "changed")
    learner = sorted(path.name for path in (root / "submitted").iterdir())[1]
    path = root / "submitted" / learner / "p2/p2.ipynb"
    path.write_text(path.read_text().replace("Write your reflection here", "I have written"))
    before = {one: one.stat().st_mtime_ns for one in (root / "autograded").rglob("p2.ipynb")}
    assert in_a_child(lambda: grade(root)) == 0
    after = {one: one.stat().st_mtime_ns for one in (root / "autograded").rglob("p2.ipynb")}
    changed = [one.parts[-3] for one in after if after[one] != before[one]]
    assert changed == [learner]

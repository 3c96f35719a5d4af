"""Grading on a Dask cluster, and into a real PostgreSQL: nbgrader's rows all the same."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from code_course import ASSIGNMENT, FAILS, generate, hand_in_honest_work, make_code_course
from dask_cluster import two_workers
from gradebook_rows import differences, gradebook_rows, graded_files
from life_cycle import FULL_PATH, PROGRAMS, Finished, run
from postgresql import postgresql
from sqlalchemy import create_engine, text
from varied_submissions import hand_in

from attunement_grading.build import build_root

pytestmark = pytest.mark.integration
COUNT = 14
PATIENCE = 500


def attunement(root: Path, *words: str) -> Finished:
    where = {"folder": root.parent, "home": root.parent, "patience": PATIENCE}
    return run("attunement", "autograde", *words, "--root", str(root), **where)


def rows(root: Path) -> Any:
    return gradebook_rows(f"sqlite:///{root}/gradebook.db")


@pytest.fixture(scope="module")
def reflections(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("many") / "fresh"
    build_root(root, ["p2"], progress=lambda line: None)
    generate(root, "p2")
    hand_in(root, count=COUNT)
    return root


@pytest.fixture(scope="module")
def here(reflections: Path) -> Path:
    """Graded on this machine, which test_autograde.py holds equal to nbgrader."""
    root = Path(shutil.copytree(reflections, reflections.with_name("here")))
    done = attunement(root, "p2")
    assert done.code == 0, done.said
    return root


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with two_workers() as cluster:
        yield cluster


def test_two_dask_workers_give_the_same_rows_and_files(
    reflections: Path, here: Path, cluster: Any
) -> None:
    root = Path(shutil.copytree(reflections, reflections.with_name("dask")))
    done = attunement(root, "p2", "--scheduler", cluster.scheduler_address)
    assert done.code == 0, done.said
    assert differences(rows(here), rows(root)) == []
    for step in ("autograded", "kept"):
        assert differences(graded_files(here, step), graded_files(root, step)) == []


def test_code_runs_in_the_workers_sandbox(tmp_path: Path, cluster: Any) -> None:
    root = make_code_course(tmp_path / "fresh")
    hand_in_honest_work(root)
    twin = Path(shutil.copytree(root, tmp_path / "dask"))
    said = [
        attunement(root, ASSIGNMENT).said,
        attunement(twin, ASSIGNMENT, "--scheduler", cluster.scheduler_address).said,
    ]
    for one in said:
        assert "sandbox: bubblewrap" in one
        assert all(f"FAILED {learner}: its code ended its own kernel" in one for learner in FAILS)
    assert differences(rows(root), rows(twin)) == []
    assert differences(graded_files(root), graded_files(twin)) == []


def test_a_worker_that_is_killed_loses_nothing_and_nothing_is_graded_twice(
    reflections: Path, here: Path, cluster: Any
) -> None:
    root = Path(shutil.copytree(reflections, reflections.with_name("dies")))
    words = ["autograde", "p2", "--root", str(root), "--json"]
    environment = {"PATH": FULL_PATH, "HOME": str(root.parent)}
    grading = subprocess.Popen(
        [str(PROGRAMS / "attunement"), *words, "--scheduler", cluster.scheduler_address],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert grading.stdout is not None
    assert json.loads(grading.stdout.readline())["event"] == "planned"
    victim = kill_a_busy_worker(cluster)
    events = [json.loads(line) for line in grading.communicate(timeout=PATIENCE)[0].splitlines()]
    assert victim
    assert grading.returncode == 0
    graded = Counter(one["learner"] for one in events if one["event"] == "graded")
    assert set(graded.values()) == {1}
    assert len(graded) == COUNT
    assert differences(rows(here), rows(root)) == []
    assert differences(graded_files(here), graded_files(root)) == []


def kill_a_busy_worker(cluster: Any) -> int:
    """Kill one of the workers while it has something to do; its process."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for worker in cluster.scheduler.workers.values():
            if worker.processing and worker.nanny:
                nanny: Any = next(
                    n for n in cluster.workers.values() if n.worker_address == worker.address
                )
                os.kill(nanny.pid, signal.SIGKILL)
                return int(nanny.pid)
        time.sleep(0.01)
    return 0


def test_a_missing_package_is_answered_with_the_command_that_installs_it(
    reflections: Path, tmp_path: Path
) -> None:
    """In a process in which `distributed` cannot be imported."""
    root = Path(shutil.copytree(reflections, tmp_path / "root"))
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from attunement_course.cli import main; main()"
    )
    words = ["autograde", "p2", "--root", str(root), "--scheduler", "tcp://127.0.0.1:1"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "pip install 'attunement-grading[cluster]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_postgresql_has_the_rows_that_plain_nbgrader_writes_there(
    reflections: Path, here: Path
) -> None:
    with postgresql() as server:
        roots = {name: on_postgresql(reflections, server, name) for name in ("theirs", "ours")}
        words = {"folder": roots["theirs"], "home": reflections.parent, "patience": PATIENCE}
        theirs = run("nbgrader", "autograde", "p2", path=FULL_PATH, **words)
        assert theirs.code == 0, theirs.said
        ours = attunement(roots["ours"], "p2")
        assert ours.code == 0, ours.said
        again = attunement(roots["ours"], "p2", "--force")
        assert f"{COUNT} graded, 0 failed" in again.said
        found = [gradebook_rows(f"{server}/{name}") for name in roots]
        assert differences(*found) == []
        assert differences(rows(here), found[1]) == []
    assert differences(*(graded_files(root) for root in roots.values())) == []


def on_postgresql(fresh: Path, server: str, name: str) -> Path:
    """A copy of the course whose gradebook is a database of the server's."""
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    root = Path(shutil.copytree(fresh, fresh.with_name(f"on-{name}")))
    (root / "gradebook.db").unlink()
    with (root / "nbgrader_config.py").open("a") as config:
        config.write(f"\nc.CourseDirectory.db_url = {f'{server}/{name}'!r}\n")
    shutil.rmtree(root / "release")
    generate(root, "p2")
    return root

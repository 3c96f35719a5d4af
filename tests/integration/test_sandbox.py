"""The sandbox itself: what is shown is seen wherever it lies, and read only."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from attunement_grading.autograding import sandbox
from attunement_grading.autograding.nursery.files import wipe
from attunement_grading.autograding.nursery.lockdown import Limits
from attunement_grading.autograding.sandbox import BASE, environment, find_sandbox, python

pytestmark = pytest.mark.integration
LOOK = """
from pathlib import Path
shown = Path({shown!r})
print(shown.read_text(), end="")
try:
    shown.write_text("changed")
except OSError as error:
    print(type(error).__name__)
print(sorted(one.name for one in shown.parent.parent.iterdir()))
"""


def test_workers_and_runs_side_by_side_have_users_of_their_own(monkeypatch):
    """The bound on processes counts a user's processes wherever they are."""
    monkeypatch.setattr(sandbox.os, "geteuid", lambda: 0)
    users = []
    for number in range(8):
        monkeypatch.setattr(sandbox.os, "getpid", lambda number=number: 30_000 + number)
        users += [sandbox._user(number), sandbox._user(0)]
    assert len(set(users)) == 15  # the first worker's is asked for twice
    assert all(61_184 <= user <= 65_519 for user in users)


def test_wiping_leaves_what_is_mounted_and_nothing_else(tmp_path: Path):
    """What is shown may lie below the folder that is emptied after each submission."""
    shown = tmp_path / "a" / "b" / "shown"
    left = (tmp_path / "left", tmp_path / "a" / "left", tmp_path / "a" / "b" / "left", shown)
    for folder in left:
        (folder / "deep").mkdir(parents=True)
        (folder / "deep" / "words.txt").write_text("kept or not")
    (tmp_path / "left" / "deep").chmod(0o500)
    wipe(tmp_path, frozenset({shown}))
    found = [str(one.relative_to(tmp_path)) for one in sorted(tmp_path.rglob("*.txt"))]
    assert found == ["a/b/shown/deep/words.txt"]
    wipe(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def below_base() -> Iterator[Path]:
    with TemporaryDirectory(dir=BASE) as folder:
        yield Path(folder)


@pytest.mark.parametrize("kind", ["bubblewrap", "namespaces"])
def test_what_is_shown_may_lie_where_the_sandbox_has_its_own_folder(kind: str, below_base: Path):
    """As this Python does, where somebody tries the course out in the folder for passing things."""
    shown, beside = below_base / "shown", below_base / "secret"
    for folder in (shown, beside):
        folder.mkdir()
        (folder / "words.txt").write_text("seen\n")
    sandbox = find_sandbox([], [shown], wanted=kind)
    code = LOOK.format(shown=str(shown / "words.txt"))
    words = sandbox.wrap(python("-c", code), Limits(), 0)
    done = subprocess.run(words, env=environment(), capture_output=True, text=True, check=True)
    seen, refused, there = done.stdout.splitlines()
    assert seen == "seen"
    assert refused in ("OSError", "PermissionError")
    assert there == "['shown']"
    assert (shown / "words.txt").read_text() == "seen\n"

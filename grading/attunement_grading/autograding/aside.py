"""Graded files: written aside, and put in place by renaming once the gradebook has the grades.

The folder aside lies in the course root, so that renaming is one step. Each submission has a
folder in it, named by a token that its row in the database carries too: after a run was killed,
a token that the database knows means that the files are still to be put in place, any other
that the submission was not recorded at all.
"""

from __future__ import annotations

import errno
import fcntl
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

FOLDER = ".attunement"
LOCK = "autograde.lock"
REPLACED = "replaced"
GONE = ".gone"
PATIENCE = 3.0
"""Seconds for the processes of a run that was killed to follow it: they hold its lock as well."""


class Busy(RuntimeError):
    """Another run is at work in this course root."""


@contextmanager
def one_run_at_a_time(root: Path, step: str) -> Iterator[Path]:
    """Hold the course root for this run; yields the folder aside for a step. Raises Busy."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    with (folder / LOCK).open("a+") as lock:
        if not _locked(lock):
            raise Busy(f"{root}: another run is grading here; wait for it, or stop it")
        aside = folder / step
        aside.mkdir(exist_ok=True)
        yield aside


def _locked(lock: IO[str]) -> bool:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        else:
            return True


def new_token() -> str:
    """A name for one submission's folder aside."""
    return uuid.uuid4().hex


def put_in_place(place: Path, graded: Path, root: Path, target: Path) -> None:
    """Move what one submission's grading left in ``place`` to where it belongs.

    ``graded`` is the folder of graded files below ``place``, which replaces ``target`` as a
    whole; every other file goes to the same path below ``root``, save one whose name ends in
    GONE: it says that there is to be none. Interrupted anywhere, it can be called again.
    """
    if graded.exists():
        _replace(graded, target, place / REPLACED)
    for path in sorted(place.rglob("*")):
        rest = path.relative_to(place)
        if path.is_file() and rest.parts[0] != REPLACED:
            _move(path, root / rest)
    shutil.rmtree(place)


def _move(path: Path, target: Path) -> None:
    if path.name.endswith(GONE):
        target.with_name(target.name.removesuffix(GONE)).unlink(missing_ok=True)
        path.unlink()
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def remove(target: Path, aside: Path) -> None:
    """Remove a graded folder in one step."""
    if target.exists():
        trash = aside / new_token()
        _rename(target, trash)
        shutil.rmtree(trash)


def _replace(new: Path, old: Path, trash: Path) -> None:
    if old.exists():
        shutil.rmtree(trash, ignore_errors=True)
        _rename(old, trash)
    else:
        old.parent.mkdir(parents=True, exist_ok=True)
        _like(new.parent, old.parent)
    _rename(new, old)


def _rename(path: Path, target: Path) -> None:
    """Rename, or where the course spans two disks, copy beside the target and rename that."""
    try:
        path.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = target.with_name(f".{target.name}-{new_token()}")
        shutil.copytree(path, near)
        near.rename(target)
        shutil.rmtree(path)


def _like(model: Path, folder: Path) -> None:
    """Give a folder the permissions of another: nbgrader shares it with a group where asked."""
    mode = model.stat().st_mode & 0o7777
    if folder.stat().st_mode & 0o7777 != mode:
        folder.chmod(mode)

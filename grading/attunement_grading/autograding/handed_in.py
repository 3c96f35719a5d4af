"""What lies in a submission's folder, looked at without being trusted.

nbgrader follows links and copies whatever it meets: a link to /etc/passwd brings that file into
the course, and a named pipe brings the run to a stop. Only regular files count here, and links
to such files within the submission itself.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .words import plain

CHUNK = MB = 1 << 20
LARGE = 20 * MB


class CannotGrade(Exception):
    """A submission cannot be graded; the text is one line that says why."""


@dataclass(frozen=True)
class LeftOut:
    """Something in the folder that is not taken in, and why."""

    path: Path
    why: str

    def __str__(self) -> str:
        return f"{plain(str(self.path))} {self.why}"


@dataclass
class HandedIn:
    """A submission's folder: its files by relative path, and what is left out."""

    folder: Path
    files: list[Path] = field(default_factory=list)
    links: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    size: int = 0

    @property
    def clean(self) -> bool:
        """Whether every entry is a regular file, so that the folder can be used as it is."""
        return not self.links and not self.left_out

    @property
    def notebooks(self) -> list[str]:
        """Names of the notebooks at the top of the folder."""
        top = (path for path in [*self.files, *self.links] if path.parent == Path())
        return sorted(path.stem for path in top if path.suffix == ".ipynb")

    def refuse_linked_notebooks(self) -> None:
        """CannotGrade where a notebook is not the learner's own file."""
        for one in self.left_out:
            if one.path.suffix == ".ipynb":
                raise CannotGrade(str(one))

    def remarks(self) -> list[str]:
        """What somebody should know of: all that is left out, and what is odd."""
        found = [str(one) for one in self.left_out]
        found += [
            f"{plain(str(path))!r} has a line break or the like in its name"
            for path in self.files
            if not str(path).isprintable()
        ]
        if self.size > LARGE:
            found.append(f"is {self.size / MB:.0f} MB in all")
        return found

    def digest(self) -> str:
        """SHA-256 over all names and contents, by which a changed submission is seen."""
        total = hashlib.sha256()
        for path in sorted([*self.files, *self.links]):
            one = hashlib.sha256(os.fsencode(path))
            with (self.folder / path).open("rb") as file:
                while chunk := file.read(CHUNK):
                    one.update(chunk)
            total.update(one.digest())
        return total.hexdigest()

    def copy_to(self, folder: Path) -> None:
        """A copy of what counts: links become the files that they lead to."""
        for path in [*self.files, *self.links]:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / path, folder / path)


def look_at(folder: Path) -> HandedIn:
    """List a submission's folder. Links to folders are not followed, as in nbgrader."""
    found = HandedIn(folder)
    for entry in _entries(folder):
        path = Path(entry.path).relative_to(folder)
        info = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(info.st_mode):
            found.files.append(path)
            found.size += info.st_size
        elif stat.S_ISLNK(info.st_mode):
            _look_at_link(found, path)
        else:
            found.left_out.append(LeftOut(path, "is not a file (a pipe, socket or device)"))
    return found


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Everything below a folder but the folders themselves."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path))
            else:
                yield entry


def _look_at_link(found: HandedIn, path: Path) -> None:
    base = found.folder.resolve()
    target = Path(os.path.realpath(found.folder / path))
    if target.is_dir():
        return
    if not target.is_file():
        found.left_out.append(LeftOut(path, "is a link that leads nowhere"))
    elif not target.is_relative_to(base):
        found.left_out.append(LeftOut(path, f"is a link to {plain(str(target))}, outside"))
    else:
        found.links.append(path)
        found.size += target.stat().st_size

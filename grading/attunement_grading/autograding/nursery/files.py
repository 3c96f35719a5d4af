"""A folder's regular files, packed into one run of bytes and unpacked again.

Neither side trusts the other's names: a path stays below the folder, and links, pipes and
devices are neither packed nor made.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

MOST_FILES = 10_000
Listing = list[tuple[str, int]]
"""Path below the folder, and size in bytes, of each file."""


class TooMuch(ValueError):
    """A folder holds more than may be taken out of it."""


def pack(
    folder: Path, most: int, known: dict[str, str] | None = None
) -> tuple[Listing, list[str], bytes]:
    """The files of a folder but for those whose content is ``known`` by its SHA-256.

    Returns the listing, the known files that are gone, and all contents one after the other.
    Raises TooMuch beyond ``most`` bytes or MOST_FILES files.
    """
    known = known or {}
    listing: Listing = []
    parts: list[bytes] = []
    seen: set[str] = set()
    for path in _regular(folder):
        name = path.relative_to(folder).as_posix()
        seen.add(name)
        content = path.read_bytes()
        if known.get(name) == digest(content):
            continue
        most -= len(content)
        if most < 0 or len(listing) >= MOST_FILES:
            raise TooMuch("left more files than may be kept")
        listing.append((name, len(content)))
        parts.append(content)
    return listing, sorted(known.keys() - seen), b"".join(parts)


def unpack(listing: Listing, payload: bytes, folder: Path) -> dict[str, str]:
    """Write files below a folder; the SHA-256 of each. ValueError for a path that leads out."""
    digests: dict[str, str] = {}
    at = 0
    for name, size in listing:
        path = inside(folder, name)
        content = payload[at : at + size]
        at += size
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or path.is_file():
            path.unlink()
        path.write_bytes(content)
        digests[name] = digest(content)
    return digests


def inside(folder: Path, name: str) -> Path:
    """A path below the folder; ValueError where the name would lead elsewhere."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\0" in name:
        raise ValueError(f"not a path below the folder: {name!r}")
    return folder.joinpath(*parts)


def digest(content: bytes) -> str:
    """SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def wipe(folder: Path, shown: frozenset[Path] | None = None) -> None:
    """Empty a folder, whatever its owner did to permissions in it, but for what is mounted there.

    A sandbox shows the grader's Python where it lies, and that may be below its own folder.
    """
    shown = mounts() if shown is None else shown
    for entry in folder.iterdir():
        if entry in shown:
            continue
        if any(entry in one.parents for one in shown):
            wipe(entry, shown)
        elif entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, onerror=_open_and_retry)
        else:
            entry.unlink()


def mounts() -> frozenset[Path]:
    """Where something is mounted; spaces and the like in names stand as octal numbers."""
    try:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return frozenset()
    return frozenset(Path(_spelt_out(line.split(" ")[4])) for line in lines)


def _spelt_out(name: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), name)


def _open_and_retry(remove: object, path: str, _error: object) -> None:
    held = Path(path)
    for one in (held.parent, held):
        one.chmod(stat.S_IRWXU)
    if held.is_dir():
        shutil.rmtree(held)
    else:
        held.unlink()


def _regular(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir(follow_symlinks=False):
            if os.access(entry.path, os.R_OK | os.X_OK):
                yield from _regular(Path(entry.path))
        elif entry.is_file(follow_symlinks=False) and os.access(entry.path, os.R_OK):
            yield Path(entry.path)

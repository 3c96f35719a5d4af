"""Placing the course's modules in each person's home, and bringing them up to date."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

FOLDER = "modules"


def place(source: Path, homes: Iterable[Path], ledger: Path) -> list[Path]:
    """Copy every file under `source` into each home's `modules` folder.

    A file that a person has changed since it was placed stays as it is and is returned;
    one that is missing is put back, and one that was merely run keeps its results until the
    course itself changes it. `ledger` (JSON) keeps the hash of what was placed.
    """
    placed = _read(ledger)
    kept = []
    for home in homes:
        for file in _files(source):
            target = home / FOLDER / file.relative_to(source)
            key = os.path.relpath(target, ledger.parent)
            if not _place_one(file, target, key, placed):
                kept.append(target)
    _write(ledger, placed)
    return kept


def _files(source: Path) -> list[Path]:
    found = (path for path in source.rglob("*") if path.is_file())
    return sorted(p for p in found if not any(part[0] == "." for part in p.parts[-2:]))


def _place_one(file: Path, target: Path, key: str, placed: dict[str, str]) -> bool:
    """True where `target` now is what `file` is; False where a person's changes stay."""
    new = _hash(file)
    old = _hash(target) if target.is_file() else None
    if old not in (None, new, placed.get(key)):
        return False
    if old != new:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f".{target.name}.new")
        shutil.copyfile(file, aside)
        aside.replace(target)
    placed[key] = new
    return True


def _hash(path: Path) -> str:
    """The hash of what a person writes into a file.

    Of a notebook that is the cells' text: running it changes outputs and metadata, and that
    does not count as changing it.
    """
    written = path.read_bytes()
    if path.suffix == ".ipynb":
        # A file that is no notebook any more counts with its bytes, whatever it is.
        with suppress(ValueError, KeyError, TypeError):
            cells = json.loads(written)["cells"]
            written = json.dumps([[c["cell_type"], _joined(c["source"])] for c in cells]).encode()
    return hashlib.sha256(written).hexdigest()


def _joined(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


def _read(ledger: Path) -> dict[str, str]:
    return json.loads(ledger.read_text(encoding="utf-8")) if ledger.is_file() else {}


def _write(ledger: Path, placed: dict[str, str]) -> None:
    aside = ledger.with_name(f".{ledger.name}.new")
    aside.write_text(json.dumps(placed, indent=1), encoding="utf-8")
    aside.replace(ledger)

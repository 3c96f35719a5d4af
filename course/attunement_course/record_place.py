"""Where a learner's record may lie. Standard library only.

nbgrader hands in an assignment's folder whole, with everything beside and below the
notebook, and an exchange is read by others. A record in either would leave its owner's
hands without being asked. So a folder is refused when it, or any folder above it up to the
home folder, shows one of these marks:

* an nbgrader configuration or gradebook (a course root);
* a notebook that carries nbgrader's cell metadata (an assignment, released or fetched);
* ``inbound`` and ``outbound`` side by side (an exchange).

The folder's real place counts, with symbolic links followed. The home folder itself is not
looked at: it is nobody's assignment, and a stray copy of a notebook there must not take a
learner's record away.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

COURSE_ROOT = ("nbgrader_config.py", "nbgrader_config.json", "gradebook.db")
OWN_FOLDER = "set ATTUNEMENT_RECORD to a folder of your own"
GRADED_CELL = re.compile(rb'"nbgrader"\s*:\s*\{')


class RecordError(ValueError):
    """A record cannot be kept there, or may not hold that; the text says why."""


def default_folder() -> Path:
    """``ATTUNEMENT_RECORD`` when set, else ``attunement/record`` in the XDG data home."""
    chosen = os.environ.get("ATTUNEMENT_RECORD")
    if chosen:
        return Path(chosen).expanduser()
    data = Path(os.environ.get("XDG_DATA_HOME") or "")
    base = data if data.is_absolute() else Path.home() / ".local" / "share"
    return base / "attunement" / "record"


def refuse_shared(folder: Path, cure: str = OWN_FOLDER) -> None:
    """Raise RecordError where ``folder`` lies in what nbgrader hands in or exchanges.

    ``cure`` ends the error's text: what to do instead.
    """
    real = folder.resolve()
    for place in _private_part(real):
        mark = _mark_of_sharing(place)
        if mark:
            raise RecordError(
                f"{shown(folder)}: a record may not lie here, because {shown(place)} {mark}; {cure}"
            )


def shown(path: Path) -> str:
    """A path as people read it, with the home folder as ``~``."""
    home = _home()
    if home and path.is_relative_to(home):
        return (Path("~") / path.relative_to(home)).as_posix()
    return path.as_posix()


def _private_part(real: Path) -> list[Path]:
    """The folder and those above it, up to but not including home."""
    home = _home()
    above = [real, *real.parents]
    return above[: above.index(home)] if home in above else above


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (RuntimeError, OSError):
        return None


def _mark_of_sharing(place: Path) -> str:
    for name in COURSE_ROOT:
        if (place / name).exists():
            return f"is a course root of nbgrader ({name})"
    if (place / "inbound").is_dir() and (place / "outbound").is_dir():
        return "is an exchange (inbound and outbound)"
    for notebook in _notebooks(place):
        if _is_graded(notebook):
            return f"holds an assignment ({notebook.name})"
    return ""


def _notebooks(place: Path) -> list[Path]:
    try:
        return sorted(place.glob("*.ipynb"))
    except OSError:
        return []  # a folder above that we may not list


def _is_graded(notebook: Path) -> bool:
    try:
        return bool(GRADED_CELL.search(notebook.read_bytes()))
    except OSError:
        return False

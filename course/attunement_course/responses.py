"""The learner's own formative record: where it lies, what it holds, how it is erased.

Standard library only: every learner's kernel imports this module. Nobody but the learner
reads the record; it is not handed in, not graded and not counted. (Whoever runs the machine
can read every file on it, and the course says so.)
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

from .attempt import fault_of_attempt, line_of
from .record_file import (
    ATTEMPTS,
    append_line,
    lines_of,
    locked,
    mend_tail,
    parsed,
    remains,
    write_aside,
)
from .record_place import RecordError, default_folder, refuse_shared, shown

__all__ = ["LearnerRecord", "RecordError", "default_folder"]

OWNER = "owner"
EXPORT_FORMAT = "attunement-record-1"


class LearnerRecord:
    """One learner's attempts at exercises, one JSON line each, in a folder of their own.

    Args:
        folder: where it lies; by default :func:`default_folder`.

    Nothing is made on disk before the first attempt is kept or the owner's id is asked for.
    Writing raises RecordError where the folder may not hold a record (see
    :mod:`attunement_course.record_place`) and OSError where the disk will not take it.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        self.folder = Path(folder) if folder is not None else default_folder()
        self.notices: list[str] = []
        """What its owner should know, such as a torn line that was put aside."""

    @property
    def described(self) -> str:
        """The folder as people read it, with home as ``~``."""
        return shown(self.folder)

    @property
    def owner(self) -> str:
        """A random id that stands for this record and nobody; made on first use."""
        refuse_shared(self.folder)
        with locked(self.folder):
            path = self.folder / OWNER
            if not path.exists():
                write_aside(path, secrets.token_hex(8).encode())
            return path.read_text("ascii")

    def append(self, attempt: Any) -> bool:
        """Keep an attempt; False where this very attempt is kept already.

        Raises:
            RecordError: it holds what a record may not, or its id is another attempt's.
        """
        fault = fault_of_attempt(attempt)
        if fault:
            raise RecordError(fault)
        refuse_shared(self.folder)
        line = line_of(attempt)
        with locked(self.folder):
            self._mend()
            known = self._kept_under(attempt["id"])
            if known is None:
                append_line(self.folder, line)
                return True
        if known != json.loads(line):
            raise RecordError(f"id: another attempt is kept under it (got {attempt['id']})")
        return False

    def attempts(self, exercise: str | None = None) -> list[dict[str, Any]]:
        """The kept attempts, oldest first, of one exercise or of all.

        Damaged lines are passed over and counted in :attr:`notices`.
        """
        lines = lines_of(self.folder)
        found = [attempt for attempt in map(parsed, lines) if attempt is not None]
        damaged = len(lines) - len(found)
        if damaged:
            self._notice(f"{damaged} damaged line(s) in {shown(self.folder / ATTEMPTS)}")
        return [one for one in found if exercise in (None, one.get("exercise"))]

    def export(self, path: Path | str) -> int:
        """Write every attempt to one JSON file; the number of attempts.

        Raises:
            RecordError: the file exists, its folder does not, or nbgrader would hand it in.
        """
        target = Path(path)
        refuse_shared(target.parent, "choose another place for the copy")
        if target.exists():
            raise RecordError(f"{shown(target)}: exists already; name another file")
        if not target.parent.is_dir():
            raise RecordError(f"{shown(target.parent)}: no such folder; make it or name another")
        attempts = self.attempts()
        content = {"format": EXPORT_FORMAT, "attempts": attempts}
        write_aside(target, json.dumps(content, indent=1).encode() + b"\n")
        return len(attempts)

    def erase(self, exercise: str | None = None) -> int:
        """Erase the attempts at one exercise, or the whole record; the number erased.

        Whatever cannot be read goes too, whichever is erased: it may be of that exercise.
        With the whole record its owner's id is erased, so that nothing links a new record
        to the old one.
        """
        if not self.folder.exists():
            return 0
        with locked(self.folder):
            attempts = self.attempts()
            left = [one for one in attempts if exercise not in (None, one.get("exercise"))]
            write_aside(self.folder / ATTEMPTS, b"".join(map(line_of, left)))
            self._erase_rest(everything=exercise is None)
        self.notices.clear()
        return len(attempts) - len(left)

    def _erase_rest(self, everything: bool) -> None:
        for path in remains(self.folder):
            path.unlink()
        if everything:
            (self.folder / ATTEMPTS).unlink()
            (self.folder / OWNER).unlink(missing_ok=True)

    def _kept_under(self, id: str) -> dict[str, Any] | None:
        needle = id.encode()
        for line in lines_of(self.folder):
            attempt = parsed(line) if needle in line else None
            if attempt is not None and attempt["id"] == id:
                return attempt
        return None

    def _mend(self) -> None:
        aside = mend_tail(self.folder)
        if aside is not None:
            self._notice(f"an unfinished line was put aside in {shown(aside)}")

    def _notice(self, text: str) -> None:
        if text not in self.notices:
            self.notices.append(text)

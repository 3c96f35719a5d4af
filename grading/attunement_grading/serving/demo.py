"""Where the demo keeps what people do in it, and how it knows its own folder."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .refusals import Refusal

COURSE = "attunement"
FORMAT = 1
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What a password is drawn from: no letter that reads like another."""


def default_state() -> Path:
    """`attunement-demo` in the account's data folder (XDG_DATA_HOME, else ~/.local/share)."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "attunement-demo"


@dataclass(frozen=True)
class Demo:
    """One demo's folder and the places in it; outside the tracked tree, readable by its owner."""

    state: Path

    @property
    def record(self) -> Path:
        """The file that says that this folder is a demo, how far it is set up, its password."""
        return self.state / "attunement-demo.json"

    @property
    def course_root(self) -> Path:
        """The course root of nbgrader: source, release, submitted, gradebook."""
        return self.state / "course"

    @property
    def exchange(self) -> Path:
        """The exchange folder of nbgrader."""
        return self.state / "exchange"

    @property
    def hub(self) -> Path:
        """The hub's database, secrets and log."""
        return self.state / "hub"

    @property
    def log(self) -> Path:
        """What the hub and every server it started wrote."""
        return self.hub / "hub.log"

    @property
    def settings(self) -> Path:
        """What jupyterhub_config.py reads, written anew at each start."""
        return self.hub / "settings.json"

    @property
    def placed(self) -> Path:
        """The hashes of the modules as they were placed in people's homes."""
        return self.state / "placed.json"

    def home(self, name: str) -> Path:
        """The home folder of one person."""
        return self.state / "homes" / name

    def refuse_foreign(self) -> None:
        """Refuse a folder that holds something and is no demo."""
        if self.record.is_file() or not self.state.exists():
            return
        if not self.state.is_dir() or any(self.state.iterdir()):
            raise Refusal(
                f"{self.state} holds something that is not this demo, so nothing was changed; "
                "choose another folder with --state DIR"
            )

    def read(self) -> dict[str, Any] | None:
        """The record, or None where there is no demo yet."""
        if not self.record.is_file():
            return None
        return self._checked(self.record.read_text(encoding="utf-8"))

    def _checked(self, text: str) -> dict[str, Any]:
        try:
            record = json.loads(text)
            if record["format"] == FORMAT and record["stage"] in ("setting up", "ready"):
                return record
        except (ValueError, KeyError, TypeError):
            pass
        raise Refusal(
            f"{self.record} cannot be read by this version; start afresh with `make serve RESET=1`"
        )

    def begin(self) -> dict[str, Any]:
        """Make an empty demo with a new password; what a half-made one held is dropped."""
        self.erase()
        self.state.mkdir(parents=True, exist_ok=True)
        self.state.chmod(0o700)
        for part in (self.exchange, self.hub, self.home("grader")):
            part.mkdir(parents=True)
        record = {"format": FORMAT, "stage": "setting up", "password": new_password()}
        write_private(self.record, record)
        return record

    def finish(self, record: dict[str, Any]) -> None:
        """Note that setting up came to its end."""
        record["stage"] = "ready"
        write_private(self.record, record)

    def erase(self) -> None:
        """Remove all that the demo put into its folder, and nothing else."""
        for part in (self.course_root, self.exchange, self.hub, self.state / "homes"):
            shutil.rmtree(part, ignore_errors=True)
        for file in (self.placed, self.record):
            file.unlink(missing_ok=True)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep a second `attunement serve` off the same folder while the block runs."""
        self.state.parent.mkdir(parents=True, exist_ok=True)
        lock = self.state.parent / f".{self.state.name}.lock"
        with lock.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise Refusal(
                    f"the demo in {self.state} is running already{self._address()}; "
                    "end it with Ctrl-C there, or start another with --state DIR"
                ) from None
            yield

    def _address(self) -> str:
        try:
            port = json.loads(self.settings.read_text(encoding="utf-8"))["port"]
        except (OSError, ValueError, KeyError):
            return ""
        return f" at http://127.0.0.1:{port}/"


def new_password() -> str:
    """Three groups of four letters and figures, about 59 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def write_private(path: Path, content: dict[str, Any]) -> None:
    """Write JSON that only the owner can read: aside first, then renamed over the old file."""
    aside = path.with_name(f".{path.name}.new")
    aside.unlink(missing_ok=True)
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1, ensure_ascii=False)
    aside.replace(path)

"""The modules on a learner's shelf: what the course has, the folder holds, the learner tried."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attunement_course import catalog
from attunement_course.progress import count_tried, module_progress
from attunement_course.responses import LearnerRecord

FOLDER = "modules"


@dataclass(frozen=True)
class Module:
    """One module; `app` and `notebook` are addresses relative to the server's base."""

    id: str
    number: int
    title: str
    minutes: int
    note: str
    assignment: str | None
    app: str
    notebook: str
    tried: str
    """A sentence on how many of its exercises are in the learner's own record."""


def shelf(folder: Path) -> list[Module]:
    """The catalogue's modules whose notebook lies in `folder`/modules, in teaching order."""
    attempts = LearnerRecord().attempts()
    here = [m for m in catalog.modules() if (folder / FOLDER / m["notebook"]).is_file()]
    return [_module(entry, attempts) for entry in here]


def _module(entry: dict[str, Any], attempts: list[dict[str, Any]]) -> Module:
    progress = module_progress(entry["id"], attempts)
    path = quote(f"{FOLDER}/{entry['notebook']}")
    return Module(
        id=entry["id"],
        number=entry["number"],
        title=entry["title"],
        minutes=entry["minutes"],
        note=entry["content_note"]["text"],
        assignment=entry.get("assignment"),
        app=f"voila/render/{path}",
        notebook=f"lab/tree/{path}",
        tried=f"Exercises tried: {count_tried(progress)} of {len(progress)}.",
    )

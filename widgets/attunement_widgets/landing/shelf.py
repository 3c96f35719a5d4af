"""The modules on a learner's shelf: what the course has and the learner's folder holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from attunement_course import catalog

FOLDER = "modules"


@dataclass(frozen=True)
class Module:
    """One module; `app` and `notebook` are addresses relative to the server's base."""

    number: int
    title: str
    minutes: int
    note: str
    assignment: str | None
    app: str
    notebook: str


def shelf(folder: Path) -> list[Module]:
    """The catalogue's modules whose notebook lies in `folder`/modules, in teaching order."""
    here = [m for m in catalog.modules() if (folder / FOLDER / m["notebook"]).is_file()]
    return [_module(entry) for entry in here]


def _module(entry: dict) -> Module:
    path = quote(f"{FOLDER}/{entry['notebook']}")
    return Module(
        number=entry["number"],
        title=entry["title"],
        minutes=entry["minutes"],
        note=entry["content_note"]["text"],
        assignment=entry.get("assignment"),
        app=f"voila/render/{path}",
        notebook=f"lab/tree/{path}",
    )

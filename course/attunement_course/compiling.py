"""Turns the content's YAML into the one JSON file that the catalogue reads."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from .catalog import FORMAT
from .problems import Problem
from .reading import Shelf, read_content
from .vocabulary import BADGE_WORDS, MARK_WORDS, PROFILES, STATUS_WORDS


def compile_folder(root: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Compile a content folder.

    Returns the compiled content, from which items that could not be read are left out,
    and the problems that kept them out.
    """
    shelf = read_content(root)
    return compile_shelf(shelf), sorted(shelf.problems)


def compile_shelf(shelf: Shelf) -> dict[str, Any]:
    """Plain, JSON-ready content: kind -> id -> item, with codes also put into words."""
    compiled: dict[str, Any] = {"format": FORMAT}
    for kind, items in shelf.items.items():
        compiled[kind] = {
            key: _with_words(kind, item.model_dump(mode="json", exclude_none=True))
            for key, item in sorted(items.items())
        }
    return compiled


def _with_words(kind: str, item: dict[str, Any]) -> dict[str, Any]:
    if kind == "claims":
        item["status_words"] = STATUS_WORDS[item["status"]]
    elif kind == "works":
        item["mark_words"] = MARK_WORDS[item["mark"]]
    elif kind == "citations":
        item["confidence_words"] = MARK_WORDS[item["confidence"]]
    elif kind == "exercises":
        item["badge_words"] = BADGE_WORDS[item["badge"]]
    elif kind == "scenarios":
        item["character"]["profile_words"] = PROFILES[item["character"]["profile"]]
    return item


def write_compiled(compiled: dict[str, Any], path: Path) -> None:
    """Write the compiled content to a file, in one step."""
    put(path, json.dumps(compiled, ensure_ascii=False, separators=(",", ":")) + "\n")


def put(path: Path, text: str) -> None:
    """Write a generated file aside, then put it in its place in one step."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)

"""A course of a few files, whole and without problems, for tests to break.

Items are written as JSON, which is YAML too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attunement_course.checks import Course, load_course
from attunement_course.course_folder import find_course
from attunement_course.problems import Problem
from attunement_course.simulation.dialogue import ACTS

NOTE = {"level": 1, "text": "Mild."}
LEVEL_NAMES = ("habitual", "understanding", "reflection", "critical reflection")
NOTEBOOK = "02-empathy.ipynb"
SAYS = dict.fromkeys(ACTS, "Some words.")
PROSE = """# Empathy

`emp-01` · *definition*

What it is. Over many samples it goes with outcome at *r* = .28.

`emp-02a` · *theory read as a finding*

What it is not."""
PLACING = 'from attunement_widgets import exercise, progress\nexercise("m2-talk")\nprogress("m2")'

ITEMS: dict[str, list[dict[str, Any]]] = {
    "claims": [
        {
            "id": "emp-01",
            "statement": "Empathy is this.",
            "status": "definitional",
            "summary": "It goes with outcome at r = .28.",
            "teach": "Keep its parts apart.",
            "works": ["elm-2018"],
            "modules": ["m2"],
        },
        {
            "id": "emp-02a",
            "statement": "More of it brings that.",
            "cites": ["ash-2004"],
            "status": "theory-misread",
            "summary": "The source is a theory.",
            "teach": "Ask what was measured.",
            "works": ["elm-2018", "oak-1985"],
            "modules": ["m2", "m5"],
        },
    ],
    "citations": [
        {
            "id": "ash-2004",
            "number": 1,
            "as_cited": "Ash, 2004",
            "claims": ["emp-02a"],
            "exists": "not-traced",
            "exists_note": "We could not trace this source.",
            "supports": "cannot",
            "supports_note": "What cannot be found cannot be read.",
            "closest": ["elm-2018"],
            "closest_note": "A neighbour.",
            "confidence": "not-traced",
            "works": ["ash-2004"],
        }
    ],
    "works": [
        {
            "id": "elm-2018",
            "authors": "Elm & Fir",
            "year": "2018",
            "where": "Journal of Trees",
            "doi": "10.1000/trees",
            "finding": "Over 82 samples it goes with outcome at r = .28.",
            "mark": "checked",
        },
        {
            "id": "oak-1985",
            "authors": "Oak",
            "year": "1985",
            "where": "a book on trees",
            "finding": "A casebook.",
            "mark": "memory",
        },
        {
            "id": "ash-2004",
            "authors": "Ash (as cited)",
            "year": "2004",
            "where": "cited by the article",
            "finding": "Nothing is taken from it.",
            "mark": "not-traced",
        },
    ],
    "modules": [
        {
            "id": "m2",
            "number": 2,
            "title": "Empathy",
            "notebook": NOTEBOOK,
            "minutes": 60,
            "content_note": NOTE,
            "objectives": ["Tell its parts apart"],
            "claims": ["emp-01", "emp-02a"],
            "exercises": ["m2-talk"],
            "assignment": "p2",
        }
    ],
    "exercises": [
        {
            "id": "m2-talk",
            "module": "m2",
            "title": "A talk",
            "does": "You talk.",
            "minutes": 10,
            "badge": "TEACH",
            "badge_note": "Invented.",
            "content_note": NOTE,
            "claims": ["emp-01"],
            "falsify": "Other talks.",
            "omits": ["The person's history"],
        }
    ],
    "items": [
        {
            "id": "m2-i01",
            "module": "m2",
            "claims": ["emp-01"],
            "question": "Which?",
            "options": [
                {"text": "This", "right": True, "feedback": "Yes."},
                {"text": "That", "right": False, "feedback": "It tempts."},
            ],
        }
    ],
    "rubrics": [
        {
            "assignment": "p2",
            "title": "A response",
            "word_guide": [400, 700],
            "criteria": [
                {
                    "id": id,
                    "title": id.capitalize(),
                    "question": "How?",
                    "levels": [
                        {"level": i + 1, "name": name, "words": f"It is {name}."}
                        for i, name in enumerate(LEVEL_NAMES)
                    ],
                }
                for id in ("observation", "action")
            ],
            "never_scored": ["Fluency"],
        }
    ],
    "scenarios": [
        {
            "id": "ana",
            "title": "After work",
            "character": {"name": "Ana", "about": "A nurse.", "profile": "low-trust"},
            "you": "You are a colleague.",
            "setting": "The canteen.",
            "content_note": NOTE,
            "start": {"arousal": 0.62, "trust": 0.3, "disclosure": 0.0},
            "opening": "Hello.",
            "moments": [
                {
                    "id": f"moment-{i}",
                    "when": {},
                    "seen": "She looks up.",
                    "lines": ["One.", "Two.", "Three."],
                    "says": SAYS,
                }
                for i in range(12)
            ],
        }
    ],
}

Check = Callable[[Course], Iterable[Problem]]


class SmallCourse:
    """The course in a folder of its own, and the means to change it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "attunement_course" / "content"
        self._items: dict[tuple[str, str], Any] = {}
        for kind, items in ITEMS.items():
            for item in items:
                self.write(kind, item.get("id") or item["assignment"], item)
        self.notebook("modules", NOTEBOOK, [("markdown", PROSE), ("code", PLACING)])
        self.notebook("assignments", "p2.ipynb", [("markdown", "Aim for 400 to 700 words.")])

    def path(self, kind: str, id: str) -> Path:
        """Where an item lies."""
        return self.content / kind / f"{id}.yml"

    def write(self, kind: str, id: str, item: object) -> None:
        """Write an item anew."""
        path = self.path(kind, id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(item), encoding="utf-8")
        self._items[kind, id] = item

    def change(self, kind: str, id: str, /, **fields: Any) -> None:
        """Give some of an item's fields other values; None takes a field away."""
        item = self._items[kind, id] | fields
        self.write(kind, id, {name: value for name, value in item.items() if value is not None})

    def notebook(
        self, folder: str, name: str, cells: list[tuple[Any, ...]], **metadata: Any
    ) -> None:
        """Write a notebook from cells as (kind, source) or (kind, source, more of the cell)."""
        path = self.root / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written = [_cell(*cell) for cell in cells]
        path.write_text(json.dumps({"cells": written, "metadata": metadata, "nbformat": 4}))

    def module(self, *cells: tuple[Any, ...], **metadata: Any) -> None:
        """The module's notebook with more cells (or metadata) than it has."""
        whole = [("markdown", PROSE), ("code", PLACING), *cells]
        self.notebook("modules", NOTEBOOK, whole, **metadata)

    def load(self) -> Course:
        """The course as the checks see it."""
        return load_course(find_course(self.root))

    def lines(self, *checks: Check) -> list[str]:
        """What some checks say of it, and what was wrong with reading it."""
        course = self.load()
        found = [*course.problems, *(one for check in checks for one in check(course))]
        prefix = "attunement_course/content/"
        return [str(one).removeprefix(prefix) for one in sorted(found)]


def _yaml(item: object) -> str:
    """JSON, with the long table of words written once: a scene is read often here."""
    said = json.dumps(SAYS)
    first, *others = json.dumps(item).split(said)
    return first + (f"&said {said}{' *said '.join(others)}" if others else "")


def _cell(kind: str, source: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, "metadata": {}} | (more or {})

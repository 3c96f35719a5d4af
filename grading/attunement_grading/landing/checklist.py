"""What has to be true before real people take the course; the ticks lie in the course root."""

from __future__ import annotations

import json
from pathlib import Path

FILE = "before-teaching.json"
ITEMS = {
    "contact": "Learners have a named contact for support, with hours, who knows of the course.",
    "policy": "Your institution's duty-to-report text stands in each assignment, so that people "
    "read it before they write.",
    "own": "Everybody who marks has somebody to talk to about what they read.",
    "second": "A second marker takes at least one in five; gaps of two levels are talked through.",
    "appeal": "Learners know whom to ask when a mark seems wrong.",
    "hub": "Each learner has an account of their own, on a hub set up as deploy/README.md says.",
}


def ticked(root: Path) -> set[str]:
    """The items that somebody has ticked; a file that cannot be read counts as none."""
    try:
        found = json.loads((root / FILE).read_text(encoding="utf-8"))
        return {key for key in ITEMS if found.get(key) is True}
    except (OSError, ValueError, AttributeError):
        return set()


def tick(root: Path, key: str, on: bool) -> None:
    """Tick or clear one item; KeyError where there is no such item."""
    if key not in ITEMS:
        raise KeyError(key)
    now = ticked(root) | {key} if on else ticked(root) - {key}
    aside = root / f".{FILE}.new"
    aside.write_text(json.dumps(dict.fromkeys(sorted(now), True), indent=1), encoding="utf-8")
    aside.replace(root / FILE)

"""What a learner has tried in a module, for the learner alone: Python's side of the list."""

from __future__ import annotations

from typing import Any

from attunement_course import catalog
from attunement_course.progress import module_progress
from attunement_course.responses import LearnerRecord

from ._base import Recorded


class ProgressList(Recorded):
    """A module's exercises, each with how often it was tried and what that reached.

    Args:
        module: the module's id in the catalogue.
        record: whose attempts are counted; the learner's own record unless given.

    The page asks for the counts and is told of every change that this kernel makes.
    """

    bundle = "progress.js"

    def __init__(self, module: str, record: LearnerRecord | None = None) -> None:
        self.module = module
        super().__init__(record or LearnerRecord(), _content_of(module))
        self.to_tell.add(self)

    def __repr__(self) -> str:
        """What stands in its place where widgets cannot be shown."""
        return f"[{self.module}: run this notebook to see what you have tried]"

    def attempts(self) -> list[dict[str, Any]]:
        """Every attempt in the learner's record, oldest first."""
        return self._record.attempts()

    def here(self) -> dict[str, Any]:
        """Adds how often each exercise was tried, and whether what it looks for was reached."""
        found = module_progress(self.module, self.attempts())
        counts = [{"id": one.id, "tried": one.tried, "reached": one.reached} for one in found]
        return {**super().here(), "exercises": counts}


def _content_of(module: str) -> dict[str, Any]:
    found = catalog.module(module)
    exercises = [catalog.exercise(id) for id in found["exercises"]]
    wanted = ("id", "title", "minutes")
    return {
        "module": {"id": module, "title": found["title"]},
        "exercises": [{name: one[name] for name in wanted} for one in exercises],
    }

"""Build hook: puts the assignments' sources into a wheel made from this tree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSIGNMENTS = Path(__file__).resolve().parent.parent / "course" / "assignments"


class ShipAssignments(BuildHookInterface):
    """Adds ``course/assignments`` to a wheel; an editable install reads them in place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """``version`` is hatch's word for the kind of build."""
        if version == "standard" and ASSIGNMENTS.is_dir():
            build_data["force_include"][str(ASSIGNMENTS)] = "attunement_grading/assignments"

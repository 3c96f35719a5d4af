"""Attempts and marks for tests of a learner's record."""

from __future__ import annotations

from typing import Any

from attunement_course.responses import LearnerRecord

GRADED = '{"cells": [{"metadata": {"nbgrader": {"grade": true}}}]}'
"""A notebook that nbgrader hands in."""


def attempt(id: str, exercise: str = "m2-dialogue", **answer: Any) -> dict[str, Any]:
    """An attempt that may be kept."""
    return {"id": id, "exercise": exercise, "version": 1, "answer": answer}


def ids(record: LearnerRecord) -> list[str]:
    """The ids of what is kept, oldest first."""
    return [one["id"] for one in record.attempts()]

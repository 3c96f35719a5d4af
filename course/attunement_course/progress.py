"""How far somebody has come in a module, from the attempts in their own record.

It is for the learner alone: nothing here is sent, added up over people or shown to anybody
else. Standard library only: a learner's kernel imports this module.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import catalog
from .criteria import is_reached


@dataclass(frozen=True)
class ExerciseProgress:
    """One exercise of a module, and what the record holds of it."""

    id: str
    title: str
    minutes: int
    """About how long it takes."""
    tried: int
    """Attempts in the record."""
    reached: bool | None
    """Whether what it looks for was ever reached; None untried, or where it looks for nothing."""


def module_progress(module: str, attempts: Iterable[Any]) -> list[ExerciseProgress]:
    """A module's exercises in their order, each with what the attempts say of it.

    Args:
        module: the module's id, such as ``"m2"``.
        attempts: of any exercises, as :meth:`LearnerRecord.attempts` gives them. What is no
            attempt counts for nothing; one whose answer cannot be read counts as tried.

    Raises:
        UnknownId: no module has this id; the text names the nearest ones.
    """
    answers: dict[str, list[dict[str, Any]]] = {
        id: [] for id in catalog.module(module)["exercises"]
    }
    for attempt in attempts:
        exercise = attempt.get("exercise") if isinstance(attempt, dict) else None
        if isinstance(exercise, str) and exercise in answers:
            answers[exercise].append(_answer_of(attempt))
    return [_progress(id, given) for id, given in answers.items()]


def count_tried(progress: Iterable[ExerciseProgress]) -> int:
    """How many of the exercises were tried at least once."""
    return sum(one.tried > 0 for one in progress)


def _answer_of(attempt: dict[str, Any]) -> dict[str, Any]:
    answer = attempt.get("answer")
    return answer if isinstance(answer, dict) else {}


def _progress(id: str, answers: list[dict[str, Any]]) -> ExerciseProgress:
    found = catalog.exercise(id)
    return ExerciseProgress(
        id=id,
        title=found["title"],
        minutes=found["minutes"],
        tried=len(answers),
        reached=is_reached(id, answers),
    )

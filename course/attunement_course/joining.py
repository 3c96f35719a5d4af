"""How another distribution's content is checked along with the course's.

An entry point of the group ``attunement.checks`` is a function from the course, as
:mod:`attunement_course.checks` reads it, to a :class:`Checked`.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, NamedTuple

from .problems import Problem, got

GROUP = "attunement.checks"


class Checked(NamedTuple):
    """What was looked at and what was wrong with it. Paths are relative to ``base``."""

    base: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def joined_checks(course: Any) -> list[Checked]:
    """What every distribution installed beside the course says of its own content.

    One that cannot say anything is a problem of its own, and keeps no other from being heard.
    """
    return [_one(entry, course) for entry in sorted(entry_points(group=GROUP))]


def _one(entry: Any, course: Any) -> Checked:
    try:
        return entry.load()(course)
    except Exception as error:  # whatever is wrong over there
        said = f"cannot be checked {got(f'{type(error).__name__}: {error}')}"
        return Checked(Path(), (), (Problem(entry.value, "check", said),))

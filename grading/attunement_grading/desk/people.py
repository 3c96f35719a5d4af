"""Who sits at the desk."""

from __future__ import annotations

from dataclasses import dataclass

from .refusals import NotYours


@dataclass(frozen=True)
class Person:
    """A grader of the course. An instructor arranges marking and may see everything."""

    name: str
    shown: str = ""
    instructor: bool = False

    def require_instructor(self) -> None:
        """NotYours unless this is an instructor."""
        if not self.instructor:
            raise NotYours("only an instructor of this course may do this")

"""The demo's invented people."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True)
class Person:
    """One account of the demo: what is typed to log in, the name as written, the role."""

    name: str
    shown: str
    role: Literal["instructor", "marker", "learner"]

    @property
    def first_name(self) -> str:
        """The written name's first word."""
        return self.shown.partition(" ")[0]

    @property
    def last_name(self) -> str:
        """What follows the first word of the written name."""
        return self.shown.partition(" ")[2]

    def as_dict(self) -> dict[str, str]:
        """The fields and the first name, for a JSON file."""
        return {**asdict(self), "first_name": self.first_name}


INSTRUCTOR = Person("noor", "Noor Haddad", "instructor")
MARKER = Person("ines", "Inês Duarte", "marker")
LEARNERS = (
    Person("maya", "Maya Lindqvist", "learner"),
    Person("tomasz", "Tomasz Zieliński", "learner"),
    Person("efua", "Efua Mensah", "learner"),
)
PEOPLE = (INSTRUCTOR, MARKER, *LEARNERS)
EARLY = LEARNERS[1]
"""The learner who has handed in the reflection before the demo opens."""

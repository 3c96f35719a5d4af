"""Where nbgrader keeps the course, in the terms of its own configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import Exchange
from traitlets.config import Config


@dataclass(frozen=True)
class Places:
    """The course's folders, its exchange and its gradebook."""

    coursedir: CourseDirectory
    exchange: Path

    @classmethod
    def of(cls, formgrader: Any) -> Places:
        """The places that a running formgrader works in."""
        config: Config = formgrader.config
        root = Path(Exchange(config=config).root)
        return cls(formgrader.coursedir, root / formgrader.coursedir.course_id)

    @property
    def root(self) -> Path:
        """The course root."""
        return Path(self.coursedir.root)

    def folder(self, step: str, learner: str, assignment: str) -> Path:
        """A learner's folder at one step: `submitted`, `autograded` or `feedback`."""
        directory = getattr(self.coursedir, f"{step}_directory")
        return Path(self.coursedir.format_path(directory, learner, assignment))

    def assignments(self) -> list[str]:
        """Every assignment that has a source folder or is in the exchange, by name."""
        source = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", "."))
        names = {*_folders(source), *_folders(self.exchange / "outbound")}
        return sorted(names)

    def released(self, assignment: str) -> bool:
        """Whether learners can fetch the assignment."""
        return (self.exchange / "outbound" / assignment).is_dir()


def _folders(path: Path) -> list[str]:
    if not path.is_dir():
        return []
    return [one.name for one in path.iterdir() if one.is_dir() and not one.name.startswith(".")]

"""Where a course's content and notebooks lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


class NoCourse(LookupError):
    """The folder holds no course content; the text says what was looked for."""


@dataclass(frozen=True)
class CourseFolder:
    """The folders of one course. ``base`` is what paths in messages are relative to."""

    base: Path
    content: Path
    modules: Path
    assignments: Path

    def notebooks(self) -> list[Path]:
        """Every module's and assignment's notebook, in order of name."""
        found = [*self.modules.glob("*.ipynb"), *self.assignments.glob("*.ipynb")]
        return sorted(found)

    def shown(self, path: Path) -> str:
        """``path`` as a message names it."""
        resolved = path.resolve()
        if resolved.is_relative_to(self.base):
            return resolved.relative_to(self.base).as_posix()
        return path.as_posix()


def find_course(root: Path | None = None) -> CourseFolder:
    """The course under ``root``, or the one this package is part of.

    ``root`` is either a course folder, laid out as ``attunement_course/content/``,
    ``modules/`` and ``assignments/``, or a content folder alone, with ``claims/`` in it.
    """
    base = (root or PACKAGE.parent).resolve()
    for content in (base / PACKAGE.name / "content", base):
        if (content / "claims").is_dir():
            return CourseFolder(base, content, base / "modules", base / "assignments")
    raise NoCourse(
        f"no course in {base}: expected {PACKAGE.name}/content/claims or claims in it; "
        "give its folder with --root"
    )

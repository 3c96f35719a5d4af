"""What no type can say: that the content fits together, and that notebooks keep to the rules.

Each check is a function from a :class:`Course` to problems. :func:`check_course` runs them
all and never stops at the first.
"""

from __future__ import annotations

from ..course_folder import CourseFolder
from ..problems import Problem
from ..reading import read_content
from . import (
    assignments,
    claims,
    copied,
    encounters,
    figures,
    meetings,
    notebooks,
    orientation,
    partners,
    placing,
    reachability,
    references,
    rubrics,
    scenes,
    sources,
)
from ._course import Course
from ._notebook import read_notebooks

CHECKS = (
    references.check,
    claims.check,
    figures.check,
    sources.check,
    rubrics.check,
    assignments.check,
    scenes.check,
    reachability.check,
    partners.check,
    encounters.check,
    meetings.check,
    orientation.check,
    notebooks.check,
    placing.check,
    copied.check,
)

__all__ = ["CHECKS", "Course", "check_course", "load_course"]


def load_course(folder: CourseFolder) -> Course:
    """Read a course's content and notebooks; what cannot be read is among its problems."""
    shelf = read_content(folder.content, folder.base)
    found, problems = read_notebooks(folder)
    return Course(folder, shelf, found, [*shelf.problems, *problems])


def check_course(course: Course) -> list[Problem]:
    """Every problem of a course, those of reading it included, in order of path."""
    problems = set(course.problems)
    for check in CHECKS:
        problems.update(check(course))
    return sorted(problems)

"""Where a step's files lie below a course root, the course's own or a small one."""

from __future__ import annotations

from pathlib import Path

from nbgrader.coursedir import CourseDirectory

STEPS = ("source", "submitted", "autograded", "feedback")


def make_small(course: CourseDirectory, root: Path) -> None:
    """Point a course directory to a small root, from which no step leads out."""
    course.root = str(root)
    for step in STEPS:
        setattr(course, f"{step}_directory", _name(course, step))


def below(course: CourseDirectory, step: str, student: str, assignment: str) -> Path:
    """A step's folder relative to a small root."""
    words = {"nbgrader_step": _name(course, step), "student_id": student}
    return Path(course.directory_structure.format(**words, assignment_id=assignment))


def in_course(course: CourseDirectory, step: str, student: str, assignment: str) -> Path:
    """A step's folder in the course."""
    return Path(course.format_path(getattr(course, f"{step}_directory"), student, assignment))


def _name(course: CourseDirectory, step: str) -> str:
    """The step's folder as it is configured, unless that is a place of its own on the disk."""
    configured: str = getattr(course, f"{step}_directory")
    return step if Path(configured).is_absolute() or ".." in Path(configured).parts else configured

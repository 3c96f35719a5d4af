"""An nbgrader course root: what lies in it, and how its gradebook is opened."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader
from nbgrader.coursedir import CourseDirectory

from .settings import put_tools_on_path

CONFIG = "nbgrader_config.py"
SQLITE = "sqlite:///"


class NotACourseRoot(LookupError):
    """The folder is no course root, or has no gradebook yet; the text says what to do."""


def open_gradebook(root: Path) -> Gradebook:
    """The gradebook of a course root, wherever its configuration puts it. Close it after use."""
    return gradebook_of(load_course(root))


def course_directory(root: Path) -> CourseDirectory:
    """What nbgrader itself knows of a course root that has a gradebook."""
    course = load_course(root)
    _require_gradebook(course)
    return course


def gradebook_of(course: CourseDirectory) -> Gradebook:
    """The gradebook of a course. Close it after use. NotACourseRoot where there is none yet."""
    _require_gradebook(course)
    return Gradebook(course.db_url, course.course_id)


def _require_gradebook(course: CourseDirectory) -> None:
    put_tools_on_path()
    url = course.db_url
    if url.startswith(SQLITE) and not Path(url.removeprefix(SQLITE)).is_file():
        raise NotACourseRoot(
            f"{course.root}: no gradebook yet; run `nbgrader generate_assignment p2` in it first"
        )


def load_course(
    root: Path, kind: type[NbGrader] = NbGrader, arguments: Sequence[str] = ()
) -> CourseDirectory:
    """The course as nbgrader itself finds it: the account's settings, then the root's.

    ``kind`` is the program of nbgrader's whose options ``arguments`` are. Its whole
    configuration is the result's ``config``.
    """
    if not any((root / name).is_file() for name in (CONFIG, "gradebook.db")):
        raise NotACourseRoot(
            f"{root}: no course root, for it has no {CONFIG}; make one with `attunement build`"
        )
    app = kind(log_level=logging.CRITICAL)
    app.load_cwd_config = False  # whatever course the command is called from
    app.raise_config_file_errors = True
    try:
        app.initialize(list(arguments), root=str(root.resolve()))
    except Exception as error:  # a configuration is a program: it may raise anything
        said = f"{type(error).__name__}: {error}".partition("\n")[0]
        raise NotACourseRoot(f"{root / CONFIG}: cannot be read ({said})") from None
    course = CourseDirectory(config=app.config)
    if "root" not in app.config.CourseDirectory:
        course.root = str(root.resolve())
    return course

"""An nbgrader course root: what lies in it, and how its gradebook is opened."""

from __future__ import annotations

import logging
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory

from .settings import put_tools_on_path

CONFIG = "nbgrader_config.py"
SQLITE = "sqlite:///"


class NotACourseRoot(LookupError):
    """The folder is no course root, or has no gradebook yet; the text says what to do."""


def open_gradebook(root: Path) -> Gradebook:
    """The gradebook of a course root, wherever its configuration puts it. Close it after use."""
    course = course_directory(root)
    return Gradebook(course.db_url, course.course_id)


def course_directory(root: Path) -> CourseDirectory:
    """What nbgrader itself knows of a course root that has a gradebook."""
    if not (root / CONFIG).is_file():
        raise NotACourseRoot(
            f"{root}: no course root, for it has no {CONFIG}; make one with `attunement build`"
        )
    put_tools_on_path()
    course = _course(root.resolve())
    url = course.db_url
    if url.startswith(SQLITE) and not Path(url.removeprefix(SQLITE)).is_file():
        raise NotACourseRoot(
            f"{root}: no gradebook yet; run `nbgrader generate_assignment p2` in it first"
        )
    return course


def _course(root: Path) -> CourseDirectory:
    """The course as nbgrader itself finds it: the account's settings, then the root's."""
    app = NbGrader(log_level=logging.CRITICAL)
    app.load_cwd_config = False  # whatever course the command is called from
    app.raise_config_file_errors = True
    try:
        app.initialize([], root=str(root))
    except Exception as error:  # a configuration is a program: it may raise anything
        said = f"{type(error).__name__}: {error}".partition("\n")[0]
        raise NotACourseRoot(f"{root / CONFIG}: cannot be read ({said})") from None
    return CourseDirectory(config=app.config)

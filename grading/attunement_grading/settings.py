"""What a course root's ``nbgrader_config.py`` sets, in one place.

The file in the root is three lines that call :func:`configure`; a hub's own configuration can
call it too. nbgrader's lists of preprocessors are taken from the installed nbgrader and
changed where a reflection needs something else, so that the rest stays nbgrader's own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import DeduplicateIds, Execute, SaveAutoGrades

from .export import SafeCsvExport
from .feedback import FeedbackExporter, GatherMarks
from .files import KeepLearnerFiles, ReleaseNotebooksOnly
from .keeping import KeepAnswers
from .marking import RunGradedCode, SettleAnswers
from .safe_html import CleanCells

COURSE_ID = "attunement"
ANSWER_STUB = "*Write your reflection here: click twice on this line, delete it and begin.*"


def put_tools_on_path() -> None:
    """Put this Python's own programs first on PATH.

    nbgrader runs ``alembic`` from PATH when it makes a gradebook; without this, it fails in a
    virtual environment that was not activated.
    """
    programs = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", os.defpath).split(os.pathsep)
    if programs not in paths:
        os.environ["PATH"] = os.pathsep.join([programs, *paths])


def configure(
    c: Any, *, root: Path, course_id: str = COURSE_ID, exchange: Path | str | None = None
) -> None:
    """Fill nbgrader's configuration object ``c`` for a course root.

    ``root`` is the course root; ``exchange`` the exchange folder, nbgrader's own default
    where None. Set anything else on ``c`` after this call.
    """
    put_tools_on_path()
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.course_id = course_id
    if exchange is not None:
        c.Exchange.root = str(exchange)
    c.ClearSolutions.text_stub = ANSWER_STUB
    c.GenerateAssignment.preprocessors = [ReleaseNotebooksOnly, *_of(GenerateAssignment)]
    c.Autograde.sanitize_preprocessors = _sanitising()
    c.Autograde.autograde_preprocessors = _autograding()
    c.GenerateFeedback.preprocessors = [GatherMarks]
    c.GenerateFeedback.exporter_class = FeedbackExporter
    c.HTMLExporter.preprocessors = [CleanCells]
    c.ExportApp.plugin_class = SafeCsvExport


def _of(converter: Any, trait: str = "preprocessors") -> list[type]:
    return list(converter.class_traits()[trait].default())


def _sanitising() -> list[type]:
    """Ours come first: they mend what nbgrader's would stop at or overwrite."""
    theirs = [one for one in _of(Autograde, "sanitize_preprocessors") if one is not DeduplicateIds]
    return [KeepLearnerFiles, KeepAnswers, *theirs]


def _autograding() -> list[type]:
    chosen: list[type] = []
    for one in _of(Autograde, "autograde_preprocessors"):
        chosen.append(RunGradedCode if one is Execute else one)
        if one is SaveAutoGrades:
            chosen.append(SettleAnswers)
    return chosen

"""What lies beside a notebook: released by nobody's oversight, overwritten by nobody's."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List, Unicode

OVERWRITTEN = "yours-{name}"
"""How a learner's file is named when the source holds one of the same name."""


def step_folder(preprocessor: Any, resources: dict[str, Any], step: str, student: str) -> Path:
    """A step's folder (release, submitted …); the converter that runs us knows the layout."""
    course = preprocessor.parent.parent.coursedir
    folder = getattr(course, f"{step}_directory")
    return Path(course.format_path(folder, student, resources["nbgrader"]["assignment"]))


def _beside(folder: Path) -> Iterator[Path]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return (path for path in files if path.suffix != ".ipynb")


def _free(path: Path) -> Path:
    """This path, or a longer one where a learner's file has the name already."""
    return _free(path.with_name(f"_{path.name}")) if path.exists() else path


class ReleaseNotebooksOnly(NbGraderPreprocessor):
    """Keeps files beside a source notebook out of the release.

    nbgrader copies whatever lies beside the notebook, a text twin with the marking in it too.
    """

    allowed = List(
        Unicode(), help="Names of files beside the notebook that learners are to have."
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Take the files out of the release folder; say so in the log."""
        for path in _beside(step_folder(self, resources, "release", ".")):
            if path.name not in self.allowed:
                path.unlink()
                self.log.warning("Not released, since only notebooks are: %s", path.name)
        return nb, resources


class KeepLearnerFiles(NbGraderPreprocessor):
    """Keeps a learner's file whose name the assignment's source also uses.

    nbgrader puts the source's file over it without a word; here the learner's version is laid
    beside it under another name.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Copy each overwritten file beside the one that replaced it."""
        student = resources["nbgrader"]["student"]
        graded = step_folder(self, resources, "autograded", student)
        submitted = step_folder(self, resources, "submitted", student)
        for path in _beside(submitted):
            self._keep(path, graded / path.relative_to(submitted))
        return nb, resources

    def _keep(self, theirs: Path, in_use: Path) -> None:
        if not in_use.is_file() or filecmp.cmp(theirs, in_use, shallow=False):
            return
        beside = _free(in_use.with_name(OVERWRITTEN.format(name=in_use.name)))
        shutil.copy(theirs, beside)
        self.log.warning("The source replaces %s; the learner's is %s", in_use.name, beside.name)

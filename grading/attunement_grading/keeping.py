"""The first step of autograding: mend the submission, keep every answer, report what was done.

Runs as the first of nbgrader's sanitising preprocessors, so under plain ``nbgrader autograde``
and the formgrader's button alike. The submission itself stays as it was under ``submitted/``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from attunement_course.catalog import UnknownId

from .duplicates import take_in
from .files import step_folder
from .mending import Kept, readable
from .released import Released, released_cells
from .restoring import restore
from .rubric import rubric_of
from .setting_aside import set_aside

KEPT = "kept"
KEY = "attunement"
"""Notebook metadata of ours. It replaces what was submitted, saved widgets among it: a marker's
page would fetch and run their code."""

OWN = "self_assessment"
"""Within it: what the learner wrote into the box for their own view."""


class KeepAnswers(NbGraderPreprocessor):
    """Restores released cells, gathers copied and misplaced answers, and reports both.

    The learner's own view of the text is set aside, in ``self_assessment`` of our metadata.
    """

    folder = Unicode(KEPT, help="Where reports are written, in the course root.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Mend one submitted notebook."""
        nb, about = readable(nb), resources["nbgrader"]
        assignment = about["assignment"]
        with Gradebook(about["db_url"]) as gradebook:
            released = released_cells(gradebook, about["notebook"], assignment)
            known = {one.name for one in gradebook.find_assignment(assignment).notebooks}
        folder = step_folder(self, resources, "submitted", about["student"])
        duplicates = take_in(nb, released, folder, known)
        own, rescued = _own_view(nb, assignment, released)
        nb.cells, mended = restore(nb.cells, released)
        kept = [*rescued, *mended, *duplicates]
        about_it = {"kept": [one.brief for one in kept]} | ({OWN: own} if own else {})
        nb.metadata = NotebookNode({KEY: about_it})
        self._report(about, kept)
        return nb, resources

    def _report(self, about: dict[str, str], kept: Sequence[Kept]) -> None:
        for one in kept:
            self.log.warning("%s: %s %s", about["student"], one.cell, one.note)
        root = Path(self.parent.parent.coursedir.root)  # pyright: ignore[reportOptionalMemberAccess]
        student = about["student"]
        path = report_path(about["assignment"], student, about["notebook"], self.folder)
        write_report(root / path, student, kept)


def report_path(assignment: str, student: str, notebook: str, folder: str = KEPT) -> Path:
    """Where the report on one submitted notebook is, below the course root."""
    return Path(folder, assignment, f"{student}-{notebook}.json")


def write_report(path: Path, student: str, kept: Sequence[Kept]) -> None:
    """Write a report, or remove the one before where there is nothing to report."""
    if not kept:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".aside")
    report = {"learner": student, "kept": [asdict(one) for one in kept]}
    aside.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    aside.replace(path)


def _own_view(
    nb: NotebookNode, assignment: str, released: Sequence[Released]
) -> tuple[str, list[Kept]]:
    """What stood in the box, which leaves the notebook; and whether it was the answer."""
    try:
        rubric = rubric_of(assignment)
    except UnknownId:  # not one of the course's: it has no box
        return "", []
    return set_aside(nb, rubric, released)

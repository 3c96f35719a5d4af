"""The course that a desk works in: nbgrader's folders, its gradebook, the answers in them."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from nbgrader.api import SourceCell
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import Connection, select

from ..rubric import Rubric
from ..safe_html import safe_html
from . import gradebook
from .answer import Answers, Shown
from .database import Database

PROMPTS = ("prompt", "case")
"""How the cells begin that tell a learner what to write: a marker has them at hand."""


class Course:
    """One course: where its files lie and the database of its marks."""

    def __init__(self, coursedir: CourseDirectory) -> None:
        self.coursedir = coursedir
        self.database = Database(coursedir.db_url)
        self.answers = Answers()
        self._prompts: dict[str, Markup] = {}

    @property
    def name(self) -> str:
        """The course's id, as nbgrader has it."""
        return self.coursedir.course_id

    def notebook(self, assignment: str, student: str) -> Path:
        """The autograded notebook of a submission."""
        folder = self.coursedir.format_path(
            self.coursedir.autograded_directory, student, assignment
        )
        return Path(folder) / f"{assignment}.ipynb"

    def answer(self, rubric: Rubric, student: str) -> Shown:
        """What a learner wrote, ready to be shown."""
        return self.answers.of(self.notebook(rubric.assignment, student), rubric)

    def prompt(self, connection: Connection, assignment: str) -> Markup:
        """What learners were asked to write, as it was released."""
        if assignment not in self._prompts:
            self._prompts[assignment] = _prompt(connection, assignment)
        return self._prompts[assignment]


def _prompt(connection: Connection, assignment: str) -> Markup:
    cells = SourceCell.__table__
    rows = connection.execute(
        select(cells.c.name, cells.c.source)
        .join(gradebook.notebook, gradebook.notebook.c.id == cells.c.notebook_id)
        .join(gradebook.assignment, gradebook.assignment.c.id == gradebook.notebook.c.assignment_id)
        .where(gradebook.assignment.c.name == assignment)
    )
    texts = {name.removeprefix(f"{assignment}-"): source for name, source in rows}
    wanted = [text for start in PROMPTS for name, text in texts.items() if name.startswith(start)]
    return safe_html("\n\n".join(wanted), below=1)

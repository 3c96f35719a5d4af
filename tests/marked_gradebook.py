"""A gradebook as nbgrader keeps it after marking: p2 by its rubric."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from nbgrader.api import Gradebook

from attunement_grading.build import build_root
from attunement_grading.rubric import rubric_of
from attunement_grading.settings import put_tools_on_path

RUBRIC = rubric_of("p2")
P2 = "p2"


@contextmanager
def gradebook_at(path: Path | None = None) -> Iterator[Gradebook]:
    """An empty gradebook with p2 in it, in a file or in memory."""
    put_tools_on_path()
    with Gradebook(f"sqlite:///{path or ''}", "attunement") as book:
        book.add_assignment(P2)
        book.add_notebook(P2, P2)
        book.add_grade_cell(RUBRIC.answer_id, P2, P2, max_score=0, cell_type="markdown")
        book.add_solution_cell(RUBRIC.answer_id, P2, P2)
        for criterion in RUBRIC.criteria:
            id = RUBRIC.grade_id(criterion)
            book.add_task_cell(id, P2, P2, max_score=criterion.points, cell_type="markdown")
        yield book


def mark(book: Gradebook, learner: str, levels: Iterable[float | None], comment: str = "") -> None:
    """Mark a learner's p2, criterion by criterion; None leaves one to be marked."""
    submission = book.add_submission(P2, learner)
    submission.timestamp = datetime(2026, 5, 4, 9, 30)  # as nbgrader keeps it
    (notebook,) = submission.notebooks
    grades = {grade.name: grade for grade in notebook.grades}
    comments = {one.name: one for one in notebook.comments}
    grades[RUBRIC.answer_id].auto_score = 0
    grades[RUBRIC.answer_id].needs_manual_grade = False
    for criterion, level in zip(RUBRIC.criteria, levels, strict=True):
        grade = grades[RUBRIC.grade_id(criterion)]
        grade.manual_score, grade.needs_manual_grade = level, level is None
        comments[RUBRIC.grade_id(criterion)].manual_comment = comment
    book.db.commit()


def root_with(folder: Path) -> Path:
    """A course root whose gradebook has three learners: all marked, partly marked, nothing."""
    build_root(folder, (P2,), course_id="attunement")
    with gradebook_at(folder / "gradebook.db") as book:
        book.add_student("ada", first_name="Ada", last_name="Byron", email="ada@example.org")
        book.add_student("ben", first_name="Ben, Jr.", last_name="=1+1", email="ben@example.org")
        book.add_student("cleo", first_name="Cleo", lms_user_id="777")
        mark(book, "ada", [3, 2.5, 4, 2, 3], "Say more.")
        mark(book, "ben", [3, None, 4, 2, 3])
    return folder

"""Marks as a table: one row a learner and assignment, with each criterion and the total."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from attunement_course.catalog import UnknownId

from .marks import Marks, read_marks
from .rubric import Rubric, rubric_of
from .spreadsheet import Row, write_csv

WHO = ("assignment", "learner", "last_name", "first_name", "email", "handed_in", "state")
SUMS = ("total", "late_penalty", "total_after_penalty", "out_of")
MARKED = "marked"


def mark_rows(
    gradebook: Gradebook, assignments: Sequence[str] = (), students: Sequence[str] = ()
) -> tuple[list[str], list[Row]]:
    """Column names, and a row for each learner and assignment (all of them if none is named).

    A learner who handed nothing in has a row with empty marks.
    """
    chosen = [one for one in gradebook.assignments if not assignments or one.name in assignments]
    learners = [one for one in gradebook.students if not students or one.id in students]
    rubrics = {one.name: _rubric(one.name) for one in chosen}
    rows = [
        _row(gradebook, one, learner, rubrics[one.name]) for one in chosen for learner in learners
    ]
    criteria = [c.id for rubric in rubrics.values() if rubric for c in rubric.criteria]
    return [*WHO, *dict.fromkeys(criteria), *SUMS], rows


def _rubric(assignment: str) -> Rubric | None:
    """None for work that is not the course's: it is exported by its total alone."""
    try:
        return rubric_of(assignment)
    except UnknownId:
        return None


def _row(gradebook: Gradebook, assignment: Any, learner: Any, rubric: Rubric | None) -> Row:
    row: Row = {
        "assignment": assignment.name,
        "learner": learner.id,
        "last_name": learner.last_name or "",
        "first_name": learner.first_name or "",
        "email": learner.email or "",
        "state": "not handed in",
        "out_of": float(assignment.max_score or 0),
    }
    try:
        submission = gradebook.find_submission(assignment.name, learner.id)
    except MissingEntry:
        return row
    if submission.timestamp:
        row["handed_in"] = submission.timestamp.isoformat(sep=" ", timespec="seconds")
    waits = submission.needs_manual_grade
    row["state"] = "waits for marking" if waits else MARKED
    if rubric is not None:
        row |= _criteria(read_marks(gradebook, rubric, learner.id))
    return row | _sums(submission.score, submission.late_submission_penalty)


def _criteria(marks: Marks) -> Row:
    row: Row = {m.criterion.id: m.points for m in marks.marks if m.points is not None}
    if not marks.complete:
        row["state"] = "partly marked" if marks.marked else "waits for marking"
    return row


def _sums(total: float | None, penalty: float | None) -> Row:
    total, penalty = float(total or 0), float(penalty or 0)
    after = max(0.0, total - penalty)
    return {"total": total, "late_penalty": penalty, "total_after_penalty": after}


class SafeCsvExport(ExportPlugin):
    """What plain ``nbgrader export`` writes in a course root: the same safe table."""

    def export(self, gradebook: Gradebook) -> None:
        """Write to ``--to``, or grades.csv; ``--assignment`` and ``--student`` choose rows."""
        target = Path(self.to or "grades.csv")
        names = [[str(one) for one in chosen] for chosen in (self.assignment, self.student)]
        write_csv(target, *mark_rows(gradebook, *names))
        self.log.info("Exported grades to %s", target)

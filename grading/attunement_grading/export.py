"""Marks as a table: one row a learner and assignment, with each criterion and the total.

Written with the csv module, every text quoted. A text that a spreadsheet would run as a
formula gets an apostrophe in front, as OWASP's page on CSV injection advises.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from attunement_course.catalog import UnknownId

from .marks import Marks, read_marks
from .rubric import Rubric, rubric_of

Cell = str | float
Row = dict[str, Cell]

WHO = ("assignment", "learner", "last_name", "first_name", "email", "handed_in", "state")
SUMS = ("total", "late_penalty", "total_after_penalty", "out_of")
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet read a cell as a formula, wide forms included."""


def safe_cell(value: Cell) -> Cell:
    """A value that no spreadsheet runs; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    runs = value.lstrip(" ").startswith(FORMULA) or value.lstrip().startswith(FORMULA)
    return f"'{value}" if runs else value


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
    row["state"] = "waits for marking" if waits else "marked"
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


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Row], bom: bool = False) -> None:
    """Write the table aside, then put it in place. ``bom`` helps older spreadsheets see UTF-8."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    encoding = "utf-8-sig" if bom else "utf-8"
    try:
        with aside.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
            writer.writerow(columns)
            for row in rows:
                writer.writerow([safe_cell(row.get(column, "")) for column in columns])
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


WRITERS = {"csv": write_csv}
"""Forms of the table, by the word that ``--to`` takes."""


class SafeCsvExport(ExportPlugin):
    """What plain ``nbgrader export`` writes in a course root: the same safe table."""

    def export(self, gradebook: Gradebook) -> None:
        """Write to ``--to``, or grades.csv; ``--assignment`` and ``--student`` choose rows."""
        target = Path(self.to or "grades.csv")
        names = [[str(one) for one in chosen] for chosen in (self.assignment, self.student)]
        write_csv(target, *mark_rows(gradebook, *names))
        self.log.info("Exported grades to %s", target)

"""What autograding does to marks: nothing that a person has to undo."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute, NbGraderPreprocessor


class RunGradedCode(Execute):
    """Runs a notebook only where its assignment has code that is graded.

    A reflection is never executed: no kernel starts, and a code cell that a learner added
    stays text.
    """

    def preprocess(
        self,
        nb: NotebookNode,
        resources: dict[str, Any] | None = None,
        km: Any = None,
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run the notebook, or hand it on as it is."""
        about = (resources or {})["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(about["notebook"], about["assignment"])
            runs = any(cell.cell_type == "code" for cell in notebook.grade_cells)
        return super().preprocess(nb, resources, km) if runs else (nb, resources or {})


class SettleAnswers(NbGraderPreprocessor):
    """Settles which cells wait for a marker.

    A cell worth no points has nothing to be marked: its points are in the task cells. A task
    that was marked before and is autograded again waits for another look, as nbgrader has it
    for other cells.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Update the submission's grades in the gradebook."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            submission = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            for grade in submission.grades:
                _settle(grade)
            gradebook.db.commit()
        return nb, resources


def _settle(grade: Any) -> None:
    if grade.max_score == 0 and grade.manual_score is None:
        grade.auto_score = 0
        grade.needs_manual_grade = False
    elif grade.cell.type == "TaskCell" and grade.manual_score is not None:
        grade.needs_manual_grade = True

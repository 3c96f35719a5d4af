"""Feedback that says, for each criterion, where the work stands and what comes next.

nbgrader's own ``generate_feedback`` makes it, through two of its settings: a preprocessor that
reads the marks, and an exporter that writes the page. The rubric comes from the catalogue by
the assignment's id; what a submitted notebook says of points or criteria is never read.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import compute_checksum
from traitlets import default

from attunement_course.catalog import UnknownId

from .keeping import KEY, OWN
from .marks import Mark, Marks, read_marks
from .mending import ADDED, COPY, LOCKED, MISPLACED, OTHER, RESTORED
from .rubric import rubric_of
from .safe_html import as_typed, safe_html
from .self_assessment import SelfAssessment, read_self_assessment

BELOW = 2
"""Headings in a learner's text start two levels down: the page has its own first two."""

MENDED = {
    COPY: "The answer cell was there more than once. All copies were read; they are joined below.",
    ADDED: "Cells were added to the notebook. They were read as well.",
    LOCKED: "Something was typed into a locked cell. It was read as well.",
    RESTORED: "A cell was missing from the notebook and was put back.",
    MISPLACED: "The answer cell was empty, so what you wrote in the box for your own view was read "
    "as your reflection.",
    OTHER: "Another notebook was handed in too. It was read only if this one had no answer.",
}


class GatherMarks(NbGraderPreprocessor):
    """Reads the submission's marks from the gradebook, for the page to show."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Put the marks into ``resources``; an assignment without a rubric is an error."""
        about = resources["nbgrader"]
        try:
            rubric = rubric_of(about["assignment"])
        except UnknownId as unknown:
            raise LookupError(f"no feedback for {about['assignment']}: {unknown}") from None
        with Gradebook(about["db_url"]) as gradebook:
            resources[KEY] = read_marks(gradebook, rubric, about["student"])
        return nb, resources


@dataclass(frozen=True)
class Passage:
    """A piece of the learner's writing, safe to show."""

    html: Markup
    added: bool
    """Whether it stood in a cell that the learner added."""


class FeedbackExporter(Exporter):
    """Writes the feedback page: one file, no script, nothing loaded from anywhere."""

    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Run the preprocessors, then write the page from what they found."""
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        return feedback_page(nb, resources[KEY]), resources


def feedback_page(nb: NotebookNode, marks: Marks) -> str:
    """The page for one submission."""
    style, own = _style(), _own(nb, marks)
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("attunement_grading", "pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"points": points, "cleaned": _cleaned}
    return environment.get_template("feedback.html.j2").render(
        marks=marks,
        rubric=marks.rubric,
        passages=passages(nb, marks.rubric.answer_id),
        mended=mended(nb),
        own=own,
        level_of=lambda mark: _own_level(own, mark),
        style=Markup(style),  # noqa: S704
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _cleaned(text: str) -> Markup:
    return safe_html(text, below=BELOW + 1)


def _style() -> str:
    tokens = files("attunement_course").joinpath("look/tokens.css").read_text(encoding="utf-8")
    own = files("attunement_grading").joinpath("pages/feedback.css").read_text(encoding="utf-8")
    return f"\n{tokens}\n{own}"


def points(value: float) -> str:
    """Points as people write them: 2.5, and 3 rather than 3.0."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def passages(nb: NotebookNode, answer_id: str) -> list[Passage]:
    """What the learner wrote, in order: the answer, and whatever stood in added cells.

    ``nb`` is the autograded notebook, whose released cells autograding has put in order; the
    answer is shown only if it differs from the prompt to write one.
    """
    found: list[Passage] = []
    for cell in nb.cells:
        grade_id = (cell.metadata.get("nbgrader") or {}).get("grade_id")
        if grade_id not in (None, answer_id) or _empty(cell):
            continue
        if cell.cell_type == "markdown":
            shown = safe_html(cell.source, cell.get("attachments"), BELOW)
        else:
            shown = as_typed(cell.source)
        found.append(Passage(shown, added=grade_id is None))
    return found


def _empty(cell: NotebookNode) -> bool:
    """Blank, or an answer cell with the very text that it was given out with."""
    given_out = (cell.metadata.get("nbgrader") or {}).get("checksum")
    return not cell.source.strip() or (
        given_out is not None and compute_checksum(cell) == given_out
    )


def _own(nb: NotebookNode, marks: Marks) -> SelfAssessment:
    """What the learner made of the text; autograding has put it into the metadata."""
    return read_self_assessment(str(nb.metadata.get(KEY, {}).get(OWN, "")), marks.rubric)


def _own_level(own: SelfAssessment, mark: Mark) -> str:
    """The level in words that a learner gave; empty where none was named."""
    view = own.views.get(mark.criterion.id)
    return mark.criterion.standing(view.level).level if view and view.level else ""


def mended(nb: NotebookNode) -> list[str]:
    """What autograding had to put in order, one sentence each."""
    kept = nb.metadata.get(KEY, {}).get("kept", [])
    done = {one["what"] for one in kept}
    return [text for what, text in MENDED.items() if what in done]

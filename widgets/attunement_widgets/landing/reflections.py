"""A learner's assignments as the page shows them: the state, and the one next step.

Made from the listing of nbgrader's `assignment_list` extension and from the learner's own
notebook. Nothing here changes a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import nbformat
from nbgrader.utils import compute_checksum, is_solution

State = Literal["fetch", "write", "submit", "wait", "feedback", "read"]
STEPS = ("Fetch", "Write", "Submit", "Wait", "Read")
PLACE: dict[State, int] = {
    "fetch": 0, "write": 1, "submit": 2, "wait": 3, "feedback": 4, "read": 4,
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What stands in a notebook's answer cells.

    `touched` is False while every answer cell is still as it was released, by the checksum
    that nbgrader wrote into it; `words` counts runs of letters and figures.
    """

    text: str
    touched: bool

    @property
    def words(self) -> int:
        """How many words the answer has; none while it is untouched."""
        return len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", self.text)) if self.touched else 0


@dataclass(frozen=True)
class Reflection:
    """One assignment of one learner. Paths are relative to the server's folder."""

    id: str
    state: State
    fetched: bool
    notebook: str | None
    words: int
    submitted: str | None
    changed_since: bool
    feedback: str | None

    @property
    def step(self) -> int:
        """The place of the current step in STEPS, from 0."""
        return PLACE[self.state]


def read_answer(path: Path) -> Answer | None:
    """The answer in one notebook, or None where it cannot be read."""
    try:
        notebook: Any = nbformat.read(path, as_version=4)
        cells = [cell for cell in notebook.cells if is_solution(cell)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, nbformat.ValidationError):
        return None
    touched = any(compute_checksum(c) != c.metadata.nbgrader.get("checksum") for c in cells)
    return Answer("\n\n".join(cell.source for cell in cells), touched)


def reflections(listing: list[dict[str, Any]], folder: Path) -> list[Reflection]:
    """Every released or submitted assignment of the listing, by id; `folder` is the server's."""
    released = {one["assignment_id"]: one for one in listing if one["status"] != "submitted"}
    handed_in = {one["assignment_id"]: one for one in listing if one["status"] == "submitted"}
    return [
        _reflection(key, released.get(key), handed_in.get(key), folder)
        for key in sorted({*released, *handed_in})
    ]


def _reflection(
    key: str, released: dict[str, Any] | None, handed_in: dict[str, Any] | None, folder: Path
) -> Reflection:
    fetched = released is not None and released["status"] == "fetched"
    notebook = _first_notebook(released) if fetched else None
    answer = read_answer(folder / notebook) if notebook else None
    last = handed_in["submissions"][-1] if handed_in else None
    return Reflection(
        id=key,
        state=_state(fetched, answer, last),
        fetched=fetched,
        notebook=notebook,
        words=answer.words if answer else 0,
        submitted=last["timestamp"] if last else None,
        changed_since=_changed(answer, last),
        feedback=_feedback(handed_in),
    )


def _first_notebook(released: dict[str, Any] | None) -> str | None:
    notebooks = released["notebooks"] if released else []
    return notebooks[0]["path"] if notebooks else None


def _state(fetched: bool, answer: Answer | None, last: dict[str, Any] | None) -> State:
    if last is None:
        if not fetched:
            return "fetch"
        return "submit" if answer and answer.touched else "write"
    if last["has_local_feedback"] and not last["feedback_updated"]:
        return "read"
    return "feedback" if last["has_exchange_feedback"] else "wait"


def _changed(answer: Answer | None, last: dict[str, Any] | None) -> bool:
    if answer is None or last is None or not last["notebooks"]:
        return False
    sent = read_answer(Path(last["notebooks"][0]["path"]))
    return sent is not None and sent.text != answer.text


def _feedback(handed_in: dict[str, Any] | None) -> str | None:
    """The newest feedback that is in the learner's folder, though later work may wait."""
    for one in reversed(handed_in["submissions"] if handed_in else []):
        if one["has_local_feedback"] and one["notebooks"]:
            return f"{one['local_feedback_path']}/{one['notebooks'][0]['notebook_id']}.html"
    return None

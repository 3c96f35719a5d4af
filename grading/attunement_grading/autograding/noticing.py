"""Notices in a notebook what a marker or an instructor would want to be told of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from logging import Logger
from typing import Any

from nbformat import NotebookNode

from .nursery.cut import CUT
from .records import Notebook
from .words import first_line

REFUSED = re.compile(
    r"\[Errno (1|13|30|99|101|111|113)\]|Temporary failure in name resolution|"
    r"Name or service not known"
)
"""Errors by which the operating system refuses: rights, files that are read only, networks."""
NOT_THERE = re.compile(r"\[Errno 2\].*'/|^unable to open database file")
"""A file that is looked for by its whole path, or a database (SQLite does not say which);
nothing of this machine's is in the sandbox."""


class Kernelspec:
    """A step before all others: says where a submission names another kernel than was given out.

    nbgrader puts the assignment's own in its place without a word.
    """

    def __init__(self, notebooks: dict[str, Notebook], log: Logger) -> None:
        self.notebooks = notebooks
        self.log = log

    def __call__(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Look, and leave the notebook as it is."""
        notebook = self.notebooks[resources["nbgrader"]["notebook"]]
        ours = _name(json.loads(notebook.kernelspec or "{}"))
        theirs = _name(nb.metadata.get("kernelspec"))
        if ours and theirs != ours:
            named = f"the kernel {theirs!r}" if theirs else "no kernel"
            self.log.warning("%s names %s; %r was used", notebook.name, named, ours)
        return nb, resources


def _name(spec: Any) -> str:
    return str(spec.get("name") or "") if isinstance(spec, dict) else ""


def refusals(nb: NotebookNode) -> Iterator[str]:
    """What running a notebook met with that the code should not have tried or had no room for."""
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            said = _said(output)
            if said:
                name = (cell.metadata.get("nbgrader") or {}).get("grade_id") or cell.get("id", "")
                yield f"{name}: {said}"


def _said(output: Any) -> str | None:
    if output.output_type == "stream" and CUT in output.text:
        return "its output was cut where it passed the limit"
    if output.output_type != "error":
        return None
    about = first_line(f"{output.ename}: {output.evalue}")
    if output.ename == "MemoryError":
        return "its code wanted more memory than it may have"
    if REFUSED.search(output.evalue):
        return f"its code was refused something ({about})"
    if NOT_THERE.search(output.evalue):
        return f"its code looked outside its folder ({about})"
    return None

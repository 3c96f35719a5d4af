"""`attunement build`: a course root that plain nbgrader works in from the first command on."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from attunement_course.catalog import UnknownId
from attunement_course.course_folder import find_course
from attunement_course.nearest import nearest

from .assignment import SourceFault, build_notebook, read_source
from .course_root import CONFIG
from .rubric import Rubric, rubric_of

COURSE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
INSTITUTION = "institution"
"""Id of the cell that holds the institution's duty-to-report text."""
SHOWN = 4
"""How many of a folder's entries a refusal names."""


class CannotBuild(RuntimeError):
    """Nothing was built; the text says why and what to do, in one line."""


def assignments_folder() -> Path:
    """Where the assignments' sources lie: in this package, or beside the course's package."""
    packaged = Path(str(files("attunement_grading").joinpath("assignments")))
    if packaged.is_dir():
        return packaged
    try:
        return find_course().assignments
    except LookupError as error:
        raise CannotBuild(f"the assignments' sources are missing: {error}") from None


def known_assignments(folder: Path) -> list[str]:
    """Assignments with a source, by name."""
    return sorted(path.stem for path in folder.glob("*.ipynb"))


def build_root(
    root: Path,
    assignments: Sequence[str] = (),
    *,
    course_id: str = "attunement",
    exchange: Path | None = None,
    duty_to_report: str | None = None,
    folder: Path | None = None,
    progress: Callable[[str], None] = print,
) -> Path:
    """Make a course root at ``root``; all assignments if none is named.

    ``duty_to_report`` replaces the text of the ``institution`` cell. One line goes to
    ``progress`` for each assignment. Raises CannotBuild, and then changes nothing.
    """
    refuse_occupied(root)
    if not COURSE_ID.fullmatch(course_id):
        raise CannotBuild(f"course id {course_id!r}: use letters, digits, '.', '-' and '_'")
    folder = folder or assignments_folder()
    chosen = list(dict.fromkeys(assignments)) or known_assignments(folder)
    if not chosen:
        raise CannotBuild(f"{folder}: no assignment there to build (expected NAME.ipynb)")
    built = [_build_one(name, folder, duty_to_report) for name in chosen]
    with _aside(root) as work:
        for rubric, notebook in built:
            _write_assignment(work, rubric, notebook)
            progress(_summary(rubric, notebook))
        (work / CONFIG).write_text(_config(course_id, exchange), encoding="utf-8")
        (work / "README.md").write_text(_readme(course_id, chosen), encoding="utf-8")
    return root


def refuse_occupied(root: Path) -> None:
    """CannotBuild if ``root`` is a file, or a folder with anything in it."""
    if root.is_symlink() or (root.exists() and not root.is_dir()):
        raise CannotBuild(f"{root}: a file or a link is there; give a new folder. Nothing changed")
    entries = sorted(path.name for path in root.iterdir()) if root.exists() else []
    if entries:
        more = f" and {len(entries) - SHOWN} more" if len(entries) > SHOWN else ""
        raise CannotBuild(
            f"{root}: not empty, it holds {', '.join(entries[:SHOWN])}{more}; "
            "give a new folder. Nothing changed"
        )


def _build_one(name: str, folder: Path, duty_to_report: str | None) -> tuple[Rubric, NotebookNode]:
    known = known_assignments(folder)
    if name not in known:
        raise CannotBuild(f"there is no assignment {name!r}{nearest(name, known)}")
    try:
        source = read_source(folder / f"{name}.ipynb")
        rubric = rubric_of(name)
        _fill_institution(source, duty_to_report)
        return rubric, build_notebook(source, rubric)
    except (SourceFault, UnknownId) as fault:
        raise CannotBuild(str(fault)) from None


def _fill_institution(source: NotebookNode, text: str | None) -> None:
    for cell in source.cells:
        if text is not None and cell.get("id") == INSTITUTION:
            heading = cell.source.splitlines()[0]
            cell.source = f"{heading}\n\n{text.strip()}"


@contextmanager
def _aside(root: Path) -> Iterator[Path]:
    """A folder whose content becomes ``root``'s only once all of it is written.

    Where ``root`` exists, it lies in it, since the folder above may not be ours to write in,
    and ``root`` may be another disk or where somebody's shell is.
    """
    above = root if root.exists() else root.parent
    work = None
    try:
        above.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".building-", dir=above))
        yield work
        _put_in_place(work, root)
    except OSError as error:
        raise CannotBuild(f"{root}: could not be written ({error.strerror})") from None
    finally:
        if work:
            shutil.rmtree(work, ignore_errors=True)


def _put_in_place(work: Path, root: Path) -> None:
    if not root.exists():
        work.replace(root)
        return
    for path in sorted(work.iterdir()):
        path.replace(root / path.name)


def _write_assignment(work: Path, rubric: Rubric, notebook: NotebookNode) -> None:
    """The notebook alone: whatever lies beside it would be copied to learners."""
    path = work / "source" / rubric.assignment / f"{rubric.assignment}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def _summary(rubric: Rubric, notebook: NotebookNode) -> str:
    return (
        f"{rubric.assignment}: {rubric.title} · {len(notebook.cells)} cells, "
        f"{len(rubric.criteria)} criteria, {rubric.points} points"
    )


def _config(course_id: str, exchange: Path | None) -> str:
    text = files("attunement_grading").joinpath("pages/nbgrader_config.py.txt").read_text("utf-8")
    place = f", exchange={str(exchange.resolve())!r}" if exchange else ""
    return text.replace("COURSE_ID", repr(course_id)).replace(", EXCHANGE", place)


def _readme(course_id: str, assignments: Sequence[str]) -> str:
    text = files("attunement_grading").joinpath("pages/course_root.md").read_text("utf-8")
    words = {"COURSE_ID": course_id, "ALL_ASSIGNMENTS": ", ".join(assignments)}
    for name, value in {**words, "ASSIGNMENT": assignments[0]}.items():
        text = text.replace(name, value)
    return text

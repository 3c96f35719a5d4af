"""The demo's course, through nbgrader itself: generated, released, and handed in by one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from ..course_root import CONFIG
from .demo import COURSE, Demo
from .people import EARLY, LEARNERS
from .refusals import Refusal

CACHE = Path(".local/share/jupyter/nbgrader_cache")
"""Where nbgrader keeps copies of what a learner submitted, from the learner's home."""


def settings(demo: Demo) -> Config:
    """What nbgrader works with in the demo's course, without the hub's own authenticator.

    The hub is not running yet when the course is set up, so nobody can be asked for groups.
    """
    config = PyFileConfigLoader(CONFIG, path=str(demo.course_root)).load_config()
    config.Exchange.path_includes_course = True
    return config


def release(demo: Demo, assignments: Iterable[str]) -> None:
    """Generate the learners' version of each assignment and put it into the exchange."""
    config = settings(demo)
    api = NbGraderAPI(CourseDirectory(config=config), Authenticator(config=config), config=config)
    for one in assignments:
        _require(api.generate_assignment(one), f"{one} could not be generated")
        _require(api.release_assignment(one), f"{one} could not be released")


def enrol(demo: Demo) -> None:
    """Enter the demo's learners in the gradebook by their written names."""
    db = CourseDirectory(config=settings(demo)).db_url
    with Gradebook(db, COURSE) as gradebook:
        for person in LEARNERS:
            names: Any = {"first_name": person.first_name, "last_name": person.last_name}
            gradebook.update_or_create_student(person.name, **names)


def hand_in(demo: Demo, assignment: str, answer: str) -> None:
    """Fetch, write and submit one assignment as the learner who is ahead of the others."""
    home = demo.home(EARLY.name)
    home.mkdir(parents=True, exist_ok=True)
    config = settings(demo)
    config.CourseDirectory.student_id = EARLY.name
    config.CourseDirectory.assignment_id = assignment
    config.Exchange.assignment_dir = str(home)
    config.Exchange.cache = str(home / CACHE)
    factory = ExchangeFactory(config=config)
    _exchange(factory.FetchAssignment, config)
    for notebook in sorted((home / COURSE / assignment).glob("*.ipynb")):
        write_answer(notebook, answer)
    _exchange(factory.Submit, config)


def write_answer(path: Path, answer: str) -> None:
    """Put `answer` into the notebook's first answer cell (Markdown, nbgrader's `solution`)."""
    notebook: Any = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = answer
            nbformat.write(notebook, path)
            return
    raise Refusal(f"{path.name} has no answer cell to write the demo's answer into")


def _exchange(action: Any, config: Config) -> None:
    action(
        coursedir=CourseDirectory(config=config),
        authenticator=Authenticator(config=config),
        config=config,
    ).start()


def _require(result: dict[str, Any], failed: str) -> None:
    if not result["success"]:
        words = (result.get("error") or result.get("log") or "").strip().splitlines()
        raise Refusal(f"{failed}: {words[-1] if words else 'nbgrader gave no reason'}")

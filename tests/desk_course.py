"""A real course root for the desk: nbgrader's own gradebook, and as many submissions as wanted.

The root is generated, and one submission collected and autograded, by nbgrader itself. Further
learners are copies of that one, row by row and file by file, since autograding takes a second
each.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory as NbGraderCourse
from sqlalchemy import Connection, Table, select
from traitlets.config.loader import PyFileConfigLoader

from attunement_grading.build import build_root
from attunement_grading.course_root import CONFIG, course_directory, open_gradebook
from attunement_grading.desk.actions import Action, Answer, perform
from attunement_grading.desk.calibration import waive
from attunement_grading.desk.course import Course
from attunement_grading.desk.database import Database
from attunement_grading.desk.people import Person
from attunement_grading.desk.refusals import Conflict

FIRST = "first-learner"
TEXT = "I said *you must be tired*, and she picked up her bag. "
BEGAN = datetime(2026, 3, 2, 9, 0)
TABLES: list[Table] = [
    one.__table__ for one in (Student, SubmittedAssignment, SubmittedNotebook, Grade, Comment)
]
INSTRUCTOR = Person("noor", "Noor Haddad", instructor=True)
INES = Person("ines", "Inês Duarte")
SIONE = Person("sione", "Sione Tupou")
AMIT = Person("amit", "Amit Rao")
KEYS = count()


@pytest.fixture(scope="session")
def autograded_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course root in which one learner's p2 has been autograded by nbgrader itself."""
    return make_root(tmp_path_factory.mktemp("desk") / "root")


def make_root(root: Path) -> Path:
    """Build, generate, hand in and autograde, as a course does."""
    build_root(root, ["p2"], course_id="attunement", progress=lambda _line: None)
    config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    coursedir = NbGraderCourse(config=config)
    api = NbGraderAPI(coursedir, Authenticator(config=config), config=config)
    require(api.generate_assignment("p2"))
    submitted = root / "submitted" / FIRST / "p2"
    shutil.copytree(root / "release/p2", submitted)
    (submitted / "timestamp.txt").write_text(f"{BEGAN.isoformat(sep=' ')} UTC")
    write_answer(submitted / "p2.ipynb", TEXT * 45)
    require(api.autograde("p2", FIRST))
    return root


def require(done: dict[str, Any]) -> None:
    assert done["success"], done.get("error") or done.get("log")


@dataclass
class DeskCourse:
    """A course with submissions, and the desk's own view of it."""

    root: Path
    course: Course

    @property
    def database(self) -> Database:
        return self.course.database

    def act(self, person: Person, do: Any, *arguments: Any, key: str | None = None) -> Answer:
        """Do one action as somebody; each call is a new one unless it gets an earlier key."""
        name = key or f"test-{next(KEYS):08}"
        asked = {"do": do.__name__, "arguments": json.dumps(arguments, default=str)}

        def run(act: Action) -> Answer:
            return do(act, *arguments)

        return perform(self.database, person, do.__name__[:40], name, asked, run)

    def waive(self, *people: Person) -> None:
        """Let these mark without calibration, unless they do already."""
        for person in people:
            with suppress(Conflict):
                self.act(INSTRUCTOR, waive, "p2", person.name, "A test of something else.")

    def look(self, find: Any, *arguments: Any) -> Any:
        with self.database.reading() as connection:
            return find(connection, *arguments)

    def rows(self, table: Table, *where: Any) -> list[Any]:
        with self.database.reading() as connection:
            return list(
                connection.execute(select(table).where(*where).order_by(*table.primary_key))
            )

    def scores(self, learner: str, assignment: str = "p2") -> dict[str, float | None]:
        """What nbgrader's own API reads from the gradebook, by criterion."""
        with open_gradebook(self.root) as gradebook:
            found: Any = gradebook.find_submission_notebook(assignment, assignment, learner)
            return {
                grade.name.removeprefix(f"{assignment}-"): grade.manual_score
                for grade in found.grades
                if not grade.name.endswith("-answer")
            }


def make_course(
    source: Path, folder: Path, learners: int, texts: Any = None, name: str = "root"
) -> DeskCourse:
    """A copy of the root with this many learners, `learner-0001` and so on."""
    root = folder / name
    shutil.copytree(source, root)
    course = Course(course_directory(root))
    with course.database.writing() as connection:
        template = {table.name: _rows(connection, table) for table in TABLES}
        for table in reversed(TABLES):
            connection.execute(table.delete())
        names = [f"learner-{number:04}" for number in range(1, learners + 1)]
        for table in TABLES:
            rows = [_copy(template, table, name, n) for n, name in enumerate(names)]
            flat = [row for several in rows for row in several]
            if flat:
                connection.execute(table.insert(), flat)
    _write_notebooks(root, names, texts)
    return DeskCourse(root, course)


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(select(table))]


def _copy(
    template: dict[str, list[dict[str, Any]]], table: Table, name: str, number: int
) -> list[dict[str, Any]]:
    """The template learner's rows as another's: ids are the learner's name and their own."""
    copies = []
    for row in template[table.name]:
        new = dict(row)
        if table.name == "student":
            new.update(id=name, first_name=f"First{number}", last_name=f"Last{number}")
        elif table.name == "submitted_assignment":
            when = BEGAN + timedelta(minutes=number)
            new.update(id=_id(name, "a"), student_id=name, timestamp=when)
        elif table.name == "submitted_notebook":
            new.update(id=_id(name, "n"), assignment_id=_id(name, "a"))
        else:
            new.update(id=uuid4().hex, notebook_id=_id(name, "n"))
        copies.append(new)
    return copies


def _id(name: str, kind: str) -> str:
    return f"{kind}-{name}".ljust(32, "-")


def _write_notebooks(root: Path, names: list[str], texts: Any) -> None:
    first = root / "autograded" / FIRST / "p2/p2.ipynb"
    whole = json.loads(first.read_text(encoding="utf-8"))
    for step in ("autograded", "submitted"):
        shutil.rmtree(root / step / FIRST)
    for number, name in enumerate(names):
        text = texts(number) if texts else f"Answer of number {number}. " + TEXT * 45
        write_answer(root / "autograded" / name / "p2/p2.ipynb", text, whole)


def write_answer(path: Path, text: str, whole: dict[str, Any] | None = None) -> None:
    """Put a text into a notebook's answer cell; ``whole`` is the notebook where none is there."""
    notebook = whole or json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "p2-answer":
            cell["source"] = [text]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


@pytest.fixture
def desk(autograded_root: Path, tmp_path: Path) -> Iterator[DeskCourse]:
    """A course with six learners, whose markers need no calibration."""
    made = make_course(autograded_root, tmp_path, 6)
    made.waive(INES, SIONE, AMIT, INSTRUCTOR)
    yield made
    made.database.close()

"""A real nbgrader course with four learners, driven as people drive it.

The instructor works by nbgrader's and attunement's programs, started with a PATH on which the
virtual environment is missing. Learners work through nbgrader's exchange, each from a home
folder of their own and under a name of their own.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from bs4 import BeautifulSoup
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from traitlets.config import Config

from attunement_grading.course_root import open_gradebook
from attunement_grading.rubric import Rubric, rubric_of

COURSE = "attunement"
PROGRAMS = Path(sys.executable).parent
BARE_PATH = "/usr/bin:/bin"
FULL_PATH = f"{PROGRAMS}:{BARE_PATH}"
"""What plain nbgrader needs to find its own helper."""


@dataclass
class Finished:
    """A program that came to its end."""

    code: int
    said: str


def run(
    program: str,
    *arguments: str,
    folder: Path,
    home: Path,
    patience: float = 120,
    path: str = BARE_PATH,
) -> Finished:
    """Run one of the virtual environment's programs without it being on PATH."""
    done = subprocess.run(
        [str(PROGRAMS / program), *arguments],
        cwd=folder,
        env={"PATH": path, "HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=patience,
        check=False,
    )
    return Finished(done.returncode, done.stdout + done.stderr)


@dataclass
class Course:
    """One course: its root, its exchange, and what its instructor's commands said."""

    folder: Path
    said: dict[str, str] = field(default_factory=dict)
    waited: dict[str, set[str]] = field(default_factory=dict)
    """Which cells of whom waited for a marker after autograding."""

    @property
    def root(self) -> Path:
        return self.folder / "root"

    @property
    def exchange(self) -> Path:
        return self.folder / "exchange"

    @property
    def staff(self) -> Path:
        return self.folder / "homes/grader"

    @property
    def rubric(self) -> Rubric:
        return rubric_of("p2")

    def build(self) -> None:
        self.staff.mkdir(parents=True)
        self.exchange.mkdir()
        self.exchange.chmod(0o777)
        where = ["--root", str(self.root), "--exchange", str(self.exchange)]
        self.expect("attunement", "build", *where, "--course-id", COURSE, folder=self.folder)

    def expect(self, program: str, *arguments: str, folder: Path | None = None) -> str:
        """Run an instructor's command that has to succeed; what it said."""
        done = run(program, *arguments, folder=folder or self.root, home=self.staff)
        assert done.code == 0, done.said
        self.said[arguments[0]] = done.said
        return done.said

    def nbgrader(self, *arguments: str) -> str:
        return self.expect("nbgrader", *arguments)

    @contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        with open_gradebook(self.root) as gradebook:
            yield gradebook

    def notebook(self, step: str, learner: str = ".") -> NotebookNode:
        """An assignment's notebook as it is at one of nbgrader's steps."""
        return read(self.root / step / learner / "p2/p2.ipynb")

    def learner(self, name: str, assignment: str = "p2") -> Learner:
        return Learner(name, self.folder / "homes" / name, self.exchange, assignment)


@dataclass
class Learner:
    """One learner at one assignment, known to the exchange by name, with a home of their own."""

    name: str
    home: Path
    exchange: Path
    assignment: str = "p2"

    def __post_init__(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)

    @property
    def path(self) -> Path:
        return self.home / self.assignment / f"{self.assignment}.ipynb"

    @property
    def feedback(self) -> Path:
        return next((self.home / self.assignment / "feedback").rglob("*.html"))

    def fetch(self) -> None:
        self._exchange("FetchAssignment")

    def submit(self) -> None:
        self._exchange("Submit")

    def fetch_feedback(self) -> None:
        self._exchange("FetchFeedback")

    def by_command(self, *arguments: str) -> Finished:
        """The same by nbgrader's program, the name given as an option."""
        options = [
            f"--CourseDirectory.student_id={self.name}",
            f"--Exchange.root={self.exchange}",
            f"--Exchange.cache={self.home / 'cache'}",
            f"--course={COURSE}",
        ]
        return run("nbgrader", *arguments, *options, folder=self.home, home=self.home)

    def change(self, alter: Callable[[NotebookNode], Any]) -> None:
        """Open the fetched notebook, let `alter` loose on it, save it."""
        notebook = read(self.path)
        alter(notebook)
        self.path.write_text(nbformat.writes(notebook), encoding="utf-8")

    def write(self, text: str) -> None:
        self.change(lambda notebook: cell(notebook, "answer", self.assignment).update(source=text))

    def _exchange(self, action: str) -> None:
        config = Config()
        config.CourseDirectory.course_id = COURSE
        config.CourseDirectory.student_id = self.name
        config.CourseDirectory.assignment_id = self.assignment
        config.Exchange.root = str(self.exchange)
        config.Exchange.assignment_dir = str(self.home)
        config.Exchange.cache = str(self.home / "cache")
        getattr(ExchangeFactory(config=config), action)(
            coursedir=CourseDirectory(config=config),
            authenticator=Authenticator(config=config),
            config=config,
        ).start()


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def place(notebook: NotebookNode, name: str, assignment: str = "p2") -> int:
    """Where the cell `p2-<name>`, or another assignment's, is."""
    ids = [one.metadata.get("nbgrader", {}).get("grade_id") for one in notebook.cells]
    return ids.index(f"{assignment}-{name}")


def cell(notebook: NotebookNode, name: str, assignment: str = "p2") -> NotebookNode:
    return notebook.cells[place(notebook, name, assignment)]


def mark(
    gradebook: Gradebook,
    learner: str,
    criterion: str,
    points: float,
    words: str,
    assignment: str = "p2",
) -> None:
    """Save a mark and a comment as the formgrader's two handlers do (apihandlers.py)."""
    where = (f"{assignment}-{criterion}", assignment, assignment, learner)
    grade: Any = gradebook.find_grade(*where)
    grade.manual_score = points
    grade.needs_manual_grade = False
    comment: Any = gradebook.find_comment(*where)
    comment.manual_comment = words
    gradebook.db.commit()


def active(page: str) -> list[str]:
    """Whatever in a page could run or ask for something: tags, handlers, addresses."""
    found: list[str] = []
    for tag in BeautifulSoup(page, "html.parser").find_all(True):
        if tag.name in RUNNING:
            found.append(tag.name)
        for name, value in tag.attrs.items():
            found += [f"{tag.name} {name}"] if runs(tag.name, name, str(value)) else []
    return found


RUNNING = """
    applet audio base button embed form frame iframe input link math object portal script svg
    template video
    """.split()


def runs(tag: str, name: str, value: str) -> bool:
    """Whether an attribute is a handler, or an address that is neither a link nor an image."""
    if name.startswith("on") or name in ("style", "srcdoc", "srcset", "formaction"):
        return True
    if tag == "a" and name == "href":
        return not value.startswith(("https:", "http:", "mailto:", "#"))
    return name in ("src", "href") and not value.startswith("data:image/png;base64,")

"""A plain nbgrader course whose one assignment has every kind of cell, and work for it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import nbformat
from life_cycle import FULL_PATH, run
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

ASSIGNMENT = "hw1"
CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "code"\n'
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
RIGHT = "def double(x):\n    return 2 * x"
HIDDEN = "### BEGIN HIDDEN TESTS\nassert double('a') == 'aa'\n### END HIDDEN TESTS"


def cell(kind: str, name: str, source: str, **nbgrader: object) -> NotebookNode:
    meta = {"schema_version": 3, "grade": False, "solution": False, "locked": False}
    meta |= {"task": False, "grade_id": name} | nbgrader
    make = new_code_cell if kind == "code" else new_markdown_cell
    return make(source, id=name, metadata={"nbgrader": meta})


def source_notebook(kernel: str = "python3") -> NotebookNode:
    """Autograded with partial credit and hidden tests, manual, task, and mixed."""
    answer = f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION"
    cells = [
        new_markdown_cell("Double a number.", id="words"),
        cell("code", "double", answer, solution=True),
        cell("code", "seen", "assert double(2) == 4", grade=True, locked=True, points=2),
        cell(
            "code", "unseen", f"assert double(3) == 6\n{HIDDEN}", grade=True, locked=True, points=3
        ),
        cell("code", "partial", "min(double(0.25), 1)", grade=True, locked=True, points=1),
        cell("markdown", "why", "Explain.", grade=True, solution=True, points=4),
        cell("code", "free", "# your code", grade=True, solution=True, points=2),
        cell("markdown", "task", "Draw.", task=True, locked=True, points=5),
    ]
    return new_notebook(cells=cells, metadata={"kernelspec": KERNEL | {"name": kernel}})


def make_code_course(root: Path, config: str = "", kernel: str = "python3") -> Path:
    """The course, its assignment generated."""
    source = root / "source" / ASSIGNMENT
    source.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(CONFIG + config)
    nbformat.write(source_notebook(kernel), source / f"{ASSIGNMENT}.ipynb")
    (source / "data.csv").write_text("1,2\n3,4\n")
    generate(root, ASSIGNMENT)
    return root


def generate(root: Path, assignment: str) -> None:
    words = ("generate_assignment", assignment)
    done = run("nbgrader", *words, folder=root, home=root.parent, path=FULL_PATH)
    assert done.code == 0, done.said


def released(root: Path) -> NotebookNode:
    return nbformat.read(root / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4)


def submit(root: Path, learner: str, code: str = RIGHT, **cells: str) -> Path:
    """Hand in `code` as the function, and other cells' text by name; the notebook's path."""
    notebook = deepcopy(released(root))
    for one in notebook.cells:
        one.source = {"double": code, **cells}.get(one.id, one.source)
    path = root / "submitted" / learner / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


HONEST = {
    "right": RIGHT,
    "wrong": "def double(x):\n    return x + 2",
    "raises": "def double(x):\n    raise ValueError('no')",
    "typo": "def double(x)\n    return 2 * x",
    "untouched": "# YOUR CODE HERE\nraise NotImplementedError()",
    "noisy": f"import sys\nprint('hello')\nprint('oops', file=sys.stderr)\n{RIGHT}\nprint('bye')",
    "rich": f"from IPython.display import HTML, display\ndisplay(HTML('<b>hi</b>'))\n{RIGHT}\n42",
    "writes": f"open('made.txt', 'w').write(open('data.csv').read())\n{RIGHT}",
    "removes": f"import os\nos.remove('data.csv')\n{RIGHT}",
    "shell": f"!echo from a shell\n{RIGHT}",
    "dies": f"{RIGHT}\nimport os\nos._exit(3)",
    "long": f"for n in range(3000):\n    print(n)\n{RIGHT}",
    "asks": f"try:\n    input()\nexcept Exception as error:\n    print(type(error))\n{RIGHT}",
}
"""Work without malice, by a name for it."""
FAILS = {"dies"}
"""Those that nbgrader cannot grade: their kernel is gone before the tests."""


def hand_in_honest_work(root: Path) -> None:
    for number, (learner, code) in enumerate(HONEST.items()):
        why = {"why": f"Because of {learner}."} if number % 2 else {}
        folder = submit(root, learner, code, **why).parent
        (folder / "timestamp.txt").write_text(f"2026-03-0{1 + number % 3} 12:00:00 UTC")
        if number % 3 == 0:
            (folder / "mine.txt").write_text("A file of my own.")

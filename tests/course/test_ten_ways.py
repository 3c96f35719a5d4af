"""The real course, broken in ten ways at once: ten lines, each with what, where and what it got."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attunement_course.checks import copied
from attunement_course.cli import attunement
from attunement_course.course_folder import find_course

CONTENT = "attunement_course/content"
NOTEBOOK = "modules/02-empathy.ipynb"
COPIED = "seven wise otters quietly read the evening paper"
LINE = re.compile(r"[\w/.-]+: [\w.-]+: .+ \(got .+\)")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the course as it is."""
    real = find_course()
    content = tmp_path / "course" / CONTENT
    shutil.copytree(real.content, content)
    for folder in (real.modules, real.assignments):
        ignore = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(folder, tmp_path / "course" / folder.name, ignore=ignore)
    return tmp_path / "course"


def run(course: Path) -> Result:
    return CliRunner().invoke(attunement, ["check", "--root", str(course)])


def in_text(path: str, old: str, new: str) -> Callable[[Path], None]:
    """A way to break a file: the first ``old`` in it becomes ``new``."""

    def change(course: Path) -> None:
        text = (course / path).read_text(encoding="utf-8")
        assert old in text, f"{path} no longer holds {old!r}"
        (course / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def with_cell(kind: str, source: str) -> Callable[[Path], None]:
    """A way to break the notebook: one cell more, at its end."""

    def change(course: Path) -> None:
        path = course / NOTEBOOK
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"].append({"cell_type": kind, "metadata": {}, "source": source})
        path.write_text(json.dumps(notebook), encoding="utf-8")

    return change


def without_line(path: str, start: str) -> Callable[[Path], None]:
    """A way to break a file: its first line that begins so is gone."""

    def change(course: Path) -> None:
        lines = (course / path).read_text(encoding="utf-8").splitlines(keepends=True)
        gone = next(i for i, line in enumerate(lines) if line.startswith(start))
        (course / path).write_text("".join(lines[:gone] + lines[gone + 1 :]), encoding="utf-8")

    return change


# what is broken, and how the one line about it begins; {0} is the notebook's first added cell
WAYS: list[tuple[Callable[[Path], None], str]] = [
    (
        without_line(f"{CONTENT}/claims/dis-01.yml", "status: "),
        f"{CONTENT}/claims/dis-01.yml: status: required field is missing (got nothing)",
    ),
    (
        in_text(f"{CONTENT}/claims/emp-07a.yml", "works: [", "works: [abramowitz-2013, "),
        f"{CONTENT}/claims/emp-07a.yml: works.0: a work that was not traced may not stand as "
        "support (got abramowitz-2013)",
    ),
    (
        in_text(f"{CONTENT}/rubrics/p2.yml", "level: 3", "level: 1"),
        f"{CONTENT}/rubrics/p2.yml: criteria.0.levels: levels must strictly increase, 1, 2, 3, 4 "
        "(got 1, 2, 1, 4)",
    ),
    (
        in_text(f"{CONTENT}/scenarios/amara.yml", "turn: [3, 16]", "turn: [23, 26]"),
        f"{CONTENT}/scenarios/amara.yml: moments.4.when.turn: unreachable moment: a conversation "
        "has 20 turns (got 23, 26)",
    ),
    (
        without_line(f"{CONTENT}/scenarios/emyr.yml", "      silence: "),
        f"{CONTENT}/scenarios/emyr.yml: moments.0.says.silence: words for this act are missing "
        "(got nothing)",
    ),
    (
        in_text(f"{CONTENT}/works/barrett-2019.yml", "mark: ", "stars: 5\nmark: "),
        f"{CONTENT}/works/barrett-2019.yml: stars: unknown field (got 5)",
    ),
    (
        with_cell("code", 'exercise("m2-dialoge")'),
        f"{NOTEBOOK}: cell-{{0}}: no exercise has this id; nearest: m2-dialogue",
    ),
    (
        with_cell("code", "def mean(x): return sum(x) / len(x)"),
        f"{NOTEBOOK}: cell-{{1}}: a function definition does not belong in a notebook "
        "(got def mean(x): return sum(x) / len(x))",
    ),
    (
        with_cell("markdown", "`emp-01` · *supported*"),
        f"{NOTEBOOK}: cell-{{2}}: the status of emp-01 is definition (got supported)",
    ),
    (
        with_cell("markdown", COPIED.capitalize()),
        f"{NOTEBOOK}: cell-{{3}}: 8 words in a row are the article's; say it in your own "
        f"(got {COPIED})",
    ),
]


def test_the_course_as_it_is_has_no_problems(copy: Path):
    result = run(copy)
    assert re.fullmatch(r"\d{3,} files checked, no problems\n", result.stdout), result.stdout
    assert result.exit_code == 0


def test_ten_ways_to_break_it_give_ten_lines(copy: Path, monkeypatch: pytest.MonkeyPatch):
    """The article itself is in no file here, so a sentence of ours stands in for one of its."""
    known = frozenset(mark for mark, _ in copied.fingerprints_of(COPIED))
    monkeypatch.setattr(copied, "_known", lambda: known)
    cells = len(json.loads((copy / NOTEBOOK).read_text())["cells"])
    for change, _ in WAYS:
        change(copy)
    result = run(copy)
    lines = result.stdout.splitlines()
    wanted = [line.format(*range(cells, cells + 4)) for _, line in WAYS]
    assert len(lines) == len(wanted) == 10, result.stdout
    for line, start in zip(sorted(lines), sorted(wanted), strict=True):
        assert line.startswith(start)
        assert LINE.fullmatch(line)
    assert lines == sorted(lines)
    assert (result.exit_code, result.stderr) == (1, "")

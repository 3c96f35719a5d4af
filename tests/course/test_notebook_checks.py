"""Notebooks are thin, place what exists, and tell each claim's status as the catalogue does."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import NOTEBOOK, SmallCourse

from attunement_course.checks import notebooks, placing

HERE = f"modules/{NOTEBOOK}: cell-2"

BODIES = [
    ("def f(x): return x", "a function definition does not belong in a notebook"),
    ("f = lambda x: x", "a function definition does not belong in a notebook"),
    ("class A: pass", "a class does not belong in a notebook"),
    ("for i in (1, 2): i", "a loop does not belong in a notebook"),
    ("while True: pass", "a loop does not belong in a notebook"),
    ("[i for i in (1, 2)]", "a loop does not belong in a notebook"),
    ("with a: b", "a with block does not belong in a notebook"),
    ("open('x').read()", "open() does not belong in a notebook"),
    ("eval('1')", "eval() does not belong in a notebook"),
    ("import os", "a notebook imports attunement_widgets only"),
    ("from . import x", "a notebook imports attunement_widgets only"),
    ("from pathlib import Path", "a notebook imports attunement_widgets only"),
    ("!ls", "not plain Python"),
    ("%matplotlib inline", "not plain Python"),
    ("f(", "not plain Python"),
]


@pytest.mark.parametrize(("source", "fault"), BODIES)
def test_code_that_does_not_belong_is_shown(small: SmallCourse, source: str, fault: str):
    small.module(("code", source))
    assert small.lines(notebooks.check) == [f"{HERE}: {fault} (got {source})"]


def test_a_code_cell_has_three_lines_at_most(small: SmallCourse):
    small.module(("code", "1\n\n2\n3"))
    assert small.lines(notebooks.check) == []
    small.module(("code", "1\n2\n3\n4"))
    assert small.lines(notebooks.check) == [f"{HERE}: a code cell has at most 3 lines (got 4)"]


def output(kind: str) -> dict[str, Any]:
    return {"output_type": "execute_result", "data": {kind: "x"}}


def test_outputs_are_stripped_unless_they_are_plain_references(small: SmallCourse):
    reference = {"metadata": {"tags": ["reference"]}}
    small.module(("code", "1", {"outputs": [output("text/plain")]}))
    assert small.lines(notebooks.check) == [
        f'{HERE}.outputs: outputs are stripped, unless the cell is tagged "reference" (got 1)'
    ]
    small.module(("code", "1", {"outputs": [output("text/plain")], **reference}))
    assert small.lines(notebooks.check) == []
    small.module(("code", "1", {"outputs": [output("text/html")], **reference}))
    assert small.lines(notebooks.check) == [
        f"{HERE}.outputs: a reference result is plain text (got text/html)"
    ]
    small.module(("code", "1", {"outputs": [{"output_type": "error"}], **reference}))
    assert small.lines(notebooks.check) == [
        f"{HERE}.outputs: a reference result is plain text (got error)"
    ]


def test_saved_widget_state_is_refused(small: SmallCourse):
    small.module(widgets={"application/vnd.jupyter.widget-state+json": {"state": {}}})
    (line,) = small.lines(notebooks.check)
    assert line.startswith(f"modules/{NOTEBOOK}: metadata.widgets: saved widget state may be a ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        '{"cells": 3}',
        '{"cells": [{}]}',
        '{"cells": [{"source": null, "cell_type": "code"}]}',
        '{"cells": [{"source": "1", "cell_type": "code", "outputs": ["x"]}]}',
        '{"cells": ' + "[" * 9000,
        "\x00",
    ],
)
def test_what_is_no_notebook_is_one_line(small: SmallCourse, text: str):
    (small.root / "modules" / NOTEBOOK).write_text(text)
    (line,) = small.lines(notebooks.check, placing.check)
    assert line.startswith(f"modules/{NOTEBOOK}: file: not a readable notebook (got ")


# --- exercises


def test_an_exercise_that_does_not_exist_names_the_nearest(small: SmallCourse):
    small.module(("code", 'exercise("m2-tlak")'))
    assert small.lines(placing.check) == [
        f"{HERE}: no exercise has this id; nearest: m2-talk (got m2-tlak)"
    ]


def test_an_exercise_is_placed_once(small: SmallCourse):
    small.module(("code", 'exercise("m2-talk")'))
    assert small.lines(placing.check) == [f"{HERE}: this exercise is placed twice (got m2-talk)"]


def test_a_module_places_its_exercises_and_treats_its_claims(small: SmallCourse):
    small.notebook("modules", NOTEBOOK, [("markdown", "`emp-01` · *definition*")])
    assert small.lines(placing.check) == [
        f"modules/m2.yml: claims.1: no passage in {NOTEBOOK} (got emp-02a)",
        f"modules/m2.yml: exercises.0: not placed in {NOTEBOOK} (got m2-talk)",
        f'modules/m2.yml: notebook: progress("m2") is not placed in it (got {NOTEBOOK})',
    ]


def test_a_module_names_a_notebook_that_is_there(small: SmallCourse):
    small.change("modules", "m2", notebook="03-other.ipynb")
    assert small.lines(placing.check) == [
        "modules/m2.yml: notebook: no such notebook (got 03-other.ipynb)"
    ]


# --- a learner's progress


def test_progress_in_a_module_that_does_not_exist_names_the_nearest(small: SmallCourse):
    small.module(("code", 'progress("m2x")'))
    assert small.lines(placing.check) == [
        f"{HERE}: no module has this id; nearest: m2 (got m2x)",
    ]


def test_progress_is_placed_once(small: SmallCourse):
    small.module(("code", 'progress("m2")'))
    assert small.lines(placing.check) == [f"{HERE}: this list is placed twice (got m2)"]


def test_progress_stands_in_its_own_module_s_notebook(small: SmallCourse):
    cells = [("markdown", "Another."), ("code", 'progress("m2")')]
    small.notebook("modules", "09-other.ipynb", cells)
    assert small.lines(placing.check) == [
        "modules/09-other.ipynb: cell-1: this is not the notebook of m2 (got m2)"
    ]


def test_progress_is_in_nothing_that_is_handed_in(small: SmallCourse):
    small.notebook("assignments", "p2.ipynb", [("code", 'progress("m2")')])
    assert small.lines(placing.check) == [
        "assignments/p2.ipynb: cell-0: a learner's progress does not belong in what is handed in "
        "(got m2)"
    ]


# --- tag lines

TAGS = [
    ("`emp-01` · *supported*", "the status of emp-01 is definition (got supported)"),
    (
        "`emp-01` `emp-02a` · *definition*",
        "the status of emp-02a is theory read as a finding (got definition)",
    ),
    ("`emp-10` · *definition*", "no such claim; nearest: emp-01, emp-02a (got emp-10)"),
    (
        "`emp-01` · definition",
        "a tag line reads `id` `id` · *status in words* (got `emp-01` · definition)",
    ),
    ("`emp-01`", "a tag line reads `id` `id` · *status in words* (got `emp-01`)"),
]


@pytest.mark.parametrize(("line", "fault"), TAGS)
def test_a_tag_line_tells_the_catalogue_s_status(small: SmallCourse, line: str, fault: str):
    small.module(("markdown", f"Some prose.\n\n{line}\n\nMore."))
    assert small.lines(placing.check) == [f"{HERE}: {fault}"]


def test_a_passage_on_a_citation_that_is_not_there_is_named(small: SmallCourse):
    small.module(("markdown", "- `c9` Koole 2016: real."))
    assert small.lines(placing.check) == [f"{HERE}: no citation has this number (got 9)"]


def test_a_claim_named_within_a_sentence_is_no_tag_line(small: SmallCourse):
    small.module(("markdown", "See `emp-01` above, and `emp-02a` · too."))
    assert small.lines(placing.check) == []

"""What was not traced or not checked never reaches a learner as if it had been."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import ITEMS, NOTEBOOK, SmallCourse

from attunement_course.checks import (
    CHECKS,
    claims,
    figures,
    sources,
)

CITATION = ITEMS["citations"][0]


def test_a_whole_course_passes_every_check(small: SmallCourse):
    """Save that it holds two claims where the course answers for seventy-one."""
    assert small.lines(*(check for check in CHECKS if check is not claims.check)) == []


@pytest.mark.parametrize("figure", [".35", "-.35", "−.35", "40%", "66-85"])
def test_a_figure_in_a_claim_comes_from_its_own_checked_work(small: SmallCourse, figure: str):
    small.change("claims", "emp-01", summary=f"It comes to {figure} here, not .28.")
    lines = small.lines(figures.check)
    assert lines
    assert all("no checked work of this claim finds this figure (got " in one for one in lines)


def test_a_work_from_memory_vouches_for_no_figure(small: SmallCourse):
    small.change("works", "elm-2018", mark="memory")
    assert small.lines(figures.check) == [
        "claims/emp-01.yml: summary: no checked work of this claim finds this figure (got .28)",
        "modules/02-empathy.ipynb: cell-0: no checked work finds this figure (got .28)",
    ]


def test_no_figure_is_accused_while_its_work_cannot_be_read(small: SmallCourse):
    small.change("works", "elm-2018", tone="warm")
    assert small.lines(figures.check) == ["works/elm-2018.yml: tone: unknown field (got warm)"]


def test_names_with_digits_are_no_figures(small: SmallCourse):
    small.change("claims", "emp-01", teach="DSM-5 has A4; a p2 is not r2.")
    assert small.lines(figures.check) == []


@pytest.mark.parametrize(
    "text", ["*r* = .31", "r = −.31", "r of .31", "(n = 31)", "odds ratio .31", "OR 3.1", "ICC .31"]
)
def test_a_statistic_in_prose_was_found_by_a_checked_work(small: SmallCourse, text: str):
    small.module(("markdown", f"They found {text}, says somebody."))
    small.change("items", "m2-i01", question=f"Is it {text}?")
    assert [line.rpartition(" (got ")[0] for line in small.lines(figures.check)] == [
        "items/m2-i01.yml: question: no checked work finds this figure",
        "modules/02-empathy.ipynb: cell-2: no checked work finds this figure",
    ]


SOURCES = [
    (
        ("claims", "emp-02a", {"works": ["elm-2018", "ash-2004"]}),
        "claims/emp-02a.yml: works.1: a work that was not traced may not stand as support "
        "(got ash-2004)",
    ),
    (
        ("exercises", "m2-talk", {"works": ["elm-2018", "ash-2004"]}),
        "exercises/m2-talk.yml: works.1: a work that was not traced may not stand as a source "
        "(got ash-2004)",
    ),
    (
        ("citations", "ash-2004", {"closest": ["ash-2004"]}),
        "citations/ash-2004.yml: closest.0: a work that was not traced may not stand as the "
        "closest work (got ash-2004)",
    ),
    (
        ("works", "oak-1985", {"finding": "In 12 groves."}),
        "works/oak-1985.yml: finding: a work marked memory may not carry figures "
        "(got In 12 groves.)",
    ),
    (
        ("citations", "ash-2004", {"supports": "partly"}),
        "citations/ash-2004.yml: supports: must be cannot where the source was not traced "
        "(got partly)",
    ),
    (
        ("citations", "ash-2004", {"confidence": "checked"}),
        "citations/ash-2004.yml: confidence: must be not-traced where the source was not traced "
        "(got checked)",
    ),
    (
        ("citations", "ash-2004", {"exists": "yes"}),
        "citations/ash-2004.yml: confidence: must be checked or memory where the source exists "
        "(got not-traced)",
    ),
]


@pytest.mark.parametrize(("change", "line"), SOURCES)
def test_what_was_not_traced_or_not_checked_never_passes_for_support(
    small: SmallCourse, change: Any, line: str
):
    kind, id, fields = change
    small.change(kind, id, **fields)
    assert small.lines(sources.check) == [line]


def test_two_citations_do_not_share_a_number(small: SmallCourse):
    small.write("citations", "birch-2001", CITATION | {"id": "birch-2001"})
    assert small.lines(sources.check) == [
        "citations/birch-2001.yml: number: is the number of ash-2004 too (got 1)"
    ]


@pytest.mark.parametrize(
    ("prose", "problem"),
    [
        ("Oak (1985) says so.", 'a work marked memory needs the word "memory" beside it'),
        ("Ash 2004 shows it.", 'a work marked not-traced needs the word "trace" beside it'),
        ("Oak (1985, from memory, not yet checked) says so.", ""),
        ("Ash (2004): we could not trace this source.", ""),
        ("An oak may live to 1985 years.", ""),
        ("Elm and Fir (2018) report it.", ""),
    ],
)
def test_prose_says_how_far_a_source_was_checked(small: SmallCourse, prose: str, problem: str):
    small.module(("markdown", prose))
    found = small.lines(sources.check)
    assert [problem in line for line in found] == ([True] if problem else [])
    assert all(line.startswith(f"modules/{NOTEBOOK}: cell-2: ") for line in found)

"""Ids lead somewhere, every claim is there, no sentence is the article's; all in one run."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import ITEMS, NOTEBOOK, SmallCourse

from attunement_course.checks import (
    CHECKS,
    check_course,
    claims,
    copied,
    references,
)
from attunement_course.claim_list import CLAIM_IDS
from attunement_course.problems import SHOWN

CONTENT = "attunement_course/content"
ITEM = ITEMS["items"][0]


def test_a_whole_course_passes_every_check(small: SmallCourse):
    """Save that it holds two claims where the course answers for seventy-one."""
    assert small.lines(*(check for check in CHECKS if check is not claims.check)) == []


REFERENCES = [
    (
        ("claims", "emp-01", {"works": ["elm-2081"]}),
        "claims/emp-01.yml: works.0: no such work; nearest: elm-2018 (got elm-2081)",
    ),
    (
        ("claims", "emp-01", {"works": ["elm-2018", "elm-2018"]}),
        "claims/emp-01.yml: works.1: named twice (got elm-2018)",
    ),
    (
        ("claims", "emp-01", {"cites": ["ash-2004"]}),
        "claims/emp-01.yml: cites.0: attunement_course/content/citations/ash-2004.yml does not "
        "name it in claims (got ash-2004)",
    ),
    (
        ("claims", "emp-01", {"modules": ["m2", "m7"]}),
        "claims/emp-01.yml: modules.1: must be one of m0, m1, m2, m3, m4, m5 (got m7)",
    ),
    (
        ("claims", "emp-01", {"modules": ["m5"]}),
        "modules/m2.yml: claims.0: attunement_course/content/claims/emp-01.yml does not name it "
        "in modules (got emp-01)",
    ),
    (
        ("modules", "m2", {"assignment": "p3"}),
        "modules/m2.yml: assignment: no such rubric; nearest: p2 (got p3)",
    ),
    (
        ("modules", "m2", {"exercises": []}),
        "exercises/m2-talk.yml: module: attunement_course/content/modules/m2.yml does not name "
        "it in exercises (got m2)",
    ),
    (
        ("items", "m2-i01", {"module": "m9"}),
        "items/m2-i01.yml: module: no such module; nearest: m2 (got m9)",
    ),
    (
        ("items", "m2-i01", {"citations": ["oak-2004"]}),
        "items/m2-i01.yml: citations.0: no such citation; nearest: ash-2004 (got oak-2004)",
    ),
    (
        ("items", "m2-i01", {"claims": ["emp-99"]}),
        "items/m2-i01.yml: claims.0: no such claim; nearest: emp-01, emp-02a (got emp-99)",
    ),
    (
        ("citations", "ash-2004", {"closest": ["beech"]}),
        "citations/ash-2004.yml: closest.0: no such work (got beech)",
    ),
]


@pytest.mark.parametrize(("change", "line"), REFERENCES)
def test_each_reference_leads_somewhere_and_back(small: SmallCourse, change: Any, line: str):
    kind, id, fields = change
    small.change(kind, id, **fields)
    assert small.lines(references.check) == [line]


def test_an_exercise_treats_its_module_s_claims_only(small: SmallCourse):
    small.write("claims", "emp-04", ITEMS["claims"][0] | {"id": "emp-04", "modules": ["m5"]})
    small.change("exercises", "m2-talk", claims=["emp-04"])
    assert small.lines(references.check) == [
        "exercises/m2-talk.yml: claims.0: module m2 does not treat this claim (got emp-04)"
    ]


def test_a_module_without_an_assignment_is_whole(small: SmallCourse):
    small.change("modules", "m2", assignment=None)
    assert small.lines(references.check) == []


def test_every_claim_of_the_list_is_asked_for(small: SmallCourse):
    lines = small.lines(claims.check)
    missing = set(CLAIM_IDS) - {"emp-01", "emp-02a"}
    assert len(CLAIM_IDS) == 71
    assert lines == sorted(
        f"claims/{id}.yml: file: this claim of the list is missing (got nothing)" for id in missing
    )


def test_a_claim_that_is_not_in_the_list_is_refused(small: SmallCourse):
    small.write("claims", "emp-99", ITEMS["claims"][0] | {"id": "emp-99"})
    line = "claims/emp-99.yml: id: not in the list of claims (got emp-99)"
    assert line in small.lines(claims.check)


@pytest.mark.parametrize("rights", [(False, False), (True, True)])
def test_a_question_has_one_right_answer(small: SmallCourse, rights: tuple[bool, ...]):
    options = [o | {"right": r} for o, r in zip(ITEM["options"], rights, strict=True)]
    small.change("items", "m2-i01", options=options)
    line = f"items/m2-i01.yml: options: exactly one must be right (got {sum(rights)} right)"
    assert line in small.lines(claims.check)


def test_a_question_is_about_something(small: SmallCourse):
    small.change("items", "m2-i01", claims=[])
    line = "items/m2-i01.yml: claims: must ask about a claim or a citation (got nothing)"
    assert line in small.lines(claims.check)


OURS = "seven wise otters quietly read the evening paper together"


def pretend_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the article held our sentence: its own words are in no file of this project."""
    known = frozenset(mark for mark, _ in copied.fingerprints_of(OURS))
    monkeypatch.setattr(copied, "_known", lambda: known)


@pytest.mark.parametrize(
    "text", [OURS, "Before it. *Seven* wise “otters” quietly read\nthe EVENING paper — together."]
)
def test_eight_words_in_a_row_of_the_article_are_found(
    small: SmallCourse, monkeypatch: pytest.MonkeyPatch, text: str
):
    pretend_copied(monkeypatch)
    small.change("exercises", "m2-talk", omits=["Nothing", text])
    small.module(("markdown", text))
    words = "8 words in a row are the article's; say it in your own"
    got = "(got seven wise otters quietly read the evening paper)"
    assert small.lines(copied.check) == [
        f"exercises/m2-talk.yml: omits.1: {words} {got}",
        f"modules/{NOTEBOOK}: cell-2: {words} {got}",
    ]
    assert len("seven wise otters quietly read the evening paper") <= SHOWN


def test_seven_words_in_a_row_are_nobody_s(small: SmallCourse, monkeypatch: pytest.MonkeyPatch):
    pretend_copied(monkeypatch)
    small.module(("markdown", "seven wise otters quietly read the evening news"))
    assert small.lines(copied.check) == []


def test_the_article_is_known_by_its_fingerprints_alone():
    assert len(copied._known()) > 500
    assert all(len(mark) == 12 and int(mark, 16) >= 0 for mark in copied._known())


def test_one_run_says_everything_sorted_and_once(small: SmallCourse):
    small.change("works", "elm-2018", tone="warm")
    small.module(("markdown", "`emp-01` · *certain*"), ("code", "import os"))
    problems = check_course(small.load())
    assert problems == sorted(set(problems))
    wanted = [
        f"{CONTENT}/works/elm-2018.yml: tone: unknown field (got warm)",
        f"modules/{NOTEBOOK}: cell-2: the status of emp-01 is definition (got certain)",
        f"modules/{NOTEBOOK}: cell-3: a notebook imports attunement_widgets only (got import os)",
    ]
    assert set(wanted) <= {str(problem) for problem in problems}


def test_a_content_folder_alone_can_be_checked(small: SmallCourse):
    """Without notebooks beside it, none is asked for."""
    (small.root / "modules" / NOTEBOOK).unlink()
    (small.root / "modules").rmdir()
    (small.root / "assignments/p2.ipynb").unlink()
    (small.root / "assignments").rmdir()
    assert small.lines(*(check for check in CHECKS if check is not claims.check)) == []

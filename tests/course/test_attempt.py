"""A record holds choices and numbers, never what somebody wrote."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attunement_course.attempt import LARGEST, WORD, fault_of_attempt, line_of

ATTEMPT: dict[str, Any] = {
    "id": "a1",
    "exercise": "m2-dialogue",
    "version": 1,
    "answer": {"acts": ["validate", "silence"], "seed": 7, "trust": 0.5, "skipped": False},
}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=3),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=20,
)
FREE = "free text is never recorded; a string holds 1 to 64 letters, digits, _ : . or -"


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(found for inner in value.values() for found in strings(inner))]
    if isinstance(value, list):
        return [found for inner in value for found in strings(inner)]
    return [value] if isinstance(value, str) else []


FAULTS = [
    ([], "attempt: must be an object (got list)"),
    ({}, "id: required field is missing"),
    (ATTEMPT | {"id": 3}, "id: must be a short id (got int)"),
    (ATTEMPT | {"id": ""}, f"id: {FREE}"),
    (ATTEMPT | {"version": True}, "version: must be a whole number (got bool)"),
    (ATTEMPT | {"answer": "yes"}, "answer: must be an object (got str)"),
    (ATTEMPT | {"note": "x"}, "note: not a field of an attempt (those are id, exercise, version, "),
    (ATTEMPT | {"I felt bad": 1}, "str: not a field of an attempt (those are "),
    (ATTEMPT | {"answer": {"why": "I felt bad"}}, f"answer.why: {FREE}"),
    (
        ATTEMPT | {"answer": {"I felt bad": 1}},
        "answer: a field's name must be a short id (got str)",
    ),
    (ATTEMPT | {"answer": {"why": ["ok", "é"]}}, f"answer.why.1: {FREE}"),
    (ATTEMPT | {"answer": {"why": "a\n"}}, f"answer.why: {FREE}"),
    (ATTEMPT | {"answer": {"n": float("nan")}}, "answer.n: must be a finite number (got nan)"),
    (ATTEMPT | {"answer": {"n": 2**60}}, "answer.n: whole number beyond 2**53"),
    (ATTEMPT | {"answer": {"n": (1,)}}, "answer.n: must be an id, a number, true or false (got "),
    (ATTEMPT | {"answer": {"n": [0.1] * LARGEST}}, f"attempt: larger than {LARGEST} bytes (got "),
]


@pytest.mark.parametrize(("attempt", "fault"), FAULTS)
def test_what_may_not_be_kept_is_named_without_being_repeated(attempt: Any, fault: str):
    found = fault_of_attempt(attempt)
    assert found.startswith(fault)
    assert "felt bad" not in found


def test_an_attempt_of_choices_and_numbers_may_be_kept():
    assert fault_of_attempt(ATTEMPT) == ""
    assert fault_of_attempt(ATTEMPT | {"started": 1.5, "finished": None}) == ""


def test_an_attempt_that_holds_itself_is_refused():
    answer: dict[str, Any] = {}
    answer["again"] = answer
    assert "nested more than 8 deep" in fault_of_attempt(ATTEMPT | {"answer": answer})


@settings(deadline=None)
@given(anything)
def test_whatever_is_in_it_an_attempt_is_kept_whole_or_refused(answer: Any):
    attempt = ATTEMPT | {"answer": answer}
    if fault_of_attempt(attempt) == "":
        assert json.loads(line_of(attempt)) == attempt
        assert line_of(attempt).count(b"\n") == 1
        assert all(WORD.fullmatch(text) for text in strings(attempt))

"""Portraits, topics and sentences to be mapped: what the checks say of each fault."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import SmallCourse

from attunement_course.checks import partners, references

TOPICS = ["bread", "rain", "trains"]
EXPECTED = {"bread": 4, "rain": 6, "trains": 5}
SENTENCE = {
    "id": "emp-01",
    "card": "Somebody attunes.",
    "accepted": ["not-said"],
    "protects": False,
    "note": "Nobody is named.",
}


def portrait(id: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": id,
        "name": "Ada",
        "about": "Ada mends clocks.",
        "expected": EXPECTED,
        "tempts": "Ada is not the clock.",
        **fields,
    }


@pytest.fixture
def peopled(small: SmallCourse) -> SmallCourse:
    """The small course with three topics, two portraits and one sentence to map."""
    for id in TOPICS:
        small.write("topics", id, {"id": id, "text": "I like it.", "leanings": {"quiet": 1}})
    for id in ("ada", "bo"):
        small.write("portraits", id, portrait(id))
    small.write("directions", "emp-01", SENTENCE)
    return small


def lines(course: SmallCourse) -> list[str]:
    return course.lines(partners.check, references.check)


def test_sound_portraits_and_sentences_pass(peopled: SmallCourse):
    assert lines(peopled) == []


def test_a_portrait_speaks_of_every_topic(peopled: SmallCourse):
    peopled.write("portraits", "ada", portrait("ada", expected={"bread": 4}))
    expected = "portraits/ada.yml: expected: every topic needs a value; add rain, trains"
    assert lines(peopled) == [expected]


def test_a_portrait_speaks_of_known_topics_alone(peopled: SmallCourse):
    peopled.write("portraits", "ada", portrait("ada", expected={**EXPECTED, "tarins": 5}))
    [line] = lines(peopled)
    assert line.startswith("portraits/ada.yml: expected.3: no such topic; nearest: trains")
    assert line.endswith("(got tarins)")


def test_there_is_one_person_to_imagine_and_one_to_ask(peopled: SmallCourse):
    peopled.path("portraits", "bo").unlink()
    expected = "portraits/ada.yml: file: there must be at least 2 portraits (got 1)"
    assert lines(peopled) == [expected]


def test_a_sentence_makes_a_claim_of_the_list(peopled: SmallCourse):
    peopled.write("directions", "emp-99", {**SENTENCE, "id": "emp-99"})
    [line] = lines(peopled)
    assert line.startswith("directions/emp-99.yml: id: no such claim")

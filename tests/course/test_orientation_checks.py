"""Searches and privacy statements: what the check says of each way to get them wrong."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import SmallCourse

from attunement_course import catalog
from attunement_course.checks import orientation, references

SEARCH: dict[str, Any] = {
    "id": "ash-2004",
    "sentence": "More of it is said to bring that.",
    "turned_up": "Nothing under this name.",
    "entries": [{"work": "elm-2018", "says": "A book on elms."}],
    "also_supports": ["no"],
    "between": "Nothing was found, and what lies near says otherwise.",
}
STATEMENT: dict[str, Any] = {
    "id": "handed-in",
    "place": 1,
    "statement": "It goes along.",
    "holds": False,
    "because": "It stays.",
    "proved_by": "tests/widgets/test_privacy.py::test_a_sentence_is_never_recorded",
}


def test_a_sound_search_and_a_sound_statement_pass(small: SmallCourse):
    small.write("searches", "ash-2004", SEARCH)
    small.write("privacy", "handed-in", STATEMENT)
    assert small.lines(orientation.check, references.check) == []


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {"entries": [{"work": "elm-2081", "says": "A book."}]},
            "searches/ash-2004.yml: entries.0.work: no such work; nearest: elm-2018 (got elm-2081)",
        ),
        (
            {"between": None},
            "searches/ash-2004.yml: between: must say why more than one reading is fair, "
            "and only where it is",
        ),
        (
            {"also_supports": []},
            "searches/ash-2004.yml: between: must say why more than one reading is fair, "
            "and only where it is",
        ),
        ({"also_supports": ["perhaps"]}, "searches/ash-2004.yml: also_supports.0: "),
    ],
)
def test_a_search_s_fault_is_named(small: SmallCourse, fields, line):
    small.write("searches", "ash-2004", SEARCH)
    small.change("searches", "ash-2004", **fields)
    [found] = small.lines(orientation.check)
    assert found.startswith(line)


def test_a_citation_that_nobody_searched_for_is_named(small: SmallCourse):
    small.write("searches", "oak-1985", {**SEARCH, "id": "oak-1985"})
    found = small.lines(orientation.check, references.check)
    assert any(
        line.startswith("citations/ash-2004.yml: id: searches/ash-2004.yml, what looking for it")
        for line in found
    )
    assert any(line.startswith("searches/oak-1985.yml: id: no such citation") for line in found)


@pytest.mark.parametrize(
    "proof",
    [
        "tests/widgets/test_privacy.py",
        "test_it",
        "../tests/test_x.py::test_y",
        "tests/a.py::test_y",
    ],
)
def test_a_proof_names_a_test(small: SmallCourse, proof):
    small.write("privacy", "handed-in", {**STATEMENT, "proved_by": proof})
    [found] = small.lines(orientation.check)
    assert found.startswith("privacy/handed-in.yml: proved_by: must name a test, such as ")
    assert found.endswith(f"(got {proof})")


def test_two_statements_in_one_place_are_named(small: SmallCourse):
    small.write("privacy", "handed-in", STATEMENT)
    small.write("privacy", "notebook-file", {**STATEMENT, "id": "notebook-file"})
    assert small.lines(orientation.check) == [
        "privacy/notebook-file.yml: place: is the place of handed-in too (got 1)"
    ]


def test_each_of_the_ten_citations_has_its_search():
    citations = [citation["id"] for citation in catalog.citations()]
    assert sorted(citations) == sorted(search["id"] for search in catalog.searches())
    assert len(citations) == 10


def test_nobody_is_said_to_have_made_a_source_up():
    """What was not traced is called that, and nothing worse."""
    words = str([*catalog.searches(), *catalog.citations()]).lower()
    for word in ("fabricat", "invented", "fake", "made up", "hallucinat", "does not exist"):
        assert word not in words
    for citation in catalog.citations():
        if citation["exists"] == "not-traced":
            assert "could not trace" in citation["exists_note"]


def test_a_card_does_not_give_its_verdict_away():
    """What turned up is told in words of its own, not in those of the audit."""
    audits = {citation["id"]: citation for citation in catalog.citations()}
    for search in catalog.searches():
        shown = [search["sentence"], search["turned_up"]]
        shown += [entry["says"] for entry in search["entries"]]
        for note in ("exists_note", "supports_note"):
            assert audits[search["id"]][note] not in shown
        assert "could not trace" not in " ".join(shown)

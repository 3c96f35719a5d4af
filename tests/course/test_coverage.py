"""Claim by claim, what teaches it: every row is there, and module 2's are whole."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from small_course import NOTEBOOK, SmallCourse

from attunement_course.checks import Course
from attunement_course.claim_list import CLAIM_IDS
from attunement_course.cli import attunement
from attunement_course.coverage import PARTS, citation_rows, coverage_rows, missing_parts


def row_of(small: SmallCourse, id: str) -> dict:
    return {**next(row for row in coverage_rows(small.load()) if row["claim"] == id)}


def test_a_row_names_the_passages_exercises_items_and_evidence(small: SmallCourse):
    small.module(("markdown", "`emp-01` `emp-02a` · *definition*"))
    assert row_of(small, "emp-01") == {
        "claim": "emp-01",
        "passages": [f"{NOTEBOOK}#cell-0", f"{NOTEBOOK}#cell-2"],
        "exercises": ["m2-talk"],
        "items": ["m2-i01"],
        "evidence": ["elm-2018", "definitional"],
    }


def test_a_claim_has_a_row_before_it_is_entered(small: SmallCourse):
    row = row_of(small, "res-01")
    assert row == {"claim": "res-01", "passages": [], "exercises": [], "items": [], "evidence": []}
    assert missing_parts(coverage_rows(small.load())[0]) == list(PARTS)


def test_a_malformed_tag_line_is_no_passage(small: SmallCourse):
    small.notebook("modules", NOTEBOOK, [("markdown", "`emp-01` · definition")])
    assert row_of(small, "emp-01")["passages"] == []


def test_every_claim_has_a_row_in_the_order_of_the_list(course: Course):
    rows = coverage_rows(course)
    assert [row["claim"] for row in rows] == list(CLAIM_IDS)
    assert len(rows) == 71


def test_every_row_of_module_2_is_whole(course: Course):
    rows = {row["claim"]: row for row in coverage_rows(course)}
    claims = course.shelf.items["modules"]["m2"].claims
    assert len(claims) == 19
    assert {id: missing_parts(rows[id]) for id in claims} == {id: [] for id in claims}
    for id in claims:
        assert any(place.startswith("02-empathy.ipynb#") for place in rows[id]["passages"]), id


def test_all_ten_citations_are_whole_in_the_article_s_order(course: Course):
    rows = citation_rows(course)
    numbers = [course.shelf.items["citations"][row["citation"]].number for row in rows]
    assert numbers == list(range(1, 11))
    assert {row["citation"]: missing_parts(row) for row in rows} == {
        row["citation"]: [] for row in rows
    }
    for row in rows:
        assert row["passages"][0].startswith("00-orientation.ipynb#")
        assert row["exercises"] == ["m0-citations"]


def test_a_citation_nobody_teaches_lacks_all_but_its_evidence(small: SmallCourse):
    [row] = citation_rows(small.load())
    assert missing_parts(row) == ["passages", "exercises", "items"]


def test_a_passage_on_a_citation_is_a_line_that_begins_with_its_number(small: SmallCourse):
    number = next(iter(small.load().shelf.items["citations"].values())).number
    small.module(("markdown", f"- `c{number}` Elm 2018: real."), ("markdown", f"see `c{number}` "))
    [row] = citation_rows(small.load())
    assert len(row["passages"]) == 1


def run(root: Path, *more: str):
    return CliRunner().invoke(attunement, ["coverage", "--root", str(root), *more])


def test_json_is_a_list_of_rows(small: SmallCourse):
    result = run(small.root, "--json")
    rows = json.loads(result.stdout)
    assert rows == [{**row} for row in coverage_rows(small.load())]
    assert all(list(row) == ["claim", *PARTS] for row in rows)
    assert (result.exit_code, result.stderr) == (0, "")


def test_citations_have_a_table_and_rows_of_their_own(small: SmallCourse):
    rows = json.loads(run(small.root, "--citations", "--json").stdout)
    assert rows == [{**row} for row in citation_rows(small.load())]
    assert "0 of 1 citations have every part." in run(small.root, "--citations").stdout


def test_the_table_says_what_is_missing(small: SmallCourse):
    result = run(small.root)
    assert "1 of 71 claims have every part; the others say what is missing." in result.stdout
    rows = [line for line in result.stdout.splitlines() if "res-01" in line]
    assert len(rows) == 1
    assert rows[0].count("missing") == 4


def test_what_cannot_be_read_is_said_beside_the_table(small: SmallCourse):
    small.change("items", "m2-i01", question=None)
    result = run(small.root, "--json")
    assert json.loads(result.stdout)
    assert result.stderr == (
        "left out: attunement_course/content/items/m2-i01.yml: question: required field is "
        "missing (got nothing)\n"
    )

"""Content is read whole, and whatever stands in the way is one line that says where."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from small_course import ITEMS, SmallCourse

from attunement_course.problems import SHOWN, Problem, got
from attunement_course.reading import read_content
from attunement_course.schema import ID_FIELD, KINDS, Work

FOLDERS = ", ".join(KINDS)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


def test_a_whole_course_has_no_problems_and_each_item_lies_under_its_id(small: SmallCourse):
    shelf = small.load().shelf
    assert small.lines() == []
    for kind, items in ITEMS.items():
        assert set(shelf.items[kind]) == {item[ID_FIELD.get(kind, "id")] for item in items}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"tone": "warm"}, "tone: unknown field (got warm)"),
        ({"finding": None}, "finding: required field is missing (got nothing)"),
        ({"finding": " "}, "finding: must not be empty (got nothing)"),
        ({"year": 2018}, "year: must be text; put it in quotes (got 2018)"),
        ({"doi": "doi.org/10.1"}, "doi: must be a DOI without its address, such as "),
        ({"mark": "sure"}, "mark: must be 'checked', 'memory' or 'not-traced' (got sure)"),
        ({"id": "Elm 2018"}, "id: must be small letters and digits, with single hyphens "),
        ({"id": "elm-2019"}, "id: must be the file's name, elm-2018 (got elm-2019)"),
        ({"where": ["a", "b"]}, "where: must be text; put it in quotes (got ['a', 'b'])"),
    ],
)
def test_a_wrong_field_is_named_with_what_it_held(small: SmallCourse, fields: dict, line: str):
    small.change("works", "elm-2018", **fields)
    (found,) = small.lines()
    assert found.startswith(f"works/elm-2018.yml: {line}")
    assert "(got " in found


def test_every_fault_of_a_file_is_said_at_once(small: SmallCourse):
    small.change("claims", "emp-01", status=None, teach=3, extra=1)
    assert small.lines() == [
        "claims/emp-01.yml: extra: unknown field (got 1)",
        "claims/emp-01.yml: status: required field is missing (got nothing)",
        "claims/emp-01.yml: teach: must be text; put it in quotes (got 3)",
    ]


def test_a_fault_deep_inside_says_where(small: SmallCourse):
    criterion = ITEMS["rubrics"][0]["criteria"][0]
    levels = [*criterion["levels"][:3], {"level": "high", "name": "x", "words": "x"}]
    small.change("rubrics", "p2", criteria=[criterion | {"levels": levels}])
    (line,) = small.lines()
    assert line == ("rubrics/p2.yml: criteria.0.levels.3.level: must be a whole number (got high)")


def test_an_empty_list_is_a_fault_of_its_own(small: SmallCourse):
    small.change("rubrics", "p2", criteria=[])
    assert small.lines() == ["rubrics/p2.yml: criteria: must not be empty (got [])"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [1, 2", "line 1: not YAML: "),
        ("a: 1\na: 2", "line 2: not YAML: found duplicate key"),
        ("a: 1\n---\nb: 2", "line 2: not YAML: but found another document"),
        ("a: !thing b", "line 1: not YAML: could not determine a constructor"),
        ("year: 2001-13-45", "file: not YAML: month must be in 1..12; put dates"),
        ("a: " + "[" * 1100, "file: cannot be read: "),
        ("a: \x00", "file: cannot be read: unacceptable character"),
        ("", "file: must be a mapping of keys to values (got nothing)"),
        ("- 1", "file: must be a mapping of keys to values (got [1])"),
    ],
)
def test_what_is_no_yaml_is_one_line(small: SmallCourse, text: str, line: str):
    small.path("works", "elm-2018").write_text(text)
    (found,) = small.lines()
    assert found.startswith(f"works/elm-2018.yml: {line}")


def test_other_encodings_are_refused_in_words(small: SmallCourse):
    small.path("works", "elm-2018").write_bytes("where: Zürich".encode("latin-1"))
    assert small.lines() == ["works/elm-2018.yml: file: not UTF-8 text; save the file as UTF-8"]


def test_a_folder_named_like_an_item_is_one_line(small: SmallCourse):
    small.path("works", "folder").mkdir()
    (line,) = small.lines()
    assert line.startswith("works/folder.yml: file: cannot be read: ")


def test_a_file_that_would_never_be_read_is_named(small: SmallCourse):
    """A misspelt folder or ending would otherwise drop an item in silence."""
    for path in ("claim/emp-03.yml", "claims/old/emp-03.yml", "claims/emp-04.yaml", "top.yml"):
        (small.content / path).parent.mkdir(exist_ok=True)
        (small.content / path).write_text("{}")
    assert small.lines() == [
        f"claim/emp-03.yml: file: is read in no folder but {FOLDERS} (got claim)",
        "claims/emp-04.yaml: file: must be named emp-04.yml, as all content is (got emp-04.yaml)",
        f"claims/old/emp-03.yml: file: is read in no folder but {FOLDERS} (got claims/old)",
        f"top.yml: file: is read in no folder but {FOLDERS} (got .)",
    ]


def test_an_item_that_cannot_be_read_is_known_all_the_same(small: SmallCourse):
    """Else each reference to it would be a problem of its own."""
    small.change("claims", "emp-01", status=None)
    shelf = small.load().shelf
    assert shelf.known("claims", "emp-01")
    assert "emp-01" not in shelf.items["claims"]
    assert not shelf.known("claims", "emp-99")


def read_one(data: bytes) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims" / "x.yml"
        path.parent.mkdir()
        path.write_bytes(data)
        return [str(problem) for problem in read_content(Path(folder)).problems]


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8")))
def test_no_bytes_end_in_a_traceback(data: bytes):
    lines = read_one(data)
    assert lines
    assert all(line.startswith("claims/x.yml: ") and "\n" not in line for line in lines)


@settings(deadline=None, max_examples=100)
@given(plain)
def test_no_data_ends_in_a_traceback(data: object):
    lines = read_one(json.dumps(data).encode())
    assert lines
    assert all("\n" not in line for line in lines)


@given(st.text() | st.integers() | st.lists(st.text()))
def test_an_offending_value_is_shown_on_one_short_line(value: object):
    shown = got(value)
    assert shown.isprintable()
    assert len(shown) <= SHOWN + len("(got )")


def test_a_value_is_shown_whole_where_wanted():
    assert got("x" * 200, whole=True) == f"(got {'x' * 200})"
    assert got("x" * 200) == f"(got {'x' * (SHOWN - 1)}…)"
    assert str(Problem("a.yml", "b", "is wrong")) == "a.yml: b: is wrong"


def test_items_are_frozen():
    work = Work.model_validate(ITEMS["works"][0])
    with pytest.raises(ValidationError, match="frozen"):
        work.mark = "memory"

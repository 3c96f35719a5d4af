"""The learner's own view is read out of whatever stands in the box, and nothing is lost."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attunement_grading.rubric import Rubric, rubric_of
from attunement_grading.self_assessment import HEADING, box_text, read_self_assessment

RUBRIC = rubric_of("p2")
RUBRICS = [rubric_of(name) for name in ("p0", "p1", "p2", "p3", "p4", "p5")]
WORD = re.compile(r"[^\W\d_]+")


def level_of(line: str) -> float | None:
    """The level read from one line about observation."""
    return read_self_assessment(line, RUBRIC).views["observation"].level


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda one: one.assignment)
def test_a_box_as_it_was_given_out_says_nothing(rubric: Rubric) -> None:
    assert not read_self_assessment(box_text(rubric), rubric)


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda one: one.assignment)
def test_a_box_filled_in_as_it_asks_is_read_whole(rubric: Rubric) -> None:
    lines = box_text(rubric).splitlines()
    filled = [f"{line}2.5, reason {n}" if n > 1 else line for n, line in enumerate(lines)]
    own = read_self_assessment("\n".join(filled), rubric)
    assert [view.level for view in own.views.values()] == [2.5] * 5
    assert [view.said for view in own.views.values()] == [f"2.5, reason {n}" for n in range(2, 7)]
    assert own.besides == ""


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Observation: 2.5 because I quote her", 2.5),
        ("observation - 2,5", 2.5),
        ("- **Observation:** 3/4, the laugh", 3),
        ("* __Observation__ = 3 of 4", 3),
        ("1. Observation: 2½", 2.5),
        ("### Observation\n\nLevel 3\nbecause I quote her", 3),
        ("| Observation | 3.5 | the laugh |", 3.5),
        ("> OBSERVATION: about 2", 2),
        ("Observation: between 2 and 3", 2.5),
        ("Observation: 3-4", 3.5),
        ("Observation: I'd say 3 or 4, hard to tell", 3.5),
        ("Observation 4", 4),
        ("Observation: reflection", 3),
        ("Observation: Critical reflection, I think", 4),
        ("Observation: between understanding and reflection", 2.5),
        ("Observation: understanding/reflection", 2.5),
        ("Observation: I cannot say", None),
        ("Observation: 7", None),
        ("Observation: 0", None),
        ("Observation: 40", None),
        ("Observation: 3rd try", None),
        ("Observation: -", None),
        ("Observation: the 2 of us were tired", None),
        ("Observation: 1\nObservation: no, 3\nObservation: 3", 3),
    ],
)
def test_a_level_is_read_however_it_is_written(line: str, level: float | None) -> None:
    if line.endswith(" -"):
        assert not read_self_assessment(line, RUBRIC)
    else:
        assert level_of(line) == level


def test_a_sentence_that_begins_like_a_criterion_belongs_to_the_line_before() -> None:
    own = read_self_assessment("Reframing: 2\nAction is where I fall short.", RUBRIC)
    assert set(own.views) == {"reframing"}
    assert own.views["reframing"].said == "2\nAction is where I fall short."


def test_a_heading_of_the_learners_own_begins_something_else() -> None:
    own = read_self_assessment("Reframing: 2\nand why\n# A remark\nnot on that", RUBRIC)
    assert own.views["reframing"].said == "2\nand why"
    assert own.besides == "# A remark\nnot on that"


def test_a_table_is_read_and_its_frame_is_not() -> None:
    table = "| Criterion | Level | Why |\n|---|:-:|---|\n| Evidence and concepts | 2 | one |\n"
    own = read_self_assessment(f"{HEADING}\n\n{table}", RUBRIC)
    assert {id: (view.level, view.said) for id, view in own.views.items()} == {
        "evidence": (2, "2, one")
    }
    assert own.besides == ""


LEVEL = st.sampled_from([1, 1.5, 2, 2.5, 3, 3.5, 4])
WHY = st.from_regex(r"[a-z]{1,9}( [a-z]{1,9}){0,5}", fullmatch=True)
SHAPES = st.sampled_from(
    ["{title}: {level}, {why}", "- **{title}:** {level}; {why}", "| {title} | {level} | {why} |",
     "{id} - {level} ({why})", "## {title}\n{level}\n{why}"]
)  # fmt: skip


@settings(deadline=None)
@given(st.sampled_from(RUBRICS), st.data())
def test_what_was_meant_is_what_is_read(rubric: Rubric, data: st.DataObject) -> None:
    meant = {
        one.id: (one.title, data.draw(LEVEL), data.draw(WHY), data.draw(SHAPES))
        for one in data.draw(st.permutations(rubric.criteria))
    }
    text = "\n".join(
        shape.format(title=title, id=id, level=level, why=why)
        for id, (title, level, why, shape) in meant.items()
    )
    own = read_self_assessment(text, rubric)
    assert {id: view.level for id, view in own.views.items()} == {
        id: level for id, (_, level, _, _) in meant.items()
    }
    assert all(meant[id][2] in " ".join(view.said.split()) for id, view in own.views.items())


PIECES = st.sampled_from(
    [*(one.title for one in RUBRIC.criteria), *(one.id for one in RUBRIC.criteria),
     HEADING, "\n", ":", "|", "**", "-", "2.5", "4", "½", "between", "reflection", " and ",
     "<script>alert(1)</script>", "&amp;", "{{ x }}", "\u202e", "\x00"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=30).map("".join))
def test_any_text_is_read_without_an_error_or_a_lost_word(text: str) -> None:
    own = read_self_assessment(text, RUBRIC)
    assert all(1 <= view.level <= 4 for view in own.views.values() if view.level is not None)
    kept = " ".join([*(view.said for view in own.views.values()), own.besides])
    titles = " ".join(f"{one.title} {one.id}" for one in RUBRIC.criteria)
    known = set(WORD.findall(f"{kept} {titles} {HEADING}".casefold()))
    lost = [word for word in WORD.findall(text.casefold()) if word not in known]
    assert "criterion" in text.casefold() or lost == []


@pytest.mark.parametrize("piece", ["Observation: ", "- ", "* _", "2.", "| ", "between ", "maybe "])
def test_a_megabyte_of_one_thing_is_read_in_no_time(piece: str) -> None:
    begun = time.monotonic()
    read_self_assessment(piece * (1_000_000 // len(piece)), RUBRIC)
    assert time.monotonic() - begun < 2

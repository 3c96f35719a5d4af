"""Two markers, blind to one another until both have finished; then what they agree on."""

from __future__ import annotations

from typing import Any

import pytest
from desk_course import AMIT, INES, INSTRUCTOR, SIONE, DeskCourse

from attunement_grading.desk import gradebook, marking
from attunement_grading.desk.choices import choose
from attunement_grading.desk.handing_out import deal_out
from attunement_grading.desk.overview import overview
from attunement_grading.desk.people import Person
from attunement_grading.desk.piles import lines
from attunement_grading.desk.places import place
from attunement_grading.desk.reconciling import agree, call_third, talk, talks
from attunement_grading.desk.refusals import Conflict, Invalid, NotThere, NotYours
from attunement_grading.desk.settling import settle_all
from attunement_grading.desk.tables import allocation, choice, decision, mark, piece
from attunement_grading.desk.trail import trail

CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")


@pytest.fixture
def twice(desk: DeskCourse) -> DeskCourse:
    """Every piece is read by two of three people."""
    choices = {"markers": ["ines", "sione", "amit"], "share": 1.0, "boundaries": [12.5]}
    for name, value in choices.items():
        desk.act(INSTRUCTOR, choose, "p2", name, value)
    desk.act(INSTRUCTOR, deal_out, "p2")
    return desk


def shared(desk: DeskCourse, one: Person, other: Person) -> str:
    """A piece that these two have."""
    piles = [{line.key for line in desk.look(lines, who.name, "p2")} for who in (one, other)]
    return sorted(piles[0] & piles[1])[0]


def finish(desk: DeskCourse, who: Person, key: str, *levels: float, comment: str = "") -> None:
    for criterion, level in zip(CRITERIA, levels, strict=True):
        desk.act(who, marking.set_level, key, criterion, level)
        if comment:
            desk.act(who, marking.set_comment, key, criterion, f"{comment} {criterion}")
    desk.act(who, marking.finish, key)


def scores(desk: DeskCourse, key: str) -> list[float | None]:
    found = desk.scores(desk.rows(piece, piece.c.key == key)[0].student)
    return [found[criterion] for criterion in CRITERIA]


LOW, HIGH, MIDDLE = (1, 1, 1, 1, 1), (3, 3, 1.5, 1, 1), (2, 2, 2, 2, 2)


def apart(desk: DeskCourse) -> str:
    """A piece on which Inês and Sione lie far apart."""
    key = shared(desk, INES, SIONE)
    finish(desk, INES, key, *LOW, comment="Inês on")
    finish(desk, SIONE, key, *HIGH, comment="Sione on")
    return key


def test_close_marks_become_their_mean_without_anybody_talking(twice):
    key = shared(twice, INES, SIONE)
    finish(twice, INES, key, 2, 2.5, 2, 2, 3, comment="Inês on")
    assert scores(twice, key) == [None] * 5
    finish(twice, SIONE, key, 2, 2, 3, 2, 3, comment="Sione on")
    assert scores(twice, key) == [2, 2.25, 2.5, 2, 3]
    assert twice.look(talks, "p2", INES) == []


def test_far_apart_waits_and_is_shown_to_both_and_to_nobody_else(twice):
    key = apart(twice)
    assert scores(twice, key) == [None] * 5
    for who in (INES, SIONE, INSTRUCTOR):
        (one,) = twice.look(talks, "p2", who)
        assert (one.key, one.wide, one.open) == (key, ("observation", "perspective"), True)
        assert {reading.marker for reading in one.readings} == {"ines", "sione"}
    assert twice.look(talks, "p2", AMIT) == []
    with pytest.raises(NotThere):
        twice.look(talk, AMIT, key)


def test_totals_on_two_sides_of_a_boundary_are_far_apart(twice):
    key = shared(twice, INES, SIONE)
    finish(twice, INES, key, 2, 2, 2, 3, 3)
    finish(twice, SIONE, key, 2.5, 2, 2.5, 3, 3)
    (one,) = twice.look(talks, "p2", INES)
    assert (one.wide, one.crossed) == ((), (12.5,))


def test_nobody_learns_of_a_second_reading_before_both_have_finished(twice):
    """Whatever the page of a piece is made of is the same as if nobody else had it."""
    key = shared(twice, INES, SIONE)
    finish(twice, SIONE, key, *HIGH, comment="Sione on")
    shown = twice.look(lambda c: place(twice.course, c, INES, key))
    assert "sione" not in str(shown.marks).lower() + str(shown.state()).lower()
    assert shown.marks == {}
    with pytest.raises(NotThere):
        twice.look(talk, INES, key)
    with pytest.raises(NotThere):
        twice.look(talk, SIONE, key)
    with pytest.raises(NotThere):
        twice.look(talk, INSTRUCTOR, key)
    twice.act(SIONE, marking.reopen, key)
    twice.act(SIONE, marking.finish, key)


def test_whoever_has_seen_the_other_s_marks_changes_nothing_any_more(twice):
    key = apart(twice)
    for who in (INES, SIONE):
        with pytest.raises(Conflict, match="have seen other marks"):
            twice.act(who, marking.reopen, key)


def agreement(*levels: float, comment: str = "") -> tuple[dict[str, Any], dict[str, str]]:
    return dict(zip(CRITERIA, levels, strict=True)), dict.fromkeys(CRITERIA, comment)


def test_what_they_agree_on_is_the_grade_and_its_comments(twice):
    key = apart(twice)
    twice.act(INES, agree, key, 0, *agreement(2, 2.5, 1, 1, 1, comment="We both say."))
    assert scores(twice, key) == [2, 2.5, 1, 1, 1]
    rows = twice.rows(decision)
    assert {(row.how, row.comment) for row in rows} == {("reconciled", "We both say.")}
    assert {row.level for row in twice.rows(mark, mark.c.marker == "ines")} >= {1}


def test_an_agreement_leaves_no_criterion_out_and_no_level_off_the_scale(twice):
    key = apart(twice)
    levels, comments = agreement(*MIDDLE)
    with pytest.raises(Invalid, match="Evidence and concepts: the level .* is missing"):
        twice.act(INES, agree, key, 0, {**levels, "evidence": None}, comments)
    with pytest.raises(Invalid, match="half-levels"):
        twice.act(INES, agree, key, 0, {**levels, "evidence": 2.25}, comments)
    assert scores(twice, key) == [None] * 5


def test_two_agreements_at_once_the_second_is_told_of_the_first(twice):
    key = apart(twice)
    twice.act(INES, agree, key, 0, *agreement(*MIDDLE))
    with pytest.raises(Conflict, match="somebody recorded an agreement meanwhile"):
        twice.act(SIONE, agree, key, 0, *agreement(*LOW))
    one, *_ = twice.look(talk, SIONE, key)
    seen = max(stand.id for stand in one.agreed.values())
    twice.act(SIONE, agree, key, seen, *agreement(2, 2, 2, 2, 1))
    assert scores(twice, key) == [2, 2, 2, 2, 1]


def test_a_third_marker_is_whoever_holds_least_and_the_median_counts(twice):
    key = apart(twice)
    assert twice.act(SIONE, call_third, key) == {"third": True}
    (third,) = twice.rows(allocation, allocation.c.part == "third")
    assert third.marker == "amit"
    assert scores(twice, key) == [None] * 5
    with pytest.raises(NotThere):
        twice.look(talk, AMIT, key)
    with pytest.raises(Conflict, match="a third marker has it already"):
        twice.act(INES, call_third, key)
    finish(twice, AMIT, key, *MIDDLE)
    assert scores(twice, key) == [2, 2, 1.5, 1, 1]
    one, *_ = twice.look(talk, AMIT, key)
    assert [reading.marker for reading in one.readings][2] == "amit"
    assert not one.open


def test_only_an_instructor_names_the_third_marker(twice):
    key = apart(twice)
    with pytest.raises(NotYours):
        twice.act(INES, call_third, key, "leila")
    with pytest.raises(Conflict, match="sione has marked this piece already"):
        twice.act(INSTRUCTOR, call_third, key, "sione")
    twice.act(INSTRUCTOR, call_third, key, "leila")
    assert twice.rows(allocation, allocation.c.part == "third")[0].marker == "leila"


def test_another_rule_changes_every_grade_at_once_and_is_recorded(twice):
    key = apart(twice)

    def change(act: Any, rule: str) -> dict[str, Any]:
        choose(act, "p2", "rule", rule)
        return {"changed": settle_all(act, "p2")}

    first = twice.rows(allocation, allocation.c.part == "first")
    (piece_row,) = twice.rows(piece, piece.c.key == key)
    opener = next(row.marker for row in first if row.piece == piece_row.id)
    for rule, expected in [
        ("mean", [2, 2, 1.25, 1, 1]),
        ("first", list(LOW if opener == "ines" else HIGH)),
        ("reconciled", [None] * 5),
        ("median", [2, 2, 1.25, 1, 1]),
    ]:
        assert twice.act(INSTRUCTOR, change, rule) == {"changed": 1}
        assert scores(twice, key) == expected
    chosen = [row.value for row in twice.rows(choice, choice.c.name == "rule")]
    assert chosen == ["mean", "first", "reconciled", "median"]


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("rule", "best", "rule: one of reconciled, mean, median, first"),
        ("share", 1.2, "share: from 0 to 1"),
        ("share", "half", "share: a number"),
        ("boundaries", 10, "boundaries: a list of totals"),
        ("markers", "ines", "markers: a list of account names"),
        ("seed", 0.5, "seed: a whole number"),
        ("mood", 1, "mood: there is no such choice"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(desk, name, value, text):
    with pytest.raises(Invalid, match=text):
        desk.act(INSTRUCTOR, choose, "p2", name, value)


def test_the_trail_tells_all_of_it_in_order_to_instructors_alone(twice):
    key = apart(twice)
    twice.act(SIONE, call_third, key)
    finish(twice, AMIT, key, *MIDDLE)
    with pytest.raises(NotYours):
        twice.look(trail, INES, key)
    told = twice.look(trail, INSTRUCTOR, key)
    assert told.shown.startswith("First")
    words = [f"{step.by}: {step.words}" for step in told.steps]
    assert [step.at for step in told.steps] == sorted(step.at for step in told.steps)
    for expected in (
        "ines: Observation: 1",
        "sione: Observation: 3",
        "sione: given to amit as third reading",
        "amit: third reading by amit finished",
        "amit: gradebook, Observation: 2 (reconciled)",
    ):
        assert expected in words


def test_the_overview_counts_pieces_by_how_far_they_are(twice):
    key = shared(twice, INES, SIONE)
    finish(twice, INES, key, *MIDDLE)
    finish(twice, SIONE, key, *MIDDLE)
    apart_key = shared(twice, INES, AMIT)
    finish(twice, INES, apart_key, *LOW)
    found = twice.look(lambda c: overview(c, INSTRUCTOR, "p2", 1, "graded"))
    assert found.counts == {"all": 6, "free": 0, "marking": 5, "graded": 1, "unwritten": 0}
    (line,) = found.lines
    assert (line.key, line.total, line.unwritten) == (key, 10, False)
    assert sorted(line.readers) == [("ines", True), ("sione", True)]
    assert len(twice.look(lambda c: overview(c, INSTRUCTOR, "p2", 7, "all")).lines) == 6
    with pytest.raises(NotYours):
        twice.look(lambda c: overview(c, INES, "p2", 1, "all"))


def test_a_criterion_without_a_cell_in_the_gradebook_is_named_and_its_marks_are_kept(twice):
    with twice.database.writing() as connection:
        cell = gradebook.cell
        renamed = cell.update().where(cell.c.name == "p2-evidence").values(name="p2-other")
        connection.execute(renamed)
    key = shared(twice, INES, SIONE)
    for who in (INES, SIONE):
        finish(twice, who, key, *MIDDLE)
    found = twice.look(lambda c: overview(c, INSTRUCTOR, "p2", 1, "unwritten"))
    assert [line.key for line in found.lines] == [key]
    (row,) = twice.rows(decision, decision.c.how == "not written")
    assert (row.criterion, row.level) == ("evidence", 2)

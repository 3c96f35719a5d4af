"""Requests to look again, the comment bank, and marks as events for others to read."""

from __future__ import annotations

import pytest
from desk_course import AMIT, INES, INSTRUCTOR, SIONE, DeskCourse

from attunement_grading.desk import marking
from attunement_grading.desk.appeals import appeals, ask, close
from attunement_grading.desk.bank import change_phrase, keep_phrase, phrases
from attunement_grading.desk.choices import choose
from attunement_grading.desk.events import mark_events
from attunement_grading.desk.handing_out import deal_out
from attunement_grading.desk.piles import lines
from attunement_grading.desk.places import place
from attunement_grading.desk.refusals import Conflict, Invalid, NotThere, NotYours
from attunement_grading.desk.tables import allocation, piece
from attunement_grading.desk.trail import trail

CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")
WORDS = "I did name the idea's standing, in my last sentence."


@pytest.fixture
def graded(desk: DeskCourse) -> tuple[DeskCourse, str, str]:
    """Three markers, each piece read once; one of Inês's has its grade. Desk, key, learner."""
    desk.act(INSTRUCTOR, choose, "p2", "markers", ["ines", "sione", "amit"])
    desk.act(INSTRUCTOR, choose, "p2", "share", 0.0)
    desk.act(INSTRUCTOR, deal_out, "p2")
    key = desk.look(lines, "ines", "p2")[0].key
    for criterion in CRITERIA:
        desk.act(INES, marking.set_level, key, criterion, 2)
    desk.act(INES, marking.set_comment, key, "evidence", "You do not name its standing.")
    desk.act(INES, marking.finish, key)
    return desk, key, desk.rows(piece, piece.c.key == key)[0].student


def looked_again(desk: DeskCourse, key: str, learner: str, level: float = 3.5) -> str:
    """Ask, and have the second look finished; the appeal's key."""
    asked = desk.act(INSTRUCTOR, ask, "p2", learner, ["evidence"], WORDS)["appeal"]
    (row,) = desk.rows(allocation, allocation.c.part == "appeal")
    who = {"sione": SIONE, "amit": AMIT}[row.marker]
    desk.act(who, marking.set_level, key, "evidence", level)
    desk.act(who, marking.set_comment, key, "evidence", "It is there, at the end.")
    desk.act(who, marking.finish, key)
    return asked


def test_a_request_goes_to_somebody_who_has_not_read_the_piece(graded):
    desk, key, learner = graded
    desk.act(INSTRUCTOR, ask, "p2", learner, ["evidence"], WORDS)
    (row,) = desk.rows(allocation, allocation.c.part == "appeal")
    who = {"sione": SIONE, "amit": AMIT}[row.marker]
    shown = desk.look(lambda c: place(desk.course, c, who, key))
    assert (shown.asked, shown.criteria) == (WORDS, ("evidence",))
    assert shown.marks == {}
    assert "standing" not in str(shown.state())


def test_the_first_reader_is_refused_by_name_as_well(graded):
    desk, _key, learner = graded
    with pytest.raises(Conflict, match="ines has read this piece"):
        desk.act(INSTRUCTOR, ask, "p2", learner, ["evidence"], WORDS, "ines")


def test_the_new_reading_counts_where_the_instructor_says_so(graded):
    desk, key, learner = graded
    asked = looked_again(desk, key, learner)
    assert desk.scores(learner)["evidence"] == 2
    desk.act(INSTRUCTOR, close, asked, ["evidence"], "You are right; it is in your last line.")
    assert desk.scores(learner) == {**dict.fromkeys(CRITERIA, 2), "evidence": 3.5}
    (one,) = desk.look(lambda c: appeals(c, INSTRUCTOR, "p2"))
    assert one.taken == ("evidence",)


def test_marks_may_stay_and_the_trail_shows_both(graded):
    desk, key, learner = graded
    asked = looked_again(desk, key, learner, 3)
    desk.act(INSTRUCTOR, close, asked, [], "Two readers, one view.")
    assert desk.scores(learner)["evidence"] == 2
    told = [step.words for step in desk.look(lambda c: trail(c, INSTRUCTOR, key)).steps]
    (row,) = desk.rows(allocation, allocation.c.part == "appeal")
    for expected in (
        "Evidence and concepts: 2",
        "asked for another look at Evidence and concepts",
        f"given to {row.marker} as reading on appeal",
        "Evidence and concepts: 3",
        "appeal answered, the marks stay",
    ):
        assert expected in told


def test_an_outcome_outlasts_another_rule(graded):
    desk, key, learner = graded
    asked = looked_again(desk, key, learner)
    desk.act(INSTRUCTOR, close, asked, ["evidence"], "Yes.")
    desk.act(INES, marking.reopen, key)
    desk.act(INES, marking.set_level, key, "action", 4)
    desk.act(INES, marking.finish, key)
    assert desk.scores(learner)["evidence"] == 3.5
    assert desk.scores(learner)["action"] == 4


def test_a_request_that_makes_no_sense_is_refused(graded):
    desk, _key, learner = graded
    with pytest.raises(NotYours):
        desk.act(INES, ask, "p2", learner, ["evidence"], WORDS)
    with pytest.raises(Invalid, match="criteria: one or more of observation"):
        desk.act(INSTRUCTOR, ask, "p2", learner, ["charm"], WORDS)
    with pytest.raises(Invalid, match="what the learner asks"):
        desk.act(INSTRUCTOR, ask, "p2", learner, ["evidence"], "  ")
    with pytest.raises(NotThere, match="no piece of p2 is by 'learner-001'; nearest: learner-0001"):
        desk.act(INSTRUCTOR, ask, "p2", "learner-001", ["evidence"], WORDS)
    other = next(row.student for row in desk.rows(piece) if row.student != learner)
    with pytest.raises(Conflict, match="no grade yet"):
        desk.act(INSTRUCTOR, ask, "p2", other, ["evidence"], WORDS)


def test_one_request_at_a_time_and_none_closed_before_it_is_read(graded):
    desk, _key, learner = graded
    asked = desk.act(INSTRUCTOR, ask, "p2", learner, ["evidence"], WORDS)["appeal"]
    with pytest.raises(Conflict, match="being looked at again already"):
        desk.act(INSTRUCTOR, ask, "p2", learner, ["action"], WORDS)
    with pytest.raises(Conflict, match="not finished yet"):
        desk.act(INSTRUCTOR, close, asked, [], "No.")
    with pytest.raises(NotYours):
        desk.act(SIONE, close, asked, [], "No.")


def test_only_what_was_asked_about_can_change(graded):
    desk, key, learner = graded
    asked = looked_again(desk, key, learner)
    with pytest.raises(Invalid, match="only criteria that were asked about"):
        desk.act(INSTRUCTOR, close, asked, ["action"], "Yes.")
    desk.act(INSTRUCTOR, close, asked, [], "No.")
    with pytest.raises(Conflict, match="answered already"):
        desk.act(INSTRUCTOR, close, asked, ["evidence"], "Yes after all.")


# --- the comment bank --------------------------------------------------------------------


def test_an_entry_is_worded_once_and_offered_to_everybody(desk):
    entry = desk.act(INES, keep_phrase, "p2", "evidence", "Name its standing.")["entry"]
    assert desk.act(SIONE, keep_phrase, "p2", "evidence", " Name its standing. ") == {
        "entry": entry
    }
    desk.act(SIONE, change_phrase, entry, "Name its evidence status.")
    for assignment, here in (("p2", True), ("p3", False)):
        (one,) = desk.look(phrases, assignment, CRITERIA)["evidence"]
        assert (one.text, one.here) == ("Name its evidence status.", here)
    desk.act(AMIT, change_phrase, entry, None)
    assert desk.look(phrases, "p2", CRITERIA) == {}
    with pytest.raises(Conflict, match="taken this entry out"):
        desk.act(INES, change_phrase, entry, "Back.")


def test_an_empty_or_endless_entry_is_refused(desk):
    with pytest.raises(Invalid, match="1 to 2000 characters"):
        desk.act(INES, keep_phrase, "p2", "evidence", " ")
    with pytest.raises(Invalid, match="1 to 2000 characters"):
        desk.act(INES, keep_phrase, "p2", "evidence", "x" * 2001)
    with pytest.raises(NotThere):
        desk.act(INES, change_phrase, "none", "x")


# --- marks as events ---------------------------------------------------------------------


def test_events_tell_every_mark_and_which_are_locked(graded):
    desk, key, learner = graded
    looked_again(desk, key, learner)
    other = desk.look(lines, "ines", "p2")[1].key
    desk.act(INES, marking.set_level, other, "evidence", 1)
    desk.act(INES, marking.set_level, other, "evidence", None)
    events = desk.look(mark_events, "p2")
    kinds = {(one.kind, one.locked) for one in events}
    assert kinds == {("live", True), ("appeal", True), ("live", False)}
    assert {one.submission for one in events if one.locked} == {learner}
    assert [one.level for one in events][-2:] == [1, None]
    assert [one.time for one in events] == sorted(one.time for one in events)

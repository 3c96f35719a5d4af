"""Marking on a real gradebook: what is saved, undone, locked, and what nbgrader reads of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from desk_course import AMIT, BEGAN, INES, INSTRUCTOR, KEYS, SIONE, DeskCourse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from attunement_grading.course_root import open_gradebook
from attunement_grading.desk import marking
from attunement_grading.desk.choices import choose
from attunement_grading.desk.gradebook import submission
from attunement_grading.desk.handing_out import deal_out, give_back, onward, pass_on
from attunement_grading.desk.people import Person
from attunement_grading.desk.pieces import take_in
from attunement_grading.desk.piles import lines, next_piece, progress, resume
from attunement_grading.desk.readings import stands
from attunement_grading.desk.refusals import Conflict, Invalid, NotThere, NotYours
from attunement_grading.desk.tables import action, allocation, mark, piece
from attunement_grading.marks import read_marks
from attunement_grading.rubric import rubric_of

LEVELS = {"observation": 3, "perspective": 2.5, "evidence": 4, "reframing": 1, "action": 3.5}


def take(desk: DeskCourse, person: Person = INES) -> str:
    key = desk.act(person, onward, "p2", "")["key"]
    assert key is not None
    return key


def mark_all(desk: DeskCourse, person: Person, key: str, levels: dict[str, float]) -> None:
    for criterion, level in levels.items():
        desk.act(person, marking.set_level, key, criterion, level)


def finish(desk: DeskCourse, person: Person, key: str, levels: Any = None) -> None:
    mark_all(desk, person, key, levels or LEVELS)
    desk.act(person, marking.finish, key)


def student(desk: DeskCourse, key: str) -> str:
    return desk.rows(piece, piece.c.key == key)[0].student


def test_a_finished_piece_stands_in_the_gradebook_with_its_comments(desk):
    key = take(desk)
    desk.act(INES, marking.set_comment, key, "evidence", "Say how sure one may be.")
    finish(desk, INES, key)
    assert desk.scores(student(desk, key)) == LEVELS
    with open_gradebook(desk.root) as gradebook:
        marks = read_marks(gradebook, rubric_of("p2"), student(desk, key))
    assert (marks.total, marks.complete) == (14, True)
    assert [m.comment for m in marks.marks if m.comment] == ["Say how sure one may be."]


def test_nothing_reaches_the_gradebook_before_the_piece_is_finished(desk):
    key = take(desk)
    mark_all(desk, INES, key, LEVELS)
    assert set(desk.scores(student(desk, key)).values()) == {None}


def test_a_piece_cannot_be_finished_with_a_criterion_missing(desk):
    key = take(desk)
    mark_all(desk, INES, key, {"observation": 3, "evidence": 2})
    with pytest.raises(Conflict, match="no level yet for Perspective and cost, Reframing, Action"):
        desk.act(INES, marking.finish, key)


def test_a_finished_piece_is_locked_until_it_is_reopened(desk):
    key = take(desk)
    finish(desk, INES, key)
    for do, rest in [
        (marking.set_level, ("evidence", 1)),
        (marking.set_comment, ("evidence", "x")),
        (marking.undo, ()),
        (marking.finish, ()),
    ]:
        with pytest.raises(Conflict, match="reopen it to change a mark"):
            desk.act(INES, do, key, *rest)
    desk.act(INES, marking.reopen, key)
    assert set(desk.scores(student(desk, key)).values()) == {None}
    desk.act(INES, marking.set_level, key, "evidence", 1)
    desk.act(INES, marking.finish, key)
    assert desk.scores(student(desk, key)) == {**LEVELS, "evidence": 1}


@pytest.mark.parametrize("level", [-1, 0.5, 2.25, 4.5, 5, "3", True, float("nan")])
def test_a_level_is_on_the_scale(desk, level):
    with pytest.raises(Invalid, match="level: 0, or from 1 to 4 in half-levels"):
        desk.act(INES, marking.set_level, take(desk), "evidence", level)


def test_an_unknown_criterion_and_an_endless_comment_are_refused(desk):
    key = take(desk)
    with pytest.raises(Invalid, match="the rubric has no 'charm'"):
        desk.act(INES, marking.set_level, key, "charm", 3)
    with pytest.raises(Invalid, match="at most 20000 characters"):
        desk.act(INES, marking.set_comment, key, "evidence", "x" * 20_001)


def test_the_same_action_sent_again_is_done_once(desk):
    key = take(desk)
    first = desk.act(INES, marking.set_level, key, "evidence", 3, key="once-and-only")
    before = len(desk.rows(mark))
    assert desk.act(INES, marking.set_level, key, "evidence", 3, key="once-and-only") == first
    assert len(desk.rows(mark)) == before
    with pytest.raises(Conflict, match="used for something else"):
        desk.act(INES, marking.set_level, key, "evidence", 2, key="once-and-only")
    with pytest.raises(Conflict, match="used for something else"):
        desk.act(SIONE, marking.set_level, key, "evidence", 3, key="once-and-only")


def test_a_refused_action_leaves_nothing_behind(desk):
    key = take(desk)
    before = len(desk.rows(action))
    with pytest.raises(Conflict):
        desk.act(INES, marking.finish, key, key="refused-once")
    assert len(desk.rows(action)) == before
    finish(desk, INES, key)
    assert desk.rows(action, action.c.key == "refused-once") == []


CRITERION = st.sampled_from(sorted(LEVELS))
CHANGE = st.one_of(
    st.tuples(st.just("level"), CRITERION, st.sampled_from([None, 0, 1, 2.5, 4])),
    st.tuples(st.just("comment"), CRITERION, st.sampled_from(["", "a", "b"])),
    st.tuples(st.just("undo"), st.none(), st.none()),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.lists(CHANGE, max_size=14))
def test_what_stands_is_what_a_marker_would_expect_of_undo(desk, changes):
    """The newest rows of the log against a plain list of states that undo goes back through."""
    who = Person(f"marker-{next(KEYS)}")
    key = _own_piece(desk, who)
    states: list[dict[str, tuple[float | None, str]]] = [{}]
    for what, criterion, value in changes:
        if what == "undo":
            if len(states) == 1:
                with pytest.raises(Conflict, match="nothing left to undo"):
                    desk.act(who, marking.undo, key)
                continue
            states.pop()
            desk.act(who, marking.undo, key)
        else:
            level, comment = states[-1].get(criterion, (None, ""))
            new = (value, comment) if what == "level" else (level, value)
            do = marking.set_level if what == "level" else marking.set_comment
            desk.act(who, do, key, criterion, value)
            if new != (level, comment):
                states.append({**states[-1], criterion: new})
    assert _now(desk, who, key) == {n: s for n, s in states[-1].items() if s != (None, "")}


def _own_piece(desk: DeskCourse, who: Person) -> str:
    desk.waive(who)
    desk.act(INES, lambda act: {"n": take_in(act, "p2")})
    row = desk.rows(piece)[0]

    def give(act: Any) -> dict[str, Any]:
        values = {"marker": who.name, "part": "first", "place": 1, "assignment": "p2"}
        act.add(allocation, piece=row.id, **values)
        return {}

    desk.act(who, give)
    return row.key


def _now(desk: DeskCourse, who: Person, key: str) -> dict[str, tuple[float | None, str]]:
    one = desk.rows(allocation, allocation.c.marker == who.name)[0]
    found = desk.look(stands, [one.id])[one.id]
    now = {name: (stand.level, stand.comment) for name, stand in found.items()}
    return {name: state for name, state in now.items() if state != (None, "")}


def test_two_people_never_get_the_same_piece_from_the_heap(desk):
    taken = []
    for person in (INES, SIONE, INES, SIONE, AMIT, INES):
        taken.append(take(desk, person))
        assert take(desk, person) == taken[-1]  # first what one has begun
        finish(desk, person, taken[-1])
    assert len(set(taken)) == 6
    assert desk.act(AMIT, onward, "p2", "")["key"] is None


def test_a_piece_of_another_s_pile_is_not_there(desk):
    key = take(desk)
    for do, rest in [
        (marking.open_piece, ()),
        (marking.set_level, ("evidence", 3)),
        (marking.finish, ()),
        (give_back, ()),
    ]:
        with pytest.raises((NotThere, Conflict)):
            desk.act(SIONE, do, key, *rest)
    with pytest.raises(NotThere, match="not in your pile"):
        desk.act(INSTRUCTOR, marking.set_level, key, "evidence", 3)


def test_a_piece_goes_back_to_the_heap(desk):
    key = take(desk)
    desk.act(INES, give_back, key)
    with pytest.raises(Conflict, match="taken out of your pile"):
        desk.act(INES, marking.set_level, key, "evidence", 3)
    others = [Person(f"other-{n}") for n in range(6)]
    desk.waive(*others)
    assert key in {take(desk, other) for other in others}


def deal(desk: DeskCourse, share: float = 0.5, *people: Person) -> None:
    names = [person.name for person in people or (INES, SIONE)]
    desk.act(INSTRUCTOR, choose, "p2", "markers", names)
    desk.act(INSTRUCTOR, choose, "p2", "share", share)
    desk.act(INSTRUCTOR, deal_out, "p2")


def test_dealing_is_for_instructors_and_needs_names(desk):
    with pytest.raises(NotYours, match="only an instructor"):
        desk.act(INES, deal_out, "p2")
    with pytest.raises(NotYours, match="only an instructor"):
        desk.act(INES, choose, "p2", "rule", "mean")
    with pytest.raises(Conflict, match="name the markers first"):
        desk.act(INSTRUCTOR, deal_out, "p2")


def test_a_dealt_course_gives_nobody_anything_from_the_heap(desk):
    deal(desk)
    assert desk.act(AMIT, onward, "p2", "")["key"] is None
    assert desk.look(progress, "amit", "p2").all == 0
    assert desk.look(progress, "ines", "p2").all + desk.look(progress, "sione", "p2").all == 9


def test_each_marker_has_an_order_of_their_own_and_goes_round_it(desk):
    deal(desk, 1.0)
    orders = {}
    for person in (INES, SIONE):
        listed = [line.key for line in desk.look(lines, person.name, "p2")]
        walked = [desk.look(resume, person.name, "p2")]
        while len(walked) < 6:
            walked.append(desk.look(next_piece, person.name, "p2", walked[-1]))
        assert walked == listed
        assert desk.look(next_piece, person.name, "p2", walked[-1]) == listed[0]
        orders[person.name] = listed
    assert sorted(orders["ines"]) == sorted(orders["sione"])
    students = sorted(desk.rows(piece), key=lambda row: row.student)
    assert orders["ines"] != orders["sione"] != [row.key for row in students]


def test_a_marker_finds_the_piece_that_was_open_last(desk):
    deal(desk, 1.0)
    listed = [line.key for line in desk.look(lines, "ines", "p2")]
    desk.act(INES, marking.open_piece, listed[3])
    assert desk.look(resume, "ines", "p2") == listed[3]
    finish(desk, INES, listed[3])
    assert desk.look(resume, "ines", "p2") == listed[4]
    assert desk.look(resume, "sione", "p2") is not None


def test_a_list_shows_what_is_left_and_what_is_finished(desk):
    deal(desk, 1.0)
    listed = [line.key for line in desk.look(lines, "ines", "p2")]
    finish(desk, INES, listed[1])
    desk.act(INES, marking.set_level, listed[0], "evidence", 2)
    assert [one.key for one in desk.look(lines, "ines", "p2", 1, "finished")] == [listed[1]]
    todo = desk.look(lines, "ines", "p2", 1, "todo")
    assert [one.key for one in todo] == [listed[0], *listed[2:]]
    assert (todo[0].given, todo[0].total) == (1, None)
    assert desk.look(progress, "ines", "p2").finished == 1


def test_pieces_pass_on_to_those_who_are_left(desk):
    deal(desk, 0.5, INES, SIONE, AMIT)
    first = desk.look(lines, "ines", "p2")[0].key
    finish(desk, INES, first)
    held = desk.look(progress, "ines", "p2").all
    answer = desk.act(INSTRUCTOR, pass_on, "p2", "ines")
    assert answer == {"passed": held - 1, "stayed": 0}
    left = desk.look(progress, "ines", "p2")
    assert (left.finished, left.all) == (1, 1)
    pairs = [(row.piece, row.marker) for row in desk.rows(allocation)]
    assert len(pairs) == len(set(pairs))


def test_work_handed_in_anew_comes_to_the_same_markers_as_a_new_piece(desk):
    deal(desk, 1.0)
    key = desk.look(lines, "ines", "p2")[0].key
    finish(desk, INES, key)
    name = student(desk, key)
    with desk.database.writing() as connection:
        later = BEGAN + timedelta(days=2)
        connection.execute(
            update(submission).where(submission.c.student_id == name).values(timestamp=later)
        )
    assert desk.act(INSTRUCTOR, deal_out, "p2") == {"dealt": 0, "twice": 0}
    old, new = desk.rows(piece, piece.c.student == name)
    assert old.key == key
    assert old.author == new.author
    assert desk.look(progress, "ines", "p2") == desk.look(progress, "sione", "p2")
    with pytest.raises(Conflict, match="taken out of your pile"):
        desk.act(INES, marking.finish, key)
    finish(desk, INES, new.key, dict.fromkeys(LEVELS, 2))
    finish(desk, SIONE, new.key, dict.fromkeys(LEVELS, 3))
    assert desk.scores(name) == dict.fromkeys(LEVELS, 2.5)

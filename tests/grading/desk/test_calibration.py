"""Exemplars first, live marking once a marker agrees with them, and exemplars mixed in later."""

from __future__ import annotations

from statistics import mean

import pytest
from desk_course import AMIT, INES, INSTRUCTOR, SIONE, DeskCourse, make_course
from hypothesis import given
from hypothesis import strategies as st

from attunement_grading.desk import marking
from attunement_grading.desk.calibration import Pair, agreement, begin, gate, waive
from attunement_grading.desk.choices import choose
from attunement_grading.desk.exemplars import for_calibration, held_back
from attunement_grading.desk.handing_out import deal_out, onward
from attunement_grading.desk.people import Person
from attunement_grading.desk.piles import Line, lines, progress, resume
from attunement_grading.desk.places import place
from attunement_grading.desk.refusals import Conflict, Invalid, NotThere, NotYours
from attunement_grading.desk.standards import standard, standards
from attunement_grading.desk.tables import allocation, decision, mark, piece
from attunement_grading.exemplars import exemplars_of


@pytest.fixture
def strict(autograded_root, tmp_path):
    """A course of thirty in which nobody has been let off calibration."""
    made = make_course(autograded_root, tmp_path, 30)
    yield made
    made.database.close()


def exemplar_of(desk: DeskCourse, key: str) -> str:
    return desk.rows(piece, piece.c.key == key)[0].exemplar


def mark_exemplar(desk: DeskCourse, who: Person, key: str, off: float = 0) -> None:
    """As the expert did, or that far from it, as far as the scale goes."""
    bank = {one.id: one for one in exemplars_of("p2")}
    for criterion, expert in bank[exemplar_of(desk, key)].marks.items():
        level = min(4.0, max(1.0, expert.level + off))
        desk.act(who, marking.set_level, key, criterion, level)
    desk.act(who, marking.finish, key)


def calibrate(desk: DeskCourse, who: Person, off: float = 0) -> None:
    desk.act(who, begin, "p2")
    for line in desk.look(lambda c: lines(c, who.name, "p2", calibrating=True)):
        mark_exemplar(desk, who, line.key, off)


def test_live_marking_is_closed_until_the_exemplars_are_marked(strict):
    assert strict.look(gate, "p2", "ines").why == "unfinished"
    with pytest.raises(Conflict, match="mark the exemplars first"):
        strict.act(INES, onward, "p2", "")
    strict.act(INSTRUCTOR, choose, "p2", "markers", ["ines", "sione"])
    strict.act(INSTRUCTOR, deal_out, "p2")
    key = strict.look(lines, "ines", "p2")[0].key
    with pytest.raises(Conflict, match="mark the exemplars first"):
        strict.act(INES, marking.set_level, key, "evidence", 3)
    calibrate(strict, INES)
    assert strict.look(gate, "p2", "ines").why == "passed"
    strict.act(INES, marking.set_level, key, "evidence", 3)


def test_whoever_is_far_off_calibrates_again_and_both_rounds_are_kept(strict):
    calibrate(strict, INES, off=-1.5)
    now = strict.look(gate, "p2", "ines")
    assert (now.why, now.opened) == ("below", False)
    assert now.agreement.severity < -0.7
    with pytest.raises(Conflict, match="below the threshold; calibrate again"):
        strict.act(INES, onward, "p2", "")
    rounds = len(strict.rows(mark))
    calibrate(strict, INES)
    assert strict.look(gate, "p2", "ines").agreement.exact == 1
    assert len(strict.rows(mark)) == 2 * rounds
    assert strict.look(lambda c: progress(c, "ines", "p2", calibrating=True)).all == len(
        for_calibration("p2")
    )


def test_the_instructor_sets_the_threshold(strict):
    calibrate(strict, INES, off=-1.5)
    strict.act(INSTRUCTOR, choose, "p2", "threshold", 0.0)
    assert strict.look(gate, "p2", "ines").why == "passed"


def test_a_waiver_is_an_instructor_s_by_name_and_with_a_reason(strict):
    with pytest.raises(NotYours):
        strict.act(INES, waive, "p2", "ines", "I know it all.")
    with pytest.raises(Invalid, match="a reason"):
        strict.act(INSTRUCTOR, waive, "p2", "ines", " ")
    strict.act(INSTRUCTOR, waive, "p2", "ines", "Wrote the rubric.")
    now = strict.look(gate, "p2", "ines")
    assert (now.why, now.opened, now.reason) == ("waived", True, "Wrote the rubric.")
    assert strict.look(gate, "p2", "sione").opened is False
    with pytest.raises(Conflict, match="already"):
        strict.act(INSTRUCTOR, waive, "p2", "ines", "Again.")


def test_the_expert_s_marks_show_once_an_exemplar_is_finished_and_not_before(strict):
    strict.act(INES, begin, "p2")
    key = strict.look(lambda c: resume(c, "ines", "p2", True))
    before = strict.look(lambda c: place(strict.course, c, INES, key))
    assert (before.expert, before.calibrating) == ({}, True)
    mark_exemplar(strict, INES, key)
    after = strict.look(lambda c: place(strict.course, c, INES, key))
    bank = {one.id: one for one in exemplars_of("p2")}
    assert after.expert == bank[exemplar_of(strict, key)].marks
    with pytest.raises(Conflict, match="yours stay as they are"):
        strict.act(INES, marking.reopen, key)


def test_exemplars_make_no_grade_and_belong_to_no_learner(strict):
    calibrate(strict, INES)
    assert strict.rows(decision) == []
    assert {row.kind for row in strict.rows(mark)} == {"calibration"}
    assert {row.student for row in strict.rows(piece)} == {None}


def deal(desk: DeskCourse, drift: float = 0.2) -> None:
    desk.waive(INES, SIONE, AMIT)
    desk.act(INSTRUCTOR, choose, "p2", "markers", ["ines", "sione", "amit"])
    desk.act(INSTRUCTOR, choose, "p2", "drift", drift)
    desk.act(INSTRUCTOR, deal_out, "p2")


def checks(desk: DeskCourse, who: Person) -> list[str]:
    ids = {row.piece for row in desk.rows(allocation, allocation.c.part == "drift")}
    rows = [row for row in desk.rows(piece) if row.id in ids]
    mine = {line.key for line in desk.look(lines, who.name, "p2")}
    return [row.key for row in rows if row.key in mine]


def test_a_part_of_each_pile_are_exemplars_those_held_back_first(strict):
    deal(strict)
    later = {one.id for one in held_back("p2")}
    for who in (INES, SIONE, AMIT):
        found = checks(strict, who)
        live = strict.look(progress, who.name, "p2").all - len(found)
        assert len(found) == int(live * 0.2)
        assert later <= {exemplar_of(strict, key) for key in found}


def test_until_it_is_finished_a_mixed_in_exemplar_looks_like_any_piece(strict):
    """Page and list are compared field by field with those of a learner's piece."""
    deal(strict)
    check = checks(strict, INES)[0]
    listed = strict.look(lines, "ines", "p2")
    live = next(line.key for line in listed if line.key not in checks(strict, INES))
    one, other = (
        strict.look(lambda c, k=k: place(strict.course, c, INES, k)) for k in (check, live)
    )
    alike = ("rubric", "prompt", "marks", "finished", "calibrating", "expert", "part", "closed")
    for field in (*alike, "progress"):
        assert getattr(one, field) == getattr(other, field), field
    assert (one.shown.mended, one.shown.fault) == (other.shown.mended, other.shown.fault)
    assert len(one.shown.passages) == len(other.shown.passages)
    assert len(check) == len(live)
    blank = {Line(k, "", 0, False, None) for k in (check, live)}
    assert {Line(x.key, "", x.given, x.finished, x.total) for x in listed} >= blank
    mark_exemplar(strict, INES, check, off=1)
    shown = strict.look(lambda c: place(strict.course, c, INES, check))
    assert shown.part == "drift"
    assert shown.expert


def test_drift_is_how_far_severity_moves_from_calibration(strict):
    calibrate(strict, INES, off=0.5)
    deal(strict)
    for key in checks(strict, INES):
        mark_exemplar(strict, INES, key, off=-0.5)
    found = strict.look(standard, "p2", "ines")
    first = mean(one.severity for one in found.calibration)
    later = mean(one.severity for one in found.later)
    assert found.drift == pytest.approx(later - first)
    assert found.drift < -0.4
    (row,) = [
        one
        for one in strict.look(lambda c: standards(c, INSTRUCTOR, "p2", ["ines"]))
        if one.marker == "ines"
    ]
    assert row == found
    with pytest.raises(NotYours):
        strict.look(lambda c: standards(c, INES, "p2", ["sione"]))


def test_the_heap_mixes_exemplars_in_as_well(strict):
    strict.waive(INES)
    strict.act(INSTRUCTOR, choose, "p2", "drift", 0.25)
    for _ in range(10):
        key = strict.act(INES, onward, "p2", "")["key"]
        for criterion in ("observation", "perspective", "evidence", "reframing", "action"):
            strict.act(INES, marking.set_level, key, criterion, 2)
        strict.act(INES, marking.finish, key)
    parts = [row.part for row in strict.rows(allocation)]
    assert (parts.count("drift"), parts.count("first")) == (2, 8)


def test_nobody_sees_another_s_exemplars(strict):
    strict.act(INES, begin, "p2")
    key = strict.look(lambda c: resume(c, "ines", "p2", True))
    with pytest.raises(NotThere):
        strict.look(lambda c: place(strict.course, c, SIONE, key))


LEVEL = st.sampled_from([1, 1.5, 2, 2.5, 3, 3.5, 4])


@given(st.lists(st.tuples(LEVEL, LEVEL), min_size=1, max_size=30))
def test_agreement_counts_what_it_says(levels):
    found = agreement([Pair("c", level, expert) for level, expert in levels])
    assert found is not None
    assert found.exact <= found.close <= 1
    assert abs(found.severity) <= found.apart + 1e-9
    assert found.close == mean(float(abs(a - b) <= 0.5) for a, b in levels)
    assert found.severity == pytest.approx(mean(a - b for a, b in levels))


def test_what_is_held_back_leaves_every_level_in_calibration():
    bank = exemplars_of("p2")
    assert len(held_back("p2")) == len(bank) // 4
    near = {one.near for one in for_calibration("p2")}
    assert len(near) >= min(len({one.near for one in bank}), len(for_calibration("p2")))

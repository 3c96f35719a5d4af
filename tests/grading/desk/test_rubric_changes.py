"""A rubric that changes after marking began, in the course's own compiled content."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_course import INES, INSTRUCTOR, SIONE, DeskCourse

from attunement_course import catalog
from attunement_grading.desk import marking
from attunement_grading.desk.choices import choose
from attunement_grading.desk.handing_out import deal_out
from attunement_grading.desk.piles import lines, progress
from attunement_grading.desk.places import place
from attunement_grading.desk.refusals import Conflict, Invalid, NotYours
from attunement_grading.desk.rubric_changes import migrate, pending
from attunement_grading.desk.rubrics import current, in_force, waiting
from attunement_grading.desk.tables import mark, migration, piece
from attunement_grading.desk.tables import rubric as kept

CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")
Change = Callable[[dict[str, Any]], Any]


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Compiled content in which p2's rubric has been changed by hand."""
    whole = json.loads(catalog.COMPILED.read_text(encoding="utf-8"))

    def put(alter: Change) -> str:
        alter(whole["rubrics"]["p2"])
        path = tmp_path / "content.json"
        path.write_text(json.dumps(whole), encoding="utf-8")
        monkeypatch.setattr(catalog, "COMPILED", path)
        catalog.reload()
        return current("p2").hash

    yield put
    monkeypatch.undo()
    catalog.reload()


def reword(rubric: dict[str, Any]) -> None:
    rubric["criteria"][2]["levels"][0]["words"] = "No idea of the course is put to use."


def rescale(rubric: dict[str, Any]) -> None:
    rubric["criteria"][2]["levels"] = rubric["criteria"][2]["levels"][:3]


def grow(rubric: dict[str, Any]) -> None:
    rubric["criteria"].append({**rubric["criteria"][0], "id": "care", "title": "Care"})


def shrink(rubric: dict[str, Any]) -> None:
    del rubric["criteria"][0]


@pytest.fixture
def marked(desk: DeskCourse) -> DeskCourse:
    """Two markers share all pieces; one piece is finished by both, another by one."""
    desk.act(INSTRUCTOR, choose, "p2", "markers", ["ines", "sione"])
    desk.act(INSTRUCTOR, choose, "p2", "share", 1.0)
    desk.act(INSTRUCTOR, deal_out, "p2")
    for who, key in [(INES, keys(desk)[0]), (SIONE, keys(desk)[0]), (INES, keys(desk)[1])]:
        for criterion in CRITERIA:
            desk.act(who, marking.set_level, key, criterion, 2.5)
        desk.act(who, marking.set_comment, key, "evidence", "Say how sure.")
        desk.act(who, marking.finish, key)
    return desk


def keys(desk: DeskCourse) -> list[str]:
    return [line.key for line in desk.look(lines, "ines", "p2")]


def score(desk: DeskCourse, key: str) -> dict[str, float | None]:
    return desk.scores(desk.rows(piece, piece.c.key == key)[0].student)


def test_before_marking_begins_a_changed_rubric_is_simply_the_rubric(desk, change):
    change(reword)
    assert desk.look(waiting, "p2") is None
    assert desk.look(in_force, "p2").content == catalog.rubric("p2")


def test_marking_stops_until_an_instructor_has_decided(marked, change):
    new = change(reword)
    assert marked.look(lambda c: place(marked.course, c, INES, keys(marked)[2])).closed
    with pytest.raises(Conflict, match="the rubric has changed"):
        marked.act(INES, marking.set_level, keys(marked)[2], "evidence", 3)
    with pytest.raises(NotYours):
        marked.look(lambda c: pending(c, INES, "p2"))
    found = marked.look(lambda c: pending(c, INSTRUCTOR, "p2"))
    assert (found.change.reworded, found.marks, found.readings) == (("evidence",), 3, 3)
    assert found.new.hash == new
    assert set(found.hows) == {"stay", "keep", "again"}


def test_to_stay_changes_nothing_and_asks_no_more(marked, change):
    old = marked.look(in_force, "p2").hash
    new = change(reword)
    marked.act(INSTRUCTOR, migrate, "p2", new, "stay")
    assert marked.look(waiting, "p2") is None
    assert marked.look(in_force, "p2").hash == old
    marked.act(INES, marking.set_level, keys(marked)[2], "evidence", 3)
    assert {row.rubric for row in marked.rows(mark)} == {old}
    change(lambda rubric: rubric.update(title="Another title"))
    assert marked.look(waiting, "p2") is not None


def test_to_keep_takes_the_new_rubric_on_and_leaves_every_mark(marked, change):
    before = score(marked, keys(marked)[0])
    new = change(reword)
    answer = marked.act(INSTRUCTOR, migrate, "p2", new, "keep")
    assert answer == {"taken_back": 0, "reopened": 0}
    assert score(marked, keys(marked)[0]) == before
    marked.act(INES, marking.set_level, keys(marked)[2], "evidence", 3)
    assert marked.rows(mark)[-1].rubric == new
    assert len(marked.rows(kept)) == 2  # both as they stood
    (row,) = marked.rows(migration)
    assert (row.how, row.marks) == ("keep", 3)


def test_to_mark_again_takes_back_what_changed_and_nothing_else(marked, change):
    new = change(reword)
    answer = marked.act(INSTRUCTOR, migrate, "p2", new, "again")
    assert answer == {"taken_back": 3, "reopened": 3}
    assert set(score(marked, keys(marked)[0]).values()) == {None}
    assert marked.look(progress, "ines", "p2").finished == 0
    shown = marked.look(lambda c: place(marked.course, c, INES, keys(marked)[0]))
    assert shown.marks["evidence"].level is None
    assert shown.marks["evidence"].comment == "Say how sure."
    assert shown.marks["observation"].level == 2.5
    for who in (INES, SIONE):
        marked.act(who, marking.set_level, keys(marked)[0], "evidence", 3.5)
        marked.act(who, marking.finish, keys(marked)[0])
    assert score(marked, keys(marked)[0])["evidence"] == 3.5


def test_a_new_criterion_opens_what_was_finished(marked, change):
    new = change(grow)
    assert marked.act(INSTRUCTOR, migrate, "p2", new, "keep")["reopened"] == 3
    with pytest.raises(Conflict, match="no level yet for Care"):
        marked.act(INES, marking.finish, keys(marked)[0])


def test_a_criterion_that_goes_takes_its_marks_along(marked, change):
    new = change(shrink)
    assert marked.act(INSTRUCTOR, migrate, "p2", new, "keep") == {"taken_back": 3, "reopened": 0}
    found = score(marked, keys(marked)[0])
    assert {name for name, level in found.items() if level is not None} == set(CRITERIA[1:])


def test_marks_on_another_scale_cannot_be_kept(marked, change):
    new = change(rescale)
    found = marked.look(lambda c: pending(c, INSTRUCTOR, "p2"))
    assert (found.change.rescaled, set(found.hows)) == (("evidence",), {"stay", "again"})
    with pytest.raises(Invalid, match="how: one of stay, again"):
        marked.act(INSTRUCTOR, migrate, "p2", new, "keep")


def test_a_rubric_that_changed_meanwhile_is_looked_at_again(marked, change):
    old = change(reword)
    change(grow)
    with pytest.raises(Conflict, match="changed again"):
        marked.act(INSTRUCTOR, migrate, "p2", old, "keep")

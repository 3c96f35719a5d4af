"""Everyday conversations: what is said of one that lacks a line, a cue or a reason to wait."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import SmallCourse

from attunement_course.checks import encounters
from attunement_course.checks._course import Course
from attunement_course.schema.encounters import Lines

PAIR = {"breaks": 0.6, "returns": 0.3, "notices": 0.6, "window": 4}
LINES = {name: ["One.", "Two."] for name in Lines.model_fields}


def encounter(**fields: Any) -> dict[str, Any]:
    return {
        "id": "ada",
        "place": 1,
        "name": "Ada",
        "title": "A clock",
        "about": "Ada mends clocks.",
        "setting": "A bench.",
        "cue": "the ticking stops",
        "repair": "I lost you.",
        "ask": "With me?",
        "pair": PAIR,
        "lines": LINES,
        "tempts": "A clock that stops is not cross.",
        **fields,
    }


@pytest.fixture
def met(small: SmallCourse) -> SmallCourse:
    small.write("encounters", "ada", encounter())
    return small


def test_a_sound_encounter_passes(met: SmallCourse):
    assert met.lines(encounters.check) == []


def test_every_kind_of_beat_has_two_lines_at_least(met: SmallCourse):
    lines = {name: said for name, said in LINES.items() if name != "cue"}
    met.write("encounters", "ada", encounter(lines={**lines, "late": ["One."]}))
    first, second = met.lines(encounters.check)
    assert first == "encounters/ada.yml: lines.cue: required field is missing (got nothing)"
    assert second.startswith("encounters/ada.yml: lines.late: ")


def test_chances_and_windows_are_what_they_say(met: SmallCourse):
    met.write("encounters", "ada", encounter(pair={**PAIR, "breaks": 1.2, "window": 0}))
    breaks, window = met.lines(encounters.check)
    assert breaks.startswith("encounters/ada.yml: pair.breaks: must be less than 1 (got 1.2)")
    assert window.startswith("encounters/ada.yml: pair.window: must be greater than or equal to 1")


def test_a_person_who_seldom_notices_gives_too_few_cues(met: SmallCourse):
    met.write("encounters", "ada", encounter(pair={**PAIR, "notices": 0.05}))
    [line] = met.lines(encounters.check)
    text = "a conversation must have about 6 cues on average, if each is answered"
    assert line.startswith(f"encounters/ada.yml: pair: {text} (got 0.")


def test_waiting_for_the_cue_must_pay(met: SmallCourse, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("attunement_course.simulation.repair.EARLY", -0.3)
    text = "waiting for the cue must end with more trust than another way"
    assert f"encounters/ada.yml: pair: {text} (got always_early)" in met.lines(encounters.check)


def test_the_course_s_people_differ(course: Course):
    """In how long they wait, how they show it, and how often they drift."""
    people = list(course.shelf.items["encounters"].values())
    assert len(people) >= 3
    for kind in ("cue", "repair", "ask", "setting", "place"):
        assert len({getattr(one, kind) for one in people}) == len(people)
    assert len({one.pair.window for one in people}) == len(people)
    for one in people:
        said = [line for lines in one.lines.model_dump().values() for line in lines]
        assert len(said) == len(set(said))


def test_no_cue_is_a_look_away_and_no_line_scores_one(course: Course):
    """Silence, a turned head or a slow answer is no deficit, and each portrait says so."""
    for one in course.shelf.items["encounters"].values():
        for cue in (one.cue, *one.lines.cue):
            assert not any(word in cue.lower() for word in (" eye", "gaze", "looks away"))
        assert "look" in one.setting or "watches" in one.setting
        assert "eyes" in one.tempts or "Looking" in one.tempts

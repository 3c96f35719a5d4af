"""The cue lab's people and places: what the checks say of each fault."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import SmallCourse

from attunement_course.checks import meetings
from attunement_course.simulation.cue_tables import STATES

NAMES = ["ada", "bo", "cy", "di", "ed", "flo", "gus", "hal"]
PLACES = ["quiet-hour", "kept-waiting", "low-sun"]
SAYS = dict.fromkeys(STATES, "As I say.")


def person(id: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": id,
        "name": id.capitalize(),
        "about": "Mends clocks.",
        "look": {"hair": "bald"},
        "pitch": 120,
        "says": SAYS,
        "otherwise": "It is not what it may be taken for.",
        **fields,
    }


def setting(id: str, situation: list[str]) -> dict[str, Any]:
    return {"id": id, "about": "is at the gate", "situation": situation}


@pytest.fixture
def peopled(small: SmallCourse) -> SmallCourse:
    """The small course with just enough people and places for one run."""
    for name in NAMES:
        small.write("people", name, person(name))
    for place in PLACES:
        small.write("settings", place, setting(place, [place]))
    return small


def lines(course: SmallCourse) -> list[str]:
    return course.lines(meetings.check)


def test_sound_people_and_places_pass(peopled: SmallCourse):
    assert lines(peopled) == []


def test_somebody_has_words_for_every_state(peopled: SmallCourse):
    says = {state: words for state, words in SAYS.items() if state not in ("low", "cross")}
    peopled.write("people", "ada", person("ada", says=says))
    assert lines(peopled) == ["people/ada.yml: says: every state needs words; add low, cross"]


def test_there_are_enough_to_meet_and_places_enough_for_each_round(peopled: SmallCourse):
    peopled.path("people", "hal").unlink()
    peopled.path("settings", "low-sun").unlink()
    assert lines(peopled) == [
        "people/ada.yml: file: there must be at least 8 people (got 7)",
        "settings/kept-waiting.yml: file: there must be at least 3 settings (got 2)",
    ]


def test_a_way_of_showing_stays_on_its_scale_wherever_its_person_is_met(peopled: SmallCourse):
    """Held at the end of the scale, the model would take off more than is shown."""
    peopled.write("people", "ada", person("ada", ways=["lip-reading"]))
    assert lines(peopled) == []
    peopled.write("people", "ada", person("ada", ways=["lip-reading", "lip-reading"]))
    where = "leaves its scale with settings/low-sun.yml"
    assert lines(peopled) == [
        f"people/ada.yml: ways: au4 {where} (got 1.25)",
        f"people/ada.yml: ways: au7 {where} (got 1.10)",
    ]


def test_no_person_and_place_settle_a_state_by_themselves(peopled: SmallCourse):
    peopled.write("settings", "low-sun", setting("low-sun", ["quiet-hour"] * 4))
    found = lines(peopled)
    text = "ways: one state is certain before anything shows with settings/low-sun.yml (got 0.9"
    assert len(found) == len(NAMES)
    assert all(line.startswith(f"people/{NAMES[i]}.yml: {text}") for i, line in enumerate(found))


def test_a_feature_the_model_does_not_know_is_refused_by_name(peopled: SmallCourse):
    peopled.write("people", "ada", person("ada", ways=["winking"]))
    [line] = lines(peopled)
    assert line.startswith("people/ada.yml: ways.0: must be 'flat-voice', 'rocking'")

"""The cue lab's people and places: enough of them, and the model takes off what shows anyway."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, got
from ..schema import Person, Setting
from ..simulation.cue_tables import CHANNELS, COMMON, STATES
from ..simulation.cues import chances
from ..simulation.meetings import CLEAREST, PEOPLE, ROUNDS
from ..simulation.showing import shown_anyway
from ._course import Course, fewest


def check(course: Course) -> Iterator[Problem]:
    """Words missing for a state, too few to meet, and pairs that the model cannot show."""
    for path, person in course.shelf.each("people"):
        missing = [state for state in STATES if state not in person.says]
        if missing:
            yield Problem(path, "says", f"every state needs words; add {', '.join(missing)}")
        for _, setting in course.shelf.each("settings"):
            yield from _together(path, person, setting)
    yield from fewest(course, "people", PEOPLE)
    yield from fewest(course, "settings", ROUNDS)


def _together(path: str, person: Person, setting: Setting) -> Iterator[Problem]:
    """A cue held at the end of its scale hides a way of showing, and context may not settle it."""
    features = [*person.ways, *setting.situation]
    cues = {cue: shown_anyway(features, cue, COMMON[cue]) for cue in COMMON}
    where = f"with settings/{setting.id}.yml"
    for cue, level in cues.items():
        if not 0 <= level <= 1:
            yield Problem(path, "ways", f"{cue} leaves its scale {where} {got(f'{level:.2f}')}")
    most = max(chances(cues, features, CHANNELS))
    if most > CLEAREST:
        text = f"one state is certain before anything shows {where}"
        yield Problem(path, "ways", f"{text} {got(f'{most:.2f}')}")

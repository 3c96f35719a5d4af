"""Who is met in the cue lab, exercise 1.1, and what they show and say.

What counts as true is the person's own report. It is drawn from the chances that the model
gives, never from what the face was made to show; so a reader who knows the model is well
calibrated, and is still wrong about as often as these chances say.
"""

from typing import Any, TypedDict

from attunement_course.simulation.cue_tables import (
    CHANNELS,
    COMMON,
    CUES,
    PATTERNS,
    STATES,
)
from attunement_course.simulation.cues import chances, softmax
from attunement_course.simulation.generator import (
    Generator,
    draw_index,
    draw_normal,
    draw_uniform,
    new_generator,
    shuffle,
)
from attunement_course.simulation.showing import left_of, pull, shown_anyway

ROUNDS = 3
PEOPLE = 8
MEETINGS = 24
"""Eight people, each met once in each round, each time in another place."""
AGREES = 0.75
"""The chance that a channel shows the moment's state and not any state at all."""
LEAST_SHOWN = 0.3
SCATTER = 0.08  # standard deviation of a cue about what it shows
CLEAREST = 0.9
"""No meeting makes any state likelier than this: nobody can be read for certain."""
SOFTER = 0.85
SOFTEST = 0.01  # by then nothing is left but what shows anyway


class Meeting(TypedDict):
    """One meeting: who and where, the cues, each state's chance, and the person's report."""

    person: str
    setting: str
    features: list[str]
    cues: dict[str, float]
    chances: list[float]
    report: str


def draw_run(
    people: list[dict[str, Any]], settings: list[dict[str, Any]], seed: int
) -> list[Meeting]:
    """The :data:`MEETINGS` meetings of one run, in order, from people and settings.

    A person carries ``id`` and ``ways``, a setting ``id`` and ``situation``: features of
    :data:`~attunement_course.simulation.showing.SHOWS_ANYWAY`.
    """
    generator = new_generator(seed)
    ids = shuffle(generator, [person["id"] for person in people])[:PEOPLE]
    places: dict[str, list[str]] = {}
    for id in ids:
        places[id] = shuffle(generator, [setting["id"] for setting in settings])
    run: list[Meeting] = []
    for turn in range(ROUNDS):
        for id in shuffle(generator, ids):
            person = with_id(people, id)
            run.append(draw_meeting(generator, person, with_id(settings, places[id][turn])))
    return run


def draw_meeting(generator: Generator, person: dict[str, Any], setting: dict[str, Any]) -> Meeting:
    """One meeting. Where its cues would be too clear, all of them are shown more softly."""
    features = person["ways"] + setting["situation"]
    shown = draw_showing(generator, features)
    cues = as_shown(shown, features, 1.0)
    likely = chances(cues, features, CHANNELS)
    softness = 1.0
    while max(likely) > CLEAREST and softness > SOFTEST:
        softness *= SOFTER
        cues = as_shown(shown, features, softness)
        likely = chances(cues, features, CHANNELS)
    return {
        "person": person["id"],
        "setting": setting["id"],
        "features": features,
        "cues": cues,
        "chances": likely,
        "report": STATES[draw_place(generator, likely)],
    }


def draw_showing(generator: Generator, features: list[str]) -> dict[str, float]:
    """How far each cue moves from what shows anyway: channels mostly agree, and scatter."""
    lean = softmax([pull(features, state) for state in STATES])
    moment = draw_place(generator, lean)
    moves: dict[str, float] = {}
    for channel in CHANNELS:
        agrees = draw_uniform(generator) < AGREES
        other = draw_index(generator, len(STATES))
        pattern = PATTERNS[channel][STATES[moment if agrees else other]]
        strength = LEAST_SHOWN + (1.0 - LEAST_SHOWN) * draw_uniform(generator)
        left = left_of(features, channel)
        for cue in CUES[channel]:
            scatter = draw_normal(generator, 0.0, SCATTER)
            moves[cue] = left * (strength * pattern.get(cue, 0.0) + scatter)
    return moves


def as_shown(moves: dict[str, float], features: list[str], softness: float) -> dict[str, float]:
    """Cues in [0, 1]: what shows anyway, and the moves times a softness from 0 to 1."""
    cues: dict[str, float] = {}
    for channel in CHANNELS:
        for cue in CUES[channel]:
            level = shown_anyway(features, cue, COMMON[cue]) + softness * moves[cue]
            cues[cue] = min(max(level, 0.0), 1.0)
    return cues


def draw_place(generator: Generator, likely: list[float]) -> int:
    """Draw a place in a list by the chances that stand in it."""
    left = draw_uniform(generator)
    for place in range(len(likely) - 1):
        left -= likely[place]
        if left < 0.0:
            return place
    return len(likely) - 1


def with_id(things: list[dict[str, Any]], id: str) -> dict[str, Any]:
    """The one thing of a list that has this id."""
    return [thing for thing in things if thing["id"] == id][0]

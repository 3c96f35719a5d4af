"""Draws cues, people and places, meetings, and readings handed out over the states."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation.cue_readers import READERS
from attunement_course.simulation.cue_tables import CHANNELS, CUES, STATES
from attunement_course.simulation.shares import in_tenths
from attunement_course.simulation.showing import SHOWS_ANYWAY

ALL_CUES = [cue for channel in CHANNELS for cue in CUES[channel]]
EDGES = [[], [0.5], [0.15, 0.55], [0.2, 0.4, 0.6]]


def generator(draw: Random) -> dict[str, int]:
    return {"state": draw.randrange(1, 2147483647)}


def cues(draw: Random) -> dict[str, float]:
    return {cue: draw.random() for cue in ALL_CUES}


def features(draw: Random) -> list[str]:
    return draw.sample(list(SHOWS_ANYWAY), draw.randint(0, 3))


def channels(draw: Random) -> list[str]:
    return draw.sample(CHANNELS, draw.randint(0, 3))


def state(draw: Random) -> str:
    return draw.choice(STATES)


def chances(draw: Random) -> list[float]:
    weights = [draw.random() ** 3 for _ in STATES]
    return [weight / sum(weights) for weight in weights]


def reading(draw: Random) -> list[float]:
    return [share / 100 for share in in_tenths(chances(draw))]


def person(draw: Random, number: int = 0) -> dict[str, Any]:
    return {"id": f"person-{number}", "ways": features(draw)[:1]}


def setting(draw: Random, number: int = 0) -> dict[str, Any]:
    return {"id": f"setting-{number}", "situation": features(draw)[:1]}


def meeting(draw: Random) -> dict[str, Any]:
    return {
        "person": "person-0",
        "setting": "setting-0",
        "features": features(draw),
        "cues": cues(draw),
        "chances": chances(draw),
        "report": state(draw),
    }


def run(draw: Random) -> list[dict[str, Any]]:
    return [meeting(draw) for _ in range(draw.randint(1, 3))]


def readings(draw: Random, fewest: int = 0) -> list[Any]:
    given = [reading(draw) for _ in range(draw.randint(fewest, 24))]
    return [given, [draw.randrange(len(STATES)) for _ in given]]


def likely_and_asked(draw: Random) -> list[Any]:
    likely = [chances(draw) for _ in range(draw.randint(0, 24))]
    return [likely, [draw.random() < 0.5 for _ in likely]]


def costs(draw: Random) -> list[Any]:
    given, places = readings(draw)
    return [given, places, [draw.random() < 0.5 for _ in given]]


def answers(draw: Random) -> list[Any]:
    given = [draw.randint(0, 10) / 10 for _ in range(draw.randint(0, 40))]
    return [given, [draw.random() < one for one in given], draw.choice(EDGES)]


def everybody(draw: Random) -> list[dict[str, Any]]:
    return [person(draw, number) for number in range(draw.randint(1, 3))]


def everywhere(draw: Random) -> list[dict[str, Any]]:
    return [setting(draw, number) for number in range(draw.randint(3, 5))]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "showing.shown_anyway": lambda d: [features(d), d.choice(ALL_CUES), d.random()],
    "showing.left_of": lambda d: [features(d), d.choice(CHANNELS)],
    "showing.pull": lambda d: [features(d), state(d)],
    "cues.chances": lambda d: [cues(d), features(d), channels(d)],
    "cues.evidence": lambda d: [cues(d), state(d), channels(d)],
    "cues.context": lambda d: [features(d), state(d), channels(d)],
    "cues.softmax": lambda d: [[d.gauss(0, 3) for _ in range(d.randint(1, 6))]],
    "meetings.draw_run": lambda d: [everybody(d), everywhere(d), d.randrange(10**6)],
    "meetings.draw_meeting": lambda d: [generator(d), person(d), setting(d)],
    "meetings.draw_showing": lambda d: [generator(d), features(d)],
    "meetings.as_shown": lambda d: [
        {cue: d.gauss(0, 0.4) for cue in ALL_CUES},
        features(d),
        d.random(),
    ],
    "meetings.draw_place": lambda d: [generator(d), chances(d)],
    "meetings.with_id": lambda d: [everybody(d), "person-0"],
    "shares.openness": lambda d: [chances(d)],
    "shares.worth_asking": lambda d: [chances(d)],
    "shares.brier_of": lambda d: [reading(d), d.randrange(len(STATES))],
    "shares.mean_brier": readings,
    "shares.mean_cost": costs,
    "shares.shares_of": lambda d: [readings(d)[0]],
    "shares.events_of": readings,
    "shares.share_steps": readings,
    "shares.share_parts": readings,
    "shares.share_asked": likely_and_asked,
    "shares.meets_mastery": lambda d: [d.uniform(-0.01, 0.08), d.uniform(-0.1, 1)],
    "shares.in_tenths": lambda d: [chances(d)],
    "shares.from_percents": lambda d: [in_tenths(chances(d))],
    "cue_readers.read_by": lambda d: [d.choice(READERS), meeting(d)],
    "cue_readers.sharpened": lambda d: [reading(d), d.uniform(0.3, 2)],
    "cue_readers.readings_by": lambda d: [d.choice(READERS), run(d)],
    "cue_readers.reported": lambda d: [run(d)],
    "cue_readers.open_ones": lambda d: [run(d)],
    "cue_readers.brier_by": lambda d: [d.choice(READERS), run(d)],
    "cue_readers.most_misleading": lambda d: [run(d)],
    "cue_readers.unknowing": lambda d: [meeting(d), features(d)],
    "cue_readers.count_most_likely": lambda d: readings(d, 1),
    "scoring.grouped": answers,
    "scoring.grouped_parts": answers,
}

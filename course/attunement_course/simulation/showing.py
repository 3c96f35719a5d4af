"""How people and places differ in what shows anyway: the context of the cue lab, exercise 1.1.

The first eight features are ways in which a person shows things, whatever is felt; none is a
fault, and none has to be got over before somebody can be met. The others belong to a place.
"""

SHOWS_ANYWAY: dict[str, dict[str, float]] = {
    "flat-voice": {"pitch": -0.1, "pitch_spread": -0.3, "rate": -0.15},
    "rocking": {"weight": 0.6},
    "lip-reading": {"au4": 0.4, "au7": 0.3, "chest": 0.25},
    "smiling": {"au6": 0.2, "au12": 0.6},
    "still-face": {"intensity": -0.2},
    "bowing": {"head": 0.3},
    "loud": {"intensity": 0.2, "rate": 0.2, "pitch_spread": 0.2, "high_energy": 0.15},
    "device-voice": {},
    "good-news": {},
    "kept-waiting": {},
    "turned-down": {},
    "about-to-speak": {},
    "sudden-song": {},
    "quiet-hour": {},
    "low-sun": {"au4": 0.45, "au7": 0.5},
    "cold-wind": {"shoulders": 0.35, "elbows": 0.3},
    "after-nights": {"rate": -0.2, "intensity": -0.2, "head": 0.15},
    "drilling": {"pitch": 0.2, "intensity": 0.25, "high_energy": 0.2},
}
"""Feature -> how far it moves a cue, whatever is felt. Chosen for teaching."""

DAMPS: dict[str, dict[str, float]] = {
    "flat-voice": {"voice": 0.4},
    "still-face": {"face": 0.35},
    "device-voice": {"voice": 0.0},
}
"""Feature -> the share of a channel's movement that is left. Chosen for teaching."""

PULLS: dict[str, dict[str, float]] = {
    "good-news": {"glad": 1.2, "startled": 0.8},
    "kept-waiting": {"cross": 1.1, "worried": 0.5},
    "turned-down": {"low": 1.4, "cross": 0.6},
    "about-to-speak": {"worried": 1.2, "glad": 0.3},
    "sudden-song": {"startled": 1.1, "glad": 0.8},
    "quiet-hour": {"settled": 0.8, "glad": 0.4},
    "low-sun": {"settled": 0.3},
    "after-nights": {"low": 0.8},
    "drilling": {"cross": 0.4},
}
"""Feature -> how much likelier it makes a state before anything is seen, in log odds.

Chosen for teaching: a plausible leaning of the situation, and never a certainty.
"""


def shown_anyway(features: list[str], cue: str, common: float) -> float:
    """What a cue is when this person, in this place, shows nothing in particular."""
    level = common
    for feature in features:
        level += SHOWS_ANYWAY[feature].get(cue, 0.0)
    return level


def left_of(features: list[str], channel: str) -> float:
    """The share of a channel's movement that this person and place leave, in [0, 1]."""
    share = 1.0
    for feature in features:
        if feature in DAMPS:
            share *= DAMPS[feature].get(channel, 1.0)
    return share


def pull(features: list[str], state: str) -> float:
    """How much likelier a person and a place make a state, in log odds."""
    total = 0.0
    for feature in features:
        if feature in PULLS:
            total += PULLS[feature].get(state, 0.0)
    return total

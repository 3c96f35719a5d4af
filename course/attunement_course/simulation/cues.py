"""From cues to chances, exercise 1.1: p(state | z, context) = softmax(W z + U context).

``z`` holds the cues. ``W`` is a pattern times its channel's gain, and a channel that moves as a
state's pattern does speaks for that state. ``U`` has two parts: what a place pulls towards, and
minus what a person's way or a place's weather would say through ``W`` alone. So Kofi's rocking
says nothing about Kofi, and a frown in low sun says little about anybody.
"""

import math

from attunement_course.simulation.cue_tables import (
    COMMON,
    GAIN,
    PATTERNS,
    STATES,
)
from attunement_course.simulation.showing import SHOWS_ANYWAY, pull


def chances(cues: dict[str, float], features: list[str], channels: list[str]) -> list[float]:
    """How likely each of :data:`STATES` is to be reported, to a reader of these channels.

    With all of :data:`CHANNELS` and all features it is the model's own. Without features it is
    what a reader makes of the same cues who knows neither the person nor the place.
    """
    return softmax(
        [evidence(cues, state, channels) + context(features, state, channels) for state in STATES]
    )


def evidence(cues: dict[str, float], state: str, channels: list[str]) -> float:
    """``W z`` for one state, counted from what is common, in log odds.

    A state whose pattern is bold needs bold cues: half the pattern's own weight is taken off,
    as it is where cues scatter normally about their patterns.
    """
    PSCRIPT_OVERLOAD = False  # noqa: N806, F841 (tells PScript that + and * are numbers' here)
    total = 0.0
    for channel in channels:
        pattern = PATTERNS[channel][state]
        for cue in pattern:
            moved = pattern[cue]
            total += GAIN[channel] * moved * (cues[cue] - COMMON[cue] - moved / 2.0)
    return total


def context(features: list[str], state: str, channels: list[str]) -> float:
    """``U context`` for one state, in log odds, as far as it concerns these channels."""
    PSCRIPT_OVERLOAD = False  # noqa: N806, F841 (tells PScript that + and * are numbers' here)
    total = pull(features, state)
    for channel in channels:
        pattern = PATTERNS[channel][state]
        for feature in features:
            for cue in SHOWS_ANYWAY[feature]:
                if cue in pattern:
                    total -= GAIN[channel] * pattern[cue] * SHOWS_ANYWAY[feature][cue]
    return total


def softmax(logits: list[float]) -> list[float]:
    """Chances that add to 1 from log odds."""
    most = max(logits)
    weights = [math.exp(logit - most) for logit in logits]
    total = 0.0
    for weight in weights:
        total += weight
    return [weight / total for weight in weights]

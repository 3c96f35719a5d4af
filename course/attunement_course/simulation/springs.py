"""Two coupled oscillators: another published way to put two people into equations.

Each of two moods is a damped spring, and each feels the other's place and its change. The
form is the one that the rties package fits to couples; it is written anew here. Places and
time are in arbitrary units, 0 is each person's usual mood.
"""

import math

STIFFNESS = -4.0  # how strongly a mood is drawn back to its usual place
COUPLING = 0.5  # how strongly the other's place draws it
STEP = 0.02


def flow(state: list[float], damping: float, answer: float) -> list[float]:
    """How fast ``[one, other, speed of one, speed of other]`` changes.

    ``damping`` says what a person's own change does to them (below 0 it calms), ``answer``
    what the other's change does.
    """
    one, other, speed, its = state
    return [
        speed,
        its,
        STIFFNESS * one + damping * speed + COUPLING * other + answer * its,
        STIFFNESS * other + damping * its + COUPLING * one + answer * speed,
    ]


def course(
    one: float, other: float, damping: float, answer: float, duration: float
) -> dict[str, list[float]]:
    """Both moods from a start at rest: ``time``, ``one``, ``other``."""
    state = [one, other, 0.0, 0.0]
    found: dict[str, list[float]] = {"time": [0.0], "one": [one], "other": [other]}
    for step in range(int(duration / STEP)):
        state = _advance(state, damping, answer)
        found["time"].append((step + 1) * STEP)
        found["one"].append(state[0])
        found["other"].append(state[1])
    return found


def mode_damping(damping: float, answer: float, together: bool) -> float:
    """What calms (below 0) or stirs (above 0) a pair that moves together, or opposite.

    The sum of both moods is one spring, with damping ``damping + answer``; their difference
    is another, with ``damping - answer``.
    """
    return damping + answer if together else damping - answer


def mode_course(start: float, damping: float, answer: float, together: bool, time: float) -> float:
    """One person's mood at a time, solved on paper, for a pair that starts as one mode.

    Holds while the pair swings at all: a quarter of the mode's damping squared must be less
    than its stiffness.
    """
    pull = STIFFNESS + COUPLING if together else STIFFNESS - COUPLING
    rate = mode_damping(damping, answer, together)
    pace = math.sqrt(-pull - rate * rate / 4.0)
    turning = math.cos(pace * time) - rate / (2.0 * pace) * math.sin(pace * time)
    return start * math.exp(rate * time / 2.0) * turning


def _advance(state: list[float], damping: float, answer: float) -> list[float]:
    a = flow(state, damping, answer)
    b = flow(_moved(state, a, STEP / 2.0), damping, answer)
    c = flow(_moved(state, b, STEP / 2.0), damping, answer)
    d = flow(_moved(state, c, STEP), damping, answer)
    return [state[i] + STEP / 6.0 * (a[i] + 2.0 * b[i] + 2.0 * c[i] + d[i]) for i in range(4)]


def _moved(state: list[float], rates: list[float], step: float) -> list[float]:
    return [state[i] + step * rates[i] for i in range(4)]

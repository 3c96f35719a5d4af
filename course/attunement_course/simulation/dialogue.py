"""The branching dialogue of exercise 2.1: how a client responds to what a helper says.

A teaching model. Arousal, trust and disclosure lie in [0, 1] and are in arbitrary units;
one step is one turn of the helper. The equations were made for this course, and no
parameter was fitted to real clients.
"""

from typing import TypedDict

# act: change in arousal, change in trust, invitation to disclose
ACTS: dict[str, list[float]] = {
    "simple_reflection": [-0.02, 0.05, 0.15],
    "complex_reflection": [-0.03, 0.09, 0.25],
    "open_question": [0.06, 0.03, 0.45],
    "closed_question": [0.03, -0.01, 0.10],
    "validate": [-0.06, 0.08, 0.10],
    "advise": [0.05, -0.07, -0.05],
    "minimise": [0.03, -0.12, -0.15],
    "probe_detail": [0.16, -0.05, 0.50],
    "silence": [0.0, 0.02, 0.05],
    "ground": [-0.10, 0.03, -0.05],
    "repair": [-0.05, 0.10, 0.05],
}
BAND = [0.3, 0.7]
NOISE = 0.02
RUPTURE_TURNS = 3
DEMANDING = ["open_question", "probe_detail", "complex_reflection"]  # acts that ask for thought
WORN = 0.4  # what is left of an act's good effect when it was used in the last two turns


class Client(TypedDict):
    """What the model knows of the client after a turn.

    ``rupture`` counts the turns for which an open rupture still costs trust; ``recent``
    holds the helper's last two acts.
    """

    arousal: float
    trust: float
    disclosure: float
    rupture: int
    recent: list[str]


def begin(arousal: float, trust: float, disclosure: float) -> Client:
    """The client before the first turn, from three levels in [0, 1]."""
    return {
        "arousal": arousal,
        "trust": trust,
        "disclosure": disclosure,
        "rupture": 0,
        "recent": [],
    }


def respond(
    client: Client, act: str, effects: dict[str, list[float]], noise: float, luck: float
) -> Client:
    """The client after the helper's ``act``; the one that is passed in is not changed.

    ``effects`` maps each act to its three numbers (:data:`ACTS`, or a character's own
    version); ``noise`` is added to arousal, and ``luck`` in (0, 1) decides whether a
    loss of trust opens a rupture (it does below one half).
    """
    effect = effects[act]
    worn = WORN if act in client["recent"] else 1.0
    gain = _worn(effect[1], worn) * fit(client, act)
    opened = max(_openness(client, _worn(effect[2], worn)), 0.0)
    return {
        "arousal": _clip(_next_arousal(client, effect[0], opened) + noise),
        "trust": _clip(_next_trust(client["trust"], gain) - _rupture_cost(client, act)),
        "disclosure": _clip(client["disclosure"] + 0.12 * opened * (1.0 - client["disclosure"])),
        "rupture": _next_rupture(client, act, gain < 0 and luck < 0.5),
        "recent": (client["recent"] + [act])[-2:],
    }


def fit(client: Client, act: str) -> float:
    """How well an act suits the moment: 1 is its full effect, below 0 it does the reverse."""
    if act == "repair":
        return 1.0 if client["rupture"] > 0 else -0.3
    if act == "ground":
        return 1.0 if client["arousal"] >= BAND[1] else 0.3
    if act in DEMANDING and outside(client["arousal"]):
        return 0.4
    return 1.0


def outside(arousal: float) -> bool:
    """Whether arousal lies outside the band in which this client can both feel and think."""
    return arousal < BAND[0] or arousal > BAND[1]


def _openness(client: Client, invitation: float) -> float:
    """How far an invitation is taken up: more with trust, most at middling arousal."""
    calm = 1.0 - abs(client["arousal"] - 0.5) / 0.5
    return invitation * (0.3 + 0.7 * client["trust"]) * calm


def _next_arousal(client: Client, push: float, opened: float) -> float:
    """The act's push and the cost of opening up, softened by trust; then a pull to rest."""
    arousal = client["arousal"]
    trust = client["trust"]
    pushed = (push + 0.1 * opened) * (1.0 - 0.5 * trust)
    return arousal + pushed - 0.12 * (arousal - 0.45) - 0.08 * trust * max(arousal - 0.5, 0.0)


def _next_trust(trust: float, gain: float) -> float:
    """Trust grows towards 1 and shrinks towards 0; losses weigh half as much again."""
    return trust + gain * (1.0 - trust) if gain >= 0 else trust + 1.5 * gain * trust


def _rupture_cost(client: Client, act: str) -> float:
    return 0.02 if client["rupture"] > 0 and act != "repair" else 0.0


def _next_rupture(client: Client, act: str, opens: bool) -> int:
    if opens:
        return RUPTURE_TURNS
    return 0 if act == "repair" else max(client["rupture"] - 1, 0)


def _worn(value: float, worn: float) -> float:
    """Repeating an act wears out the good it does, never the harm."""
    return value * worn if value > 0 else value


def _clip(value: float) -> float:
    return min(max(value, 0.0), 1.0)

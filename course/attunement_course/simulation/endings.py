"""Where pairs of the two-body lab end: which start leads to which rest, and the edge between.

Endings are those of :mod:`.two_body`, with the same units.
"""

import math

from attunement_course.simulation.two_body import (
    FROM_CLIENT,
    FROM_HELPER,
    STEP,
    Rest,
    advance,
    piece_at,
    rests,
)

LONGEST = 60.0  # time after which a pair that has not come to rest is left
NEAR = 0.05
BESIDE = 1.0e-5  # how close to a tipping rest its border is begun
FAR = 9.0

# The task: along which lines an edge is looked for, and how near is near.
LINES: list[float] = [-3.0, -3.5, -4.0, -4.5, -5.0]
TOLERANCE = 0.2


def ending(helper: float, client: float, pulls: list[float]) -> int:
    """Which of :func:`rests` a pair comes to, by its place in that list; -1 for none."""
    places = rests(pulls)
    return _ending(helper, client, pulls, places)


def basins(
    pulls: list[float], across: list[float], up: list[float], columns: int, rows: int
) -> list[int]:
    """Where each cell of the plane ends, as in :func:`ending`; row by row, the lowest first.

    ``across`` and ``up`` are the lowest and the highest mood of helper and of client.
    """
    places = rests(pulls)
    found: list[int] = []
    for row in range(rows):
        client = up[0] + (up[1] - up[0]) * (row + 0.5) / rows
        for column in range(columns):
            helper = across[0] + (across[1] - across[0]) * (column + 0.5) / columns
            found.append(_ending(helper, client, pulls, places))
    return found


def border(pulls: list[float]) -> dict[str, list[float]]:
    """The line of starts between the lowest ending and the rest: ``helper`` and ``client``.

    It runs through the first of :func:`rests` that tips. Pairs on it come to that rest and
    nowhere else, so it is found by following the flow backwards from there, both ways. Empty
    where no rest tips.
    """
    saddles = [rest for rest in rests(pulls) if rest["kind"] == "tips"]
    found: dict[str, list[float]] = {"helper": [], "client": []}
    if len(saddles) == 0:
        return found
    upward = _backwards(saddles[0], pulls, 1.0)
    for i in range(len(upward)):
        at = upward[len(upward) - 1 - i]
        found["helper"].append(at[0])
        found["client"].append(at[1])
    for at in _backwards(saddles[0], pulls, -1.0):
        found["helper"].append(at[0])
        found["client"].append(at[1])
    return found


def edge(client: float, pulls: list[float]) -> float | None:
    """The helper's start at which the ending changes, with the client's start held.

    Where the border crosses that line, if it does.
    """
    line = border(pulls)
    for i in range(1, len(line["client"])):
        above = line["client"][i - 1] - client
        below = line["client"][i] - client
        if above >= 0 and below < 0:
            share = above / (above - below)
            return line["helper"][i - 1] + share * (line["helper"][i] - line["helper"][i - 1])
    return None


def meets_mastery(lies: float, said: float, sound: bool) -> bool:
    """Whether an edge was found, with a ``sound`` reason why it foretells nothing.

    ``lies`` is where the edge lies, ``said`` where it was said to be.
    """
    return abs(lies - said) <= TOLERANCE and sound


def _backwards(saddle: Rest, pulls: list[float], way: float) -> list[list[float]]:
    """Where pairs that come to a tipping rest have come from, on its upper or lower side."""
    on_helper = pulls[0] * piece_at(FROM_CLIENT, saddle["client"])[1]
    on_client = pulls[1] * piece_at(FROM_HELPER, saddle["helper"])[1]
    slope = math.sqrt(on_helper * on_client) / on_helper
    at = [saddle["helper"] - way * BESIDE, saddle["client"] + way * slope * BESIDE]
    found: list[list[float]] = []
    while len(found) < 200 and abs(at[0]) < FAR and abs(at[1]) < FAR:
        found.append(at)
        at = advance(at[0], at[1], pulls, -STEP)
    return found


def _ending(helper: float, client: float, pulls: list[float], places: list[Rest]) -> int:
    at = [helper, client]
    for _ in range(int(LONGEST / STEP)):
        for place in range(len(places)):
            rest = places[place]
            close = abs(rest["helper"] - at[0]) < NEAR and abs(rest["client"] - at[1]) < NEAR
            if close and rest["kind"] != "tips":
                return place
        at = advance(at[0], at[1], pulls, STEP)
    return -1

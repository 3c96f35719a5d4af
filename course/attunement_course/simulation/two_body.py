"""The two-body lab of exercise 2.4: how a helper's and a client's moods move each other.

The form of the equations is that of Liebovitch et al. (2011), examined with Peluso et al.
(2012): each mood drifts towards a resting place of its own and is pulled by the other's,
along straight pieces. The numbers are this course's. Moods are in arbitrary units, above 0
pleasant and below 0 unpleasant; so is time. Nothing here was validated with clients.
"""

from typing import TypedDict

OWN = -1.0  # how fast a mood returns to its own resting place
STEADY: list[float] = [0.3, -1.0]  # where helper and client would rest if nobody pulled
STRONG: list[float] = [2.0, 2.0]  # pulls on the helper and on the client
HALVED: list[float] = [2.0, 1.0]

# Pieces of a straight line each: from this mood on, slope, level at 0.
# What the client's mood does to the helper: pleasure is half caught, displeasure first calls
# for warmth, and pulls the helper down where it is deep.
FROM_CLIENT: list[list[float]] = [
    [-1.0e9, 1.0, 3.0],
    [-2.0, 0.0, 1.0],
    [-1.0, -1.0, 0.0],
    [0.0, 0.5, 0.0],
    [2.0, 0.0, 1.0],
]
# What the helper's mood does to the client: it is caught, displeasure half as strongly again.
FROM_HELPER: list[list[float]] = [
    [-1.0e9, 0.0, -1.5],
    [-1.0, 1.5, 0.0],
    [0.0, 1.0, 0.0],
    [1.0, 0.0, 1.0],
]
STEP = 0.05
TURNED = 0.05  # a change of direction smaller than this is not seen


class Rest(TypedDict):
    """Moods that would stay as they are.

    ``kind`` is ``settles`` or ``swings`` for one that nearby pairs come to, straight or with
    swings, and ``tips`` for one that nearby pairs leave.
    """

    helper: float
    client: float
    kind: str


def piece_at(pieces: list[list[float]], mood: float) -> list[float]:
    """The straight piece that holds at a mood."""
    found = pieces[0]
    for piece in pieces:
        if mood >= piece[0]:
            found = piece
    return found


def pull(pieces: list[list[float]], mood: float) -> float:
    """What one person's mood does to the other's, before it is multiplied by the pull."""
    piece = piece_at(pieces, mood)
    return piece[1] * mood + piece[2]


def flow(helper: float, client: float, pulls: list[float]) -> list[float]:
    """How fast both moods change; ``pulls`` are those on the helper and on the client."""
    return [
        OWN * helper + STEADY[0] + pulls[0] * pull(FROM_CLIENT, client),
        OWN * client + STEADY[1] + pulls[1] * pull(FROM_HELPER, helper),
    ]


def advance(helper: float, client: float, pulls: list[float], step: float) -> list[float]:
    """Both moods one step later (Runge and Kutta, fourth order)."""
    half = step / 2.0
    a = flow(helper, client, pulls)
    b = flow(helper + half * a[0], client + half * a[1], pulls)
    c = flow(helper + half * b[0], client + half * b[1], pulls)
    d = flow(helper + step * c[0], client + step * c[1], pulls)
    return [
        helper + step / 6.0 * (a[0] + 2.0 * b[0] + 2.0 * c[0] + d[0]),
        client + step / 6.0 * (a[1] + 2.0 * b[1] + 2.0 * c[1] + d[1]),
    ]


def course(
    helper: float, client: float, pulls: list[float], duration: float
) -> dict[str, list[float]]:
    """Both moods from a start, in steps of :data:`STEP`: ``time``, ``helper``, ``client``."""
    times = [0.0]
    helpers = [helper]
    clients = [client]
    at = [helper, client]
    for step in range(int(duration / STEP)):
        at = advance(at[0], at[1], pulls, STEP)
        times.append((step + 1) * STEP)
        helpers.append(at[0])
        clients.append(at[1])
    return {"time": times, "helper": helpers, "client": clients}


def turns(moods: list[float]) -> int:
    """How often a mood changes direction by more than can be overlooked."""
    count = 0
    way = 0
    furthest = moods[0]
    for mood in moods:
        if (way >= 0 and mood > furthest) or (way <= 0 and mood < furthest):
            if way == 0 and abs(mood - furthest) < TURNED:
                continue
            way = 1 if mood > furthest else -1
            furthest = mood
        elif abs(mood - furthest) > TURNED:
            count += 1
            way = -way
            furthest = mood
    return count


def rests(pulls: list[float]) -> list[Rest]:
    """Every pair of moods that would stay as it is, the lowest helper first.

    Each two straight pieces meet in one point; it counts where it lies on both.
    """
    found: list[Rest] = []
    for one in FROM_HELPER:
        for other in FROM_CLIENT:
            slope = pulls[0] * pulls[1] * other[1] * one[1]
            if slope == 1.0:
                continue
            level = STEADY[0] + pulls[0] * (other[1] * (STEADY[1] + pulls[1] * one[2]) + other[2])
            helper = level / (1.0 - slope)
            client = STEADY[1] + pulls[1] * (one[1] * helper + one[2])
            if piece_at(FROM_HELPER, helper) == one and piece_at(FROM_CLIENT, client) == other:
                found.append({"helper": helper, "client": client, "kind": _kind(slope)})
    return found


def swings(helper: float, client: float, pulls: list[float]) -> bool:
    """Whether moods near these turn about one another.

    With the same return for both, they do exactly where the product of both pulls and both
    slopes is below 0: one follows, the other is pushed away.
    """
    slopes = piece_at(FROM_CLIENT, client)[1] * piece_at(FROM_HELPER, helper)[1]
    return pulls[0] * pulls[1] * slopes < 0


def _kind(slope: float) -> str:
    if slope > 1.0:
        return "tips"
    return "swings" if slope < 0 else "settles"

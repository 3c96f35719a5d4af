"""What readings given as shares come to, and when asking is worth its turn: exercise 1.1.

A reading hands out one whole over several states. Its Brier score is the sum, over states, of
the squared distance to the report (1 for the state reported, 0 for the others): 0 is best, 2 is
worst. Each state of each meeting is thus one event with a share of its own, and Murphy's parts
are those of all these events, times the number of states.
"""

from attunement_course.scoring import BrierParts, Step, grouped, grouped_parts

TURN_COST = 0.5
"""What asking costs, in units of the Brier score: as much as two readings that are level."""
GROUPS: list[float] = [0.15, 0.55]
"""Shares below, between and above are taken together: hardly, perhaps, likely.

Few and wide, because a run has 24 reports. Reliability is never below 0, so chance alone lifts
it: a reader who knows the model exactly reaches about .012 with three groups, and .064 where
each tenth is a group of its own, twice what is looked for.
"""
RELIABILITY_WANTED = 0.03
ASKED_WANTED = 0.6
UNIT = 10  # percent: the smallest share that is handed out


def openness(chances: list[float]) -> float:
    """How open it is what will be reported: the quadratic entropy, 1 less the sum of squares.

    It is the Brier score to expect of somebody who says exactly these chances, so asking, after
    which nothing is left to lose, is worth :data:`TURN_COST` just where it is above that.
    """
    total = 0.0
    for chance in chances:
        total += chance * chance
    return 1.0 - total


def worth_asking(chances: list[float]) -> bool:
    """Whether asking costs less than what not asking is expected to."""
    return openness(chances) > TURN_COST


def brier_of(reading: list[float], place: int) -> float:
    """The Brier score of one reading, where the state at a place was reported."""
    total = 0.0
    for i in range(len(reading)):
        distance = reading[i] - (1.0 if i == place else 0.0)
        total += distance * distance
    return total


def mean_brier(readings: list[list[float]], places: list[int]) -> float:
    """The mean Brier score of readings; -1 for none."""
    if len(readings) == 0:
        return -1.0
    total = 0.0
    for i in range(len(readings)):
        total += brier_of(readings[i], places[i])
    return total / len(readings)


def mean_cost(readings: list[list[float]], places: list[int], asked: list[bool]) -> float:
    """What meetings cost on average: a turn where asked, the Brier score where not; -1 for none."""
    if len(readings) == 0:
        return -1.0
    total = 0.0
    for i in range(len(readings)):
        total += TURN_COST if asked[i] else brier_of(readings[i], places[i])
    return total / len(readings)


def shares_of(readings: list[list[float]]) -> list[float]:
    """All shares of all readings, one after another."""
    shares: list[float] = []
    for reading in readings:
        shares = shares + reading
    return shares


def events_of(readings: list[list[float]], places: list[int]) -> list[bool]:
    """For each of these shares, whether its state was the one reported."""
    events: list[bool] = []
    for i in range(len(readings)):
        for place in range(len(readings[i])):
            events.append(place == places[i])
    return events


def share_steps(readings: list[list[float]], places: list[int]) -> list[Step]:
    """For each of the three groups that was used: mean share, how many, how often reported."""
    return grouped(shares_of(readings), events_of(readings, places), GROUPS)


def share_parts(readings: list[list[float]], places: list[int]) -> BrierParts:
    """The mean Brier score of readings with Murphy's parts; all -1 without any."""
    parts = grouped_parts(shares_of(readings), events_of(readings, places), GROUPS)
    if len(readings) == 0:
        return parts
    states = len(readings[0])
    return {
        "score": states * parts["score"],
        "reliability": states * parts["reliability"],
        "resolution": states * parts["resolution"],
        "uncertainty": states * parts["uncertainty"],
    }


def share_asked(likely: list[list[float]], asked: list[bool]) -> float:
    """The share of open meetings in which somebody was asked; -1 where none was open."""
    open_ones = 0
    count = 0
    for i in range(len(likely)):
        if worth_asking(likely[i]):
            open_ones += 1
            if asked[i]:
                count += 1
    return count / open_ones if open_ones > 0 else -1.0


def meets_mastery(reliability: float, asked: float) -> bool:
    """Sure about as often as right, and asking where it is open. Not: being right."""
    return 0.0 <= reliability <= RELIABILITY_WANTED and asked >= ASKED_WANTED


def in_tenths(chances: list[float]) -> list[int]:
    """Chances as whole percents in steps of :data:`UNIT` that add to 100, by largest remainder."""
    whole = 100 // UNIT
    shares = [int(chance * whole) for chance in chances]
    left = whole
    for share in shares:
        left -= share
    remainders = [chances[i] * whole - shares[i] for i in range(len(chances))]
    for _ in range(left):
        place = 0
        for i in range(len(remainders)):
            if remainders[i] > remainders[place]:
                place = i
        shares[place] += 1
        remainders[place] = -1.0
    return [share * UNIT for share in shares]


def from_percents(percents: list[int]) -> list[float]:
    """Shares in [0, 1] from percents."""
    return [percent / 100.0 for percent in percents]

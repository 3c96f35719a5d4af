"""Who attunes to whom in a sentence, exercise 0.3: answers beside the accepted readings.

A direction is one sentence of the article in our words, with every reading of it that this
course accepts. Nothing is simulated: it is counting.
"""

from typing import TypedDict

ZONES = [
    "helper-client",
    "peer-helper",
    "helper-self",
    "organisation-helper",
    "client-helper",
    "not-said",
]
NAMEABLE_GAPS = ["whom", "how-much", "which-work", "which-feeling"]
NAMED_GAP = "whom"
FITTING_WANTED = 10  # sentences in an accepted zone; no single zone holds so many


class Direction(TypedDict):
    """One sentence: the zones accepted for it, and whether it says the helper is protected."""

    id: str
    accepted: list[str]
    protects: bool


class ZoneCount(TypedDict):
    """What lies in one zone.

    ``fitting`` and ``otherwise`` count the learner's sentences there that an accepted reading
    bears out, and the rest. ``alone`` and ``shared`` count, whatever the learner did, the
    sentences that only this zone fits, and those that it fits among others.
    """

    zone: str
    fitting: int
    otherwise: int
    alone: int
    shared: int


def reading_fits(direction: Direction, zone: str) -> bool:
    """Whether a zone is among the readings accepted for a sentence."""
    return zone in direction["accepted"]


def is_open(direction: Direction) -> bool:
    """Whether more than one reading is accepted, so that readers may well differ."""
    return len(direction["accepted"]) > 1


def count_fitting(directions: list[Direction], placed: dict[str, str]) -> int:
    """How many sentences lie in an accepted zone; ``placed`` maps a sentence to its zone.

    A sentence that was not placed does not count.
    """
    count = 0
    for one in directions:
        if one["id"] in placed and reading_fits(one, placed[one["id"]]):
            count += 1
    return count


def count_zones(directions: list[Direction], placed: dict[str, str]) -> list[ZoneCount]:
    """What lies in each zone, in the order of :data:`ZONES`."""
    return [_count_zone(directions, placed, zone) for zone in ZONES]


def read_all_as(directions: list[Direction], zone: str) -> int:
    """How many sentences would fit if every one of them were read in the same direction."""
    return len([one for one in directions if reading_fits(one, zone)])


def count_protecting(directions: list[Direction]) -> int:
    """How many sentences say that something spares or sustains the helper."""
    return len([one for one in directions if one["protects"]])


def maps_well(fitting: int, gap: str) -> bool:
    """Mastery: enough sentences in an accepted zone, and the gap between them named."""
    return fitting >= FITTING_WANTED and gap == NAMED_GAP


def _count_zone(directions: list[Direction], placed: dict[str, str], zone: str) -> ZoneCount:
    here = [one for one in directions if one["id"] in placed and placed[one["id"]] == zone]
    fitting = len([one for one in here if reading_fits(one, zone)])
    possible = [one for one in directions if reading_fits(one, zone)]
    shared = len([one for one in possible if is_open(one)])
    return {
        "zone": zone,
        "fitting": fitting,
        "otherwise": len(here) - fitting,
        "alone": len(possible) - shared,
        "shared": shared,
    }

"""Which moment of a written scene comes next, what is said in it, and what is offered.

A scene is a list of moments. The one that fits the client's state most narrowly, and was
not used lately, comes next; ties are drawn. So the same choices with another seed are
answered in other words, and other choices lead to other moments.
"""

from typing import Any

from attunement_course.simulation.dialogue import ACTS, BAND, Client
from attunement_course.simulation.generator import Generator, draw_index, shuffle

REST = 3  # turns before a moment comes again, where another one fits
OFFERED = 5
OPENING_ACTS = ["simple_reflection", "complex_reflection", "open_question", "validate"]
TEMPTING_ACTS = ["advise", "minimise", "probe_detail", "closed_question"]


def fits(when: dict[str, Any], client: Client, turn: int) -> bool:
    """Whether a moment's conditions hold for this client before turn ``turn`` (from 1)."""
    for quantity in ["arousal", "trust", "disclosure"]:
        if quantity in when and not _within(client[quantity], when[quantity]):
            return False
    if "rupture" in when and when["rupture"] != (client["rupture"] > 0):
        return False
    if "turn" in when and not _within(turn, when["turn"]):
        return False
    if "after" in when:
        recent = client["recent"]
        return len(recent) > 0 and recent[len(recent) - 1] in when["after"]
    return True


def choose_moment(
    moments: list[dict[str, Any]], client: Client, turn: int, used: list[int], generator: Generator
) -> int:
    """The index of the next moment; -1 when none fits, which `attunement check` refuses.

    ``used`` holds the indexes so far, oldest first; the last :data:`REST` of them come
    again only where nothing else fits.
    """
    fitting = [i for i in range(len(moments)) if fits(moments[i]["when"], client, turn)]
    lately = used[-REST:]
    rested = [i for i in fitting if i not in lately]
    candidates = rested if len(rested) > 0 else fitting
    if len(candidates) == 0:
        return -1
    narrowest = max([len(moments[i]["when"].keys()) for i in candidates])
    best = [i for i in candidates if len(moments[i]["when"].keys()) == narrowest]
    return best[draw_index(generator, len(best))]


def choose_line(lines: list[str], said: list[str], generator: Generator) -> str:
    """One of a moment's lines, and one not said before while any is left."""
    unsaid = [line for line in lines if line not in said]
    candidates = unsaid if len(unsaid) > 0 else lines
    return candidates[draw_index(generator, len(candidates))]


def offer(client: Client, generator: Generator) -> list[str]:
    """The five acts that are shown first, in a drawn order.

    Always among them: two that may open the conversation, one that tempts, a repair while
    a rupture is open and grounding while arousal is above the band, so that what the
    moment needs is never hidden behind the rest.
    """
    offered: list[str] = []
    if client["rupture"] > 0:
        offered.append("repair")
    if client["arousal"] > BAND[1]:
        offered.append("ground")
    fresh = [act for act in OPENING_ACTS if act not in client["recent"]]
    offered = offered + shuffle(generator, fresh)[:2] + shuffle(generator, TEMPTING_ACTS)[:1]
    others = [act for act in shuffle(generator, list(ACTS.keys())) if act not in offered]
    return shuffle(generator, (offered + others)[:OFFERED])


def _within(value: float, interval: list[float]) -> bool:
    return interval[0] <= value and value <= interval[1]

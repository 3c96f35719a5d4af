"""A conversation that falls out of step, and when to mend it, exercise 1.3.

Invented for teaching. Two people drift as in :mod:`.drift`. Out of step, the other may notice
it, which shows in a cue; from then on they wait for you, for as many beats as their window
has. Mended inside the window, trust grows. Mended before the cue, the two are in step again and
trust falls: somebody was corrected for what had not troubled them. Left beyond the window,
trust falls with each beat. Trust lies in [0, 1], arbitrary units; a beat has no fixed length.
None of these numbers was measured.
"""

from typing import Any, TypedDict

from attunement_course.simulation.generator import draw_uniform, new_generator

BEATS = 40
ACTS = ["wait", "repair", "ask"]
VERDICTS = ["inside", "early", "needless", "late"]
START = 0.5
GAIN = 0.16  # of the trust still wanting, for a repair inside the window
EARLY = 0.14  # of the trust there is, for a repair before the other has noticed
NEEDLESS = 0.08  # the same, for mending what is in step
WAITING = 0.06  # the same, for each beat after the window has closed
WEARING = 0.05  # the same, for asking again so soon
REST = 4  # beats after a question in which another one wears


class Beat(TypedDict):
    """Where a conversation has got to. ``apart`` and ``noticed`` count beats, 0 for not.

    ``noticed`` is 1 at the beat of the cue; ``rest`` counts the beats in which a question wears.
    """

    apart: int
    noticed: int
    rest: int
    trust: float


def begin() -> Beat:
    """The first beat: in step, with half of the trust there can be."""
    return {"apart": 0, "noticed": 0, "rest": 0, "trust": START}


def verdict(beat: Beat, window: int) -> str:
    """What a repair at this beat is, one of :data:`VERDICTS`; ``window`` in beats."""
    if beat["apart"] == 0:
        return "needless"
    if beat["noticed"] == 0:
        return "early"
    return "inside" if beat["noticed"] <= window else "late"


def trust_after(beat: Beat, act: str, window: int) -> float:
    """Trust once this act has been done at this beat."""
    trust = beat["trust"]
    timing = verdict(beat, window)
    if act == "repair":
        return _trust_mended(trust, timing)
    if timing == "late":
        trust -= WAITING * trust
    if act == "ask" and beat["rest"] > 0:
        trust -= WEARING * trust
    return trust


def draw_chances(seed: int) -> list[list[float]]:
    """Two draws for each beat: whether the pair drifts, and whether the other notices.

    They do not depend on what is done, so a conversation with other acts meets the same ones.
    """
    generator = new_generator(seed)
    return [[draw_uniform(generator), draw_uniform(generator)] for _ in range(BEATS)]


def next_beat(beat: Beat, act: str, pair: dict[str, Any], chances: list[float]) -> Beat:
    """The beat after an act, with the two draws of the beat at which it is done.

    ``pair`` holds the chances ``breaks``, ``returns`` and ``notices`` at each beat, and
    ``window`` in beats.
    """
    after: Beat = {
        "apart": beat["apart"] + 1,
        "noticed": beat["noticed"] + 1 if beat["noticed"] > 0 else 0,
        "rest": REST if act == "ask" else max(beat["rest"] - 1, 0),
        "trust": trust_after(beat, act, pair["window"]),
    }
    if _is_in_step(beat, act, pair, chances[0]):
        after["apart"] = 0
        after["noticed"] = 0
    elif beat["apart"] > 0 and beat["noticed"] == 0:
        after["noticed"] = 1 if act == "ask" or chances[1] < pair["notices"] else 0
    return after


def play(pair: dict[str, Any], acts: list[str], seed: int) -> list[Beat]:
    """Every beat of a conversation: the first, then one after each act."""
    chances = draw_chances(seed)
    beats = [begin()]
    for i in range(len(acts)):
        beats.append(next_beat(beats[i], acts[i], pair, chances[i]))
    return beats


def _trust_mended(trust: float, timing: str) -> float:
    if timing == "inside":
        return trust + GAIN * (1.0 - trust)
    if timing == "early":
        return trust - EARLY * trust
    if timing == "needless":
        return trust - NEEDLESS * trust
    return trust


def _is_in_step(beat: Beat, act: str, pair: dict[str, Any], chance: float) -> bool:
    """Whether the pair is in step at the next beat."""
    if beat["apart"] == 0:
        return chance >= pair["breaks"]
    if act == "repair":
        return True
    if act == "ask" and beat["noticed"] == 0:
        return False  # the question itself brings the mismatch into the open
    # Until the window closes, whoever has noticed waits for you and does not drift back.
    waits = beat["noticed"] > 0 and verdict(beat, pair["window"]) == "inside"
    return not waits and chance < pair["returns"]

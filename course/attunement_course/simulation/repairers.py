"""People who repair by a rule, what a conversation comes to, and what else it could have been.

The rules beside which a learner's own repairs are shown, and by which tests hold the model to
its meaning: the one who waits for the cue ends with more trust than the others.
"""

from typing import Any, TypedDict

from attunement_course.simulation.repair import (
    ACTS,
    BEATS,
    Beat,
    begin,
    draw_chances,
    next_beat,
    play,
    verdict,
)

RULES = [
    "well_timed",
    "always_early",
    "always_late",
    "never",
    "constant_matcher",
    "asks_first",
    "asks_always",
]
MASTERY = 0.7  # share of repairs inside the window
FEWEST = 4  # repairs of which a share can be told
CUES = 6  # cues that a learner's conversation has at least, if each is answered
LATER = 2  # beats


class Summary(TypedDict):
    """What a conversation came to: trust at its end, share of beats in step, and counts."""

    trust: float
    in_step: float
    cues: int
    repairs: int
    inside: int
    early: int
    needless: int
    late: int


def summarise(beats: list[Beat], acts: list[str], window: int) -> Summary:
    """Sum up a conversation from its beats (one more than acts) and its acts."""
    acted = beats[: len(acts)]
    timings = [verdict(acted[i], window) for i in range(len(acts)) if acts[i] == "repair"]
    return {
        "trust": beats[len(beats) - 1]["trust"],
        "in_step": len([beat for beat in acted if beat["apart"] == 0]) / max(len(acts), 1),
        "cues": len([beat for beat in acted if beat["noticed"] == 1]),
        "repairs": len(timings),
        "inside": _count(timings, "inside"),
        "early": _count(timings, "early"),
        "needless": _count(timings, "needless"),
        "late": _count(timings, "late"),
    }


def share_inside(summary: Summary) -> float:
    """Share of repairs that came inside the window; 0 where nothing was repaired."""
    return summary["inside"] / max(summary["repairs"], 1)


def is_timed(summary: Summary) -> bool:
    """Whether enough repairs were made, and enough of them inside the window.

    Windows that were let pass do not count, nor does how soon inside one a repair came.
    """
    enough = summary["repairs"] >= FEWEST
    return enough and share_inside(summary) >= MASTERY


def meets_mastery(summary: Summary, sound: bool) -> bool:
    """Repairs in time, and the sound statement about constant matching chosen."""
    return sound and is_timed(summary)


def act_by(rule: str, beat: Beat, window: int) -> str:
    """What somebody who follows a rule of :data:`RULES` does at a beat."""
    timing = verdict(beat, window)
    if rule == "constant_matcher":
        return "repair"
    if rule == "asks_always":
        return "ask"
    if rule == "always_early":
        return "wait" if timing == "needless" else "repair"
    if rule == "always_late":
        return "repair" if timing == "late" and beat["noticed"] > window + 1 else "wait"
    if rule == "asks_first" and timing == "early" and beat["apart"] > 1:
        return "ask" if beat["rest"] == 0 else "wait"
    if rule in ["well_timed", "asks_first"]:
        return "repair" if timing == "inside" else "wait"
    return "wait"


def acts_by(rule: str, pair: dict[str, Any], seed: int) -> list[str]:
    """What somebody who follows a rule does through a whole conversation."""
    chances = draw_chances(seed)
    beat = begin()
    acts: list[str] = []
    for i in range(BEATS):
        act = act_by(rule, beat, pair["window"])
        acts.append(act)
        beat = next_beat(beat, act, pair, chances[i])
    return acts


def converse(rule: str, pair: dict[str, Any], seed: int) -> Summary:
    """A whole conversation by a rule, summed up."""
    acts = acts_by(rule, pair, seed)
    return summarise(play(pair, acts, seed), acts, pair["window"])


def delayed(acts: list[str], beats: int) -> list[str]:
    """The same acts with each repair so many beats later; those past the end are left out."""
    later = [("wait" if act == "repair" else act) for act in acts]
    for i in range(len(acts) - beats):
        if acts[i] == "repair":
            later[i + beats] = "repair"
    return later


def ample_seed(pair: dict[str, Any], seed: int) -> int:
    """The first seed from this one on whose conversation has at least :data:`CUES` cues."""
    while converse("well_timed", pair, seed)["cues"] < CUES:
        seed += 1
    return seed


def check_acts(acts: list[str]) -> str:
    """Why these cannot be the acts of a whole conversation, or "" when they can."""
    if len(acts) != BEATS:
        return "acts: expected " + str(BEATS) + " (got " + str(len(acts)) + ")"
    for act in acts:
        if act not in ACTS:
            return "acts: expected " + ", ".join(ACTS) + " (got " + str(act) + ")"
    return ""


def _count(timings: list[str], timing: str) -> int:
    return len([one for one in timings if one == timing])

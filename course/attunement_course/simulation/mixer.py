"""The empathy mixer of exercise 2.2: four parts of empathy, and the two things they make.

A teaching model. It takes the parts that Decety and Jackson (2004) put empathy together from,
and says in the plainest way how they might combine. Every number lies in [0, 1] and is in
arbitrary units; none was fitted to real people.
"""

LEVERS: list[str] = ["intensity", "sharing", "distinction", "regulation"]

# What a pair of mixes has to show: equal sharing, and enough of it, with opposite distress.
SAME = 0.05
SHARING = 0.4
HIGH = 0.3
LOW = 0.1
CLOSE = 0.01  # levers whose single effects differ by less are taken as equal
ROUNDING = 1e-9


def distress(mix: dict[str, float]) -> float:
    """Personal distress: what is shared and neither told apart nor regulated.

    ``mix`` holds the four :data:`LEVERS`: ``intensity``, how strongly the other feels;
    ``sharing``, how much of it is felt along; ``distinction``, how clearly one knows whose
    feeling it is; ``regulation``, how well one can settle oneself.
    """
    raw = mix["intensity"] * mix["sharing"]
    return raw * (1.0 - mix["distinction"]) * (1.0 - mix["regulation"])


def concern(mix: dict[str, float]) -> float:
    """Concern for the other: what is shared and known to be theirs, helped by regulation."""
    raw = mix["intensity"] * mix["sharing"]
    return raw * mix["distinction"] * (0.5 + 0.5 * mix["regulation"])


def with_lever(mix: dict[str, float], lever: str, value: float) -> dict[str, float]:
    """The same mix but for one lever."""
    changed: dict[str, float] = {}
    for name in LEVERS:
        changed[name] = value if name == lever else mix[name]
    return changed


def sweep(mix: dict[str, float], lever: str, steps: int) -> dict[str, list[float]]:
    """Distress and concern while one lever goes from 0 to 1 in ``steps`` equal steps."""
    values = [step / steps for step in range(steps + 1)]
    mixes = [with_lever(mix, lever, value) for value in values]
    return {
        "x": values,
        "distress": [distress(one) for one in mixes],
        "concern": [concern(one) for one in mixes],
    }


def more_distressed(one: dict[str, float], other: dict[str, float]) -> list[dict[str, float]]:
    """Both mixes, the one with more distress first."""
    return [one, other] if distress(one) >= distress(other) else [other, one]


def levers_alone(one: dict[str, float], other: dict[str, float]) -> list[float]:
    """Distress of the more distressed mix with a single lever taken from the other.

    One number for each of :data:`LEVERS`, in their order.
    """
    high, low = more_distressed(one, other)
    return [distress(with_lever(high, lever, low[lever])) for lever in LEVERS]


def main_levers(one: dict[str, float], other: dict[str, float]) -> list[str]:
    """The levers that alone would bring distress down furthest; empty where none would."""
    alone = levers_alone(one, other)
    start = max(distress(one), distress(other))
    if min(alone) > start - CLOSE:
        return []
    return [LEVERS[i] for i in range(len(LEVERS)) if alone[i] <= min(alone) + CLOSE]


def pair_shows(one: dict[str, float], other: dict[str, float]) -> dict[str, bool]:
    """What a pair shows: ``same`` sharing, ``enough`` of it, ``opposite`` distress."""
    both = more_distressed(one, other)
    return {
        "same": abs(one["sharing"] - other["sharing"]) <= SAME + ROUNDING,
        "enough": min(one["sharing"], other["sharing"]) >= SHARING - ROUNDING,
        "opposite": distress(both[0]) >= HIGH - ROUNDING and distress(both[1]) <= LOW + ROUNDING,
    }


def meets_mastery(one: dict[str, float], other: dict[str, float], lever: str, beyond: bool) -> bool:
    """Whether a pair, the lever named and the finding chosen are what is looked for.

    The pair must show all three, the lever must be one that did most, and the finding must
    lie ``beyond`` what the model explains.
    """
    shows = pair_shows(one, other)
    found = shows["same"] and shows["enough"] and shows["opposite"]
    return found and lever in main_levers(one, other) and beyond

"""Which plain label fits a claim's evidence status, and which claims make up a set.

A learner sees five labels, not the course's fourteen codes. Where the evidence itself lies
between two labels, both are accepted.
"""

from attunement_course.simulation.generator import Generator, new_generator, shuffle

LABELS = ["definition", "supported", "contested", "unproven", "overstated"]
SHARES = {"definition": 2, "supported": 2, "contested": 3, "unproven": 3, "overstated": 2}
"""Claims of each label in a set; a set therefore holds :data:`SET`."""
SET = 12
TRIES = 40
"""Sets drawn at most before siblings in one are put up with; three do nearly always."""
MASTERY = {"brier": 0.18, "improvement": 0.05}
"""A Brier score at most this, or a second set better by at least that."""

FITS: dict[str, list[str]] = {
    "definitional": ["definition"],
    "value": ["definition"],
    "supported": ["supported"],
    "supported-small": ["supported"],
    "supported-correlation": ["supported"],
    "contested": ["contested"],
    "mixed": ["contested", "unproven"],
    "plausible": ["unproven"],
    "speculative": ["unproven"],
    "heuristic": ["unproven"],
    "theory-misread": ["overstated"],
    "overstated": ["overstated"],
    "outdated": ["overstated"],
}
"""Status -> the labels that are accepted, the best one first.

Mixed evidence is found plausible by some and contested by others, so both labels fit. The
critical readings are the course's own and are never drawn.
"""

ALSO: dict[str, list[str]] = {
    "def-04": ["definition"],
    "def-05": ["unproven"],
    "dis-01": ["contested"],
    "res-01": ["contested"],
    "mit-07": ["overstated"],
}
"""Claim -> one more label, where the evidence lies between two.

A definition of a construct that is contested; how often it occurs, for which the evidence is
thin; two definitions within a debate; a hypothesis whose strong words nothing supports.
"""


def accepted_labels(claim: str, status: str) -> list[str]:
    """The labels that fit a claim, the best one first; none for a status that is not sorted."""
    labels: list[str] = []
    if status in FITS:
        labels = FITS[status][:]
    if claim in ALSO:
        labels = labels + ALSO[claim]
    return labels


def fits(claim: str, status: str, label: str) -> bool:
    """Whether a label is among those accepted for a claim."""
    return label in accepted_labels(claim, status)


def draw_sets(statuses: dict[str, str], seed: int) -> list[list[str]]:
    """Two sets of claims, with none in common, from claim -> status.

    Each set holds :data:`SHARES` claims of each label, in a drawn order. Parts of one
    sentence (``emp-02a`` and ``emp-02b``) never stand in one set where others are left, and
    seldom one in each: what the first set teaches would give the second away.
    """
    generator = new_generator(seed)
    sets = _drawn(generator, statuses)
    for _ in range(TRIES):
        if _crowded(sets[0]) or _crowded(sets[1]):
            sets = _drawn(generator, statuses)
    return [shuffle(generator, sets[0]), shuffle(generator, sets[1])]


def improvement(scores: list[float]) -> float:
    """How much better the second set's Brier score is than the first's; 0 with one score."""
    if len(scores) < 2:
        return 0.0
    return scores[0] - scores[1]


def meets_mastery(scores: list[float]) -> bool:
    """Whether a set's Brier score is good enough, or the second improved enough."""
    for score in scores:
        if score >= 0.0 and score <= MASTERY["brier"]:
            return True
    # the differences of printed scores must count: .23 to .18 is an improvement of .05
    return improvement(scores) >= MASTERY["improvement"] - 1e-9


def _drawn(generator: Generator, statuses: dict[str, str]) -> list[list[str]]:
    """Two sets in the order of the labels; the last claims of a label may be siblings."""
    sets: list[list[str]] = [[], []]
    for label in LABELS:
        left = shuffle(generator, _labelled(statuses, label))
        for _ in range(SHARES[label]):
            for place in range(2):
                if len(left) > 0:
                    chosen = _choose(left, sets[place], sets[1 - place])
                    sets[place].append(chosen)
                    left = [claim for claim in left if claim != chosen]
    return sets


def _crowded(claims: list[str]) -> bool:
    """Whether two parts of one sentence stand among the claims."""
    count = 0
    for i in range(len(claims)):
        count += _siblings(claims[i], claims[i + 1 :])
    return count > 0


def _labelled(statuses: dict[str, str], label: str) -> list[str]:
    """The claims whose best label this is."""
    found: list[str] = []
    for claim in list(statuses.keys()):
        labels = accepted_labels(claim, statuses[claim])
        if len(labels) > 0 and labels[0] == label:
            found.append(claim)
    return found


def _choose(left: list[str], here: list[str], there: list[str]) -> str:
    """The first claim that has no sibling in its own set, and if possible none in the other."""
    best = left[0]
    least = 4
    for claim in left:
        cost = 2 * _siblings(claim, here) + _siblings(claim, there)
        if cost < least:
            least = cost
            best = claim
    return best


def _siblings(claim: str, others: list[str]) -> int:
    """1 where another part of the same sentence is among the others, else 0."""
    for other in others:
        if other[:6] == claim[:6]:
            return 1
    return 0

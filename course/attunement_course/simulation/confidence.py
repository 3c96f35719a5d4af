"""What confidence came to beside being right: the one engine's figures for every exercise.

The score and its parts are in :mod:`attunement_course.scoring`; here is what a debrief says
beside them. -1 stands for "nothing to score", as it does there.
"""

from attunement_course.scoring import brier_score

LOWEST = 0.5
"""The least confidence that can be said: below it another answer would be the better one."""


def even_score(rights: list[bool], confidence: float) -> float:
    """The Brier score of the same answers, had each been given with one confidence in [0, 1]."""
    return brier_score([confidence for _ in rights], rights)


def best_even(rights: list[bool]) -> float:
    """The one confidence that would have served best throughout: the share that was right.

    Never below :data:`LOWEST`. -1 without answers.
    """
    if len(rights) == 0:
        return -1.0
    return max(share_right(rights), LOWEST)


def share_right(rights: list[bool]) -> float:
    """The share of answers that were right, in [0, 1]; -1 without answers."""
    if len(rights) == 0:
        return -1.0
    return count_right(rights) / len(rights)


def count_right(rights: list[bool]) -> int:
    """How many answers were right."""
    count = 0
    for right in rights:
        if right:
            count += 1
    return count


def mean_confidence(confidences: list[float]) -> float:
    """The mean confidence, in [0, 1]; -1 without answers."""
    if len(confidences) == 0:
        return -1.0
    total = 0.0
    for confidence in confidences:
        total += confidence
    return total / len(confidences)


def overconfidence(confidences: list[float], rights: list[bool]) -> float:
    """Mean confidence less the share right: above 0 surer than right, below 0 less sure.

    0 without answers.
    """
    if len(confidences) == 0:
        return 0.0
    return mean_confidence(confidences) - share_right(rights)

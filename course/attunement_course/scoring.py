"""Scores: rubric totals, and how well confidence fits being right.

Pure functions of numbers, lists and dicts, standard library only: they run in the page as
JavaScript too. -1 stands for "nothing to score", because nothing can be divided by it.
"""

from typing import TypedDict


class Step(TypedDict):
    """All answers given with one confidence: how many, and the share that was right."""

    confidence: float
    count: int
    right: float


class BrierParts(TypedDict):
    """A Brier score and Murphy's parts of it: ``score = reliability - resolution + uncertainty``.

    ``reliability`` is the distance of confidence from being right (0 is best);
    ``resolution`` how far confidence tells right answers from wrong ones (more is better);
    ``uncertainty`` how undecided the questions themselves left the learner, at most 0.25.
    """

    score: float
    reliability: float
    resolution: float
    uncertainty: float


def rubric_total(levels: list[float]) -> float:
    """The sum of the levels given, half-levels included; 0 where none is given yet."""
    total = 0.0
    for level in levels:
        total += level
    return total


def brier_score(confidences: list[float], rights: list[bool]) -> float:
    """Mean squared distance between confidence, in [0, 1], and having been right.

    0 is best, 1 is worst, 0.25 is what saying 50 % each time comes to. -1 without answers.
    """
    if len(confidences) == 0:
        return -1.0
    total = 0.0
    for i in range(len(confidences)):
        distance = confidences[i] - _one_if(rights[i])
        total += distance * distance
    return total / len(confidences)


def calibration(confidences: list[float], rights: list[bool]) -> list[Step]:
    """For each confidence that was given, lowest first: how often, and the share right."""
    steps: list[Step] = []
    for label in _labels(confidences):
        count = 0
        right = 0.0
        for i in range(len(confidences)):
            if confidences[i] == label:
                count += 1
                right += _one_if(rights[i])
        steps.append({"confidence": label, "count": count, "right": right / count})
    return steps


def brier_parts(confidences: list[float], rights: list[bool]) -> BrierParts:
    """The Brier score with its parts, exact because answers are grouped by confidence.

    Source: the decomposition that Murphy published in 1973. All parts are -1 without
    answers.
    """
    number = len(confidences)
    if number == 0:
        return {"score": -1.0, "reliability": -1.0, "resolution": -1.0, "uncertainty": -1.0}
    steps = calibration(confidences, rights)
    base = 0.0
    for step in steps:
        base += step["count"] * step["right"] / number
    reliability = 0.0
    resolution = 0.0
    for step in steps:
        share = step["count"] / number
        reliability += share * (step["confidence"] - step["right"]) ** 2
        resolution += share * (step["right"] - base) ** 2
    return {
        "score": brier_score(confidences, rights),
        "reliability": reliability,
        "resolution": resolution,
        "uncertainty": base * (1.0 - base),
    }


def grouped(confidences: list[float], rights: list[bool], edges: list[float]) -> list[Step]:
    """Answers in groups that ``edges`` part, lowest first; empty groups are left out.

    A group's confidence is the mean of those in it; an answer on an edge belongs above it.
    """
    steps: list[Step] = []
    for group in range(len(edges) + 1):
        count = 0
        sure = 0.0
        right = 0.0
        for i in range(len(confidences)):
            if _group_of(confidences[i], edges) == group:
                count += 1
                sure += confidences[i]
                right += _one_if(rights[i])
        if count > 0:
            steps.append({"confidence": sure / count, "count": count, "right": right / count})
    return steps


def grouped_parts(confidences: list[float], rights: list[bool], edges: list[float]) -> BrierParts:
    """The Brier score with its parts, where answers are few and wide groups are taken.

    Reliability and uncertainty are those of the groups. Resolution is what is left, so that the
    parts make up the score: it counts what was told apart between groups and within them
    (generalised resolution, Stephenson and others 2008; from memory, not yet checked). All
    parts are -1 without answers.
    """
    number = len(confidences)
    if number == 0:
        return {"score": -1.0, "reliability": -1.0, "resolution": -1.0, "uncertainty": -1.0}
    reliability = 0.0
    base = 0.0
    for step in grouped(confidences, rights, edges):
        share = step["count"] / number
        base += share * step["right"]
        reliability += share * (step["confidence"] - step["right"]) ** 2
    score = brier_score(confidences, rights)
    uncertainty = base * (1.0 - base)
    return {
        "score": score,
        "reliability": reliability,
        "resolution": reliability + uncertainty - score,
        "uncertainty": uncertainty,
    }


def _group_of(confidence: float, edges: list[float]) -> int:
    group = 0
    for edge in edges:
        if confidence >= edge:
            group += 1
    return group


def _labels(confidences: list[float]) -> list[float]:
    """Each confidence once, lowest first; sorting numbers differs between the languages."""
    labels: list[float] = []
    for confidence in confidences:
        if confidence not in labels:
            place = 0
            while place < len(labels) and labels[place] < confidence:
                place += 1
            labels = labels[:place] + [confidence] + labels[place:]
    return labels


def _one_if(right: bool) -> float:
    return 1.0 if right else 0.0

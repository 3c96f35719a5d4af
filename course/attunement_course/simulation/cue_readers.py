"""Model readers of the cue lab, exercise 1.1, to stand beside a learner's readings."""

import math

from attunement_course.simulation.cue_tables import CHANNELS, STATES
from attunement_course.simulation.cues import chances, softmax
from attunement_course.simulation.meetings import Meeting
from attunement_course.simulation.shares import mean_brier, worth_asking

READERS: list[str] = ["face", "voice", "posture", "cues", "face-known", "all"]
"""One channel alone, all three, the face with person and place known, and everything known."""


def read_by(reader: str, meeting: Meeting) -> list[float]:
    """What one of :data:`READERS` makes of a meeting: a chance for each state."""
    if reader == "all":
        return meeting["chances"]
    if reader == "face-known":
        return chances(meeting["cues"], meeting["features"], ["face"])
    return chances(meeting["cues"], [], CHANNELS if reader == "cues" else [reader])


def sharpened(reading: list[float], temperature: float) -> list[float]:
    """The same reading said with more certainty (temperature below 1) or with less (above)."""
    return softmax([math.log(max(share, 1e-9)) / temperature for share in reading])


def readings_by(reader: str, run: list[Meeting]) -> list[list[float]]:
    """The readings of a whole run by one of :data:`READERS`."""
    return [read_by(reader, meeting) for meeting in run]


def reported(run: list[Meeting]) -> list[int]:
    """The place in :data:`STATES` of each report of a run."""
    return [STATES.index(meeting["report"]) for meeting in run]


def open_ones(run: list[Meeting]) -> list[bool]:
    """For each meeting of a run, whether asking was worth its turn."""
    return [worth_asking(meeting["chances"]) for meeting in run]


def brier_by(reader: str, run: list[Meeting]) -> float:
    """The mean Brier score of one of :data:`READERS` over a run."""
    return mean_brier(readings_by(reader, run), reported(run))


def most_misleading(run: list[Meeting]) -> str:
    """The channel that, trusted alone, does worst over a run."""
    worst = CHANNELS[0]
    for channel in CHANNELS:
        if brier_by(channel, run) > brier_by(worst, run):
            worst = channel
    return worst


def unknowing(meeting: Meeting, ways: list[str]) -> list[float]:
    """What each state gains, in [-1, 1], with a reader who knows the place and not these ways."""
    known = [feature for feature in meeting["features"] if feature not in ways]
    read = chances(meeting["cues"], known, CHANNELS)
    return [read[i] - meeting["chances"][i] for i in range(len(read))]


def count_most_likely(readings: list[list[float]], places: list[int]) -> float:
    """In how many meetings the largest share went to what was reported; level ones share it."""
    count = 0.0
    for i in range(len(readings)):
        most = max(readings[i])
        level = 0
        for share in readings[i]:
            if share == most:
                level += 1
        if readings[i][places[i]] == most:
            count += 1.0 / level
    return count

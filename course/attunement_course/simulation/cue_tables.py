"""What a face, a voice and a posture show: the tables behind the cue lab, exercise 1.1.

Teaching values. Which cues go with which state follows the literature; how far was chosen for
this course and fitted to nobody. A cue is a number from 0 to 1. No table says what a feeling
looks like: what faces do varies with culture, situation and person (Barrett and others 2019,
checked in abstract), so each pattern is one among many that a state may come with.
"""

STATES: list[str] = ["glad", "low", "worried", "cross", "startled", "settled"]
"""What somebody may report. Disgust is left out: helpers seldom meet it at a desk."""

CHANNELS: list[str] = ["face", "voice", "posture"]

CUES: dict[str, list[str]] = {
    "face": ["au1", "au2", "au4", "au5", "au6", "au7", "au12", "au15", "au20", "au23", "au26"],
    "voice": ["pitch", "pitch_spread", "rate", "intensity", "high_energy"],
    "posture": ["head", "chest", "shoulders", "elbows", "weight"],
}
"""Channel -> its cues. Where somebody looks is no cue here, and silence is none.

Face: action units of the Facial Action Coding System, from 0, at rest, to 1. Voice: mean and
spread of the fundamental frequency, pace, loudness and energy in high frequencies, 0.5 being
what is common. Posture: ``head`` and ``chest`` from 0, tipped back, to 1, bowed; ``shoulders``
from 0, let down, to 1, drawn up; ``elbows`` from 0, straight, to 1, bent close; ``weight`` from
0, still, to 1, rocking.
"""

COMMON: dict[str, float] = {
    "au1": 0.0,
    "au2": 0.0,
    "au4": 0.0,
    "au5": 0.0,
    "au6": 0.0,
    "au7": 0.0,
    "au12": 0.0,
    "au15": 0.0,
    "au20": 0.0,
    "au23": 0.0,
    "au26": 0.0,
    "pitch": 0.5,
    "pitch_spread": 0.5,
    "rate": 0.5,
    "intensity": 0.5,
    "high_energy": 0.5,
    "head": 0.5,
    "chest": 0.5,
    "shoulders": 0.5,
    "elbows": 0.5,
    "weight": 0.2,
}
"""Cue -> what is common when nothing in particular is shown."""

FACES: dict[str, dict[str, float]] = {
    "glad": {"au6": 0.7, "au12": 0.9},
    "low": {"au1": 0.7, "au4": 0.4, "au15": 0.8},
    "worried": {"au1": 0.6, "au2": 0.4, "au4": 0.5, "au5": 0.6, "au20": 0.7, "au26": 0.2},
    "cross": {"au4": 0.8, "au5": 0.3, "au7": 0.7, "au23": 0.8},
    "startled": {"au1": 0.7, "au2": 0.8, "au5": 0.7, "au26": 0.8},
    "settled": {"au12": 0.15},
}
"""State -> how far each action unit moves from what is common.

The sets are the prototypes usual in the field for happiness 6+12, sadness 1+4+15, fear
1+2+4+5+20+26, anger 4+5+7+23 and surprise 1+2+5+26 (from memory, not yet checked). ``settled``
is this course's own.
"""

VOICES: dict[str, dict[str, float]] = {
    "glad": {
        "pitch": 0.25,
        "pitch_spread": 0.35,
        "rate": 0.2,
        "intensity": 0.1,
        "high_energy": 0.15,
    },
    "low": {
        "pitch": -0.25,
        "pitch_spread": -0.3,
        "rate": -0.3,
        "intensity": -0.3,
        "high_energy": -0.25,
    },
    "worried": {"pitch": 0.35, "pitch_spread": -0.25, "rate": 0.3},
    "cross": {
        "pitch": 0.15,
        "pitch_spread": 0.2,
        "rate": 0.25,
        "intensity": 0.4,
        "high_energy": 0.35,
    },
    "startled": {"pitch": 0.4, "pitch_spread": 0.3, "intensity": 0.1},
    "settled": {"pitch": -0.15, "rate": -0.2, "intensity": -0.25, "high_energy": -0.2},
}
"""State -> how far the voice moves from what is common.

Signs as in Juslin and Laukka's review of 2003 (from memory, not yet checked): anger fast, loud,
high and wide; fear fast, high and narrow; sadness slow, soft, deep and narrow; tenderness slow,
soft and deep (taken for ``settled``); joy fast, high and wide. ``startled`` is this course's.
"""

POSTURES: dict[str, dict[str, float]] = {
    "glad": {"head": -0.2, "chest": -0.1, "elbows": -0.2, "weight": 0.15},
    "low": {"head": 0.4, "chest": 0.3, "shoulders": -0.2, "weight": -0.1},
    "worried": {"chest": -0.2, "shoulders": 0.35, "elbows": 0.3, "weight": 0.3},
    "cross": {"chest": 0.2, "shoulders": 0.2, "elbows": 0.25},
    "startled": {"head": -0.25, "chest": -0.3, "shoulders": 0.15, "elbows": -0.25},
    "settled": {"shoulders": -0.2, "weight": -0.1},
}
"""State -> how far the body moves from what is common.

Bends of head, chest and elbow are among those that Coulson varied in 2004; the directions are
from memory, not yet checked. Shoulders and weight are this course's own. Glad and startled are
near each other on purpose: people confuse the two (Coulson 2004, checked in abstract).
"""

PATTERNS: dict[str, dict[str, dict[str, float]]] = {
    "face": FACES,
    "voice": VOICES,
    "posture": POSTURES,
}

GAIN: dict[str, float] = {"face": 1.7, "voice": 6.5, "posture": 7.5}
"""Channel -> how much one unit of a cue counts. Chosen so that no channel settles it alone.

A face's cues span 0 to 1 and those of the others half of that, hence the difference.
"""

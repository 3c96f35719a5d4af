"""The course's fixed words: what a code in the data is called on screen.

One table for each kind, so that a notebook, an exercise and the command line never
disagree about how sure the course is. Standard library only.
"""

from __future__ import annotations

MODULE_IDS = ("m0", "m1", "m2", "m3", "m4", "m5")
"""The course's modules; a claim may name one that is not written yet."""

STATUS_WORDS = {
    "definitional": "definition",
    "supported": "supported",
    "supported-small": "supported, small effects",
    "supported-correlation": "supported as a correlation",
    "mixed": "mixed evidence",
    "contested": "contested",
    "plausible": "plausible, thin evidence",
    "speculative": "speculative",
    "heuristic": "clinical rule of thumb",
    "theory-misread": "theory read as a finding",
    "overstated": "overstated",
    "outdated": "outdated",
    "value": "value judgement",
    "critical-reading": "critical reading",
}
"""Evidence status of a claim -> the words people see."""

MARK_WORDS = {
    "checked": "checked in abstract",
    "memory": "from memory, not yet checked",
    "not-traced": "we could not trace this source",
}
"""How far a work has been checked -> the words people see."""

BADGE_WORDS = {
    "VAL": "a published rule or published data",
    "CAL": "fitted to published numbers",
    "TEACH": "a model invented for teaching",
    "META": "evidence about evidence",
}
"""Honesty badge of an exercise -> the words people see."""

PROFILES = {
    "low-trust": "slow to trust",
    "high-arousal": "easily overwhelmed",
    "prefers-advice": "would rather have advice",
}
"""Kind of character in a dialogue -> the words people see."""

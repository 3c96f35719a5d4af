"""Markers who read what the desk shows them, and mark it each in a way of their own.

What a piece is worth stands nowhere but in the piece: an answer says which number it is, and an
exemplar is known by how it begins. So a marker can only mark what the desk has shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from attunement_grading.exemplars import Exemplar, exemplars_of

ASSIGNMENT = "p2"
CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")
LENGTHS = (40, 180, 420, 800, 1600)
SENTENCES = (
    "I said *you must be tired*, and she picked up her bag.",
    "He had asked for five minutes & I gave him two.",
    "قالت: «كان ذلك مسائي على أي حال».",
    "What I saw is one thing, what I made of it <b>another</b>.",
    "Next time I ask first, and wait for the answer.",
)
NUMBER = re.compile(r"This is answer number (\d+)\.")
WORTH = (1.5, 2, 2.5, 3, 3.5)
"""What a criterion of an answer may truly be worth."""


def answer(number: int) -> str:
    """A learner's answer: no two alike, from forty words to sixteen hundred."""
    drawn = Random(f"answer {number}")
    sentences = [f"This is answer number {number}."]
    while sum(len(one.split()) for one in sentences) < LENGTHS[number % len(LENGTHS)]:
        sentences.append(drawn.choice(SENTENCES))
    return "\n\n".join(" ".join(sentences[at : at + 6]) for at in range(0, len(sentences), 6))


def worth(text: str) -> dict[str, float]:
    """What a text is truly worth: by its number, or as the expert says of an exemplar."""
    if NUMBER.search(text):
        drawn = Random(f"worth {_name(text)}")
        return {criterion: drawn.choice(WORTH) for criterion in CRITERIA}
    return {name: mark.level for name, mark in exemplar_in(text).marks.items()}


def _name(text: str) -> str:
    found = NUMBER.search(text)
    return found[1] if found else exemplar_in(text).id


def exemplar_in(text: str) -> Exemplar:
    """Which exemplar a page shows; the test has gone wrong where it is none."""
    shown = _squeezed(text)
    (one,) = [x for x in exemplars_of(ASSIGNMENT) if _squeezed(x.text)[:60] in shown]
    return one


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", " ", text)


@dataclass(frozen=True)
class Marker:
    """A way of marking: ``shift`` is how many levels from the truth, ``noise`` its deviation."""

    name: str
    shift: float = 0.0
    noise: float = 0.25

    def levels(self, text: str) -> dict[str, float]:
        """The levels this marker gives a text: the same each time, and to each piece its own."""
        drawn = Random(f"{self.name} {_name(text)}")
        return {
            name: _level(true + self.shift + drawn.gauss(0, self.noise))
            for name, true in worth(text).items()
        }

    def comment(self, text: str) -> str:
        """What this marker writes to one criterion."""
        return f"{self.name} reads {len(text.split())} words here, <script>1</script> & more."


def _level(wanted: float) -> float:
    return min(4.0, max(1.0, round(wanted * 2) / 2))

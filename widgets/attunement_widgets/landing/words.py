"""The sentences of the page that depend on where a learner stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .reflections import Reflection, State


@dataclass(frozen=True)
class Headline:
    """The next step in one line, and what belongs beside it."""

    next: str
    detail: str


def headline(one: Reflection, guide: tuple[int, int] | None) -> Headline:
    """What a learner can do next with one assignment; `guide` is fewest and most words."""
    if one.state == "write":
        return _write(guide)
    if one.state == "submit":
        return _submit(one, guide)
    if one.state == "wait" and one.changed_since:
        return CHANGED
    return ALWAYS[one.state]


ALWAYS: dict[State, Headline] = {
    "fetch": Headline(
        "Fetch your copy",
        "It is placed in your own folder. Nobody is told that you fetched it.",
    ),
    "wait": Headline(
        "Your marker has it now",
        "There is nothing you need to do. Marks and comments for each criterion appear here.",
    ),
    "feedback": Headline(
        "Your feedback is here",
        "For each criterion you find a level in words and your marker's comment.",
    ),
    "read": Headline(
        "Read your feedback",
        "It is in your folder, and stays there. If a mark misreads what you wrote, ask for a "
        "second reading.",
    ),
}
CHANGED = Headline(
    "Your answer has changed since you submitted it",
    "What you submitted still counts. Submit again if the new version should.",
)


def _write(guide: tuple[int, int] | None) -> Headline:
    asked = f" The guide is {guide[0]} to {guide[1]} words." if guide else ""
    return Headline(
        "Write your reflection",
        f"Your copy is in your folder and its answer is still empty.{asked} "
        "Save as you go; you can stop and come back.",
    )


def _submit(one: Reflection, guide: tuple[int, int] | None) -> Headline:
    return Headline(
        "Submit when you are ready",
        f"Your saved answer has {_words(one.words)}{_against(one.words, guide)}. Until marking "
        "begins you can change it and submit again.",
    )


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _against(count: int, guide: tuple[int, int] | None) -> str:
    if guide is None:
        return ""
    fewest, most = guide
    if count < fewest:
        return f", fewer than the {fewest} to {most} of the guide"
    if count > most:
        return f", more than the {fewest} to {most} of the guide"
    return f", within the guide of {fewest} to {most}"


def moment(timestamp: str) -> tuple[str, str]:
    """Nbgrader's time of submission for a machine (ISO 8601) and in words (in UTC)."""
    when = datetime.strptime(timestamp, "%Y-%m-%d %H:%M:%S.%f %Z")
    words = f"{when.day} {when:%B %Y, %H:%M} UTC"
    return f"{when:%Y-%m-%dT%H:%M:%S}Z", words

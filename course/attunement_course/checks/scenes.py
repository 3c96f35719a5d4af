"""Written scenes: enough moments, every act in each, and none that can never come."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, got
from ..schema.scenes import Condition, Moment
from ..simulation.conversation import TURNS
from ..simulation.dialogue import ACTS
from ._course import Course

FEWEST_MOMENTS = 12
FEWEST_LINES = 3
INTERVALS = ("arousal", "trust", "disclosure", "turn")


def check(course: Course) -> Iterator[Problem]:
    """What can be seen in a scene without playing it."""
    for path, scenario in course.shelf.each("scenarios"):
        if len(scenario.moments) < FEWEST_MOMENTS:
            text = f"at least {FEWEST_MOMENTS} moments are needed {got(len(scenario.moments))}"
            yield Problem(path, "moments", text)
        ids = [moment.id for moment in scenario.moments]
        for i, moment in enumerate(scenario.moments):
            if moment.id in ids[:i]:
                yield Problem(path, f"moments.{i}.id", f"used twice {got(moment.id)}")
            yield from _moment(path, f"moments.{i}", moment)


def _moment(path: str, place: str, moment: Moment) -> Iterator[Problem]:
    if len(set(moment.lines)) < FEWEST_LINES:
        text = f"at least {FEWEST_LINES} different lines are needed {got(len(set(moment.lines)))}"
        yield Problem(path, f"{place}.lines", text)
    for act in ACTS:
        if act not in moment.says:
            yield Problem(
                path, f"{place}.says.{act}", f"words for this act are missing {got(None)}"
            )
    for act in moment.says:
        if act not in ACTS:
            yield Problem(path, f"{place}.says.{act}", f"no such act {got(act)}")
    for field, text in faults_of(moment.when):
        yield Problem(path, f"{place}.when.{field}", text)


def faults_of(when: Condition) -> list[tuple[str, str]]:
    """Field and fault of each part of a condition that can never hold."""
    faults: list[tuple[str, str]] = []
    for field in INTERVALS:
        low, high = getattr(when, field) or (0, 1)
        if low > high:
            text = "unreachable moment: the interval is upside down"
            faults.append((field, f"{text} {got(f'{low}, {high}')}"))
    first, last = when.turn or (1, TURNS)
    if first > TURNS:
        text = f"unreachable moment: a conversation has {TURNS} turns"
        faults.append(("turn", f"{text} {got(f'{first}, {last}')}"))
    return faults + _before_anything(when, last)


def _before_anything(when: Condition, last: int) -> list[tuple[str, str]]:
    """At the first turn nothing was said yet: no last act, no rupture."""
    faults: list[tuple[str, str]] = []
    if when.after is not None and not when.after:
        faults.append(("after", "unreachable moment: no act is listed (got an empty list)"))
    if last == 1 and when.after:
        text = f"unreachable moment: turn 1 is after no act {got(', '.join(when.after))}"
        faults.append(("after", text))
    if last == 1 and when.rupture:
        faults.append(("rupture", "unreachable moment: at turn 1 nothing is broken (got true)"))
    return faults

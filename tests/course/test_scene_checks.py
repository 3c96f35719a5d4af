"""Every moment of a written scene can come, and there is always one to come."""

from __future__ import annotations

from typing import Any

import pytest
from small_course import ITEMS, SAYS, SmallCourse

from attunement_course.checks import (
    CHECKS,
    claims,
    reachability,
    scenes,
)
from attunement_course.simulation.conversation import TURNS

MOMENTS: list[dict[str, Any]] = ITEMS["scenarios"][0]["moments"]


def moments_with(**fields: Any) -> list[dict[str, Any]]:
    """The scene's moments, the third of them changed."""
    return [*MOMENTS[:2], MOMENTS[2] | fields, *MOMENTS[3:]]


def test_a_whole_course_passes_every_check(small: SmallCourse):
    """Save that it holds two claims where the course answers for seventy-one."""
    assert small.lines(*(check for check in CHECKS if check is not claims.check)) == []


UNREACHABLE = [
    ({"trust": [0.8, 0.2]}, "trust", "the interval is upside down (got 0.8, 0.2)"),
    ({"turn": [TURNS + 1, TURNS + 5]}, "turn", f"a conversation has {TURNS} turns (got 21, 25)"),
    ({"after": []}, "after", "no act is listed (got an empty list)"),
    ({"turn": [1, 1], "after": ["advise"]}, "after", "turn 1 is after no act (got advise)"),
    ({"turn": [1, 1], "rupture": True}, "rupture", "at turn 1 nothing is broken (got true)"),
]


@pytest.mark.parametrize(("when", "field", "fault"), UNREACHABLE)
def test_a_moment_that_can_never_come_is_named(
    small: SmallCourse, when: dict[str, Any], field: str, fault: str
):
    small.change("scenarios", "ana", moments=moments_with(when=when))
    line = f"scenarios/ana.yml: moments.2.when.{field}: unreachable moment: {fault}"
    assert small.lines(scenes.check, reachability.check) == [line]


def test_a_moment_that_never_came_up_in_play_is_named(small: SmallCourse, monkeypatch: Any):
    """Full trust at the first turn breaks no rule of form; the model never gets there."""
    monkeypatch.setattr(reachability, "MOST", 420)
    when = {"trust": [0.9, 1], "turn": [1, 1]}
    small.change("scenarios", "ana", moments=moments_with(when=when))
    assert small.lines(scenes.check, reachability.check) == [
        "scenarios/ana.yml: moments.2.when: unreachable moment: never came up in 420 "
        "conversations (got moment-2)"
    ]


def test_a_state_that_no_moment_fits_is_described_whole(small: SmallCourse):
    moments = [moment | {"when": {"turn": [1, 2]}} for moment in MOMENTS]
    small.change("scenarios", "ana", moments=moments)
    (line,) = small.lines(reachability.check)
    assert line.startswith("scenarios/ana.yml: moments: no moment fits one state (got arousal 0.")
    assert "rupture " in line
    assert "turn 3, after " in line


def test_a_scene_has_enough_moments_lines_and_words(small: SmallCourse):
    says = {act: words for act, words in SAYS.items() if act != "silence"} | {"hug": "…"}
    few = [MOMENTS[0], MOMENTS[0] | {"lines": ["One.", "One."], "says": says}]
    small.change("scenarios", "ana", moments=few)
    assert small.lines(scenes.check) == [
        "scenarios/ana.yml: moments: at least 12 moments are needed (got 2)",
        "scenarios/ana.yml: moments.1.id: used twice (got moment-0)",
        "scenarios/ana.yml: moments.1.lines: at least 3 different lines are needed (got 1)",
        "scenarios/ana.yml: moments.1.says.hug: no such act (got hug)",
        "scenarios/ana.yml: moments.1.says.silence: words for this act are missing (got nothing)",
    ]

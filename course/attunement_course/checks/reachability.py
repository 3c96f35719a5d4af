"""Written scenes, played: every moment comes up, and there is always one to come.

Many conversations are held with the model itself, by helpers of many kinds. A moment that
comes up in none of them is one that no learner will see; a state that no moment fits would
leave a learner in front of an empty page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem, got
from ..simulation.conversation import TURNS, effects_of, next_client
from ..simulation.dialogue import ACTS, Client, begin
from ..simulation.generator import Generator, draw_index, draw_uniform, new_generator
from ..simulation.policies import POLICIES, choose_act
from ..simulation.scene import choose_moment
from ._course import Course
from .scenes import faults_of

FEWEST = 400
"""Conversations that are held in any case, to look for states that no moment fits."""
MOST = 1500
"""Conversations after which a moment that never came counts as unreachable."""


@dataclass
class Played:
    """What many conversations in one scene have shown."""

    reached: set[int] = field(default_factory=set)
    gap: str = ""


def check(course: Course) -> Iterator[Problem]:
    """Moments that never come up, and the first state found that no moment fits."""
    for path, scenario in course.shelf.each("scenarios"):
        possible = [i for i, moment in enumerate(scenario.moments) if not faults_of(moment.when)]
        played = play_scene(scenario.model_dump(mode="json", exclude_none=True), possible)
        if played.gap:
            yield Problem(
                path, "moments", f"no moment fits one state {got(played.gap, whole=True)}"
            )
        for i in possible:
            if i not in played.reached:
                text = f"unreachable moment: never came up in {MOST} conversations"
                yield Problem(path, f"moments.{i}.when", f"{text} {got(scenario.moments[i].id)}")


def play_scene(scenario: dict[str, Any], wanted: list[int]) -> Played:
    """Hold conversations until every wanted moment came up, at most :data:`MOST`."""
    played = Played()
    for seed in range(1, MOST + 1):
        _converse(scenario, seed, played)
        if seed >= FEWEST and played.reached.issuperset(wanted):
            break
    return played


def _converse(scenario: dict[str, Any], seed: int, played: Played) -> None:
    effects = effects_of(scenario["effects"])
    draws = new_generator(seed + 700000)
    helper = _helper(draws)
    client = begin(**scenario["start"])
    used: list[int] = []
    for turn in range(1, TURNS + 1):
        moment = choose_moment(scenario["moments"], client, turn, used, draws)
        if moment < 0:
            played.gap = played.gap or _state(client, turn)
            return
        used.append(moment)
        played.reached.add(moment)
        client = next_client(client, _act(helper, client, draws), effects, seed, turn)


@dataclass(frozen=True)
class Helper:
    """Follows a rule, leans towards a few acts, and strays now and then."""

    policy: str
    favourites: list[str]
    straying: float


def _helper(draws: Generator) -> Helper:
    acts = list(ACTS)
    favourites = [acts[draw_index(draws, len(acts))] for _ in range(2)]
    policy = POLICIES[draw_index(draws, len(POLICIES))]
    return Helper(policy, favourites, draw_uniform(draws))


def _act(helper: Helper, client: Client, draws: Generator) -> str:
    if draw_uniform(draws) < helper.straying:
        return helper.favourites[draw_index(draws, len(helper.favourites))]
    return choose_act(helper.policy, client, draws)


def _state(client: Client, turn: int) -> str:
    levels = [f"{name} {client[name]:.2f}" for name in ("arousal", "trust", "disclosure")]
    last = f", after {client['recent'][-1]}" if client["recent"] else ""
    rupture = "true" if client["rupture"] > 0 else "false"
    return f"{', '.join(levels)}, rupture {rupture}, turn {turn}{last}"

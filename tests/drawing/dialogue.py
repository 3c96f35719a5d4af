"""Draws clients, acts, scenes and whole conversations."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attunement_course.simulation.conversation import TURNS
from attunement_course.simulation.dialogue import ACTS
from attunement_course.simulation.policies import POLICIES


def seed(draw: Random) -> int:
    return draw.randrange(0, 10**6)


def generator(draw: Random) -> dict[str, int]:
    return {"state": draw.randrange(1, 2147483647)}


def act(draw: Random) -> str:
    return draw.choice(list(ACTS))


def policy(draw: Random) -> str:
    return draw.choice([*POLICIES, "responsive_advising"])


def acts(draw: Random, least: int = 1) -> list[str]:
    return [act(draw) for _ in range(draw.randint(least, TURNS))]


def effects(draw: Random) -> dict[str, list[float]]:
    return {name: [draw.uniform(-0.3, 0.3) for _ in range(3)] for name in ACTS}


def overrides(draw: Random) -> dict[str, list[float]]:
    chosen = draw.sample(list(ACTS), draw.randint(0, 4))
    return {name: [draw.uniform(-0.2, 0.2) for _ in range(3)] for name in chosen}


def start(draw: Random) -> dict[str, float]:
    return {name: draw.random() for name in ("arousal", "trust", "disclosure")}


def client(draw: Random) -> dict[str, Any]:
    recent = [act(draw) for _ in range(draw.randint(0, 2))]
    return {**start(draw), "rupture": draw.randint(0, 3), "recent": recent}


def interval(draw: Random) -> list[float]:
    return sorted(draw.choice([0.0, 0.3, 0.5, 0.7, 1.0]) for _ in range(2))


def when(draw: Random) -> dict[str, Any]:
    conditions: dict[str, Any] = {
        "arousal": interval(draw),
        "trust": interval(draw),
        "disclosure": interval(draw),
        "rupture": draw.random() < 0.5,
        "turn": sorted(draw.randint(1, TURNS) for _ in range(2)),
        "after": [act(draw) for _ in range(draw.randint(1, 3))],
    }
    return {name: conditions[name] for name in draw.sample(list(conditions), draw.randint(0, 3))}


def moments(draw: Random) -> list[dict[str, Any]]:
    return [{"when": when(draw)} for _ in range(draw.randint(1, 12))]


def lines(draw: Random) -> list[str]:
    return [f"line {i}" for i in range(draw.randint(1, 5))]


def answer(draw: Random) -> list[Any]:
    scenario = {"start": start(draw), "effects": overrides(draw)}
    reached = {name: draw.random() for name in ("trust", "disclosure", "outside")}
    return [scenario, {"acts": acts(draw), "seed": seed(draw), "reached": reached}]


def played(draw: Random) -> list[Any]:
    done = acts(draw, 0)
    return [[client(draw) for _ in range(len(done) + 1)], done]


def whole(draw: Random) -> list[Any]:
    return [start(draw), overrides(draw), acts(draw), seed(draw)]


def with_turn(draw: Random) -> list[Any]:
    levels, changed, done, number = whole(draw)
    return [levels, changed, done, number, draw.randint(1, len(done)), act(draw)]


ARGUMENTS: dict[str, Callable[[Random], list[Any]]] = {
    "generator.new_generator": lambda d: [seed(d) - 500000],
    "generator.draw_uniform": lambda d: [generator(d)],
    "generator.draw_normal": lambda d: [generator(d), d.uniform(-3, 3), d.uniform(0, 2)],
    "generator.draw_index": lambda d: [generator(d), d.randint(1, 50)],
    "generator.shuffle": lambda d: [generator(d), [f"t{i}" for i in range(d.randint(0, 12))]],
    "dialogue.begin": lambda d: list(start(d).values()),
    "dialogue.respond": lambda d: [client(d), act(d), effects(d), d.gauss(0, 0.05), d.random()],
    "dialogue.fit": lambda d: [client(d), act(d)],
    "dialogue.outside": lambda d: [d.random()],
    "scene.fits": lambda d: [when(d), client(d), d.randint(1, TURNS)],
    "scene.choose_moment": lambda d: [
        moments(d),
        client(d),
        d.randint(1, TURNS),
        [d.randrange(12) for _ in range(d.randint(0, 6))],
        generator(d),
    ],
    "scene.choose_line": lambda d: [lines(d), d.sample(lines(d), 1), generator(d)],
    "scene.offer": lambda d: [client(d), generator(d)],
    "conversation.effects_of": lambda d: [overrides(d)],
    "conversation.next_client": lambda d: [
        client(d),
        act(d),
        effects(d),
        seed(d),
        d.randint(1, TURNS),
    ],
    "conversation.play": whole,
    "conversation.summarise": played,
    "conversation.meets_mastery": lambda d: [start(d) | {"outside": d.random() / 5}],
    "conversation.replay_with": with_turn,
    "conversation.turning_point": lambda d: [*whole(d), act(d)],
    "conversation.mean_trust": lambda d: [[client(d) for _ in range(d.randint(1, 21))]],
    "conversation.check_attempt": answer,
    "policies.choose_act": lambda d: [policy(d), client(d), generator(d)],
    "policies.respond_to": lambda d: [client(d), d.sample(list(ACTS), 3), d.sample(list(ACTS), 3)],
    "policies.responsive_to": lambda d: [overrides(d)],
    "policies.converse": lambda d: [policy(d), start(d), overrides(d), seed(d)],
}

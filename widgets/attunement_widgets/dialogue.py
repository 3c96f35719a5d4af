"""Exercise 2.1, the branching dialogue: Python's side of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from attunement_course import catalog
from attunement_course.simulation import conversation, policies
from attunement_course.simulation.dialogue import begin
from attunement_course.simulation.generator import new_generator

from ._base import Exercise

SOURCES = ["dialogue.py", "conversation.py"]
ACT_WORDS = {
    "simple_reflection": ("Simple reflection", "saying back what was said, close to its words"),
    "complex_reflection": ("Complex reflection", "saying back what may lie behind the words"),
    "open_question": ("Open question", "a question that leaves the answer to the other"),
    "closed_question": ("Closed question", "a question that asks for a yes, a no or a fact"),
    "validate": ("Validation", "saying that the feeling makes sense"),
    "advise": ("Advice", "saying what could be done"),
    "minimise": ("Reassuring away", "making it smaller so that it may hurt less"),
    "probe_detail": ("Asking for detail", "asking what exactly happened"),
    "silence": ("Silence", "waiting, and staying turned towards the other"),
    "ground": ("Grounding", "inviting attention to the room and the present"),
    "repair": ("Repair", "naming what did not land and asking to be put right"),
}


class Dialogue(Exercise):
    """Talk with one of three invented people, and see what the model makes of it."""

    bundle = "m2-dialogue.js"

    def page_content(self) -> dict[str, Any]:
        """Adds the scenes, the acts in words, and the model's own source."""
        acts = {act: {"name": name, "about": about} for act, (name, about) in ACT_WORDS.items()}
        source = files("attunement_course") / "simulation"
        return {
            **super().page_content(),
            "scenarios": catalog.scenarios(),
            "acts": acts,
            "source": {name: (source / name).read_text("utf-8") for name in SOURCES},
        }

    def fault(self, answer: dict[str, Any]) -> str:
        """Replays the conversation: the acts and the seed must lead where it says."""
        known = {scenario["id"]: scenario for scenario in self.content["scenarios"]}
        if answer["scenario"] not in known:
            return f"scenario: expected one of {', '.join(known)} (got {answer['scenario']!r})"
        for name in ("trust", "outside"):
            if not 0 <= answer["prediction"][name] <= 1:
                return f"prediction.{name}: expected 0 to 1 (got {answer['prediction'][name]})"
        return conversation.check_attempt(known[answer["scenario"]], answer)

    def right_answers(self) -> list[dict[str, Any]]:
        """A conversation with each character that meets mastery, found by trying seeds."""
        return [self._mastered(scenario) for scenario in self.content["scenarios"]]

    def wrong_answers(self) -> list[dict[str, Any]]:
        """With each character, asking for detail throughout."""
        acts = ["probe_detail"] * conversation.TURNS
        return [_answer(scenario, acts, 1) for scenario in self.content["scenarios"]]

    def invalid_answers(self) -> list[dict[str, Any]]:
        """Unknown scene and act, an end the acts do not lead to, too many turns, no form."""
        scenario = self.content["scenarios"][0]
        sound = _answer(scenario, ["validate"] * 8, 1)
        too_many = _answer(scenario, ["validate"] * (conversation.TURNS + 1), 1)
        return [
            {**sound, "scenario": "nobody"},
            {**sound, "acts": ["applaud"] * 8},
            {**sound, "reached": {**sound["reached"], "trust": 1.0}},
            {**sound, "prediction": {"trust": 7, "outside": 0.1}},
            too_many,
            {},
        ]

    def _mastered(self, scenario: dict[str, Any]) -> dict[str, Any]:
        for seed in range(1, 200):
            acts = _responsive_acts(scenario, seed)
            answer = _answer(scenario, acts, seed)
            clients = conversation.play(scenario["start"], scenario["effects"], acts, seed)
            if conversation.meets_mastery(conversation.summarise(clients, acts)):
                return answer
        raise LookupError(f"{scenario['id']}: no responsive conversation meets mastery")


def _answer(scenario: dict[str, Any], acts: list[str], seed: int) -> dict[str, Any]:
    clients = conversation.play(scenario["start"], scenario["effects"], acts, seed)
    summary = conversation.summarise(clients, acts)
    reached = {name: summary[name] for name in ("trust", "disclosure", "outside")}
    return {
        "scenario": scenario["id"],
        "seed": seed,
        "acts": acts,
        "prediction": {"trust": 0.5, "outside": 0.1},
        "reached": reached,
    }


def _responsive_acts(scenario: dict[str, Any], seed: int) -> list[str]:
    """What the responsive rule, fitted to this character, says turn by turn."""
    effects = conversation.effects_of(scenario["effects"])
    client = begin(**scenario["start"])
    draws = new_generator(seed)
    acts: list[str] = []
    for turn in range(1, conversation.TURNS + 1):
        act = policies.choose_act(policies.responsive_to(scenario["effects"]), client, draws)
        acts.append(act)
        client = conversation.next_client(client, act, effects, seed, turn)
    return acts

"""A whole conversation: played, summed up, and played again with one turn changed."""

from typing import Any, TypedDict

from attunement_course.simulation.dialogue import (
    ACTS,
    NOISE,
    RUPTURE_TURNS,
    Client,
    begin,
    outside,
    respond,
)
from attunement_course.simulation.generator import draw_normal, draw_uniform, new_generator

TURNS = 20
MASTERY = {"trust": 0.7, "disclosure": 0.3, "outside": 0.1}
PEOPLE_WANTED = 2  # people with whom it is to be reached: no one way of responding suits all three
REFLECTIONS = ["simple_reflection", "complex_reflection"]
QUESTIONS = ["open_question", "closed_question", "probe_detail"]


class Summary(TypedDict):
    """What a conversation came to. Shares lie in [0, 1]; ``ratio`` is reflections to questions.

    ``ratio`` is -1 where no question was asked, because nothing can be divided by it.
    """

    trust: float
    disclosure: float
    outside: float
    reflections: int
    questions: int
    ratio: float
    reflection_share: float
    advice_share: float
    complex_share: float
    ruptures: int


def effects_of(overrides: dict[str, list[float]]) -> dict[str, list[float]]:
    """The general table of acts with a character's own numbers laid over it."""
    effects: dict[str, list[float]] = {}
    for act in list(ACTS.keys()):
        effects[act] = overrides[act] if act in overrides else ACTS[act]
    return effects


def next_client(
    client: Client, act: str, effects: dict[str, list[float]], seed: int, turn: int
) -> Client:
    """The client after the act of turn ``turn`` (from 1).

    Each turn has its own draws, made from the seed and the turn's number, so that a
    conversation with one turn changed meets the same chances in all the others.
    """
    generator = new_generator(seed * 64 + turn)
    noise = draw_normal(generator, 0.0, NOISE)
    return respond(client, act, effects, noise, draw_uniform(generator))


def play(
    levels: dict[str, float], overrides: dict[str, list[float]], acts: list[str], seed: int
) -> list[Client]:
    """Every state of a conversation: the start, then one after each act."""
    effects = effects_of(overrides)
    clients = [begin(levels["arousal"], levels["trust"], levels["disclosure"])]
    for i in range(len(acts)):
        clients.append(next_client(clients[i], acts[i], effects, seed, i + 1))
    return clients


def summarise(clients: list[Client], acts: list[str]) -> Summary:
    """Sum up a conversation from its states (one more than acts) and its acts."""
    turns = max(len(acts), 1)
    last = clients[len(clients) - 1]
    reflections = _count(acts, REFLECTIONS)
    questions = _count(acts, QUESTIONS)
    return {
        "trust": last["trust"],
        "disclosure": last["disclosure"],
        "outside": _count_outside(clients) / turns,
        "reflections": reflections,
        "questions": questions,
        "ratio": reflections / questions if questions > 0 else -1.0,
        "reflection_share": reflections / turns,
        "advice_share": _count(acts, ["advise"]) / turns,
        "complex_share": _count(acts, ["complex_reflection"]) / max(reflections, 1),
        "ruptures": _count_ruptures(clients),
    }


def meets_mastery(summary: Summary) -> bool:
    """Whether trust, disclosure and calm all reached the levels of :data:`MASTERY`."""
    return (
        summary["trust"] >= MASTERY["trust"]
        and summary["disclosure"] >= MASTERY["disclosure"]
        and summary["outside"] <= MASTERY["outside"]
    )


def replay_with(
    levels: dict[str, float],
    overrides: dict[str, list[float]],
    acts: list[str],
    seed: int,
    turn: int,
    act: str,
) -> list[Client]:
    """The same conversation with ``act`` said at turn ``turn`` (from 1) and all else as it was."""
    changed = acts[: turn - 1] + [act] + acts[turn:]
    return play(levels, overrides, changed, seed)


def turning_point(
    levels: dict[str, float],
    overrides: dict[str, list[float]],
    acts: list[str],
    seed: int,
    act: str,
) -> int:
    """The turn (from 1) at which saying ``act`` instead would have raised trust most.

    By the mean over the whole conversation: by its end alone the last turn would nearly
    always win. 0 where it would have helped at no turn.
    """
    best = mean_trust(play(levels, overrides, acts, seed))
    best_turn = 0
    for turn in range(1, len(acts) + 1):
        trust = mean_trust(replay_with(levels, overrides, acts, seed, turn, act))
        if trust > best + 0.000001:
            best = trust
            best_turn = turn
    return best_turn


def mean_trust(clients: list[Client]) -> float:
    """Trust averaged over a conversation's states, the start included."""
    total = 0.0
    for client in clients:
        total += client["trust"]
    return total / len(clients)


def check_attempt(scenario: dict[str, Any], answer: dict[str, Any]) -> str:
    """Why a recorded conversation cannot have happened as it says, or "" when it can.

    The page and the kernel run the same model, so the end that the page recorded must be
    the end that this function reaches, to 1e-9.
    """
    for act in answer["acts"]:
        if act not in ACTS:
            return "acts: no act is called " + str(act)
    if len(answer["acts"]) > TURNS:
        return "acts: more than " + str(TURNS) + " turns"
    clients = play(scenario["start"], scenario["effects"], answer["acts"], answer["seed"])
    summary = summarise(clients, answer["acts"])
    if abs(summary["trust"] - answer["reached"]["trust"]) > 1e-9:
        return "reached.trust: the acts and the seed lead elsewhere"
    if abs(summary["disclosure"] - answer["reached"]["disclosure"]) > 1e-9:
        return "reached.disclosure: the acts and the seed lead elsewhere"
    if abs(summary["outside"] - answer["reached"]["outside"]) > 1e-9:
        return "reached.outside: the acts and the seed lead elsewhere"
    return ""


def _count(acts: list[str], kinds: list[str]) -> int:
    return len([act for act in acts if act in kinds])


def _count_outside(clients: list[Client]) -> int:
    return len([client for client in clients[1:] if outside(client["arousal"])])


def _count_ruptures(clients: list[Client]) -> int:
    count = 0
    for i in range(1, len(clients)):
        if clients[i]["rupture"] == RUPTURE_TURNS > clients[i - 1]["rupture"]:
            count += 1
    return count

"""Ways of responding, as rules: what the dialogue's model is tested and read with."""

from attunement_course.simulation.conversation import (
    TURNS,
    Summary,
    effects_of,
    next_client,
    summarise,
)
from attunement_course.simulation.dialogue import ACTS, BAND, Client, begin
from attunement_course.simulation.generator import Generator, draw_index, new_generator

START = {"arousal": 0.62, "trust": 0.3, "disclosure": 0.0}
POLICIES = [
    "responsive",
    "always_reflect",
    "always_validate",
    "at_random",
    "fixer",
    "detail_prober",
]
FIXES = ["advise", "closed_question", "minimise", "advise"]

# What the responsive rule goes round in, within the band and in its upper part; the second
# pair is for someone who came to be told what he can do.
ROTATION = ["complex_reflection", "open_question", "validate"]
CALMING = ["validate", "simple_reflection", "complex_reflection"]
ADVISING_ROTATION = ["advise", "simple_reflection", "open_question", "validate"]
ADVISING_CALMING = ["simple_reflection", "advise", "validate"]
UPPER_BAND = 0.62


def choose_act(policy: str, client: Client, generator: Generator) -> str:
    """What a helper who follows ``policy`` says to this client."""
    if policy == "responsive":
        return respond_to(client, ROTATION, CALMING)
    if policy == "responsive_advising":
        return respond_to(client, ADVISING_ROTATION, ADVISING_CALMING)
    if policy == "always_reflect":
        return "complex_reflection"
    if policy == "always_validate":
        return "validate"
    if policy == "detail_prober":
        return "probe_detail"
    if policy == "fixer":
        return FIXES[draw_index(generator, len(FIXES))]
    acts = list(ACTS.keys())
    return acts[draw_index(generator, len(acts))]


def respond_to(client: Client, rotation: list[str], calming: list[str]) -> str:
    """The responsive rule: repair a rupture, ground above the band, otherwise rotate."""
    recent = client["recent"]
    if client["rupture"] > 0:
        return "repair"
    if client["arousal"] >= BAND[1]:
        return "validate" if "ground" in recent else "ground"
    order = calming if client["arousal"] > UPPER_BAND else rotation
    return [act for act in order if act not in recent][0]


def responsive_to(overrides: dict[str, list[float]]) -> str:
    """The responsive policy for a character: with advice where advice earns trust."""
    return "responsive_advising" if effects_of(overrides)["advise"][1] > 0 else "responsive"


def converse(
    policy: str, levels: dict[str, float], overrides: dict[str, list[float]], seed: int
) -> Summary:
    """A conversation of :data:`~.conversation.TURNS` turns under a policy, summed up."""
    effects = effects_of(overrides)
    generator = new_generator(seed + 500000)  # the helper's draws, apart from the client's
    clients = [begin(levels["arousal"], levels["trust"], levels["disclosure"])]
    acts: list[str] = []
    for turn in range(1, TURNS + 1):
        act = choose_act(policy, clients[turn - 1], generator)
        acts.append(act)
        clients.append(next_client(clients[turn - 1], act, effects, seed, turn))
    return summarise(clients, acts)

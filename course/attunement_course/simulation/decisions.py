"""Decisions on a fixed handful of cards: their order, how many fit, and what is enough."""

from attunement_course.simulation.generator import new_generator, shuffle

CITATIONS_WANTED = 8
"""Of ten citations, how many must be placed right on what they support."""
STATEMENTS_WANTED = 6
"""Of six statements on privacy, how many must be right: all."""


def order_of(cards: list[str], seed: int) -> list[str]:
    """The cards in a drawn order; the same seed gives the same order."""
    return shuffle(new_generator(seed), cards)


def is_accepted(best: str, between: list[str], given: str) -> bool:
    """Whether a decision is the audit's own or one that the evidence also leaves open."""
    return given == best or given in between


def is_enough(count: int, wanted: int) -> bool:
    """Whether as many decisions were right as are wanted."""
    return count >= wanted

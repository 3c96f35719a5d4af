"""One line of a benchmark's table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """A figure of ours beside the same figure of a peer, from one run.

    ``bound`` says in words what ours must keep, and ``within`` whether it did.
    """

    what: str
    unit: str
    ours: float
    peer: str
    peers: float
    bound: str
    within: bool

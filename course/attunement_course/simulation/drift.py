"""Two people drifting in and out of step, exercise 1.3: a chain of two states.

In step, a pair falls out of it with a chance of ``breaks`` at each beat; out of step, it finds
back with a chance of ``returns``. Two chances give all that is said of such a chain. The
anchor for their size: healthy pairs of infant and caregiver are out of step for up to about
70 per cent of the time (Tronick's work, as reported in secondary sources). A beat is no second:
how long one lasts is not established here.
"""

from attunement_course.simulation.generator import draw_uniform, new_generator

RETURNS = 0.35
BREAKS = 0.8
INFANTS = 0.3  # share of the time in step, at the lower end of what is reported of infants


def share_in_step(returns: float, breaks: float) -> float:
    """Share of beats in step in the long run, between 0 and 1: r / (r + b)."""
    return returns / (returns + breaks)


def mean_apart(returns: float) -> float:
    """Beats that a mismatch lasts on average: 1 / r."""
    return 1.0 / returns


def drift(returns: float, breaks: float, beats: int, seed: int) -> list[bool]:
    """Whether a pair is in step at each of so many beats; it begins in step."""
    generator = new_generator(seed)
    in_step = True
    found: list[bool] = []
    for _ in range(beats):
        found.append(in_step)
        chance = draw_uniform(generator)
        in_step = chance >= breaks if in_step else chance < returns
    return found


def stretches_apart(course: list[bool]) -> list[int]:
    """How many beats each mismatch lasted, in order; one that has not ended is left out."""
    found: list[int] = []
    lasting = 0
    for in_step in course:
        if in_step and lasting > 0:
            found.append(lasting)
        lasting = 0 if in_step else lasting + 1
    return found

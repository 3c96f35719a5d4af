"""A plain-text table of what the dialogue's model makes of six ways of responding."""

from __future__ import annotations

from attunement_course.simulation import conversation, policies

NAMES = {
    "responsive": "responsive",
    "always_reflect": "always reflects",
    "always_validate": "always validates",
    "at_random": "at random",
    "fixer": "fixes",
    "detail_prober": "asks for detail",
}


def compare_policies(seeds: int = 50) -> str:
    """Mean trust, disclosure and share of turns outside the band, in arbitrary units.

    Args:
        seeds: how many conversations of 20 turns each way of responding is given.

    Raises:
        ValueError: ``seeds`` is not a whole number from 1 to 1000.
    """
    if not isinstance(seeds, int) or not 1 <= seeds <= 1000:
        raise ValueError(f"seeds: expected a whole number from 1 to 1000 (got {seeds!r})")
    head = f"{'way of responding':<18}{'trust':>7}{'disclosure':>12}{'outside':>9}  mastery"
    return "\n".join([head, *(_row(policy, seeds) for policy in policies.POLICIES)])


def _row(policy: str, seeds: int) -> str:
    ends = [policies.converse(policy, policies.START, {}, seed) for seed in range(seeds)]
    trust, disclosure, outside = (
        sum(end[name] for end in ends) / seeds for name in ("trust", "disclosure", "outside")
    )
    share = sum(conversation.meets_mastery(end) for end in ends) / seeds
    return f"{NAMES[policy]:<18}{trust:>7.2f}{disclosure:>12.2f}{outside:>9.2f}  {share:.0%}"

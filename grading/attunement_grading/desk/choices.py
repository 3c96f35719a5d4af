"""What an instructor chooses for an assignment; until then, the defaults here hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from .actions import Action
from .refusals import Invalid
from .rules import RULES
from .tables import choice


@dataclass(frozen=True)
class Choices:
    """How an assignment is marked."""

    rule: str = "reconciled"
    """How marks become the grade; one of :data:`rules.RULES`."""
    share: float = 0.2
    """The part of all pieces that two people mark."""
    seed: int = 1
    """What dealing out is drawn from, so that it can be done again and checked."""
    boundaries: tuple[float, ...] = ()
    """Totals at which a grade changes its meaning, a pass mark for one."""
    threshold: float = 0.7
    """The part of a marker's calibration marks that must lie within half a level of the
    expert's before live marking opens."""
    drift: float = 0.1
    """Exemplars mixed into a marker's pile, as a part of its pieces."""
    markers: tuple[str, ...] = ()
    """Who marks; nobody named: each piece goes to whoever takes it first."""


def chosen(connection: Connection, assignment: str) -> Choices:
    """What holds for an assignment now."""
    newest = (
        select(func.max(choice.c.id))
        .where(choice.c.assignment == assignment)
        .group_by(choice.c.name)
    )
    rows = connection.execute(select(choice.c.name, choice.c.value).where(choice.c.id.in_(newest)))
    return Choices(**{name: _frozen(value) for name, value in rows})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def choose(act: Action, assignment: str, name: str, value: Any) -> None:
    """Record an instructor's choice; Invalid where it is none of the possible ones."""
    act.person.require_instructor()
    if name not in CHECKS:
        raise Invalid(f"{name}: there is no such choice; one of {', '.join(CHECKS)}")
    act.add(choice, assignment=assignment, name=name, value=CHECKS[name](value))


def _rule(value: Any) -> str:
    if value not in RULES:
        raise Invalid(f"rule: one of {', '.join(RULES)} (got {value!r})")
    return value


def _part(name: str, most: float) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        number = _number(name, value)
        if not 0 <= number <= most:
            raise Invalid(f"{name}: from 0 to {most:g} (got {value!r})")
        return number

    return check


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise Invalid(f"{name}: a number (got {value!r})")
    return float(value)


def _seed(value: Any) -> int:
    number = _number("seed", value)
    if number != int(number) or abs(number) > 2**31:
        raise Invalid(f"seed: a whole number below 2147483648 (got {value!r})")
    return int(number)


def _boundaries(value: Any) -> list[float]:
    if not isinstance(value, list):
        raise Invalid(f"boundaries: a list of totals (got {value!r})")
    return sorted({_number("boundaries", one) for one in value})


def _markers(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Invalid(f"markers: a list of account names (got {value!r})")
    names = [one.strip() for one in value]
    return list(dict.fromkeys(name for name in names if name))


CHECKS: dict[str, Callable[[Any], Any]] = {
    "rule": _rule,
    "share": _part("share", 1),
    "seed": _seed,
    "boundaries": _boundaries,
    "threshold": _part("threshold", 1),
    "drift": _part("drift", 0.5),
    "markers": _markers,
}

"""A marker's standard beside the expert's and beside other markers': severity, and its drift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from sqlalchemy import Connection, func, select

from .calibration import Agreement, Gate, Pair, agreement, finished_checks, gate
from .people import Person
from .readings import CHECKS, PARTS, in_use, readings, revealed
from .rubrics import in_force
from .tables import allocation


@dataclass(frozen=True)
class Checked:
    """One exemplar that a marker has finished, with what the difference was on it."""

    exemplar: str
    severity: float
    apart: float


@dataclass(frozen=True)
class Standard:
    """One marker's standard on an assignment."""

    marker: str
    gate: Gate
    by_criterion: dict[str, Agreement]
    calibration: tuple[Checked, ...]
    later: tuple[Checked, ...]
    drift: float | None
    """How far severity on later exemplars lies from severity in calibration."""
    beside: float | None
    """The mean difference from co-markers' totals, where both have finished; None without any."""
    shared: int


def standard(connection: Connection, assignment: str, marker: str) -> Standard:
    """What is known of one marker."""
    first = finished_checks(connection, assignment, marker, CHECKS[0])
    later = finished_checks(connection, assignment, marker, CHECKS[1])
    beside = _beside(connection, assignment, marker)
    titles = [one.id for one in in_force(connection, assignment).rubric.criteria]
    pairs = _flat(first)
    found = {name: agreement([one for one in pairs if one.criterion == name]) for name in titles}
    before, after = agreement(pairs), agreement(_flat(later))
    return Standard(
        marker=marker,
        gate=gate(connection, assignment, marker),
        by_criterion={name: one for name, one in found.items() if one},
        calibration=_checked(first),
        later=_checked(later),
        drift=after.severity - before.severity if before and after else None,
        beside=mean(beside) if beside else None,
        shared=len(beside),
    )


def _flat(checks: dict[str, list[Pair]]) -> list[Pair]:
    return [pair for pairs in checks.values() for pair in pairs]


def _checked(checks: dict[str, list[Pair]]) -> tuple[Checked, ...]:
    found = ((id, agreement(pairs)) for id, pairs in checks.items())
    return tuple(Checked(id, one.severity, one.apart) for id, one in found if one)


def _beside(connection: Connection, assignment: str, marker: str) -> list[float]:
    """Differences from co-markers' totals on pieces whose two readers may see one another."""
    other = allocation.alias("other")
    pieces = connection.scalars(
        select(allocation.c.piece)
        .where(allocation.c.assignment == assignment, allocation.c.marker == marker)
        .where(allocation.c.part.in_(PARTS[:2]), in_use())
        .where(
            select(func.count(other.c.id))
            .where(other.c.piece == allocation.c.piece, other.c.part.in_(PARTS[:2]))
            .scalar_subquery()
            > 1
        )
    ).all()
    found = []
    for given in readings(connection, pieces, PARTS[:2]).values():
        if revealed(given):
            totals = {reading.marker: reading.total for _state, reading in given}
            others = [total for name, total in totals.items() if name != marker]
            if marker in totals and others:
                found.append(totals[marker] - mean(others))
    return found


def standards(
    connection: Connection, person: Person, assignment: str, markers: Sequence[str]
) -> list[Standard]:
    """Everybody's, for instructors."""
    person.require_instructor()
    return [standard(connection, assignment, marker) for marker in markers]

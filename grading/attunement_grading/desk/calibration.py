"""How a marker's levels lie to the expert's: before live marking opens, and later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from sqlalchemy import Connection, select

from .actions import Action, Answer
from .choices import chosen
from .exemplars import as_pieces, find, for_calibration
from .pseudonyms import number
from .readings import CHECKS, FINISHED, WITHDRAWN, in_use, stands, state
from .refusals import Conflict, Invalid
from .tables import allocation, piece, turn, waiver

CLOSE = 0.5
"""Levels within which a marker and the expert agree: the scale's own step."""


@dataclass(frozen=True)
class Pair:
    """A marker's level and the expert's on one criterion of one exemplar."""

    criterion: str
    level: float
    expert: float


@dataclass(frozen=True)
class Agreement:
    """How pairs lie to one another. ``severity`` is the mean difference; below 0 is stricter."""

    pairs: int
    exact: float
    close: float
    severity: float
    apart: float
    """The mean distance, whatever its direction."""


def agreement(pairs: Sequence[Pair]) -> Agreement | None:
    """None where there is no pair yet."""
    if not pairs:
        return None
    differences = [one.level - one.expert for one in pairs]
    return Agreement(
        pairs=len(pairs),
        exact=mean(float(one == 0) for one in differences),
        close=mean(float(abs(one) <= CLOSE) for one in differences),
        severity=mean(differences),
        apart=mean(abs(one) for one in differences),
    )


@dataclass(frozen=True)
class Gate:
    """Whether a marker may mark live, and why or why not."""

    opened: bool
    why: str
    """none (no exemplars), waived, passed, below or unfinished."""
    done: int
    all: int
    threshold: float
    agreement: Agreement | None
    reason: str = ""
    """Why an instructor waived it."""


def gate(connection: Connection, assignment: str, marker: str) -> Gate:
    """How a marker stands with calibration."""
    threshold = chosen(connection, assignment).threshold
    wanted = {one.id for one in for_calibration(assignment)}
    waived = connection.scalar(
        select(waiver.c.reason).where(waiver.c.assignment == assignment, waiver.c.marker == marker)
    )
    checked = finished_checks(connection, assignment, marker, CHECKS[0])
    done = wanted & checked.keys()
    found = agreement([pair for id in done for pair in checked[id]])
    why = _why(waived, wanted, done, found, threshold)
    opened = why in ("none", "waived", "passed")
    return Gate(opened, why, len(done), len(wanted), threshold, found, waived or "")


def require_open(connection: Connection, assignment: str, marker: str) -> None:
    """Conflict unless live marking is open to this marker."""
    now = gate(connection, assignment, marker)
    if now.why == "unfinished":
        raise Conflict("mark the exemplars first; live marking opens once you agree with them")
    if not now.opened:
        raise Conflict("your agreement on the exemplars is below the threshold; calibrate again")


def _why(
    waived: str | None,
    wanted: set[str],
    done: set[str],
    found: Agreement | None,
    threshold: float,
) -> str:
    if not wanted:
        return "none"
    if waived is not None:
        return "waived"
    if done != wanted or found is None:
        return "unfinished"
    return "passed" if found.close >= threshold else "below"


def finished_checks(
    connection: Connection, assignment: str, marker: str, part: str
) -> dict[str, list[Pair]]:
    """By exemplar, the pairs of this marker's finished readings, in the order of finishing."""
    rows = connection.execute(
        select(allocation.c.id, piece.c.exemplar)
        .join(piece, piece.c.id == allocation.c.piece)
        .where(allocation.c.marker == marker, allocation.c.assignment == assignment)
        .where(allocation.c.part == part, state() == FINISHED)
        .order_by(_finished_at(), allocation.c.id)
    ).all()
    marks = stands(connection, [row.id for row in rows])
    return {
        row.exemplar: list(_pairs(assignment, row.exemplar, marks[row.id].items())) for row in rows
    }


def _finished_at():
    last = turn.alias("last_finished")
    return (
        select(last.c.id)
        .where(last.c.allocation == allocation.c.id, last.c.what == FINISHED)
        .order_by(last.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _pairs(assignment: str, exemplar: str, marks: Iterable) -> Iterable[Pair]:
    one = find(assignment, exemplar)
    for criterion, stand in marks:
        if one is not None and stand.level is not None and criterion in one.marks:
            yield Pair(criterion, stand.level, one.marks[criterion].level)


def begin(act: Action, assignment: str) -> Answer:
    """Put the exemplars on the marker's desk; again from the start where agreement fell short."""
    now = gate(act.connection, assignment, act.person.name)
    ids = [one.id for one in for_calibration(assignment)]
    if not ids:
        raise Conflict("this assignment has no exemplars to calibrate with")
    held = _held(act, assignment)
    if held and now.why == "below":
        for id in held.values():
            act.add(turn, allocation=id, what=WITHDRAWN)
        held = {}
    pieces = as_pieces(act, assignment, ids, later=False)
    for id in [one for one in ids if pieces[one] not in held]:
        place = number(act.secret, act.person.name, id, str(act.id))
        values = {"marker": act.person.name, "part": CHECKS[0], "place": place}
        act.add(allocation, piece=pieces[id], assignment=assignment, **values)
    return {"exemplars": len(ids)}


def _held(act: Action, assignment: str) -> dict[int, int]:
    rows = act.connection.execute(
        select(allocation.c.piece, allocation.c.id).where(
            allocation.c.marker == act.person.name,
            allocation.c.assignment == assignment,
            allocation.c.part == CHECKS[0],
            in_use(),
        )
    )
    return {row.piece: row.id for row in rows}


def waive(act: Action, assignment: str, marker: str, reason: str) -> Answer:
    """Let a marker mark without calibration: an instructor does, by name and with a reason."""
    act.person.require_instructor()
    if not marker.strip() or not reason.strip():
        raise Invalid("a waiver needs the marker's name and a reason")
    there = select(waiver.c.id).where(
        waiver.c.assignment == assignment, waiver.c.marker == marker.strip()
    )
    if act.connection.execute(there).first() is not None:
        raise Conflict(f"{marker} marks without calibration already")
    values = {"marker": marker.strip(), "reason": reason.strip()}
    act.add(waiver, assignment=assignment, **values)
    return {}

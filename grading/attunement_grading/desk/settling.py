"""The grade of a piece: decided by the rule, recorded, and written to nbgrader, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, func, select

from . import gradebook
from .actions import Action
from .choices import Choices, chosen
from .pieces import newest
from .readings import FINISHED, Stand, agreements, readings
from .rules import Reading, comments, grade
from .tables import decision, piece
from .verdicts import overruled

APPEAL, WAITING, NOT_WRITTEN = "appeal", "waiting", "not written"
"""What a decision says instead of a rule: an appeal's outcome; a grade taken out until it is
decided anew; one that the gradebook has no cell for."""
SLICE = 400
"""How many pieces are settled by one query: databases limit a query's parameters."""


def settle(act: Action, pieces: Iterable[int]) -> int:
    """Decide what can be decided and write whatever has changed; how many pieces changed."""
    wanted = sorted(set(pieces))
    return sum(
        _settle(act, wanted[start : start + SLICE]) for start in range(0, len(wanted), SLICE)
    )


def settle_all(act: Action, assignment: str) -> int:
    """Settle every piece of an assignment, after its rule has changed for one."""
    query = select(piece.c.id).where(piece.c.assignment == assignment, piece.c.student.is_not(None))
    return settle(act, act.connection.scalars(query))


def _settle(act: Action, ids: Sequence[int]) -> int:
    connection = act.connection
    rows = connection.execute(
        select(piece).where(piece.c.id.in_(ids), piece.c.student.is_not(None), newest())
    ).all()
    given, agreed = readings(connection, ids), agreements(connection, ids)
    verdicts, before = overruled(connection, ids), decided(connection, ids)
    choices = {name: chosen(connection, name) for name in {row.assignment for row in rows}}
    changed = 0
    for row in rows:
        now = _decide(choices[row.assignment], given.get(row.id, []), agreed.get(row.id, {}))
        ruled = verdicts.get(row.id, {}) if now else {}
        rule = choices[row.assignment].rule
        hows = dict.fromkeys(now, rule) | dict.fromkeys(ruled, APPEAL)
        changed += _record(act, row, before.get(row.id, {}), {**now, **ruled}, hows)
    return changed


@dataclass(frozen=True)
class Decided:
    """What the gradebook was last given for a criterion, and by which rule."""

    level: float | None = None
    comment: str = ""
    how: str = ""


def decided(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, Decided]]:
    """What the gradebook was last given, by piece and criterion."""
    last = (
        select(func.max(decision.c.id))
        .where(decision.c.piece.in_(ids))
        .group_by(decision.c.piece, decision.c.criterion)
    )
    found: dict[int, dict[str, Decided]] = {}
    for row in connection.execute(select(decision).where(decision.c.id.in_(last))):
        found.setdefault(row.piece, {})[row.criterion] = Decided(row.level, row.comment, row.how)
    return found


def _decide(
    choices: Choices, given: Sequence[tuple[str, Reading]], agreed: Mapping[str, Stand]
) -> dict[str, Stand]:
    """Level and comment of each criterion; nothing while a reading is still to come."""
    done = [reading for state, reading in given if state == FINISHED]
    if len(done) < len(given):
        return {}
    levels = {name: one.level for name, one in agreed.items() if one.level is not None}
    result = grade(choices.rule, done, levels, choices.boundaries)
    if result is None:
        return {}
    spoken = choices.rule == "reconciled" and levels
    counted = done[:1] if choices.rule == "first" else done
    return {
        name: Stand(level, agreed[name].comment if spoken else comments(counted, name))
        for name, level in result.items()
    }


def _record(
    act: Action,
    row: Row,
    before: Mapping[str, Decided],
    now: Mapping[str, Stand],
    hows: Mapping[str, str],
) -> int:
    """Add what differs to the log and to nbgrader's tables; whether anything did."""
    gone = {n: Stand() for n, one in before.items() if one.level is not None and n not in now}
    news = {
        name: one
        for name, one in {**now, **gone}.items()
        if (one.level, one.comment) != ((old := before.get(name, Decided())).level, old.comment)
    }
    missing = _write(act, row, news) if news else set()
    for name, one in news.items():
        how = NOT_WRITTEN if name in missing else hows.get(name, WAITING)
        values = {"level": one.level, "comment": one.comment, "how": how}
        act.add(decision, piece=row.id, criterion=name, **values)
    return bool(news)


def _write(act: Action, row: Row, news: Mapping[str, Stand]) -> set[str]:
    """Write to nbgrader's tables; the criteria that the gradebook has no cell for."""
    names = {f"{row.assignment}-{name}": name for name in news}
    marks = {
        cell: gradebook.Written(news[name].level, news[name].comment)
        for cell, name in names.items()
    }
    missing = gradebook.write(act.connection, row.assignment, row.student, marks)
    return {names[cell] for cell in missing}

"""Ratings in long form: one row a mark, read from a file or made of the desk's events."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..mark_events import LIVE, MarkEvent, standing
from ..spreadsheet import read_rows
from .report import TOTAL

COLUMNS = ("target", "rater", "score")
CRITERION = "criterion"
MIN_TARGETS = 3
"""Fewest targets with two ratings or more; with two, an interval spans nearly everything."""
LARGEST = 1_000_000
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class RatingsRefused(ValueError):
    """Ratings from which no agreement can be worked out; the text names file and row."""


@dataclass(frozen=True)
class Rating:
    """What one rater gave one target: a piece of work, on one criterion or as a whole."""

    target: str
    rater: str
    score: float
    criterion: str = ""
    row: int | None = field(default=None, compare=False)
    """Row of the file it was read from; the header is row 1."""


@dataclass(frozen=True)
class RatingsFile:
    """A file's ratings, and the rows that name target and rater but hold no score."""

    ratings: tuple[Rating, ...]
    unscored: tuple[int, ...]


def read_ratings(path: Path) -> RatingsFile:
    """Read a CSV file with the columns target, rater, score and, if there are several, criterion.

    UTF-8 with or without a byte-order mark; other columns are passed over. A row without a
    score is a gap. Raises RatingsRefused.
    """
    rows = read_rows(path, refused=RatingsRefused)
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if not any(header):
        raise RatingsRefused(f"{path}: empty; the first row should be {','.join(COLUMNS)}")
    places = _places(path, header)
    ratings: list[Rating] = []
    unscored: list[int] = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        rating = _rating(f"{path}: row {number}", row, places, len(header), number)
        if rating is None:
            unscored.append(number)
        else:
            ratings.append(rating)
    return RatingsFile(tuple(ratings), tuple(unscored))


def _places(path: Path, header: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for name in (*COLUMNS, CRITERION):
        found = header.count(name)
        if found > 1:
            raise RatingsRefused(f"{path}: row 1: {found} columns are called {name!r}; keep one")
        if found:
            places[name] = header.index(name)
        elif name != CRITERION:
            raise RatingsRefused(
                f"{path}: row 1: no column {name!r} (found: {', '.join(header)}); the columns "
                f"are {', '.join(COLUMNS)}, parted by commas, and {CRITERION} if there are several"
            )
    return places


def _rating(
    where: str, row: list[str], places: dict[str, int], width: int, number: int
) -> Rating | None:
    if len(row) != width:
        raise RatingsRefused(f"{where}: {len(row)} cells where the header has {width}")
    cells = {name: row[place].strip() for name, place in places.items()}
    for name, cell in cells.items():
        if name != "score" and not cell:
            raise RatingsRefused(f"{where}: no {name}")
    if not cells["score"]:
        return None
    score = _score(where, cells["score"])
    return Rating(cells["target"], cells["rater"], score, cells.get(CRITERION, ""), number)


def _score(where: str, cell: str) -> float:
    if not NUMBER.fullmatch(cell):
        raise RatingsRefused(f"{where}: score {cell!r} is not a number, such as 3 or 2.5")
    score = float(cell)
    if not math.isfinite(score) or abs(score) > LARGEST:
        raise RatingsRefused(f"{where}: score {cell} is beyond {LARGEST:,}")
    return score


def checked(ratings: Sequence[Rating], where: str = "") -> Sequence[Rating]:
    """The same ratings, if agreement can be asked of them at all; else RatingsRefused.

    Refuses a target that a rater rated twice, a single rater, and fewer than three targets
    that two raters share. ``where`` begins the text: a file, an assignment.
    """
    place = f"{where}: " if where else ""
    if not ratings:
        raise RatingsRefused(f"{place}no ratings")
    _refuse_twice(ratings, place)
    raters = {one.rater for one in ratings}
    if len(raters) == 1:
        raise RatingsRefused(f"{place}only one rater ({raters.pop()}); agreement needs two or more")
    shared = max(len(_shared(some)) for some in by_criterion(ratings).values())
    if shared < MIN_TARGETS:
        raise RatingsRefused(
            f"{place}{shared} target{'' if shared == 1 else 's'} with two raters or more; "
            f"at least {MIN_TARGETS} are needed"
        )
    return ratings


def _refuse_twice(ratings: Sequence[Rating], place: str) -> None:
    seen: dict[tuple[str, str, str], Rating] = {}
    for one in ratings:
        first = seen.setdefault((one.target, one.rater, one.criterion), one)
        if first is not one:
            row = f"row {one.row}: " if one.row else ""
            before = f", first in row {first.row}" if first.row else ""
            on = f" on {one.criterion}" if one.criterion else ""
            raise RatingsRefused(f"{place}{row}{one.rater} rated {one.target} twice{on}{before}")


def _shared(ratings: Iterable[Rating]) -> set[str]:
    raters: dict[str, set[str]] = defaultdict(set)
    for one in ratings:
        raters[one.target].add(one.rater)
    return {target for target, who in raters.items() if len(who) > 1}


def by_criterion(ratings: Iterable[Rating]) -> dict[str, list[Rating]]:
    """The ratings on each criterion, criteria in the order in which they first come."""
    parts: dict[str, list[Rating]] = {}
    for one in ratings:
        parts.setdefault(one.criterion, []).append(one)
    return parts


def totals(ratings: Iterable[Rating]) -> list[Rating]:
    """Each rater's sum over all criteria, for the targets that the rater rated on every one."""
    parts = by_criterion(ratings)
    sums: dict[tuple[str, str], list[float]] = defaultdict(list)
    for one in (one for part in parts.values() for one in part):
        sums[one.target, one.rater].append(one.score)
    return [
        Rating(target, rater, math.fsum(scores), TOTAL)
        for (target, rater), scores in sums.items()
        if len(scores) == len(parts)
    ]


def ratings_of(events: Iterable[MarkEvent], kind: str = LIVE) -> tuple[Rating, ...]:
    """What markers gave alone, as ratings: each one's latest locked mark on each criterion.

    Marks of another kind are left out: those agreed in talk agree because people did.
    ``kind`` may be that of exemplars, to see how far a calibration has come.
    """
    alone = standing(event for event in events if event.kind == kind)
    return tuple(
        Rating(event.submission, event.marker, float(event.level), event.criterion)
        for event in alone
        if event.locked and event.level is not None
    )

"""What a learner made of their own text: a box in the notebook, read leniently, never marked.

The box is no cell of nbgrader's gradebook, so it is worth nothing, waits for nobody and may be
left as it is. Learners may write a line for each criterion, a table or whatever they like;
what cannot be read as a level is kept as words, and no word is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .rubric import Criterion, Rubric

BOX = "self-assessment"
"""The name of the box: ``p2-self-assessment`` is its cell id and its grade_id."""
HEADING = "### My own view (not marked)"
"""The first line of the box, by which it is known again when everything else was lost."""

START = r"[\s>#*_+|`-]*+(?:\d++[.)]\s*+)?[\s*_`]*+"
"""What may stand before a criterion's name: marks of a list, a quotation, a table, bold. It
gives nothing back, so that a megabyte of them takes no time."""
AFTER = r"[\s*_`]*(?:[:|=.,–—-]+|(?=\d)|$)[\s*_`|]*"
HEAD = re.compile(r"\s*#+\s")
"""A heading of the learner's own: what follows it speaks of no criterion."""
RULE = re.compile(r"[\s|:+*_.–—-]*")
TITLES = re.compile(r"\s*\|?\s*criterion\s*\|", re.IGNORECASE)
LEAD = (
    r"(?:(?:level|about|around|roughly|perhaps|maybe|probably|between|~|≈"
    r"|i(?:['’]d| would)? (?:say|think|guess))[\s:]*){0,4}"
)
TO = r"\s*(?:and|or|to|/|-|–)\s*"
NUMBER = r"(\d(?:[.,]\d+)?)(½?)"
NUMBERS = re.compile(rf"\W{{0,3}}{LEAD}{NUMBER}(?:{TO}{NUMBER})?(?![\w%])", re.IGNORECASE)
OUT_OF = rf"\W{{0,3}}{LEAD}{NUMBER}\s*(?:/|of|out of)\s*{{top}}(?!\w|[.,]\d)"


@dataclass(frozen=True)
class View:
    """What a learner says of one criterion. ``level`` is None where none could be read."""

    level: float | None
    said: str


@dataclass(frozen=True)
class SelfAssessment:
    """A learner's views by criterion id, and whatever else stood in the box."""

    views: dict[str, View]
    besides: str

    def __bool__(self) -> bool:
        """Whether anything was written in the box."""
        return bool(self.views or self.besides)


def box_text(rubric: Rubric) -> str:
    """The box as it is given out: a line for each criterion."""
    return "\n".join([HEADING, "", *(f"- **{one.title}:** " for one in rubric.criteria)])


def read_self_assessment(text: str, rubric: Rubric) -> SelfAssessment:
    """Read whatever a learner left in the box; never raises.

    A line that begins with a criterion's title or id speaks of it, and so do the lines after
    it, until the next. Of several levels for one criterion the last counts.
    """
    said: dict[str, list[str]] = {one.id: [] for one in rubric.criteria}
    levels: dict[str, float | None] = {}
    besides: list[str] = []
    for criterion, words in _parts(text, rubric):
        if RULE.fullmatch(words):
            continue
        if criterion is None:
            besides.append(words)
            continue
        said[criterion.id].append(words)
        levels[criterion.id] = _level(words, criterion) or levels.get(criterion.id)
    views = {id: View(levels[id], "\n".join(words)) for id, words in said.items() if words}
    return SelfAssessment(views, "\n".join(besides))


def _parts(text: str, rubric: Rubric) -> Iterator[tuple[Criterion | None, str]]:
    """Each run of lines with the criterion it speaks of (None: none of them)."""
    named = _names(rubric)
    current, words = None, []
    for line in text.splitlines():
        found = named.match(line)
        if found:
            yield current, "\n".join(words).strip()
            current, words = _criterion(found[1], rubric), [_cells(line, line[found.end() :])]
        elif HEAD.match(line) and not _is_frame(line):
            yield current, "\n".join(words).strip()
            current, words = None, [line]
        elif not _is_frame(line):
            words.append(line)
    yield current, "\n".join(words).strip()


def _names(rubric: Rubric) -> re.Pattern[str]:
    names = {name for one in rubric.criteria for name in (one.title, one.id)}
    longest = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"{START}({either}){AFTER}", re.IGNORECASE)


def _criterion(name: str, rubric: Rubric) -> Criterion | None:
    known = " ".join(name.casefold().split())
    each = (one for one in rubric.criteria if known in (one.title.casefold(), one.id))
    return next(each, None)


def _cells(line: str, rest: str) -> str:
    """What follows the name; the cells of a table's row are put behind one another."""
    if not line.lstrip().startswith("|"):
        return rest.strip()
    return ", ".join(cell.strip() for cell in rest.split("|") if cell.strip())


def _is_frame(line: str) -> bool:
    """Whether a line is the box's own: its heading, or a table's head or rule."""
    own = line.strip() == HEADING or TITLES.match(line)
    return bool(own or (line.strip() and RULE.fullmatch(line)))


def _level(said: str, criterion: Criterion) -> float | None:
    """The level that a text begins with, in figures or in words; None where there is none."""
    found = _in_words(said, criterion)
    if found is None:
        of_all = OUT_OF.replace("{top}", str(criterion.points))
        shown = re.match(of_all, said, re.IGNORECASE) or NUMBERS.match(said)
        found = _mean(shown.groups()) if shown else None
    low, high = criterion.levels[0].level, criterion.points
    return found if found is not None and low <= found <= high else None


def _mean(groups: tuple[str | None, ...]) -> float:
    """One number, or the middle of two."""
    pairs = zip(groups[::2], groups[1::2], strict=True)
    values = [float(n.replace(",", ".")) + (0.5 if half else 0) for n, half in pairs if n]
    return sum(values) / len(values)


def _in_words(said: str, criterion: Criterion) -> float | None:
    levels = {one.name.casefold(): one.level for one in criterion.levels}
    names = "|".join(map(re.escape, sorted(levels, key=len, reverse=True)))
    pattern = rf"\W{{0,3}}{LEAD}({names})(?:{TO}({names}))?\b"
    found = re.match(pattern, said, re.IGNORECASE)
    if not found:
        return None
    values = [levels[name.casefold()] for name in found.groups() if name]
    return sum(values) / len(values)

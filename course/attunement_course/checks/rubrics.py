"""Rubrics: levels that increase, criteria that differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..problems import Problem, got
from ._course import Course

LEVELS = [1, 2, 3, 4]
"""Habitual, understanding, reflection, critical reflection."""


def check(course: Course) -> Iterator[Problem]:
    """Levels from 1 to 4 in order; ids and names used once; a guide that is a range."""
    for path, rubric in course.shelf.each("rubrics"):
        fewest, most = rubric.word_guide
        if fewest >= most:
            text = f"the fewest words must be below the most {got(f'{fewest}, {most}')}"
            yield Problem(path, "word_guide", text)
        for i, criterion in enumerate(rubric.criteria):
            yield from _criterion(path, i, criterion)
            if criterion.id in [other.id for other in rubric.criteria[:i]]:
                text = f"another criterion has this id {got(criterion.id)}"
                yield Problem(path, f"criteria.{i}.id", text)


def _criterion(path: str, i: int, criterion: Any) -> Iterator[Problem]:
    levels = [level.level for level in criterion.levels]
    if levels != LEVELS:
        text = "levels must strictly increase, 1, 2, 3, 4"
        yield Problem(path, f"criteria.{i}.levels", f"{text} {got(', '.join(map(str, levels)))}")
    for field in ("name", "words"):
        texts = [getattr(level, field) for level in criterion.levels]
        same = next((text for j, text in enumerate(texts) if text in texts[:j]), None)
        if same is not None:
            text = f"two levels have the same {field} {got(same)}"
            yield Problem(path, f"criteria.{i}.levels", text)

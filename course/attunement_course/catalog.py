"""The course's content by id, as plain dicts.

Reads the JSON that is compiled from the content's YAML when the distribution is built.
Standard library only: every learner's kernel imports this module. Each function returns a
copy of its own, so that a caller may change what it gets.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from .nearest import nearest

COMPILED = Path(__file__).with_name("content.json")
FORMAT = 1
"""Raised when what is read here of the compiled file changes."""


class UnknownId(LookupError):
    """No item of this kind has this id; the text names the nearest ids."""


class ContentMissing(RuntimeError):
    """The compiled content is absent or from another version; the text says what to run."""


@lru_cache(maxsize=1)
def _compiled() -> dict[str, Any]:
    try:
        content = json.loads(COMPILED.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentMissing(
            "the course's content is not compiled yet; run `attunement compile`"
        ) from None
    except ValueError:
        raise ContentMissing(
            "the compiled content is damaged; run `attunement compile` to make it anew"
        ) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ContentMissing("the compiled content is of another version; run `attunement compile`")
    return content


def reload() -> None:
    """Forget what was read, so that content compiled since is seen."""
    _compiled.cache_clear()


def _all(kind: str) -> list[dict[str, Any]]:
    return deepcopy(list(_compiled()[kind].values()))


def _one(kind: str, word: str, key: str) -> dict[str, Any]:
    items = _compiled()[kind]
    if key not in items:
        raise UnknownId(f"no {word} has the id {key!r}{nearest(str(key), list(items))}")
    return deepcopy(items[key])


def claim(id: str) -> dict[str, Any]:
    """One claim: statement, status, status_words, summary, teach, works, modules, cites."""
    return _one("claims", "claim", id)


def claims() -> list[dict[str, Any]]:
    """Every claim and gap, by id."""
    return _all("claims")


def citation(id: str) -> dict[str, Any]:
    """One of the article's citations, with what was found when it was looked up."""
    return _one("citations", "citation", id)


def citations() -> list[dict[str, Any]]:
    """The audited citations, in the order of their numbers."""
    return sorted(_all("citations"), key=lambda citation: citation["number"])


def searches() -> list[dict[str, Any]]:
    """What looking for each audited citation turned up, by citation."""
    return _all("searches")


def privacy_statements() -> list[dict[str, Any]]:
    """The statements on what leaves the notebook, in the order of their places."""
    return sorted(_all("privacy"), key=lambda statement: statement["place"])


def work(id: str) -> dict[str, Any]:
    """One published work, with its finding and how far it was checked (``mark``)."""
    return _one("works", "work", id)


def works() -> list[dict[str, Any]]:
    """Every work, by id."""
    return _all("works")


def module(id: str) -> dict[str, Any]:
    """One module: title, notebook, minutes, objectives, claims, exercises, assignment."""
    return _one("modules", "module", id)


def modules() -> list[dict[str, Any]]:
    """The modules, in the order in which they are taught."""
    return sorted(_all("modules"), key=lambda module: module["number"])


def exercise(id: str) -> dict[str, Any]:
    """One exercise: what its card says, its badge, claims and limits."""
    return _one("exercises", "exercise", id)


def exercises() -> list[dict[str, Any]]:
    """Every exercise, by id."""
    return _all("exercises")


def scenario(id: str) -> dict[str, Any]:
    """One written scene of the branching dialogue."""
    return _one("scenarios", "scenario", id)


def scenarios() -> list[dict[str, Any]]:
    """Every scene, by id."""
    return _all("scenarios")


def directions() -> list[dict[str, Any]]:
    """Every sentence to be mapped: its words and the readings accepted, by claim."""
    return _all("directions")


def topics() -> list[dict[str, Any]]:
    """Every everyday sentence that invented people are asked about."""
    return _all("topics")


def portraits() -> list[dict[str, Any]]:
    """Every invented person whose views are to be guessed."""
    return _all("portraits")


def encounters() -> list[dict[str, Any]]:
    """Every everyday conversation to be kept in step, in the order of their places."""
    return sorted(_all("encounters"), key=lambda encounter: encounter["place"])


def people() -> list[dict[str, Any]]:
    """Everybody who may be met in the cue lab, each with a way of showing things."""
    return _all("people")


def settings() -> list[dict[str, Any]]:
    """Every moment and place in which somebody may be met in the cue lab."""
    return _all("settings")


def levers(exercise_id: str) -> list[dict[str, Any]]:
    """What an exercise shows to be movable, and by whom, in the order of their places."""
    return _placed("levers", exercise_id)


def reasons(exercise_id: str) -> list[dict[str, Any]]:
    """Answers to what an exercise's model does or does not show, in the order of their places."""
    return _placed("reasons", exercise_id)


def readings(exercise_id: str) -> list[dict[str, Any]]:
    """Statements that a figure does or does not make, in the order of their places."""
    return _placed("readings", exercise_id)


def _placed(kind: str, exercise_id: str) -> list[dict[str, Any]]:
    found = [one for one in _all(kind) if one["exercise"] == exercise_id]
    return sorted(found, key=lambda one: one["place"])


def findings() -> list[dict[str, Any]]:
    """Findings to hold the empathy mixer's model against, in the order of their places."""
    return sorted(_all("findings"), key=lambda finding: finding["place"])


def rubric(id: str) -> dict[str, Any]:
    """The rubric of one assignment, by the assignment's id (``p2``)."""
    return _one("rubrics", "rubric", id)


def rubrics() -> list[dict[str, Any]]:
    """Every rubric, by assignment."""
    return _all("rubrics")


def passage(id: str) -> dict[str, Any]:
    """Words that every assignment has in common: text, before_writing."""
    return _one("passages", "passage", id)


def passages() -> list[dict[str, Any]]:
    """Every passage, by id."""
    return _all("passages")


def item(id: str) -> dict[str, Any]:
    """One retrieval item."""
    return _one("items", "item", id)


def items() -> list[dict[str, Any]]:
    """Every retrieval item, by id."""
    return _all("items")


def module_items(module_id: str) -> list[dict[str, Any]]:
    """The retrieval items of one module; an unknown module is refused."""
    module(module_id)
    return [one for one in _all("items") if one["module"] == module_id]

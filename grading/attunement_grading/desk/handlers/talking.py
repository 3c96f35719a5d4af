"""Reconciliation: pieces on which markers lie far apart, and what they agree on."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from tornado import web

from ..course import Course
from ..reconciling import Talk, agree, call_third, talk, talks
from ..refusals import Invalid
from ..rubrics import in_force
from .forms import Form, number
from .page import Page


class Talks(Page):
    """The pieces that a marker has to talk through, or all of them for an instructor."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show them, open ones first."""
        person = self.person

        def find(_course: Course, connection: Connection) -> Any:
            found = talks(connection, assignment, person)
            return sorted(found, key=lambda one: not one.open), in_force(connection, assignment)

        found, edition = await self.look_up(find)
        self.show("talks.html", talks=found, rubric=edition.rubric)


class OneTalk(Form):
    """One piece: the answer, both markers' levels and comments, and what they agree on."""

    @web.authenticated
    async def get(self, key: str) -> None:
        """Show it."""
        person = self.person

        def find(course: Course, connection: Connection) -> Any:
            one, rubric, assignment, student = talk(connection, person, key)
            return {
                "talk": one,
                "rubric": rubric,
                "assignment": assignment,
                "shown": course.answer(rubric, student),
                "prompt": course.prompt(connection, assignment),
                "start": _start(one, [c.id for c in rubric.criteria]),
            }

        self.show("talk.html", **await self.look_up(find))

    @web.authenticated
    async def post(self, key: str) -> None:
        """Record an agreement, or ask for a third reading: `do` is agree or third."""
        if self.field("do") == "third":
            named = self.field("marker") or None
            await self.act(
                "third", {"piece": key, "marker": named}, lambda act: call_third(act, key, named)
            )
        elif self.field("do") == "agree":
            await self._agree(key)
        else:
            raise Invalid("do: agree or third")
        self.back(f"talk/{key}")

    async def _agree(self, key: str) -> None:
        fields = {name: values[-1].decode() for name, values in self.request.arguments.items()}
        levels = _of(fields, "level-")
        asked = {
            "seen": int(number(fields.get("seen", ""), "seen")),
            "levels": {name: number(text, name) for name, text in levels.items() if text},
            "comments": _of(fields, "comment-"),
        }
        await self.act("agree", {"piece": key, **asked}, lambda act: agree(act, key, **asked))


def _of(fields: dict[str, str], start: str) -> dict[str, str]:
    return {
        name.removeprefix(start): text for name, text in fields.items() if name.startswith(start)
    }


def _start(one: Talk, criteria: list[str]) -> dict[str, Any]:
    """What the form begins with: what is agreed, else where all markers are of one mind."""
    seen = max((stand.id for stand in one.agreed.values()), default=0)
    levels: dict[str, float | None] = {}
    texts: dict[str, str] = {}
    for name in criteria:
        given = {reading.levels.get(name) for reading in one.readings}
        said = [reading.comments.get(name, "") for reading in one.readings]
        if name in one.agreed:
            levels[name], texts[name] = one.agreed[name].level, one.agreed[name].comment
        else:
            levels[name] = given.pop() if len(given) == 1 else None
            texts[name] = "\n\n".join(dict.fromkeys(text for text in said if text))
    return {"seen": seen, "levels": levels, "comments": texts}

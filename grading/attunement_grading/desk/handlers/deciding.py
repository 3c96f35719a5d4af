"""What instructors decide: a changed rubric, and requests to look again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from tornado import web

from ..appeals import appeals, ask, close
from ..course import Course
from ..refusals import Invalid
from ..rubric_changes import migrate, pending
from ..rubrics import in_force
from ..words import plural
from .forms import Form


class Rubric(Form):
    """The rubric in force, and a change of it that waits."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show it to an instructor."""
        person = self.person

        def find(_course: Course, connection: Connection) -> Any:
            return pending(connection, person, assignment), in_force(connection, assignment)

        waits, now = await self.look_up(find)
        said = self.get_query_argument("said", "")
        self.show("rubric.html", waits=waits, rubric=now.rubric, edition=now, said=said)

    @web.authenticated
    async def post(self, assignment: str) -> None:
        """Take the change on in the way that was chosen, or stay with what is."""
        new, how = self.field("new"), self.field("how")
        answer = await self.act(
            "migrate",
            {"assignment": assignment, "new": new, "how": how},
            lambda act: migrate(act, assignment, new, how),
        )
        taken = plural(answer["taken_back"], "mark")
        opened = plural(answer["reopened"], "reading")
        self.back(f"of/{assignment}/rubric", said=f"{taken} taken back, {opened} open again.")


class Appeals(Form):
    """Learners' requests to look again."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show them to an instructor."""
        person = self.person

        def find(_course: Course, connection: Connection) -> Any:
            return appeals(connection, person, assignment), in_force(connection, assignment)

        found, now = await self.look_up(find)
        self.show("appeals.html", appeals=found, rubric=now.rubric)

    @web.authenticated
    async def post(self, assignment: str) -> None:
        """Enter a request or close one: `do` is ask or close."""
        if self.field("do") == "ask":
            await self._ask(assignment)
        elif self.field("do") == "close":
            await self._close()
        else:
            raise Invalid("do: ask or close")
        self.back(f"of/{assignment}/appeals")

    async def _ask(self, assignment: str) -> None:
        asked = {
            "student": self.field("student"),
            "criteria": self.get_body_arguments("criterion"),
            "words": self.field("words"),
            "marker": self.field("marker") or None,
        }
        fields = {"assignment": assignment, **asked}
        await self.act("ask", fields, lambda act: ask(act, assignment, **asked))

    async def _close(self) -> None:
        key, words = self.field("appeal"), self.field("words")
        take = self.get_body_arguments("take")
        asked = {"appeal": key, "take": take, "words": words}
        await self.act("close", asked, lambda act: close(act, key, take, words))

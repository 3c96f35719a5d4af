"""One piece: prompt, answer and rubric side by side."""

from __future__ import annotations

from tornado import web

from ..places import place
from .page import Page


class Piece(Page):
    """The marking page, or with `part=1` what changes on it from one piece to the next."""

    @web.authenticated
    async def get(self, key: str) -> None:
        """Show a piece of this person's pile."""
        person = self.person
        by = "writer" if self.get_query_argument("by", "") == "writer" else ""
        found = await self.look_up(
            lambda course, connection: place(course, connection, person, key, by)
        )
        whole = self.get_query_argument("part", "") != "1"
        self.show("mark.html" if whole else "piece.html", place=found)

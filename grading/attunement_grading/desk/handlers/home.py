"""Where a marker comes in: the assignments, and the pile of each."""

from __future__ import annotations

from sqlalchemy import Connection
from tornado import web

from ..actions import perform
from ..course import Course
from ..handing_out import onward
from ..homes import home, pile
from ..piles import calibrates, next_piece, resume
from ..writers import next_by_writer
from .page import Page


class Home(Page):
    """Every assignment, and what this person can do in it."""

    @web.authenticated
    async def get(self) -> None:
        """Show it."""
        person = self.person
        work = await self.look_up(lambda course, connection: home(course, connection, person))
        self.show("home.html", work=work)


class Pile(Page):
    """One assignment's pile, a page at a time."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show one page of it: `page` from 1, `show` all, todo or finished."""
        person, page = self.person, self.page_number()
        show = self.get_query_argument("show", "all")
        found = await self.look_up(
            lambda _course, connection: pile(connection, person, assignment, page, show)
        )
        self.show("pile.html", pile=found)


class Resume(Page):
    """Straight to the piece where the marker stopped."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Go there, or to the pile where nothing is left."""
        name = self.person.name
        key = await self.look_up(lambda _course, connection: resume(connection, name, assignment))
        there = f"piece/{key}" if key else f"of/{assignment}"
        self.redirect(f"{self.base_url}desk/{there}")


class Next(Page):
    """The key of the next piece, for a page that fetches it ahead."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """After which piece: `after`. No key where nothing is left."""
        name, after = self.person.name, self.get_query_argument("after")
        by = self.get_query_argument("by", "")

        def find(_course: Course, connection: Connection) -> str | None:
            if by == "writer":
                return next_by_writer(connection, name, after)
            calibrating = calibrates(connection, name, after)
            return next_piece(connection, name, assignment, after, calibrating)

        self.write({"key": await self.look_up(find) or ""})


class Writers(Page):
    """Straight to the first piece that is left, one writer's after another."""

    @web.authenticated
    async def get(self) -> None:
        """Go there, or home where nothing is left."""
        name = self.person.name
        key = await self.look_up(lambda _course, connection: next_by_writer(connection, name))
        self.redirect(f"{self.base_url}desk{f'/piece/{key}?by=writer' if key else ''}")


class Take(Page):
    """A piece from the heap."""

    @web.authenticated
    async def post(self, assignment: str) -> None:
        """Take one and go there, or back to the pile where none is left."""
        person, key = self.person, self.get_body_argument("key")
        database = self.desk.course.database
        asked = {"assignment": assignment}
        answer = await self.in_thread(
            lambda: perform(
                database, person, "take", key, asked, lambda act: onward(act, assignment, "")
            )
        )
        there = f"piece/{answer['key']}" if answer["key"] else f"of/{assignment}"
        self.redirect(f"{self.base_url}desk/{there}", status=303)

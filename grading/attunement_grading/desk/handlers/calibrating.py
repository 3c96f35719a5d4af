"""Calibration: the exemplars on a marker's desk, and how every marker's standard stands."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from tornado import web

from ..calibration import begin, waive
from ..choices import chosen
from ..course import Course
from ..overview import loads_of, seen
from ..piles import lines, resume
from ..rubrics import in_force
from ..standards import standard, standards
from .forms import Form


class Calibration(Form):
    """A marker's exemplars, and the agreement on them criterion by criterion."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show how this person stands."""
        name = self.person.name

        def find(_course: Course, connection: Connection) -> Any:
            return {
                "rubric": in_force(connection, assignment).rubric,
                "one": standard(connection, assignment, name),
                "lines": lines(connection, name, assignment, calibrating=True),
            }

        self.show("calibration.html", **await self.look_up(find))

    @web.authenticated
    async def post(self, assignment: str) -> None:
        """Put the exemplars on the desk, or begin with them again, and open the first."""
        name = self.person.name
        await self.act("calibrate", {"assignment": assignment}, lambda act: begin(act, assignment))
        key = await self.look_up(
            lambda _course, connection: resume(connection, name, assignment, True)
        )
        self.back(f"piece/{key}" if key else f"of/{assignment}/calibration")


class Standards(Form):
    """Every marker's calibration, severity and drift; and waivers."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show them to an instructor."""
        person = self.person

        def find(_course: Course, connection: Connection) -> Any:
            person.require_instructor()
            named = chosen(connection, assignment).markers
            held = [load.marker for load in loads_of(connection, assignment)]
            names = list(dict.fromkeys([*named, *held, *seen(connection)]))
            return {
                "rubric": in_force(connection, assignment).rubric,
                "all": standards(connection, person, assignment, names),
            }

        self.show("standards.html", **await self.look_up(find))

    @web.authenticated
    async def post(self, assignment: str) -> None:
        """Waive calibration for a marker, by name and with a reason."""
        marker, reason = self.field("marker"), self.field("reason")
        await self.act(
            "waive",
            {"assignment": assignment, "marker": marker, "reason": reason},
            lambda act: waive(act, assignment, marker, reason),
        )
        self.back(f"of/{assignment}/standards")

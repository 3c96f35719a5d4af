"""The instructor's pages: how an assignment is marked, how it stands, what became of a piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection
from tornado import web

from ..actions import Action, Answer
from ..arranging import arrangement
from ..choices import choose, chosen
from ..handing_out import deal_out, pass_on
from ..overview import overview
from ..refusals import Invalid
from ..rubrics import in_force
from ..settling import settle_all
from ..trail import trail
from ..words import plural
from .forms import Form, names, number, numbers
from .page import Page


class Arrange(Form):
    """Who marks, how many pieces twice, by which rule; and dealing out."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show what holds now."""
        person = self.person
        found = await self.look_up(
            lambda _course, connection: arrangement(connection, person, assignment)
        )
        self.show("arrange.html", one=found, said=self.get_query_argument("said", ""))

    @web.authenticated
    async def post(self, assignment: str) -> None:
        """Do what the pressed button says: `do` is choose, deal or pass-on."""
        what = self.field("do")
        if what not in self.DOES:
            raise Invalid(f"do: one of {', '.join(self.DOES)}")
        said = await self.DOES[what](self, assignment)
        self.back(f"of/{assignment}/arrange", said=said)

    async def choose(self, assignment: str) -> str:
        """Record every choice that differs from what holds."""
        person = self.person
        person.require_instructor()
        values = self.values()

        def do(act: Action) -> Answer:
            now = arrangement(act.connection, person, assignment).choices
            news = {n: v for n, v in values.items() if _plain(getattr(now, n)) != v}
            for name, value in news.items():
                choose(act, assignment, name, value)
            changed = settle_all(act, assignment) if {"rule", "boundaries"} & news.keys() else 0
            return {"news": sorted(news), "grades": changed}

        answer = await self.act("choose", {"assignment": assignment, **values}, do)
        if not answer["news"]:
            return "Nothing was different, so nothing was changed."
        grades = f" {plural(answer['grades'], 'grade')} changed." if answer["grades"] else ""
        return f"Kept.{grades}"

    def values(self) -> dict[str, Any]:
        """The form's fields as choices."""
        return {
            "markers": names(self.field("markers")),
            "rule": self.field("rule"),
            "share": number(self.field("share"), "pieces marked twice") / 100,
            "seed": int(number(self.field("seed"), "seed")),
            "boundaries": sorted(set(numbers(self.field("boundaries"), "boundaries"))),
            "threshold": number(self.field("threshold"), "threshold") / 100,
            "drift": number(self.field("drift"), "exemplars mixed in") / 100,
        }

    async def deal(self, assignment: str) -> str:
        """Deal out what nobody has."""
        answer = await self.act(
            "deal", {"assignment": assignment}, lambda act: deal_out(act, assignment)
        )
        if not answer["dealt"]:
            return "Every piece has a marker already."
        return f"Dealt out {plural(answer['dealt'], 'piece')}, {answer['twice']} of them to two."

    async def pass_on(self, assignment: str) -> str:
        """Give one marker's unfinished pieces to the others."""
        marker = self.field("marker")
        answer = await self.act(
            "pass-on",
            {"assignment": assignment, "marker": marker},
            lambda act: pass_on(act, assignment, marker),
        )
        stayed = f" {plural(answer['stayed'], 'piece')} stayed: nobody else is left."
        said = f"Passed on {plural(answer['passed'], 'piece')} of {marker}."
        return said + (stayed if answer["stayed"] else "")

    DOES: dict[str, Callable[..., Any]] = {  # noqa: RUF012  # read, never changed
        "choose": choose,
        "deal": deal,
        "pass-on": pass_on,
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


class Overview(Page):
    """Every piece of an assignment."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """One page of them: `page` from 1, and which to `show`."""
        person, page = self.person, self.page_number()
        show = self.get_query_argument("show", "all")

        def find(_course: Any, connection: Connection) -> dict[str, Any]:
            return {
                "one": overview(connection, person, assignment, page, show),
                "rubric": in_force(connection, assignment).rubric,
                "rule": chosen(connection, assignment).rule,
            }

        self.show("overview.html", **await self.look_up(find))


class Trail(Page):
    """What became of one piece."""

    @web.authenticated
    async def get(self, key: str) -> None:
        """Show every step."""
        person = self.person
        found = await self.look_up(lambda _course, connection: trail(connection, person, key))
        self.show("trail.html", one=found)

"""The page's requests. Everything is rendered on the server and escaped there."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.extension.handler import ExtensionHandlerJinjaMixin, ExtensionHandlerMixin
from tornado import web

from attunement_course import catalog
from attunement_course.support import HELPLINES, SUPPORT

from .record import describe, erase, export
from .reflections import STEPS, Reflection, reflections
from .shelf import Module, shelf
from .words import Headline, headline, moment

if TYPE_CHECKING:
    from .app import Landing

POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class Page(  # pyright: ignore[reportIncompatibleVariableOverride]  # `settings`, of its bases
    ExtensionHandlerJinjaMixin, ExtensionHandlerMixin, JupyterHandler
):
    """What the page's requests have in common."""

    @property
    def content_security_policy(self) -> str:
        """Nothing but this server's own files: no inline script, no inline style, no frame."""
        return POLICY

    def set_default_headers(self) -> None:
        """Like every page here, and never shown again from a cache: things move on."""
        super().set_default_headers()
        self.set_header("Cache-Control", "no-store")

    @property
    def landing(self) -> Landing:
        """The extension with its settings."""
        return self.settings["attunement_landing"]

    @property
    def folder(self) -> Path:
        """The folder that this server shows."""
        return Path(self.settings["server_root_dir"]).expanduser()

    def listed(self) -> tuple[list[dict[str, Any]], str]:
        """The learner's assignments from nbgrader, and why there are none where it failed."""
        lister = self.settings.get("assignment_list_manager")
        if lister is None:
            return [], "nbgrader's list of assignments is not switched on for this server."
        here = Path.cwd()
        try:
            answer = lister.list_assignments(course_id=self.landing.course_id)
        except Exception as error:  # nbgrader raises whatever went wrong on its way
            self.log.exception("the assignments could not be listed")
            return [], _last_line(str(error))
        finally:
            os.chdir(here)  # nbgrader changes folders and does not return after an error
        if answer["success"]:
            return answer["value"], ""
        return [], _last_line(answer["value"])

    def known(self) -> dict[str, Any]:
        """What both the page and its changing part show."""
        listing, failed = self.listed()
        modules = shelf(self.folder)
        work = [
            (one, headline(one, _guide(one)), _about(one, modules))
            for one in reflections(listing, self.folder)
        ]
        open_, more = opened(work)
        return {
            "course_id": self.landing.course_id,
            "steps": STEPS,
            "modules": modules,
            "work": work,
            "open": open_,
            "more": more,
            "failed": failed,
            "instructor": self.landing.instructor,
            "moment": moment,
            "base": self.base_url,
        }


class LandingPage(Page):
    """The whole page."""

    @web.authenticated
    def get(self) -> None:
        """Render the page, and set the token against forged requests that its script sends."""
        _ = self.xsrf_token
        self.write(
            self.render_template(
                "landing.html",
                person=self.landing.person,
                support=self.landing.support,
                support_words=SUPPORT.split(HELPLINES, 1),
                helplines=HELPLINES,
                record=describe(),
                hub=os.environ.get("JUPYTERHUB_BASE_URL"),
                **self.known(),
            )
        )


class Reflections(Page):
    """The part about assignments, fetched again after each action."""

    @web.authenticated
    def get(self) -> None:
        """Render that part alone."""
        self.write(self.render_template("reflections.html", **self.known()))


class RecordExport(Page):
    """The learner's own record as a file to keep."""

    @web.authenticated
    def get(self) -> None:
        """Send everything that is in the record, as JSON."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Content-Disposition", 'attachment; filename="attunement-record.json"')
        self.write(json.dumps(export(), ensure_ascii=False, indent=1))


class RecordErasure(Page):
    """Erasing the learner's own record; the page asks first."""

    @web.authenticated
    def post(self) -> None:
        """Erase the record and answer with what it holds now."""
        erase()
        tried = {module.id: module.tried for module in shelf(self.folder)}
        self.write({"holds": describe().holds, "tried": tried})


Work = tuple[Reflection, Headline, dict[str, Any]]


def opened(work: list[Work]) -> tuple[list[Work], list[Work]]:
    """What the page opens, and what it only lists: reflections that were not fetched yet.

    Before anything was fetched, the first one is open, so that there is one next step.
    """
    begun = [one for one in work if one[0].state != "fetch"] or work[:1]
    return begun, [one for one in work if one not in begun]


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return lines[-1] if lines else "nbgrader gave no reason."


def _guide(one: Reflection) -> tuple[int, int] | None:
    try:
        fewest, most = catalog.rubric(one.id)["word_guide"]
    except catalog.UnknownId:
        return None
    return fewest, most


def _about(one: Reflection, modules: list[Module]) -> dict[str, Any]:
    """The assignment's title, and the module it belongs to where that is on the shelf."""
    try:
        title = catalog.rubric(one.id)["title"]
    except catalog.UnknownId:
        title = one.id
    return {"title": title, "module": next((m for m in modules if m.assignment == one.id), None)}

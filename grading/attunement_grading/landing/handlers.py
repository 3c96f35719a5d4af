"""The page's requests. The hub has already turned away whoever does not teach the course."""

from __future__ import annotations

import os
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.extension.handler import ExtensionHandlerJinjaMixin, ExtensionHandlerMixin
from sqlalchemy.exc import SQLAlchemyError
from tornado import web

from attunement_course import catalog

from .checklist import ITEMS, tick, ticked
from .places import Places
from .standing import Standing, standings
from .steps import STEPS, Next, next_step

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
    def places(self) -> Places:
        """The course's folders and gradebook."""
        return Places.of(self.settings["nbgrader_formgrader"])

    def known(self) -> dict[str, Any]:
        """What both the page and its changing part show."""
        work, failed = self.work()
        return {"work": work, "failed": failed, "steps": STEPS, "base": self.base_url}

    def work(self) -> tuple[list[tuple[str, Standing, Next]], str]:
        """Every assignment with its next step, and why there is none where it cannot be read."""
        try:
            found = standings(self.places)
        except (OSError, ValueError, SQLAlchemyError) as error:
            self.log.exception("the course's state could not be read")
            return [], str(error).strip().splitlines()[0]
        return [(_title(one), one, next_step(one)) for one in found], ""


class TeachingPage(Page):
    """The whole page."""

    @web.authenticated
    def get(self) -> None:
        """Render the page, and set the token against forged requests that its script sends."""
        _ = self.xsrf_token
        done = ticked(self.places.root)
        self.write(
            self.render_template(
                "teach.html",
                hub=os.environ.get("JUPYTERHUB_BASE_URL", "/"),
                person=self.current_user.name or self.current_user.username,
                checklist=[(key, words, key in done) for key, words in ITEMS.items()],
                **self.known(),
            )
        )


class Progress(Page):
    """The part about assignments, fetched again after each action."""

    @web.authenticated
    def get(self) -> None:
        """Render that part alone."""
        self.write(self.render_template("progress.html", **self.known()))


class Tick(Page):
    """One item of the checklist."""

    @web.authenticated
    def post(self) -> None:
        """Keep or clear a tick: `item` and `on` (1 or 0)."""
        try:
            tick(self.places.root, self.get_argument("item"), self.get_argument("on") == "1")
        except KeyError:
            raise web.HTTPError(404, "there is no such item in the checklist") from None
        self.write({"kept": True})


def _title(one: Standing) -> str:
    try:
        return catalog.rubric(one.assignment)["title"]
    except catalog.UnknownId:
        return one.assignment

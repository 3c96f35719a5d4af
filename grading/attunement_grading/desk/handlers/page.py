"""What the desk's requests have in common: who asks, in which thread, under which policy."""

from __future__ import annotations

import asyncio
import getpass
import os
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.extension.handler import ExtensionHandlerJinjaMixin, ExtensionHandlerMixin
from markupsafe import Markup
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from attunement_course.catalog import UnknownId

from ..course import Course
from ..people import Person
from ..refusals import Refused

if TYPE_CHECKING:
    from ..app import Desk

T = TypeVar("T")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
BUSY, FULL = 503, 507


class Trouble(Refused):
    """The database did not take part; nothing was done, and trying again may help."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.status = status


def trouble(error: DBAPIError) -> Trouble:
    """A database's complaint in words for the person at the page."""
    said = str(error.orig).lower()
    if "full" in said or "no space" in said:
        return Trouble("the disk of the course is full", FULL)
    if "lock" in said or "busy" in said or "timeout" in said:
        return Trouble("the gradebook is in use by another program", BUSY)
    return Trouble(f"the gradebook cannot be used ({said.strip().splitlines()[0][:120]})", BUSY)


class Page(  # pyright: ignore[reportIncompatibleVariableOverride]  # `settings`, of its bases
    ExtensionHandlerJinjaMixin, ExtensionHandlerMixin, JupyterHandler
):
    """A request to the desk."""

    @property
    def content_security_policy(self) -> str:
        """This server's own files and pasted images: whatever a learner wrote, it cannot run."""
        return POLICY

    def set_default_headers(self) -> None:
        """Learners' work stays out of caches."""
        super().set_default_headers()
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")

    @property
    def desk(self) -> Desk:
        """The extension."""
        return cast("Desk", self.extensionapp)

    @property
    def person(self) -> Person:
        """Who is signed in: a hub's user, or whoever started a server without one."""
        user = cast("Any", self.current_user)
        if not hasattr(user, "hub_user"):
            name = self.desk.marker or getpass.getuser()
            return Person(name, name, instructor=True)
        return Person(user.username, user.name or user.username, self.desk.leads(user))

    async def in_thread(self, do: Callable[[], T]) -> T:
        """Run what waits for the database or a file away from the server's own thread."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self.desk.threads, do)
        except DBAPIError as error:
            self.log.exception("the desk's database")
            raise trouble(error) from None

    async def look_up(self, find: Callable[[Course, Connection], T]) -> T:
        """Look something up in one state of the database."""

        def do() -> T:
            course = self.desk.course
            with course.database.reading() as connection:
                return find(course, connection)

        return await self.in_thread(do)

    def show(self, template: str, **values: Any) -> None:
        """Write a page, and set the token against forged requests that it sends back."""
        on_hub = hasattr(self.current_user, "hub_user")
        common = {
            "base": self.base_url,
            "at": self.request.uri,
            "person": self.person,
            "hub": os.environ.get("JUPYTERHUB_BASE_URL", "/") if on_hub else "",
            "form_token": self.form_token,
            "request_path": self.request.path,
        }
        _ = self.xsrf_token
        self.write(self.render_template(template, **common, **values))

    def page_number(self) -> int:
        """Which page of a list is asked for, from 1."""
        text = self.get_query_argument("page", "1")
        return int(text) if text.isdecimal() and len(text) < 7 else 1

    def form_token(self) -> Markup:
        """What each form sends besides its fields: the token, and a key for the action."""
        fields = {"_xsrf": self.xsrf_token.decode(), "key": secrets.token_urlsafe(18)}
        hidden = '<input type="hidden" name="{}" value="{}">'
        return Markup("").join(Markup(hidden).format(*field) for field in fields.items())  # noqa: S704

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A refusal in one line on a page of its own; everything else as the server has it."""
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, UnknownId):
            status_code, error = 404, Refused(str(error))
        if not isinstance(error, Refused) or self.current_user is None:
            super().write_error(status_code, **kwargs)
            return
        self.set_status(status_code)
        self.show("refused.html", words=str(error), status=status_code)
        self.finish()

    def send_error(self, status_code: int = 500, **kwargs: Any) -> None:
        """A refusal carries its own status."""
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, Refused):
            status_code = error.status
        super().send_error(status_code, **kwargs)

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """A refusal is no fault of the server."""
        if not isinstance(value, Refused | UnknownId):
            super().log_exception(typ, value, tb)

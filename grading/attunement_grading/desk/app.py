"""The desk as an extension of the course's own server, beside nbgrader's formgrader."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

from jupyter_server.extension.application import ExtensionApp, ExtensionAppJinjaMixin
from traitlets import Bool, List, Unicode

import attunement_course

from ..course_root import course_directory
from .course import Course
from .door import keep_to_the_desk
from .handlers import HANDLERS
from .words import FILTERS

HERE = Path(__file__).parent
LOOK = Path(attunement_course.__file__).parent / "look"
THREADS = 6
"""Requests that may wait for the database at once, while the server goes on answering."""


class Desk(ExtensionAppJinjaMixin, ExtensionApp):
    """Marking at `/desk`: prompt, answer and rubric side by side, blind, saved at once.

    Only the course's graders reach the server that this runs in; the person who marks is
    whoever is signed in.
    """

    name = "attunement_desk"
    extension_url = "/desk"
    default_url = "/desk"
    load_other_extensions = True
    static_paths = [str(HERE / "assets"), str(LOOK)]  # noqa: RUF012  # a trait of the base class
    template_paths = [str(HERE / "templates")]  # noqa: RUF012

    root = Unicode(help="The course root; by default the formgrader's, else the server's folder.")
    root.tag(config=True)
    instructors = List(Unicode(), help="Accounts that arrange marking, besides the group's.")
    instructors.tag(config=True)
    instructor_group = Unicode(help="The hub's group of instructors; instruct-COURSE by default.")
    instructor_group.tag(config=True)
    markers_at_the_desk_only = Bool(
        True,
        help="On a hub: whether graders who are no instructors reach the desk and nothing else. "
        "The formgrader would tell them whose work they mark, and what others gave.",
    ).tag(config=True)
    marker = Unicode(help="Without a hub: who marks. By default the account's name.")
    marker.tag(config=True)

    @cached_property
    def course(self) -> Course:
        """The course, found when it is first asked for: the formgrader may load after the desk."""
        server: Any = self.serverapp
        beside = server.web_app.settings.get("nbgrader_formgrader")
        if beside is not None and not self.root:
            return Course(beside.coursedir)
        return Course(course_directory(Path(self.root or server.root_dir)))

    @cached_property
    def threads(self) -> ThreadPoolExecutor:
        """Where the database is waited for."""
        return ThreadPoolExecutor(THREADS, "desk")

    def leads(self, user: Any) -> bool:
        """Whether a hub's user arranges marking."""
        groups = user.hub_user.get("groups") or ()
        return self.group in groups or user.username in self.instructors

    @property
    def group(self) -> str:
        """The hub's group of those who arrange marking."""
        return self.instructor_group or f"instruct-{self.course.name}"

    def initialize_handlers(self) -> None:
        """Register the desk's addresses, and keep markers to them."""
        server: Any = self.serverapp
        if self.markers_at_the_desk_only:
            keep_to_the_desk(server.identity_provider, self.leads)
        self.handlers.extend(HANDLERS)

    def _prepare_templates(self) -> None:
        super()._prepare_templates()
        self.settings[f"{self.name}_jinja2_env"].filters.update(FILTERS)

    async def stop_extension(self) -> None:
        """Let go of the database."""
        if "course" in self.__dict__:
            self.course.database.close()

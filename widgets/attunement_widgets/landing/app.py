"""The extension: its settings, its templates and its addresses."""

from __future__ import annotations

import os
from pathlib import Path

from jupyter_server.extension.application import ExtensionApp, ExtensionAppJinjaMixin
from traitlets import Unicode, default

import attunement_course

from .handlers import (
    LandingPage,
    RecordErasure,
    RecordExport,
    Reflections,
)

HERE = Path(__file__).parent
LOOK = Path(attunement_course.__file__).parent / "look"


class Landing(ExtensionAppJinjaMixin, ExtensionApp):
    """A page at `/attunement` that says what a learner can do next."""

    name = "attunement_landing"
    extension_url = "/attunement"
    default_url = "/attunement"
    load_other_extensions = True
    static_paths = [str(HERE / "assets"), str(LOOK)]  # noqa: RUF012  # a trait of the base class
    template_paths = [str(HERE / "templates")]  # noqa: RUF012

    course_id = Unicode(
        help="nbgrader's id of the course. Default: ATTUNEMENT_COURSE, else 'attunement'."
    ).tag(config=True)
    person = Unicode(
        help="How the learner is greeted. Default: ATTUNEMENT_PERSON, else the account's name."
    ).tag(config=True)
    instructor = Unicode(
        help="Who marks and answers questions. Default: ATTUNEMENT_INSTRUCTOR, else nobody named."
    ).tag(config=True)
    support = Unicode(
        help="One sentence of the institution: whom a learner can talk to. Default: a line that "
        "says that none is named."
    ).tag(config=True)

    @default("course_id")
    def _default_course_id(self) -> str:
        return os.environ.get("ATTUNEMENT_COURSE", "attunement")

    @default("person")
    def _default_person(self) -> str:
        return os.environ.get("ATTUNEMENT_PERSON") or os.environ.get("JUPYTERHUB_USER", "")

    @default("instructor")
    def _default_instructor(self) -> str:
        return os.environ.get("ATTUNEMENT_INSTRUCTOR", "")

    def initialize_settings(self) -> None:
        """Hand the settings to the handlers."""
        self.settings.update({"attunement_landing": self})

    def initialize_handlers(self) -> None:
        """Register the page, its one part that changes, and the learner's record."""
        self.handlers.extend(
            [
                (r"/attunement/?", LandingPage),
                (r"/attunement/reflections", Reflections),
                (r"/attunement/record/export", RecordExport),
                (r"/attunement/record/erase", RecordErasure),
            ]
        )

"""The extension: its templates and its addresses, beside nbgrader's formgrader."""

from __future__ import annotations

from pathlib import Path

from jupyter_server.extension.application import ExtensionApp, ExtensionAppJinjaMixin

import attunement_course

from .handlers import Progress, TeachingPage, Tick

HERE = Path(__file__).parent
LOOK = Path(attunement_course.__file__).parent / "look"


class Teaching(ExtensionAppJinjaMixin, ExtensionApp):
    """A page at `/teach` that says how the course stands and what to do next.

    The server it runs in belongs to the course: the hub lets only the course's instructors
    reach it. What the page shows is read from nbgrader's folders and gradebook; what its
    buttons do, nbgrader's formgrader does.
    """

    name = "attunement_teaching"
    extension_url = "/teach"
    default_url = "/teach"
    load_other_extensions = True
    static_paths = [str(HERE / "assets"), str(LOOK)]  # noqa: RUF012  # a trait of the base class
    template_paths = [str(HERE / "templates")]  # noqa: RUF012

    def initialize_handlers(self) -> None:
        """Register the page, its one part that changes, and the checklist."""
        self.handlers.extend(
            [(r"/teach/?", TeachingPage), (r"/teach/progress", Progress), (r"/teach/tick", Tick)]
        )

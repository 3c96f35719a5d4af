"""Everything that a start does before the hub: once the first time, checked ever after."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

import attunement_course
from attunement_course import catalog
from attunement_course.course_folder import find_course

from .demo import COURSE, Demo, write_private
from .modules import place
from .people import EARLY, INSTRUCTOR, MARKER, PEOPLE
from .refusals import Refusal
from .surroundings import free_ports, proxy_command

ASSIGNMENT = "p2"
"""The assignment that one learner has handed in before the demo opens."""
DUTY = (
    "**This is a demo.** No institution stands behind it and nobody is obliged to pass anything "
    "on. A real course puts its own text here; put no real person's story into this one."
)
TOKENS = Path(attunement_course.__file__).parent / "look" / "tokens.css"


@contextmanager
def step(words: str) -> Iterator[None]:
    """Say what is being done, then how long it took."""
    click.echo(f"  {words + ' ':.<58}", nl=False)
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        click.echo(" stopped")
        raise
    click.echo(f" {time.monotonic() - begun:4.1f} s")


def set_up(demo: Demo, folder: Path) -> dict[str, Any]:
    """Make the demo's course, people and first submission, or find those of last time."""
    record = demo.read()
    if record is None or record["stage"] != "ready":
        record = demo.begin()
        for words, act in _first_time(demo, folder):
            with step(words):
                act()
        demo.finish(record)
    else:
        click.echo("  found the work of last time")
    with step("bringing the modules up to date"):
        kept = place_modules(demo)
    for file in kept:
        click.echo(f"  left as its owner changed it: {file}")
    return record


def _first_time(demo: Demo, folder: Path) -> list[tuple[str, Callable[[], None]]]:
    # nbgrader takes a second to import, which a second start does not have to wait for.
    from . import coursework

    answer = (folder / "demo-answer.md").read_text(encoding="utf-8")
    names = offered()
    return [
        ("building the course root", lambda: build(demo, names)),
        (f"releasing {', '.join(names)}", lambda: coursework.release(demo, names)),
        ("entering the learners in the gradebook", lambda: coursework.enrol(demo)),
        (
            f"handing in {ASSIGNMENT} as {EARLY.name}",
            lambda: coursework.hand_in(demo, ASSIGNMENT, answer),
        ),
    ]


def offered() -> list[str]:
    """The assignments of the modules that the course has, in the order of teaching."""
    modules = find_course().modules
    taught = [one for one in catalog.modules() if (modules / one["notebook"]).is_file()]
    return [one["assignment"] for one in taught if "assignment" in one]


def build(demo: Demo, assignments: list[str]) -> None:
    """Build nbgrader's course root from the course's assignments and rubrics."""
    from ..build import CannotBuild, build_root

    try:
        build_root(
            demo.course_root,
            assignments,
            course_id=COURSE,
            exchange=demo.exchange,
            duty_to_report=DUTY,
            progress=lambda _line: None,
        )
    except CannotBuild as error:
        raise Refusal(str(error)) from None


def place_modules(demo: Demo) -> list[Path]:
    """Copy the modules into everybody's home; return those that their owners have changed."""
    homes = [demo.home(person.name) for person in PEOPLE if person is not MARKER]
    for home in homes:
        home.mkdir(parents=True, exist_ok=True)
    return place(find_course().modules, homes, demo.placed)


def write_settings(demo: Demo, folder: Path, port: int, password: str) -> None:
    """Write what jupyterhub_config.py reads at this start."""
    hub_port, proxy_port, service_port = free_ports(3)
    content = {
        "state": str(demo.state),
        "course_id": COURSE,
        "course_root": str(demo.course_root),
        "exchange": str(demo.exchange),
        "port": port,
        "hub_port": hub_port,
        "proxy_port": proxy_port,
        "service_port": service_port,
        "proxy_command": proxy_command(folder),
        "password": password,
        "people": [person.as_dict() for person in PEOPLE],
        "instructor_shown": INSTRUCTOR.shown,
        "tokens": str(TOKENS),
    }
    demo.hub.mkdir(parents=True, exist_ok=True)
    write_private(demo.settings, content)

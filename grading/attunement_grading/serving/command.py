"""`attunement serve`: parses, then sets up, starts, waits and ends."""

from __future__ import annotations

import signal
import sys
import threading
import time
from pathlib import Path
from types import FrameType

import click

from .demo import Demo, default_state
from .hub import Hub, end_all
from .people import EARLY, PEOPLE
from .refusals import Refusal
from .setting_up import (
    ASSIGNMENT,
    set_up,
    step,
    write_settings,
)
from .surroundings import (
    hub_folder,
    proxy_command,
    put_own_programs_first,
    require_free,
)

WORD = "erase"
"""What a person types to start afresh."""


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    envvar="PORT",
    show_default=True,
    show_envvar=True,
    help="Port on this machine's loopback address.",
)
@click.option(
    "--state",
    type=click.Path(path_type=Path),
    default=None,
    metavar="DIR",
    help="Where the demo keeps its work.  [default: attunement-demo in your data folder]",
)
@click.option(
    "--reset",
    is_flag=True,
    envvar="RESET",
    show_envvar=True,
    help=f"Erase the demo's work and start afresh; asks for the word '{WORD}'.",
)
@click.option("--yes", is_flag=True, help="With --reset: do not ask.")
@click.option("--browser/--no-browser", default=False, help="Open the address when it is ready.")
def serve(port: int, state: Path | None, reset: bool, yes: bool, browser: bool) -> None:
    """Run the course as a demo on this machine: hub, invented people, assignments."""
    demo = Demo((state or default_state()).expanduser().resolve())
    with demo.held():
        folder = require_everything(demo, port)
        if reset:
            start_afresh(demo, yes)
        run(demo, folder, port, browser)


def require_everything(demo: Demo, port: int) -> Path:
    """Refuse before anything is changed; the folder of the hub's configuration."""
    put_own_programs_first()
    folder = hub_folder()
    proxy_command(folder)
    demo.refuse_foreign()
    end_all(demo.state)  # what a start that was killed has left, its proxy on the port too
    require_free(port)
    return folder


def start_afresh(demo: Demo, yes: bool) -> None:
    """Erase the demo's folder once a person has said so."""
    if not demo.record.is_file():
        return
    if not yes:
        if not sys.stdin.isatty():
            raise Refusal("--reset erases the demo's work; where nobody can be asked, add --yes")
        click.echo(f"This erases all work in the demo, everybody's: {demo.state}")
        if click.prompt(f"Type {WORD} to go on", default="", show_default=False) != WORD:
            raise Refusal("nothing was erased")
    demo.erase()


def run(demo: Demo, folder: Path, port: int, browser: bool) -> None:
    """Set up, start the hub, say where it is, wait for Ctrl-C, end everything."""
    begun = time.monotonic()
    click.echo("attunement: a demo of the course, on this machine only")
    password = set_up(demo, folder)["password"]
    write_settings(demo, folder, port, password)
    hub = Hub(demo, folder, port)
    asked_to_end = listen_for_the_end()
    try:
        with step("starting the hub"):
            hub.start()
            hub.wait_until_ready(asked_to_end)
        if not asked_to_end.is_set():
            click.echo(ready(demo, port, password, time.monotonic() - begun))
            if browser:
                click.launch(f"http://127.0.0.1:{port}/")
        while not asked_to_end.wait(0.5):
            hub.require_running()
        click.echo("\nending the hub and every server it started")
    finally:
        hub.stop()
    click.echo(f"ended; the work is kept in {demo.state}")


def listen_for_the_end() -> threading.Event:
    """An event that Ctrl-C, a polite kill or a closed terminal sets."""
    asked = threading.Event()

    def note(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, note)
    return asked


def ready(demo: Demo, port: int, password: str, seconds: float) -> str:
    """What is printed when people can come in."""
    early = f", has handed in {ASSIGNMENT} already"
    people = "\n".join(
        f"    {person.name:<8} {person.role}: {person.shown}{early if person is EARLY else ''}"
        for person in PEOPLE
    )
    return f"""
Ready after {seconds:.1f} s:  http://127.0.0.1:{port}/

  Log in as one of these, with the password  {password}
{people}

This is a demo on this machine only. Its people are invented, they share one password,
and every server runs under your own account, so it keeps nobody's files from anybody.
Put no real person's work into it. How to set up a real course: deploy/README.md

What people do here is kept in {demo.state}
Ctrl-C ends it; the next start finds the work again; make serve RESET=1 starts afresh."""

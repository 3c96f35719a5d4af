"""`attunement desk`: the marking desk of a course root, on this machine, without a hub."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from ..cli import root_option


@click.command()
@root_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8020,
    show_default=True,
    help="Port on this machine's loopback address; 0 for a free one.",
)
@click.option(
    "--marker", default=None, metavar="NAME", help="Who marks.  [default: your account's name]"
)
@click.option("--browser/--no-browser", default=False, help="Open the desk when it is ready.")
def desk(root: Path, port: int, marker: str | None, browser: bool) -> None:
    """Mark a course root's submissions on this machine, with nobody else and no hub.

    The address that it prints carries a token: whoever has it can mark.
    """
    from ..course_root import NotACourseRoot, course_directory

    try:
        course_directory(root)
    except NotACourseRoot as error:
        raise click.ClickException(str(error)) from None
    from .alone import serve

    serve(root.resolve(), port, (marker or getpass.getuser()).strip(), browser)

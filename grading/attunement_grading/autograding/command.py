"""`attunement autograde` and `attunement feedback`: they parse and delegate."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from ..cli import root_option

PASSING_ON = {"ignore_unknown_options": True, "allow_extra_args": True}
"""nbgrader's own settings, such as --Execute.timeout=60, are handed on to it."""


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """The options of both commands."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


OPTIONS = [
    click.argument("assignment"),
    root_option,
    click.option("--student", metavar="GLOB", help="Only these learners, e.g. ada or 'a*'."),
    click.option("--force", "-f", is_flag=True, help="Do again what was done before."),
    click.option("--db", metavar="URL", help="The gradebook, where it is not the root's own."),
    click.option(
        "--workers",
        type=click.IntRange(1),
        default=os.cpu_count() or 1,
        show_default="one a processor",
        help="Processes on this machine.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Work on a Dask cluster instead: its scheduler's address, e.g. tcp://10.0.0.1:8786.",
    ),
    click.option(
        "--json", "as_json", is_flag=True, help="Tell what happens as JSON, one event a line."
    ),
]


@click.command(context_settings=PASSING_ON)
@shared
@click.option("--create", is_flag=True, help="Make learners' entries; always done, as by nbgrader.")
@click.option("--no-execute", is_flag=True, help="Run no code and keep the outputs handed in.")
@click.option(
    "--sandbox",
    type=click.Choice(["bubblewrap", "namespaces"]),
    help="This one, where code is to be run.  [default: the first that works]",
)
@click.option(
    "--unsandboxed",
    is_flag=True,
    help="Run learners' code without a sandbox. Only where you trust every one of them.",
)
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="WHAT=NUMBER",
    help="A bound for each submission's code: time (s), memory (MB), processes, output (MB), "
    "disk (MB).  [default: time=600 memory=2048 processes=64 output=10 disk=256]",
)
@click.pass_context
def autograde(ctx: click.Context, /, create: bool, no_execute: bool, **options: Any) -> None:
    """Autograde what was handed in, as `nbgrader autograde` would, side by side.

    Takes nbgrader's own settings too, such as --Execute.timeout=60. Stopped at any point, it
    takes up where it was when it is run again.
    """
    words = ["--no-execute"] if no_execute else []
    options["limits"] = _limits(options["limits"])
    _run("autograde", [*words, *ctx.args], options)


@click.command(context_settings=PASSING_ON)
@shared
@click.pass_context
def feedback(ctx: click.Context, /, **options: Any) -> None:
    """Make the feedback pages of what was marked, as `nbgrader generate_feedback` would.

    Makes anew what changed since: the graded notebook, a mark, a comment.
    """
    _run("feedback", ctx.args, {"limits": {}, **options})


def _run(command: str, words: list[str], options: dict[str, Any]) -> None:
    """Sort the options into nbgrader's and ours."""
    from .running import run

    assignment, root = options.pop("assignment"), options.pop("root")
    force, as_json = options.pop("force"), options.pop("as_json")
    for name in ("student", "db"):
        value = options.pop(name)
        words += [f"--{name}={value}"] if value is not None else []
    status = run(command, assignment, root, words, options, force=force, as_json=as_json)
    sys.exit(status)


def _limits(words: tuple[str, ...]) -> dict[str, int]:
    from .nursery.lockdown import Limits

    known = Limits().as_dict()
    chosen: dict[str, int] = {}
    for word in words:
        name, _, number = word.partition("=")
        if name not in known or not number.isdigit() or not int(number):
            raise click.UsageError(
                f"--limit {word}: expected one of {', '.join(known)}, '=' and a number above 0"
            )
        chosen[name] = int(number)
    return chosen

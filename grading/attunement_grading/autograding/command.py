"""`attunement autograde`: parses, then grades and reports."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from ..cli import root_option


@click.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("assignment")
@root_option
@click.option("--student", metavar="GLOB", help="Only these learners, e.g. ada or 'a*'.")
@click.option("--force", "-f", is_flag=True, help="Grade again what was graded before.")
@click.option("--create", is_flag=True, help="Make learners' entries; always done, as by nbgrader.")
@click.option("--no-execute", is_flag=True, help="Run no code and keep the outputs handed in.")
@click.option("--db", metavar="URL", help="The gradebook, where it is not the root's own.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="one a processor",
    help="Processes on this machine.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Grade on a Dask cluster instead: its scheduler's address, e.g. tcp://10.0.0.1:8786.",
)
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
@click.option(
    "--json", "as_json", is_flag=True, help="Tell what happens as JSON, one event a line."
)
@click.pass_context
def autograde(
    ctx: click.Context,
    assignment: str,
    root: Path,
    student: str | None,
    force: bool,
    create: bool,
    no_execute: bool,
    db: str | None,
    workers: int,
    scheduler: str | None,
    sandbox: str | None,
    unsandboxed: bool,
    limits: tuple[str, ...],
    as_json: bool,
) -> None:
    """Autograde what was handed in, as `nbgrader autograde` would, side by side.

    Takes nbgrader's own settings too, such as --Execute.timeout=60. Stopped at any point, it
    takes up where it was when it is run again.
    """
    arguments = [*_for_nbgrader(student, no_execute, db), *ctx.args]
    from .running import run

    bounds = _limits(limits)
    place = {
        "workers": workers,
        "scheduler": scheduler,
        "sandbox": sandbox,
        "unsandboxed": unsandboxed,
        "limits": bounds,
    }
    sys.exit(run(assignment, root, arguments, place, force=force, as_json=as_json))


def _for_nbgrader(student: str | None, no_execute: bool, db: str | None) -> list[str]:
    chosen: dict[str, Any] = {"student": student, "db": db}
    words = [f"--{name}={value}" for name, value in chosen.items() if value is not None]
    return [*words, "--no-execute"] if no_execute else words


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

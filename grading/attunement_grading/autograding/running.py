"""One run of `attunement autograde`, from its options to its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from .quick_imports import leave_out_what_is_slow

leave_out_what_is_slow()

from nbgrader.apps import AutogradeApp  # noqa: E402

from ..course_root import NotACourseRoot, load_course  # noqa: E402
from .aside import Busy  # noqa: E402
from .engine import CannotAutograde, Report, autograde  # noqa: E402
from .nursery.lockdown import Limits  # noqa: E402
from .planning import NothingThere  # noqa: E402
from .pool import CannotWork  # noqa: E402
from .sandbox import NoSandbox  # noqa: E402
from .this_machine import ThisMachine  # noqa: E402
from .watching import watch_for  # noqa: E402
from .words import plain  # noqa: E402

INTERRUPTED = 130
REFUSALS = (NotACourseRoot, CannotAutograde, NothingThere, Busy, NoSandbox, CannotWork)


def run(
    assignment: str,
    root: Path,
    arguments: Sequence[str],
    options: dict[str, Any],
    *,
    force: bool,
    as_json: bool,
) -> int:
    """Grade and report; 0 where every submission was graded, 1 where not."""
    limits = Limits(**options.pop("limits"))
    try:
        course = load_course(root, AutogradeApp, arguments)
        place = ThisMachine(limits=limits, **options)
        report = autograde(course, assignment, place, force=force, watch=watch_for(as_json))
    except REFUSALS as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        click.echo("Stopped. What was graded is recorded; run this again for the rest.", err=True)
        return INTERRUPTED
    if not as_json:
        _say(report)
    return 1 if report.failed else 0


def _say(report: Report) -> None:
    for student, notes in sorted(report.notes.items()):
        for note in notes:
            click.echo(f"{plain(student)}: {note}")
    for student, error in sorted(report.failed.items()):
        click.echo(f"FAILED {plain(student)}: {error}", err=True)
    if report.sandbox:
        click.echo(f"sandbox: {report.sandbox}")
    rate = f", {report.done / report.seconds:.1f} a second" if report.done else ""
    click.echo(
        f"{report.graded} graded, {len(report.failed)} failed, {report.skipped} unchanged "
        f"in {report.seconds:.1f} s{rate}"
    )
    sys.stdout.flush()

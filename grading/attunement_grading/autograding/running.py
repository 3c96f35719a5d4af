"""One run of `attunement autograde`, from its options to its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from nbgrader.apps import AutogradeApp, GenerateFeedbackApp
from sqlalchemy.exc import SQLAlchemyError

from ..course_root import NotACourseRoot, load_course
from .aside import Busy
from .engine import CannotAutograde, Place, run_task
from .nursery.lockdown import Limits
from .planning import NothingThere
from .pool import CannotWork
from .report import Report
from .sandbox import NoSandbox
from .task import AUTOGRADING, RETURNING
from .this_machine import ThisMachine
from .watching import watch_for
from .words import first_line, plain

INTERRUPTED = 130
DONE = {"autograde": "graded", "feedback": "made"}
REFUSALS = (NotACourseRoot, CannotAutograde, NothingThere, Busy, NoSandbox, CannotWork)


TASKS: dict[str, Any] = {
    "autograde": (AUTOGRADING, AutogradeApp),
    "feedback": (RETURNING, GenerateFeedbackApp),
}
"""What each command does, and nbgrader's program whose options it takes."""


def run(
    command: str,
    assignment: str,
    root: Path,
    arguments: Sequence[str],
    options: dict[str, Any],
    *,
    force: bool,
    as_json: bool,
) -> int:
    """Grade and report; 0 where every submission was graded, 1 where not."""
    task, program = TASKS[command]
    limits = Limits(**options.pop("limits"))
    try:
        course = load_course(root, program, arguments)
        place = _place(limits, **options)
        watch = watch_for(as_json, DONE[command])
        report = run_task(task, course, assignment, place, force=force, watch=watch)
    except REFUSALS as error:
        raise click.ClickException(str(error)) from None
    except SQLAlchemyError as error:
        said = first_line(str(error))
        raise click.ClickException(f"the gradebook could not be used: {said}") from None
    except KeyboardInterrupt:
        click.echo("Stopped. What was done is recorded; run this again for the rest.", err=True)
        return INTERRUPTED
    if not as_json:
        _say(report, DONE[command])
    return 1 if report.failed else 0


def _place(limits: Limits, workers: int, scheduler: str | None, **options: Any) -> Place:
    if scheduler is None:
        return ThisMachine(workers, limits, **options)
    from .cluster import Cluster

    return Cluster(scheduler, limits, **options)


def _say(report: Report, done: str) -> None:
    for student, notes in sorted(report.notes.items()):
        for note in notes:
            click.echo(f"{plain(student)}: {note}")
    for student, error in sorted(report.failed.items()):
        click.echo(f"FAILED {plain(student)}: {error}", err=True)
    if report.sandbox:
        click.echo(f"sandbox: {report.sandbox}")
    rate = f", {report.done / report.seconds:.1f} a second" if report.done else ""
    click.echo(
        f"{report.graded} {done}, {len(report.failed)} failed, {report.skipped} unchanged "
        f"in {report.seconds:.1f} s{rate}"
    )
    sys.stdout.flush()

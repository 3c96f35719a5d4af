"""`attunement record`: what a learner can do with their own record."""

from __future__ import annotations

from pathlib import Path

import click

from ..nearest import nearest
from ..responses import LearnerRecord, RecordError

folder_option = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the record lies; by default your own.",
)


@click.group()
def record() -> None:
    """Your own record of exercises: take a copy, or erase it."""


@record.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("attunement-record.json"),
    show_default=True,
)
@folder_option
def export(output: Path, folder: Path | None) -> None:
    """Write all your attempts to one file."""
    mine = LearnerRecord(folder)
    try:
        count = mine.export(output)
    except RecordError as error:
        raise click.ClickException(str(error)) from None
    _say(mine, f"{_counted(count)} from {mine.described} written to {output}")


@record.command()
@click.option("--exercise", help="Only the attempts at this exercise.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@folder_option
def erase(exercise: str | None, yes: bool, folder: Path | None) -> None:
    """Erase your attempts for good, what is damaged included."""
    mine = LearnerRecord(folder)
    if not mine.folder.exists():
        click.echo(f"nothing is kept in {mine.described}")
        return
    what = _what(mine, exercise)
    if not yes:
        click.confirm(f"Erase {what} from {mine.described}? It cannot be undone", abort=True)
    _say(mine, f"{_counted(mine.erase(exercise))} erased")


def _what(mine: LearnerRecord, exercise: str | None) -> str:
    """What would be erased, in words; an exercise without attempts is an error of use."""
    count = len(mine.attempts(exercise))
    if exercise is None:
        return f"the whole record ({_counted(count)})"
    if count == 0:
        near = nearest(exercise, sorted({str(one.get("exercise")) for one in mine.attempts()}))
        raise click.ClickException(f"no attempt at {exercise!r} is kept{near}")
    return f"{_counted(count)} at {exercise}"


def _counted(count: int) -> str:
    return "1 attempt" if count == 1 else f"{count} attempts"


def _say(mine: LearnerRecord, text: str) -> None:
    click.echo(text)
    for notice in mine.notices:
        click.echo(f"note: {notice}", err=True)

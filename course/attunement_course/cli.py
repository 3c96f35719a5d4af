"""`attunement`: the command line. It parses and delegates.

Commands are loaded when they are asked for, so that a learner's `attunement record export`
needs neither pydantic nor YAML. Other distributions join through the entry-point group
``attunement.commands``: the entry's name is the command's, its value a click command.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import NoReturn

import click

from . import __version__
from .catalog import ContentMissing, UnknownId
from .nearest import nearest
from .record_place import RecordError

GROUP = "attunement.commands"
OWN = {
    "check": "attunement_course.commands.check:check",
    "compile": "attunement_course.commands.compile:compile_",
    "coverage": "attunement_course.commands.coverage:coverage",
    "doctor": "attunement_course.commands.doctor:doctor",
    "record": "attunement_course.commands.record:record",
    "schema": "attunement_course.commands.schema:schema",
}
AUTHOR_PACKAGES = ("pydantic", "ruamel")


class Commands(click.Group):
    """The course's own commands and those of the distributions installed beside it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, sorted."""
        return sorted({*OWN, *_joined()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; None where no distribution has it."""
        if cmd_name in OWN:
            return _load_own(cmd_name)
        joined = _joined()
        return _load_joined(joined[cmd_name]) if cmd_name in joined else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest names where there is no such command."""
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            near = nearest(name, self.list_commands(ctx))
            raise click.UsageError(f"there is no command {name!r}{near}", ctx)
        return super().resolve_command(ctx, args)


def _joined() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _load_own(name: str) -> click.Command:
    module, attribute = OWN[name].split(":")
    try:
        return getattr(import_module(module), attribute)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in AUTHOR_PACKAGES:
            raise
        return _unavailable(
            name,
            "needs the packages of authors; run `pip install 'attunement-course[author]'`",
        )


def _load_joined(entry: EntryPoint) -> click.Command:
    try:
        command = entry.load()
    except Exception as error:  # another distribution's fault must not end this program
        return _unavailable(entry.name, f"cannot be loaded: {_one_line(error)}")
    if isinstance(command, click.Command):
        return command
    return _unavailable(entry.name, f"is not a click command ({entry.value})")


def _unavailable(name: str, reason: str) -> click.Command:
    def refuse(ctx: click.Context, **_: object) -> None:
        raise click.ClickException(f"`attunement {name}` {reason}")

    return click.Command(
        name,
        callback=click.pass_context(refuse),
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
        short_help=f"(not available: {reason})",
        add_help_option=False,
    )


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="attunement")
def attunement() -> None:
    """The course on relational attunement: its content, its house, its grading."""


def main() -> None:
    """Run the command line; what a person can mend is said in one line, exit code 1."""
    try:
        attunement()
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _end(f"{place}{error.strerror or _one_line(error)}")
    except (ContentMissing, RecordError, UnknownId) as error:
        _end(_one_line(error))


def _end(text: str) -> NoReturn:
    click.echo(f"Error: {text}", err=True)
    sys.exit(1)

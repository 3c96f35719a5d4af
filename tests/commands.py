"""Runs `attunement` within the test's own process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from attunement_course.cli import attunement


def run(*arguments: object, said: str | None = None) -> Result:
    """What a command says and how it ends; ``said`` is what somebody types."""
    return CliRunner().invoke(attunement, list(map(str, arguments)), input=said)


def error_of(result: Result) -> str:
    """The one line that says what was wrong; a traceback would be no click exit."""
    assert isinstance(result.exception, SystemExit), result.exception
    lines = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert len(lines) == 1
    assert "Traceback" not in result.output
    return lines[0].removeprefix("Error: ")

"""`attunement doctor`: what this machine still needs."""

from __future__ import annotations

import click

from ..doctor import examine


@click.command()
def doctor() -> None:
    """Say for each thing the course leans on whether it is fine, and what to do if not."""
    findings = examine()
    for finding in findings:
        click.echo(finding)
    faults = [one for one in findings if one.needed and not one.fine]
    if faults:
        raise click.exceptions.Exit(1)

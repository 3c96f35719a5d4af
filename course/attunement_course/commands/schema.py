"""`attunement schema`: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path

import click

from ..json_schema import write_schemas
from ._course import course_of, root_option


@click.command()
@root_option
def schema(root: Path | None) -> None:
    """Write the JSON Schema of each kind of content, for editors that complete and check."""
    folder = course_of(root)
    written = write_schemas(folder.content / "schema")
    for path in written:
        click.echo(f"{folder.shown(path)} written")
    if not written:
        click.echo("the schemas are current")

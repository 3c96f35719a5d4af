"""`attunement compile`: makes the file that the catalogue reads."""

from __future__ import annotations

from pathlib import Path

import click

from .. import catalog
from ..compiling import compile_shelf, write_compiled
from ..reading import read_content
from ._course import course_of, root_option


@click.command("compile")
@root_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path))
def compile_(root: Path | None, output: Path | None) -> None:
    """Compile the content's YAML into the JSON that the catalogue reads.

    Writes content.json beside the content folder unless -o names another file. With a
    problem in the content it lists all of them and writes nothing.
    """
    folder = course_of(root)
    shelf = read_content(folder.content, folder.base)
    for problem in sorted(shelf.problems):
        click.echo(problem)
    if shelf.problems:
        raise click.ClickException(f"nothing compiled: {len(shelf.problems)} problem(s) above")
    target = output or folder.content.parent / catalog.COMPILED.name
    if not target.parent.is_dir():
        raise click.UsageError(f"{target.parent} is no folder; make it or name another with -o")
    write_compiled(compile_shelf(shelf), target)
    click.echo(f"{shelf.count} items compiled into {folder.shown(target)}")

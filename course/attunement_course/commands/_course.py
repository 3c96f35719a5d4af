"""The option that says which course, shared by the authors' commands."""

from __future__ import annotations

from pathlib import Path

import click

from ..course_folder import CourseFolder, NoCourse, find_course

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A course folder, or a content folder alone; by default the installed course.",
)


def course_of(root: Path | None) -> CourseFolder:
    """The course to work on; a folder without one is an error of use in one line."""
    try:
        return find_course(root)
    except NoCourse as error:
        raise click.ClickException(str(error)) from None

"""`attunement check`: everything that is wrong with the content, in one run."""

from __future__ import annotations

from pathlib import Path

import click

from ..checks import check_course, load_course
from ..joining import Checked, joined_checks
from ._course import course_of, root_option


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@root_option
def check(paths: tuple[Path, ...], root: Path | None) -> None:
    """Check the content and the notebooks; with PATHs, say only what concerns those.

    Every problem is one line, `path: field: what was wrong (got …)`, and the exit code is 1
    where there is one.
    """
    course = load_course(course_of(root))
    own = Checked(course.folder.base, tuple(course.files), tuple(check_course(course)))
    # What lies beside the installed course says nothing of another one.
    checked = [own, *(() if root else joined_checks(course))]
    wanted = _wanted(checked, paths)
    problems = [one for part in checked for one in part.problems if _concerns(one.path, wanted)]
    for problem in problems:
        click.echo(problem)
    if problems:
        raise click.exceptions.Exit(1)
    files = [path for part in checked for path in part.files if _concerns(path, wanted)]
    if not files:
        where = ", ".join(map(str, paths)) or own.base
        raise click.UsageError(f"no content and no notebook in {where}")
    click.echo(f"{len(files)} file{'s' * (len(files) != 1)} checked, no problems")


def _wanted(checked: list[Checked], paths: tuple[Path, ...]) -> list[str]:
    """The paths that were asked for, as messages name them."""
    bases = [part.base.resolve() for part in checked]
    wanted = []
    for path in paths:
        base = next((one for one in bases if path.resolve().is_relative_to(one)), None)
        if base is None:
            raise click.UsageError(f"{path} is not part of the course in {bases[0]}")
        wanted.append(path.resolve().relative_to(base).as_posix())
    return wanted


def _concerns(path: str, wanted: list[str]) -> bool:
    return not wanted or any(
        one == "." or path == one or path.startswith(f"{one}/") for one in wanted
    )

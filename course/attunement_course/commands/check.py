"""`attunement check`: everything that is wrong with the content, in one run."""

from __future__ import annotations

from pathlib import Path

import click

from ..checks import Course, check_course, load_course
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
    wanted = _wanted(course, paths)
    problems = [one for one in check_course(course) if _concerns(one.path, wanted)]
    for problem in problems:
        click.echo(problem)
    if problems:
        raise click.exceptions.Exit(1)
    files = [path for path in course.files if _concerns(path, wanted)]
    if not files:
        where = ", ".join(map(str, paths)) or course.folder.base
        raise click.UsageError(f"no content and no notebook in {where}")
    click.echo(f"{len(files)} file{'s' * (len(files) != 1)} checked, no problems")


def _wanted(course: Course, paths: tuple[Path, ...]) -> list[str]:
    base = course.folder.base
    for path in paths:
        if not path.resolve().is_relative_to(base):
            raise click.UsageError(f"{path} is not part of the course in {base}")
    return [course.folder.shown(path) for path in paths]


def _concerns(path: str, wanted: list[str]) -> bool:
    return not wanted or any(
        one == "." or path == one or path.startswith(f"{one}/") for one in wanted
    )

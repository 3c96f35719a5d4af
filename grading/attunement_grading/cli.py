"""The commands that this distribution adds to `attunement`: they parse and delegate."""

from __future__ import annotations

from pathlib import Path

import click

FORMS = ("csv",)
"""Forms of a table of marks; each has a writer in :mod:`attunement_grading.export`."""

root_option = click.option(
    "--root",
    required=True,
    type=click.Path(path_type=Path),
    help="The course root: a folder outside any tracked tree, for it holds learners' work.",
)


@click.command()
@root_option
@click.option("--assignment", "assignments", multiple=True, help="Build this one; all by default.")
@click.option("--course-id", default="attunement", show_default=True, help="nbgrader's course id.")
@click.option(
    "--exchange",
    type=click.Path(file_okay=False, path_type=Path),
    help="The exchange folder, where it is not nbgrader's default.",
)
@click.option(
    "--duty-to-report",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A Markdown file with your institution's text on what must be passed on.",
)
def build(
    root: Path,
    assignments: tuple[str, ...],
    course_id: str,
    exchange: Path | None,
    duty_to_report: Path | None,
) -> None:
    """Make an nbgrader course root from the course's assignments and rubrics.

    Refuses a folder that is not empty, and changes nothing in it.
    """
    from .build import CannotBuild, build_root

    text = _read(duty_to_report) if duty_to_report else None
    try:
        build_root(
            root,
            assignments,
            course_id=course_id,
            exchange=exchange,
            duty_to_report=text,
            progress=click.echo,
        )
    except CannotBuild as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Course root {root} is ready; its README.md says what comes next.")
    if text is None:
        click.echo("Still missing: your institution's duty-to-report text (--duty-to-report).")


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        raise click.ClickException(f"{path}: not a text in UTF-8") from None
    if not text:
        raise click.ClickException(f"{path}: empty; it should hold your institution's text")
    return text


@click.command()
@root_option
@click.option("--to", "form", type=click.Choice(FORMS), default="csv", show_default=True)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File to write."
)
@click.option("--assignment", "assignments", multiple=True, help="Only this one; all by default.")
@click.option("--bom", is_flag=True, help="Begin the file with a byte-order mark, for old Excel.")
def export(root: Path, form: str, output: Path, assignments: tuple[str, ...], bom: bool) -> None:
    """Write every learner's marks, criterion by criterion, as a table that is safe to open."""
    from .course_root import NotACourseRoot, open_gradebook
    from .export import WRITERS, mark_rows

    if output.is_dir() or not output.parent.is_dir():
        raise click.ClickException(f"{output}: not a file in an existing folder")
    try:
        gradebook = open_gradebook(root)
    except NotACourseRoot as error:
        raise click.ClickException(str(error)) from None
    with gradebook:
        _refuse_unknown(assignments, [one.name for one in gradebook.assignments])
        columns, rows = mark_rows(gradebook, assignments)
    WRITERS[form](output, columns, rows, bom)
    click.echo(f"{len(rows)} rows written to {output}")


def _refuse_unknown(wanted: tuple[str, ...], known: list[str]) -> None:
    from attunement_course.nearest import nearest

    for name in wanted:
        if name not in known:
            near = nearest(name, known)
            raise click.ClickException(f"the gradebook has no assignment {name!r}{near}")


@click.command()
@click.option(
    "--ratings",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="CSV with the columns target, rater, score and, if there are several, criterion.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option(
    "--plots",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Save plots there too, SVG and PNG, each with its text equivalent.",
)
def reliability(ratings: Path, as_json: bool, plots: Path | None) -> None:
    """Say how far markers agree, and whether a decimal grade may rest on their marks.

    Intraclass correlations, weighted kappa and Krippendorff's alpha with 95% intervals,
    each marker's severity and spread, and what they mean.
    """
    from .agreement import PackageMissing, RatingsRefused, read_ratings
    from .agreement.command import show

    try:
        table = read_ratings(ratings)
        show(table.ratings, where=str(ratings), as_json=as_json, plots=plots)
    except (RatingsRefused, PackageMissing) as error:
        raise click.ClickException(str(error)) from None
    if table.unscored:
        rows = ", ".join(map(str, table.unscored))
        click.echo(f"{ratings}: left out, for they have no score: rows {rows}", err=True)

"""`attunement reliability`: how far markers agree, from the desk's marks or from a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ..cli import refuse_unknown
from .packages import PackageMissing
from .ratings import Rating, RatingsRefused, ratings_of, read_ratings
from .studying import reports_of


@click.command()
@click.argument("assignment", required=False)
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    help="The course root in whose gradebook the assignment was marked.",
)
@click.option(
    "--ratings",
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
def reliability(
    assignment: str | None,
    root: Path | None,
    ratings: Path | None,
    as_json: bool,
    plots: Path | None,
) -> None:
    """Say how far markers agree, and whether a decimal grade may rest on their marks.

    Takes either an ASSIGNMENT that was marked at the desk, with --root, or --ratings.
    Intraclass correlations, weighted kappa and Krippendorff's alpha with 95% intervals,
    each marker's severity and spread, and what they mean.
    """
    from ..course_root import NotACourseRoot

    try:
        found, where, unscored = _ratings(assignment, root, ratings)
        show(found, where=where, as_json=as_json, plots=plots)
    except (RatingsRefused, PackageMissing, NotACourseRoot) as error:
        raise click.ClickException(str(error)) from None
    if unscored:
        rows = ", ".join(map(str, unscored))
        click.echo(f"{where}: left out, for they have no score: rows {rows}", err=True)


def _ratings(
    assignment: str | None, root: Path | None, file: Path | None
) -> tuple[Sequence[Rating], str, Sequence[int]]:
    """The ratings, what to call where they come from, and the file's rows without a score."""
    if file and not (assignment or root):
        table = read_ratings(file)
        return table.ratings, str(file), table.unscored
    if file or not (assignment and root):
        raise click.UsageError("give either ASSIGNMENT and --root, or --ratings FILE")
    from ..course_root import open_gradebook
    from ..desk.events import marks_given

    with open_gradebook(root) as gradebook:
        refuse_unknown((assignment,), [one.name for one in gradebook.assignments])
        return ratings_of(marks_given(gradebook, [assignment])), assignment, ()


def show(
    ratings: Iterable[Rating], *, where: str, as_json: bool = False, plots: Path | None = None
) -> None:
    """Print the study of some ratings, and save its plots where ``plots`` names a folder.

    Raises RatingsRefused with ``where`` in front, and PackageMissing.
    """
    from rich.console import Console

    from .showing import as_json as json_of
    from .showing import print_reports

    with Console(stderr=True).status("Working out how far markers agree …"):
        reports = reports_of(ratings, where=where)
    if as_json:
        click.echo(json.dumps(json_of(reports), indent=1, ensure_ascii=False))
    else:
        print_reports(Console(), reports)
    if plots is not None:
        from .saving import PAGE, save_plots

        saved = save_plots(reports, plots)
        click.echo(f"{len(saved)} files saved in {plots}; {PAGE} there shows them", err=True)

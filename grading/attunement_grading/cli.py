"""The commands that this distribution adds to `attunement`: they parse and delegate."""

from __future__ import annotations

from pathlib import Path

import click

FORMS = ("csv", "canvas", "moodle", "audit")
"""What marks can be written as; :mod:`attunement_grading.exporting` knows each."""

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
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write.")
@click.option("--assignment", "assignments", multiple=True, help="Only this one; all by default.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The registry's own export: its ids and columns are kept. For csv: an earlier table.",
)
@click.option(
    "--column",
    "headers",
    multiple=True,
    metavar="ASSIGNMENT=HEADER",
    help="Which of the registry's columns an assignment is, where its name does not say.",
)
@click.option("--names", is_flag=True, help="In an audit, say who is who; pseudonyms otherwise.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--bom", is_flag=True, help="Begin the file with a byte-order mark, for old Excel.")
def export(
    root: Path,
    form: str,
    output: Path | None,
    assignments: tuple[str, ...],
    against: Path | None,
    headers: tuple[str, ...],
    names: bool,
    dry_run: bool,
    bom: bool,
) -> None:
    """Write marks as a table that is safe to open, or as Canvas or Moodle import them.

    The table has every criterion. Canvas and Moodle get the total once all is marked; what
    is not marked yet stays as they have it. An audit has each mark that was ever given to
    one assignment at the desk, taken back or not, and nobody's name.
    """
    from .course_root import NotACourseRoot, open_gradebook
    from .exporting import export_of, show, write
    from .spreadsheet import SheetRefused

    _refuse_beside_an_audit(form, assignments, against, names, dry_run)
    target = _target(output, dry_run)
    named = _headers(headers, form, against, dry_run)
    try:
        with open_gradebook(root) as gradebook:
            known = [one.name for one in gradebook.assignments]
            refuse_unknown((*assignments, *named), known)
            table = export_of(gradebook, form, assignments, against, named, names=names)
        if target is None:
            show(table, against or (output if output and output.is_file() else None))
        else:
            write(table, target, bom)
    except (NotACourseRoot, SheetRefused) as error:
        raise click.ClickException(str(error)) from None


def _refuse_beside_an_audit(
    form: str, assignments: tuple[str, ...], against: Path | None, names: bool, dry_run: bool
) -> None:
    if form != "audit":
        if names:
            raise click.UsageError("--names goes with --to audit")
    elif len(assignments) != 1:
        raise click.UsageError("--to audit is for one assignment: name it with --assignment")
    elif against or dry_run:
        raise click.UsageError("--to audit draws new pseudonyms each time: nothing to compare")


def _target(output: Path | None, dry_run: bool) -> Path | None:
    """Where to write; None where nothing is to be written."""
    if dry_run:
        return None
    if output is None:
        raise click.UsageError("name a file to write with -o, or ask for --dry-run")
    if output.is_dir() or not output.parent.is_dir():
        raise click.ClickException(f"{output}: not a file in an existing folder")
    return output


def _headers(
    headers: tuple[str, ...], form: str, against: Path | None, dry_run: bool
) -> dict[str, str]:
    """Headers by assignment, as ``--column`` names them."""
    if form == "csv" and against and not dry_run:
        raise click.UsageError("--against with --to csv only compares; add --dry-run")
    if headers and (form in ("csv", "audit") or against is None):
        raise click.UsageError("--column goes with --against and --to canvas or moodle")
    named: dict[str, str] = {}
    for one in headers:
        name, _, header = one.partition("=")
        if not header:
            raise click.UsageError(f"--column {one}: write it as ASSIGNMENT=HEADER")
        named[name] = header
    return named


def refuse_unknown(wanted: tuple[str, ...], known: list[str]) -> None:
    """ClickException for a name that the gradebook has not, with the nearest that it has."""
    from attunement_course.nearest import nearest

    for name in wanted:
        if name not in known:
            near = nearest(name, known)
            raise click.ClickException(f"the gradebook has no assignment {name!r}{near}")

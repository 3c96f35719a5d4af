"""`attunement coverage`: claim by claim, what teaches it."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ..checks import Course, load_course
from ..coverage import PARTS, CitationRow, Row, citation_rows, coverage_rows, missing_parts
from ..vocabulary import STATUS_WORDS
from ._course import course_of, root_option


@click.command()
@root_option
@click.option("--json", "as_json", is_flag=True, help="Print a list of rows as JSON.")
@click.option("--citations", is_flag=True, help="The article's citations instead of its claims.")
def coverage(root: Path | None, as_json: bool, citations: bool) -> None:
    """Show for each claim its passages, exercises, items and evidence."""
    course = load_course(course_of(root))
    rows = citation_rows(course) if citations else coverage_rows(course)
    if as_json:
        click.echo(json.dumps(rows, indent=1))
    elif citations:
        _print_citations(citation_rows(course))
    else:
        _print(course, coverage_rows(course))
    for problem in sorted(course.problems):
        click.echo(f"left out: {problem}", err=True)


def _print(course: Course, rows: list[Row]) -> None:
    table = Table("claim", *PARTS, title="Coverage", title_justify="left", show_lines=False)
    for row in rows:
        table.add_row(row["claim"], *_counts(row), _evidence(course, row))
    console = Console()
    console.print(table)
    whole = sum(not missing_parts(row) for row in rows)
    console.print(f"{whole} of {len(rows)} claims have every part; the others say what is missing.")


def _print_citations(rows: list[CitationRow]) -> None:
    table = Table("citation", *PARTS, title="Citations", title_justify="left")
    for row in rows:
        *works, exists, supports = row["evidence"]
        found = f"exists: {exists}; supports: {supports}"
        table.add_row(row["citation"], *_counts(row), "\n".join([*works, found]))
    console = Console()
    console.print(table)
    whole = sum(not missing_parts(row) for row in rows)
    console.print(f"{whole} of {len(rows)} citations have every part.")


def _counts(row: Row | CitationRow) -> list[str]:
    """Passages as places of each notebook, the rest as ids; "missing" where there is none."""
    notebooks: dict[str, list[str]] = {}
    for passage in row["passages"]:
        name, _, place = passage.partition("#cell-")
        notebooks.setdefault(name.removesuffix(".ipynb"), []).append(place)
    passages = [f"{name} {', '.join(places)}" for name, places in notebooks.items()]
    return [_listed(passages), _listed(row["exercises"]), _listed(row["items"])]


def _evidence(course: Course, row: Row) -> str:
    if not row["evidence"]:
        return "missing: claim not entered"
    *works, status = row["evidence"]
    marks = [course.shelf.items["works"][id].mark for id in works if id in _works(course)]
    checked = f"{marks.count('checked')} of {len(works)} works checked" if works else "no works"
    return f"{STATUS_WORDS[status]}; {checked}"


def _works(course: Course) -> dict[str, object]:
    return course.shelf.items["works"]


def _listed(ids: list[str]) -> str:
    return "\n".join(ids) or "missing"

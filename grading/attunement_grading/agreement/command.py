"""What `attunement reliability` does once it has its ratings, wherever they come from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from ..mark_events import MarkEvent
from .ratings import Rating, ratings_of
from .studying import reports_of


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


def show_assignment(
    events: Iterable[MarkEvent],
    assignment: str,
    *,
    as_json: bool = False,
    plots: Path | None = None,
) -> None:
    """The same for an assignment whose marks the desk hands over as events."""
    show(ratings_of(events), where=assignment, as_json=as_json, plots=plots)

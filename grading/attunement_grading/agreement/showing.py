"""Reports as a page of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from ..terminal import plain
from .deciding import decision
from .notation import number, span
from .report import ICC_NAMES, TOTAL, WHOLE, Figure, Marker, Report
from .words import sentences

Json = dict[str, Any]
ALPHA = "krippendorff_alpha"


def as_json(reports: tuple[Report, ...]) -> Json:
    """One report as its figures; several under ``criteria``, by name, beside their ``total``.

    A figure is a number, or null where it is undefined; its interval is under the same key
    in ``ci``, and why it is undefined in ``undefined``.
    """
    if reports[0].name == WHOLE:
        return _json(reports[0])
    whole = {report.name: _json(report) for report in reports if report.name == TOTAL}
    parts = {report.name: _json(report) for report in reports if report.name != TOTAL}
    return {"criteria": parts, **whole}


def _json(report: Report) -> Json:
    figures = {**report.icc, **{f"{ALPHA}.{name}": one for name, one in report.alpha.items()}}
    return {
        **{key: figure.value for key, figure in report.icc.items()},
        ALPHA: {scale: figure.value for scale, figure in report.alpha.items()},
        "ci": {
            **{key: figure.interval for key, figure in report.icc.items()},
            ALPHA: {scale: figure.interval for scale, figure in report.alpha.items()},
        },
        "undefined": {key: one.reason for key, one in figures.items() if one.value is None},
        "rests_on": {key: one.targets for key, one in figures.items()},
        "targets": report.targets,
        "targets_rated_twice": report.shared,
        "raters": list(report.raters),
        "block": list(report.block),
        "weighted_kappa": {
            "mean": report.mean_kappa,
            "pairs": [
                {"raters": list(pair.raters), "kappa": pair.kappa.value, **_rest(pair.kappa)}
                for pair in report.pairs
            ],
        },
        "markers": [asdict(marker) for marker in report.markers],
        "gaps": {"unit": report.unit, **asdict(report.gaps)},
        "sentences": list(sentences(report)),
        "decision": asdict(decision(report)),
    }


def _rest(figure: Figure) -> Json:
    return {"targets": figure.targets, **({"reason": figure.reason} if figure.reason else {})}


def print_reports(console: Console, reports: Iterable[Report]) -> None:
    """Figures, pairs and markers as tables, then what they mean and what follows."""
    for report in reports:
        console.print()
        console.print(plain(report.name), style="bold")
        console.print(_counts(report))
        for table in (_figures(report), _pairs(report), _markers(report)):
            console.print(table)
        _print_words(console, report)


def _counts(report: Report) -> str:
    return (
        f"{report.targets} pieces, {len(report.raters)} markers; "
        f"{report.shared} pieces with two marks or more"
    )


def _print_words(console: Console, report: Report) -> None:
    for sentence in sentences(report):
        console.print(plain(sentence))
    verdict = decision(report)
    console.print(plain(verdict.reason), style="bold")
    for step in verdict.steps:
        console.print(plain(f"  - {step}"))


def _table(first: str, *rest: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(first, no_wrap=True)
    for heading in rest:
        table.add_column(heading)
    return table


def _figures(report: Report) -> Table:
    table = _table("figure", "value", "95% interval", "pieces", "")
    for key, figure in report.icc.items():
        table.add_row(key, *_cells(figure), _note(figure, ICC_NAMES[key]))
    for scale, figure in report.alpha.items():
        table.add_row(f"{ALPHA} {scale}", *_cells(figure), _note(figure, ""))
    return table


def _note(figure: Figure, name: str) -> str:
    return figure.reason or (f"{name}, k = {figure.raters}" if name.endswith("k)") else name)


def _cells(figure: Figure) -> tuple[str, str, str]:
    return number(figure.value), span(figure.interval), str(figure.targets)


def _pairs(report: Report) -> Table:
    table = _table("two markers", "weighted kappa", "pieces", "")
    for pair in report.pairs:
        figure = pair.kappa
        both = plain(" and ".join(pair.raters))
        table.add_row(both, number(figure.value), str(figure.targets), figure.reason)
    table.add_row("mean of the pairs", number(report.mean_kappa), "", "", style="bold")
    return table


def _markers(report: Report) -> Table:
    table = _table("marker", "pieces", "severity", "95% interval", "spread", "others' spread")
    for one in report.markers:
        table.add_row(plain(one.rater), str(one.targets), *_marker_cells(one))
    return table


def _marker_cells(one: Marker) -> list[str]:
    spreads = (one.spread, one.others_spread)
    return [
        f"{one.severity:+.2f}",
        span(one.severity_interval),
        *("undefined" if spread is None else f"{spread:.2f}" for spread in spreads),
    ]

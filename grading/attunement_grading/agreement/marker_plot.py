"""The plot of each marker's severity and spread."""

from __future__ import annotations

from typing import Any

from .deciding import is_apart
from .drawing import DOT, Axes, Colours, Mark, Plot, bar, canvas, name_rows, titled
from .notation import span
from .report import Marker, Report


def markers_plot(report: Report) -> Plot:
    """A row for each marker: severity with its interval, and spread beside the others'."""
    apart = [one.rater for one in report.markers if is_apart(one)]
    title = titled(
        report,
        f"{len(apart)} of {len(report.markers)} markers clearly mark higher or lower"
        if apart
        else "no marker clearly marks higher or lower than the others",
    )
    rows = "; ".join(_marker_words(one) for one in report.markers)
    alt = (
        f"{title}. Left, severity in {report.unit}s with 95% intervals: below 0 is "
        "lower than the others on the same pieces. Right, the spread of own marks as a dot, the "
        f"others' as a line. {rows}."
    )
    name = f"markers-{report.name}"
    return Plot(name, title, alt, lambda colours: _draw_markers(report, title, colours))


def _marker_words(one: Marker) -> str:
    spread = "undefined" if one.spread is None else f"{one.spread:.2f}"
    others = "undefined" if one.others_spread is None else f"{one.others_spread:.2f}"
    return (
        f"{one.rater}: {one.severity:+.2f} ({span(one.severity_interval)}), "
        f"spread {spread} beside {others}"
    )


def _draw_markers(report: Report, title: str, colours: Colours) -> Any:
    markers = report.markers
    figure, (left, right) = canvas(title, 1.9 + 0.38 * len(markers), 2, 2)
    left.axvline(0, color=colours["line"], lw=1)
    for row, one in enumerate(markers):
        look = Mark(colours["caution"], "s") if is_apart(one) else Mark(colours["accent"], "o")
        bar(left, row, one.severity, one.severity_interval, look)
        _draw_spread(right, row, one, colours)
    name_rows(left, (one.rater for one in markers), len(markers))
    name_rows(right, ("" for _ in markers), len(markers))
    right.set_xlim(left=0)
    left.set_xlabel(f"severity, {report.unit}s: lower ← 0 → higher\n(square: clearly apart)")
    right.set_xlabel(f"spread, {report.unit}s (standard deviation)\n(dot: own, line: others')")
    return figure


def _draw_spread(axes: Axes, row: int, one: Marker, colours: Colours) -> None:
    if one.others_spread is not None:
        axes.plot([one.others_spread] * 2, [row - 0.25, row + 0.25], color=colours["ink"], lw=2)
    if one.spread is not None:
        axes.plot(one.spread, row, "o", color=colours["accent"], ms=DOT)

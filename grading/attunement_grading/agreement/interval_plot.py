"""The plot of all criteria's intervals beside the bar for decimal grades."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from .deciding import BAR, single_key
from .drawing import Axes, Colours, Mark, Plot, bar, canvas, name_rows
from .notation import number, with_interval
from .report import ICC_NAMES, Figure, Report


def intervals_plot(reports: Sequence[Report]) -> Plot:
    """A row for each report: a single mark's ICC and alpha, each with its interval."""
    title = _intervals_title(reports)
    rows = "; ".join(f"{one.name}: {_both(one)}" for one in reports)
    alt = (
        f"{title}. Dots with 95% intervals on a scale up to 1, with a line at .5: a decimal grade "
        f"asks for intervals that lie wholly to its right. {rows}."
    )
    return Plot("intervals", title, alt, lambda colours: _draw_intervals(reports, title, colours))


def _intervals_title(reports: Sequence[Report]) -> str:
    below = [report.name for report in reports if _lowest_end(report) < BAR]
    if not below:
        return "Every interval begins at .5 or above"
    if len(reports) == 1:
        return "Agreement is too uncertain for a decimal grade"
    return f"Agreement is too uncertain for a decimal grade on {len(below)} of {len(reports)}"


def _both(report: Report) -> str:
    key = single_key(report)
    return (
        f"{ICC_NAMES[key]} {with_interval(report.icc[key])}, "
        f"alpha {with_interval(report.alpha['interval'])}"
    )


def _lowest_end(report: Report) -> float:
    figures = (report.icc[single_key(report)], report.alpha["interval"])
    return min((one.interval[0] for one in figures if one.interval), default=-1.0)


def _draw_intervals(reports: Sequence[Report], title: str, colours: Colours) -> Any:
    figure, (axes,) = canvas(title, 1.9 + 0.6 * len(reports))
    axes.axvline(BAR, color=colours["caution"], lw=1.2, ls=(0, (4, 3)))
    axes.annotate(
        "decimal grades: interval wholly right of this line", (BAR, 1), (0, 4), ha="center",
        xycoords=axes.get_xaxis_transform(), textcoords="offset points", fontsize=9,
        color=colours["caution"],
    )  # fmt: skip
    for row, report in enumerate(reports):
        key = single_key(report)
        icc, alpha = Mark(colours["accent"], "o"), Mark(colours["ink"], "D")
        _interval_row(axes, row - 0.17, ICC_NAMES[key], report.icc[key], icc)
        _interval_row(axes, row + 0.17, "alpha", report.alpha["interval"], alpha)
    name_rows(axes, (report.name for report in reports), len(reports))
    low = max(-1.0, min(0.0, *map(_lowest_end, reports)))
    axes.set(xlim=(low - 0.05, 1.3), xticks=_ticks(low), xlabel="agreement (1: the same marks)")
    return figure


def _ticks(low: float) -> list[float]:
    return [tick / 4 for tick in range(math.ceil(low * 4), 5)]


def _interval_row(axes: Axes, at: float, name: str, figure: Figure, look: Mark) -> None:
    """A coefficient in its row, its name and value at the row's end."""
    if figure.value is not None:
        bar(axes, at, figure.value, figure.interval, look)
    axes.text(
        1.05, at, f"{name} {number(figure.value)}", va="center", fontsize=9, color=look.colour
    )

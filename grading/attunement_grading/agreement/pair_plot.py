"""The plot of two markers' marks against each other, a panel a pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from .drawing import WIDTH, Axes, Colours, Plot, canvas, short, titled
from .notation import number
from .report import LEVEL, Interval, Pair, Report

MOST_PAIRS = 6
"""Panels that one picture holds: the pairs who share most pieces."""
WIDEST = 3.6
"""Inches that one panel takes at most."""


def pairs_plot(report: Report) -> Plot:
    """A panel for each of the pairs that share most pieces."""
    pairs = sorted(report.pairs, key=lambda pair: -pair.kappa.targets)[:MOST_PAIRS]
    gaps = report.gaps
    title = titled(
        report, f"two marks of one piece differ by {gaps.mean:.2f} {report.unit}s on average"
    )
    left = len(report.pairs) - len(pairs)
    more = f" {left} more pairs are in the table only." if left else ""
    rows = "; ".join(_pair_words(pair) for pair in pairs)
    alt = (
        f"{title}. Each panel plots one marker's marks against another's: equal marks lie on the "
        f"diagonal, larger circles are more pieces. {rows}.{more}"
    )
    name = f"pairs-{report.name}"
    return Plot(name, title, alt, lambda colours: _draw_pairs(report, pairs, title, colours))


def _pair_words(pair: Pair) -> str:
    one, other = pair.raters
    return f"{one} and {other}: {pair.kappa.targets} pieces, weighted kappa {_kappa(pair)}"


def _kappa(pair: Pair) -> str:
    return number(pair.kappa.value)


def _draw_pairs(report: Report, pairs: Sequence[Pair], title: str, colours: Colours) -> Any:
    columns = min(3, len(pairs)) or 1
    height = 0.6 + -(-len(pairs) // columns) * (min(WIDTH / columns, WIDEST) + 0.3)
    figure, panels = canvas(title, height, len(pairs), columns)
    scores = [score for row in report.scores.values() for score in row.values()]
    margin = 0.08 * (max(scores) - min(scores)) + 0.25
    ends = (min(scores) - margin, max(scores) + margin)
    for axes, pair in zip(panels, pairs, strict=True):
        _draw_pair(axes, report, pair, ends, colours)
    band = "grey band: at most half a level apart; " if report.unit == LEVEL else ""
    figure.supxlabel(f"{band}larger dot: more pieces", fontsize=9, color=colours["quiet"])
    return figure


def _draw_pair(axes: Axes, report: Report, pair: Pair, ends: Interval, colours: Colours) -> None:
    one, other = pair.raters
    both = Counter(
        (row[one], row[other]) for row in report.scores.values() if one in row and other in row
    )
    near = 0.5 if report.unit == LEVEL else 0.0
    axes.fill_between(
        ends, [end - near for end in ends], [end + near for end in ends],
        color=colours["line"], alpha=0.25, lw=0,
    )  # fmt: skip
    axes.plot(ends, ends, color=colours["line"], lw=1)
    for (x, y), count in both.items():
        axes.scatter(x, y, s=26 * count, color=colours["accent"], lw=0, zorder=3)
    axes.set(xlim=ends, ylim=ends, aspect="equal", xlabel=short(one), ylabel=short(other))
    for axis in (axes.xaxis, axes.yaxis):
        axis.get_major_locator().set_params(integer=True, nbins=5)
    about = f"weighted kappa {_kappa(pair)}, {pair.kappa.targets} pieces"
    axes.set_title(about, fontsize=8, loc="left", color=colours["quiet"])

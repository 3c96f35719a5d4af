"""What the plots have in common: a canvas, named rows, dots with intervals.

A plot is drawn when it is asked for, in the colours it is asked for, on a figure of its own:
no window, and no state that plots share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .report import WHOLE, Interval, Report

Colours = dict[str, str]
Axes = Any  # matplotlib's, which is imported when a plot is drawn
WIDTH = 7.5
"""Inches; at 96 dots an inch about the course's reading column."""
DOT = 7
LONGEST = 22


@dataclass(frozen=True)
class Plot:
    """One picture. ``name`` is its file's, ``title`` its takeaway, ``alt`` its content in words.

    ``draw`` returns a matplotlib figure in some colours.
    """

    name: str
    title: str
    alt: str
    draw: Callable[[Colours], Any]


@dataclass(frozen=True)
class Mark:
    """How a value is drawn: a colour never speaks without a shape."""

    colour: str
    shape: str


def short(name: str) -> str:
    """A name as long as a plot has room for."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def canvas(title: str, height: float, panels: int = 1, columns: int = 1) -> tuple[Any, list[Axes]]:
    """A figure with its takeaway above it, and ``panels`` axes in ``columns``."""
    from matplotlib.figure import Figure as Canvas

    rows = -(-panels // columns)
    figure = Canvas(figsize=(WIDTH, height), layout="constrained")
    axes = figure.subplots(rows, columns, squeeze=False).ravel().tolist()
    for unused in axes[panels:]:
        unused.remove()
    figure.suptitle(title, x=0.01, ha="left", fontsize=12, wrap=True)
    return figure, axes[:panels]


def name_rows(axes: Axes, names: Iterable[str], groups: int) -> None:
    """A named row for each group of dots, first at the top."""
    axes.set_yticks(range(groups), [short(name) for name in names])
    axes.set_ylim(groups - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)


def bar(axes: Axes, at: float, middle: float, ends: Interval | None, look: Mark) -> None:
    """A value with its interval, lying in a row."""
    low, high = ends or (middle, middle)
    axes.plot([low, high], [at, at], color=look.colour, lw=2, solid_capstyle="round")
    axes.plot(middle, at, look.shape, color=look.colour, ms=DOT)


def titled(report: Report, takeaway: str) -> str:
    """The takeaway with what it speaks of in front."""
    if report.name == WHOLE:
        return takeaway[0].upper() + takeaway[1:]
    return f"{short(report.name)}: {takeaway}"

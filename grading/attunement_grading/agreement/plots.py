"""Pictures of agreement, each with the sentence it makes and the same content in words."""

from __future__ import annotations

from collections.abc import Sequence

from .drawing import Plot
from .interval_plot import intervals_plot
from .marker_plot import markers_plot
from .pair_plot import pairs_plot
from .report import Report


def plots_of(reports: Sequence[Report]) -> tuple[Plot, ...]:
    """One plot of all reports' intervals; for each report one of its pairs, one of its markers."""
    each = [plot for report in reports for plot in (pairs_plot(report), markers_plot(report))]
    return (intervals_plot(reports), *each)

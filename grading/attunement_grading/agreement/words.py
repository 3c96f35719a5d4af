"""What the figures mean, in sentences for an instructor."""

from __future__ import annotations

from .deciding import is_apart, single_key
from .notation import listed, span, with_interval
from .report import ICC_NAMES, LEVEL, WHOLE, Interval, Marker, Report

NARROW = 2 / 3
"""A spread below this share of the others' counts as using a part of the scale only."""
LISTED = 12
"""How many pieces a sentence names."""


def sentences(report: Report) -> tuple[str, ...]:
    """What the report says, one thought a sentence, most useful first."""
    said = [
        *_distance(report),
        *_wide(report),
        _single(report),
        _mean(report),
        _alpha(report),
        *_parts_used(report),
        *_severity(report),
        *_spread(report),
    ]
    return tuple(filter(None, said))


def _distance(report: Report) -> list[str]:
    gaps = report.gaps
    if not gaps.pairs:
        return [f"No two markers marked the same piece{_on(report)}."]
    near = f", {gaps.near} lie within half a level" if report.unit == LEVEL else ""
    return [
        f"Two markers differ by {_roughly(gaps.mean, report.unit)}{_on(report)}, "
        f"{gaps.mean:.2f} on average. Of {gaps.pairs} pairs of marks {gaps.same} are equal{near}."
    ]


def _on(report: Report) -> str:
    return "" if report.name == WHOLE else f" on {report.name}"


def _roughly(gap: float, unit: str) -> str:
    if unit != LEVEL:
        return f"about {gap:.1f} {unit}{'' if f'{gap:.1f}' == '1.0' else 's'}"
    steps = ("hardly at all", "about a quarter of a level", "about half a level",
             "about three quarters of a level", "about a level")  # fmt: skip
    quarters = round(gap * 4)
    return steps[quarters] if quarters < len(steps) else f"about {quarters / 4:g} levels"


def _wide(report: Report) -> list[str]:
    wide = report.gaps.wide
    if report.unit != LEVEL or not wide:
        return []
    more = f" and {len(wide) - LISTED} more" if len(wide) > LISTED else ""
    verb = "piece lies" if len(wide) == 1 else "pieces lie"
    return [f"{len(wide)} {verb} two levels or more apart: {', '.join(wide[:LISTED])}{more}."]


def _single(report: Report) -> str:
    key = single_key(report)
    figure, name = report.icc[key], ICC_NAMES[key]
    if figure.value is None:
        return f"{name} is undefined: {figure.reason}."
    share = max(0, round(figure.value * 100))
    return (
        f"{name} is {with_interval(figure)}: about {share}% of the differences between "
        "single marks are differences between the pieces, the rest is who marked and chance."
    )


def _mean(report: Report) -> str:
    key = single_key(report).replace("_1", "_k")
    figure = report.icc[key]
    if figure.value is None:
        return ""
    return (
        f"The mean of {figure.raters} markers is steadier than one: "
        f"{ICC_NAMES[key]} is {with_interval(figure)}."
    )


def _alpha(report: Report) -> str:
    scale = "ordinal" if report.unit == LEVEL else "interval"
    figure = report.alpha[scale]
    if figure.value is None:
        return f"Krippendorff's alpha is undefined: {figure.reason}."
    return (
        f"Krippendorff's alpha, which takes in all {figure.targets} pieces rated twice or more, "
        f"is {with_interval(figure)} on an {scale} scale."
    )


def _parts_used(report: Report) -> list[str]:
    block = report.icc["icc2_1"]
    if not block.targets or block.targets == report.targets:
        return []
    every = "both" if len(report.block) == 2 else "all"
    return [
        f"Not every marker marked every piece. ICC(2,·) and ICC(3,·) rest on {block.targets} of "
        f"{report.targets} pieces, those that {listed(report.block)} {every} marked; ICC(1,·) on "
        f"{report.icc['icc1_1'].targets}, whoever marked them."
    ]


def _severity(report: Report) -> list[str]:
    return [
        f"{one.rater} marks {abs(one.severity):.2f} {report.unit}s "
        f"{'lower' if one.severity < 0 else 'higher'} than the others on the same pieces "
        f"({span(_outward(one))})."
        for one in report.markers
        if is_apart(one)
    ]


def _outward(marker: Marker) -> Interval | None:
    """The interval of how far apart a marker is, whichever way."""
    if marker.severity >= 0 or marker.severity_interval is None:
        return marker.severity_interval
    low, high = marker.severity_interval
    return -high, -low


def _spread(report: Report) -> list[str]:
    return [
        f"{one.rater} uses less of the scale than the others "
        f"(standard deviation {one.spread:.2f} beside {one.others_spread:.2f})."
        for one in report.markers
        if one.spread is not None and one.others_spread and one.spread < NARROW * one.others_spread
    ]

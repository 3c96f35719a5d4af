"""Whether a grade with decimals may rest on some marks, and what to do where it may not.

The bar of .5 is the course's own rule: below it, more of the differences between marks come
from markers and chance than from the work. Koo and Li (2016, doi 10.1016/j.jcm.2016.02.012)
call less than .5 poor, and read the interval rather than the value.
"""

from __future__ import annotations

from .notation import number
from .report import ICC_NAMES, LEVEL, WHOLE, Decision, Marker, Report

BAR = 0.5
ENOUGH = 30
"""Targets that Koo and Li (2016) ask of a study of reliability at least."""
ALPHA = "krippendorff_alpha.interval"
"""Key of the alpha that decides: adding levels up takes them for an interval scale."""


def single_key(report: Report) -> str:
    """The single mark's coefficient that the whole study can carry.

    ICC(2,1) where its block holds every target rated twice or more; else ICC(1,1), which
    does not ask who rated, where that rests on more targets.
    """
    crossed, nested = report.icc["icc2_1"], report.icc["icc1_1"]
    return "icc1_1" if nested.targets > crossed.targets else "icc2_1"


def is_apart(marker: Marker) -> bool:
    """Whether a marker's severity differs from the others' by more than chance would make it."""
    if marker.severity_interval is None:
        return False
    low, high = marker.severity_interval
    return low > 0 or high < 0


def decision(report: Report) -> Decision:
    """Whether a grade with decimals may rest on these marks.

    Both the single mark's ICC and alpha on an interval scale must have an interval that
    begins at .5 or above; the lower one decides. Where agreement is perfect the ICC has no
    interval, and thirty pieces are asked for.
    """
    basis, low = _lowest(report)
    if low is None:
        return _refused(report, basis, low, "no interval can be worked out from these marks")
    if low < BAR:
        begins = (
            f"the 95% interval of {_called(basis)} begins at {number(low)}, below {number(BAR)}"
        )
        return _refused(report, basis, low, begins)
    if report.icc[single_key(report)].interval is None and report.shared < ENOUGH:
        few = f"{report.shared} pieces in full agreement are too few to show it; {ENOUGH} would do"
        return _refused(report, basis, low, few)
    reason = (
        f"A decimal grade may rest on {_these(report)}: the 95% interval of {_called(basis)} "
        f"begins at {number(low)}, not below {number(BAR)}."
    )
    return Decision(True, basis, low, reason, ())


def _these(report: Report) -> str:
    return "these marks" if report.name == WHOLE else f"the marks for {report.name}"


def _lowest(report: Report) -> tuple[str, float | None]:
    key = single_key(report)
    ends = {
        name: figure.interval[0]
        for name, figure in ((key, report.icc[key]), (ALPHA, report.alpha["interval"]))
        if figure.interval is not None
    }
    if not ends:
        return key, None
    basis = min(ends, key=lambda name: ends[name])
    return basis, ends[basis]


def _called(basis: str) -> str:
    return ICC_NAMES.get(basis, "Krippendorff's alpha (interval)")


def _refused(report: Report, basis: str, low: float | None, why: str) -> Decision:
    reason = f"Do not rest a decimal grade on {_these(report)}: {why}."
    return Decision(False, basis, low, reason, tuple(_steps(report)))


def _steps(report: Report) -> list[str]:
    steps = ["Give it as complete, or write again, with feedback on each criterion."]
    if report.gaps.wide and report.unit == LEVEL:
        steps.append("Reconcile the pieces that lie two levels or more apart before release.")
    if any(is_apart(one) for one in report.markers):
        steps.append("Calibrate: mark a few pieces together, and talk over where you part.")
    if report.shared < report.targets:
        steps.append(
            "Let a second person mark more of the pieces: "
            f"{report.shared} of {report.targets} are marked twice or more."
        )
    elif report.shared < ENOUGH:
        steps.append(
            f"Look again when there are more pieces: {report.shared} leave a wide interval, "
            f"{ENOUGH} or more a narrower one."
        )
    if len(steps) == 1:
        steps.append("Calibrate on the rubric's words, then mark anew and look again.")
    return steps

"""How figures are written in tables, sentences and plots."""

from __future__ import annotations

from .report import Figure, Interval


def number(value: float | None) -> str:
    """A coefficient as journals print it, two digits and no nought in front: ``.29``."""
    if value is None:
        return "undefined"
    digits = f"{value:.2f}"
    digits = "0.00" if digits == "-0.00" else digits
    return digits.replace("0.", ".", 1) if digits.lstrip("-").startswith("0.") else digits


def span(interval: Interval | None) -> str:
    """An interval, or that there is none: ``.02 to .76``."""
    return "no interval" if interval is None else " to ".join(map(number, interval))


def with_interval(figure: Figure) -> str:
    """Value and interval: ``.29 (.02 to .76)``; an undefined figure says why."""
    if figure.value is None:
        return f"undefined ({figure.reason})"
    return f"{number(figure.value)} ({span(figure.interval)})"


def listed(names: tuple[str, ...]) -> str:
    """Names as a sentence lists them: ``Ana, Ben and Chi``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

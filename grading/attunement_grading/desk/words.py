"""Numbers as the desk's pages write them."""

from __future__ import annotations

from ..feedback import points


def plural(count: int, one: str, many: str = "") -> str:
    """A number of things in words: one piece, 3 pieces."""
    return f"one {one}" if count == 1 else f"{count} {many or one + 's'}"


def percent(part: float) -> str:
    """A part of one as a whole percentage."""
    return f"{part * 100:.0f} %"


def signed(value: float) -> str:
    """A difference with its sign: +0.5, −0.25, 0."""
    if abs(value) < 0.005:
        return "0"
    return f"{'+' if value > 0 else '−'}{points(abs(value))}"


FILTERS = {"points": points, "plural": plural, "percent": percent, "signed": signed}

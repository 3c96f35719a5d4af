"""One thing that is wrong with the content, said in one line."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 60
"""Characters of an offending value that a line repeats before it is cut short."""


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, where: printed as ``path: field: what was wrong (got …)``."""

    path: str
    field: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.field}: {self.text}"


def got(value: object, whole: bool = False) -> str:
    """The offending value as it ends a line, on one line; cut short unless wanted ``whole``."""
    text = value if isinstance(value, str) else "" if value is None else repr(value)
    shown = one_line(text) if whole else shortened(text)
    return f"(got {shown})" if shown else "(got nothing)"


def shortened(text: str) -> str:
    """Text on one line, cut to a readable length."""
    shown = one_line(text)
    return shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"


def one_line(text: str) -> str:
    """Text on one line, without signs that would move a terminal's cursor."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())

"""Text that came with a submission, made fit to stand in one line of a report."""

from __future__ import annotations

LONGEST = 240


def plain(text: str) -> str:
    """One line without control characters; what cannot be shown is written as an escape."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def first_line(text: str, longest: int = LONGEST) -> str:
    """The first line that says something, shortened where it is very long."""
    lines = (line.strip() for line in text.splitlines())
    line = plain(next((line for line in lines if line), ""))
    return line if len(line) <= longest else f"{line[: longest - 1]}…"

"""The "did you mean" at the end of an error. Standard library only."""

from __future__ import annotations


def nearest(wanted: str, known: list[str]) -> str:
    """The ids most like ``wanted``, as the end of a sentence; empty where none is near."""
    from difflib import get_close_matches  # only ever needed on the way to an error

    close = get_close_matches(wanted, known, n=3, cutoff=0.5)
    return f"; nearest: {', '.join(close)}" if close else ""

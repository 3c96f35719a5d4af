"""Somebody's text on a terminal."""

from __future__ import annotations

import unicodedata

from rich.text import Text

OBEYED = ("Cc", "Cf")
"""Categories of characters that a terminal acts on instead of showing."""


def plain(text: str) -> Text:
    """A text as text: neither markup nor anything a terminal would obey, line ends included."""
    return Text("".join(" " if unicodedata.category(one) in OBEYED else one for one in text))

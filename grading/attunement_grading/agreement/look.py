"""Colours and type of the plots: the course's own, on paper and in the dark."""

from __future__ import annotations

import html
import re
from typing import Any

LIGHT = {
    "paper": "#fbfaf7",
    "ink": "#1f2430",
    "quiet": "#5a6172",
    "line": "#8a90a0",
    "accent": "#1f6f78",
    "caution": "#8a5a00",
}
DARK = {
    "paper": "#14171d",
    "ink": "#e8e6e1",
    "quiet": "#a9afbd",
    "line": "#6e7686",
    "accent": "#63c1c9",
    "caution": "#e0b35a",
}
"""Contrast with paper: ink, quiet, accent and caution at least 5.6, line at least 3.1."""


def settings(colours: dict[str, str]) -> dict[str, Any]:
    """Matplotlib's settings for one set of colours."""
    ink, quiet, line, paper = (colours[name] for name in ("ink", "quiet", "line", "paper"))
    return {
        "axes.edgecolor": line,
        "axes.facecolor": paper,
        "axes.labelcolor": quiet,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.titlecolor": ink,
        "figure.facecolor": paper,
        "font.family": ["DejaVu Sans", "sans-serif"],
        "font.size": 11,
        "savefig.facecolor": paper,
        "svg.fonttype": "none",  # letters stay letters
        "svg.hashsalt": "attunement",  # the same plot is the same file
        "text.color": ink,
        "text.parse_math": False,  # a dollar in somebody's name is a dollar
        "xtick.color": quiet,
        "ytick.color": quiet,
    }


def for_both(svg: str, title: str, alt: str) -> str:
    """A light SVG that turns dark where the reader asks for it, named for a screen reader."""
    rules = "".join(
        f'[style*="{part}: {LIGHT[name]}"]{{{part}:{DARK[name]}!important}}'
        for name in LIGHT
        for part in ("fill", "stroke")
    )
    head = (
        f"<title>{html.escape(title)}</title><desc>{html.escape(alt)}</desc>"
        f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>"
    )
    named = f' role="img" aria-label="{html.escape(alt)}">{head}'
    return re.sub(r"(<svg\b[^>]*)>", lambda found: found.group(1) + named, svg, count=1)

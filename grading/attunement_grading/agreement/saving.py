"""Plots as files: an SVG for light and dark, a PNG of each, and a page with their words."""

from __future__ import annotations

import io
import os
import re
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .drawing import Colours, Plot
from .look import DARK, LIGHT, for_both, settings
from .packages import needed
from .plots import plots_of
from .report import Report

DOTS = 150
PAGE = "plots.md"


def save_plots(reports: Sequence[Report], folder: Path) -> list[Path]:
    """Save every plot of some reports in a folder, made if it is not there; the files written.

    For each: ``NAME.svg``, which turns dark where the reader asks for it, ``NAME.png`` and
    ``NAME-dark.png``. ``plots.md`` shows them all with their text equivalents.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plots = plots_of(reports)
    written = [path for plot in plots for path in save(plot, folder)]
    page = folder / PAGE
    _put(page, _page(plots).encode())
    return [*written, page]


def save(plot: Plot, folder: Path) -> list[Path]:
    """Save one plot in an existing folder; the three files written."""
    name = file_name(plot.name)
    svg, png = _rendered(plot, LIGHT, "svg", "png")
    (dark,) = _rendered(plot, DARK, "png")
    files = {
        folder / f"{name}.svg": for_both(svg.decode(), plot.title, plot.alt).encode(),
        folder / f"{name}.png": png,
        folder / f"{name}-dark.png": dark,
    }
    for path, content in files.items():
        _put(path, content)
    return list(files)


def file_name(name: str) -> str:
    """A criterion's name may be any text; a file's is letters, digits and hyphens."""
    return re.sub(r"[^\w-]+", "-", name).strip("-")[:80] or "plot"


def _rendered(plot: Plot, colours: Colours, *forms: str) -> list[bytes]:
    """One drawing in some forms; where things go is worked out once, for it takes longest."""
    with needed():
        import matplotlib as mpl

    look: Any = settings(colours)
    files = {form: io.BytesIO() for form in forms}
    with mpl.rc_context(look), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure = plot.draw(colours)
        for form, file in files.items():
            undated = {"Date": None} if form == "svg" else {}
            figure.savefig(file, format=form, dpi=DOTS, metadata=undated)
            figure.set_layout_engine("none")
    return [file.getvalue() for file in files.values()]


def _page(plots: Sequence[Plot]) -> str:
    return "\n".join(
        f"## {_one_line(plot.title)}\n\n![{_one_line(plot.alt)}]({file_name(plot.name)}.svg)\n\n"
        f"{_one_line(plot.alt)}\n"
        for plot in plots
    )


def _one_line(text: str) -> str:
    """Text from names, as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>!|#])", r"\\\1", " ".join(text.split()))


def _put(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)

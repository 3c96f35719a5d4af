"""The instructor's landing page: a Jupyter Server extension for the course's own server."""

from __future__ import annotations

from .app import Teaching

__all__ = ["Teaching"]


def _jupyter_server_extension_points() -> list[dict[str, object]]:
    return [{"module": "attunement_grading.landing", "app": Teaching}]

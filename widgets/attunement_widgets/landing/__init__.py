"""The learner's landing page: a Jupyter Server extension for the learner's own server."""

from __future__ import annotations

from .app import Landing

__all__ = ["Landing"]


def _jupyter_server_extension_points() -> list[dict[str, object]]:
    return [{"module": "attunement_widgets.landing", "app": Landing}]

"""The marking desk: reflections marked blind, criterion by criterion, and nothing lost."""

from __future__ import annotations

from .app import Desk

__all__ = ["Desk"]


def _jupyter_server_extension_points() -> list[dict[str, object]]:
    return [{"module": "attunement_grading.desk", "app": Desk}]

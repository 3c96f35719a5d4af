"""Keeps one slow package, which grading never uses, from being imported."""

from __future__ import annotations

import sys

UNUSED = "rfc3987_syntax"
"""jsonschema imports it, where it is installed, to check values of the format ``iri``, which no
notebook schema has. Building its grammar takes longer than all other imports together."""


def leave_out_what_is_slow() -> None:
    """To be called before nbgrader is imported; jsonschema then does without, as it may."""
    sys.modules.setdefault(UNUSED, None)  # pyright: ignore[reportArgumentType]

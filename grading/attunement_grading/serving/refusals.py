"""Why the demo does not start, in one line."""

from __future__ import annotations

import click


class Refusal(click.ClickException):
    """Something a person can mend: printed as one line, exit code 1."""

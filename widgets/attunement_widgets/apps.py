"""What makes a module a good app under Voila."""

from __future__ import annotations

from typing import Any


def give_xsrf_cookie(handler: Any, notebook: Any, cwd: str) -> None:
    """Give the page the token it needs to end its own kernel when it is closed.

    Voila calls this before it runs a notebook. Tornado sets the cookie when the token is
    first read; a Voila page never reads it, so its shutdown request was refused and kernels
    outlived their pages.
    """
    _ = handler.xsrf_token

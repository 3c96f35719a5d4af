"""Keeps markers to the desk: the rest of the course's server would tell them whose work it is.

Every page of the server asks the identity provider who is there, the formgrader's, files' and
terminals' too, so this is the one place where a marker can be turned away from all of them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from tornado import web

OPEN = ("desk", "static", "logout", "oauth_callback", "favicon.ico", "api/me")
"""What a marker reaches, below the server's base address."""
FRONT = ("", "teach")
"""Pages that send a marker on to the desk instead of turning them away."""


def keep_to_the_desk(provider: Any, leads: Callable[[Any], bool]) -> None:
    """From now on ``provider`` refuses a hub's users everywhere but at the desk.

    Instructors, whom ``leads`` knows, go where they like.
    """
    ask = provider.get_user

    async def get_user(handler: Any) -> Any:
        user = ask(handler)
        if inspect.isawaitable(user):
            user = await user
        if user is not None and hasattr(user, "hub_user") and not leads(user):
            _require_desk(handler)
        return user

    provider.get_user = get_user


def _require_desk(handler: Any) -> None:
    path = handler.request.path.removeprefix(handler.base_url).strip("/")
    if any(path == one or path.startswith(f"{one}/") for one in OPEN):
        return
    if path in FRONT and handler.request.method == "GET":
        handler.redirect(f"{handler.base_url}desk")
        raise web.Finish
    raise web.HTTPError(403, "Markers of this course reach the marking desk and nothing else.")

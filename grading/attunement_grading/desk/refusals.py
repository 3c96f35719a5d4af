"""What the desk refuses, each with one line that a page shows as it is."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was done; the text says why and what to do. ``status`` is HTTP's word for it."""

    status = 400


class NotYours(Refused):
    """This person may not see or do this."""

    status = 403


class NotThere(Refused):
    """There is no such thing, or nothing that this person may know of."""

    status = 404


class Conflict(Refused):
    """Things have moved on since the page was made."""

    status = 409


class Invalid(Refused):
    """What was sent makes no sense; the text names the field and what it expects."""

    status = 422

"""What forms send, read and checked."""

from __future__ import annotations

from typing import Any

from ..actions import Action, Answer, perform
from ..refusals import Invalid
from .page import Page


def number(text: str, field: str) -> float:
    """A number as people write it; Invalid where it is none."""
    try:
        return float(text.strip().removesuffix("%").strip().replace(",", "."))
    except ValueError:
        raise Invalid(f"{field}: a number (got {text.strip()!r})") from None


def numbers(text: str, field: str) -> list[float]:
    """Numbers with spaces or semicolons between them."""
    return [number(one, field) for one in text.replace(";", " ").split()]


def names(text: str) -> list[str]:
    """Account names, one a line or with spaces or commas between them."""
    return text.replace(",", " ").split()


class Form(Page):
    """A page with forms: each sends one action, then comes back to a page."""

    def field(self, name: str, default: str = "") -> str:
        """One field of the form, without spaces round it."""
        return self.get_body_argument(name, default)

    async def act(self, what: str, asked: dict[str, Any], do: Any) -> Answer:
        """Do an action once; its key came with the form."""
        key = self.field("key")
        if not 8 <= len(key) <= 64:
            raise Invalid("key: the form's own; reload the page")
        person, database = self.person, self.desk.course.database

        def run(act: Action) -> Answer:
            return do(act)

        return await self.in_thread(lambda: perform(database, person, what, key, asked, run))

    def back(self, path: str, **said: str) -> None:
        """Go on to a page of the desk, which says what was done."""
        from urllib.parse import urlencode

        query = f"?{urlencode(said)}" if said else ""
        self.redirect(f"{self.base_url}desk/{path}{query}", status=303)

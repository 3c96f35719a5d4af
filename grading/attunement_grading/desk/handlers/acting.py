"""Actions of the marking page: JSON in, JSON out, each one saved when it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tornado import web

from .. import marking
from ..actions import Action, Answer, perform
from ..bank import change_phrase, keep_phrase
from ..handing_out import give_back, onward
from ..refusals import Invalid, NotThere, Refused
from .page import Page, Trouble

Fields = dict[str, Any]


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise Invalid(f"{name}: a text (got {value!r})")
    return value


ACTS: dict[str, Callable[[Action, Fields], Answer]] = {
    "open": lambda act, f: marking.open_piece(act, _text(f, "piece")),
    "level": lambda act, f: marking.set_level(
        act, _text(f, "piece"), _text(f, "criterion"), f.get("level")
    ),
    "comment": lambda act, f: marking.set_comment(
        act, _text(f, "piece"), _text(f, "criterion"), _text(f, "comment")
    ),
    "undo": lambda act, f: marking.undo(act, _text(f, "piece")),
    "finish": lambda act, f: marking.finish(act, _text(f, "piece")),
    "reopen": lambda act, f: marking.reopen(act, _text(f, "piece")),
    "take": lambda act, f: onward(
        act, _text(f, "assignment"), _text(f, "after"), f.get("by") == "writer"
    ),
    "keep-phrase": lambda act, f: keep_phrase(
        act, _text(f, "assignment"), _text(f, "criterion"), _text(f, "text")
    ),
    "change-phrase": lambda act, f: change_phrase(
        act, _text(f, "entry"), None if f.get("text") is None else _text(f, "text")
    ),
    "give-back": lambda act, f: give_back(act, _text(f, "piece")),
}
"""What a marking page can ask for, by the last part of its address."""


class Act(Page):
    """One action."""

    @web.authenticated
    async def post(self, what: str) -> None:
        """Do it once, whatever the number of times that it arrives."""
        fields = self._fields()
        if what not in ACTS:
            raise NotThere(f"there is no action {what!r}")
        key = _text(fields, "key")
        if not 8 <= len(key) <= 64:
            raise Invalid("key: 8 to 64 characters that name this action")
        asked = {name: value for name, value in fields.items() if name != "key"}
        person, database = self.person, self.desk.course.database

        def do() -> Answer:
            return perform(database, person, what, key, asked, lambda a: ACTS[what](a, asked))

        self.write({"saved": True, **await self.in_thread(do)})

    def _fields(self) -> Fields:
        try:
            fields = json.loads(self.request.body)
        except ValueError:
            fields = None
        if not isinstance(fields, dict):
            raise Invalid("the request: a JSON object")
        return fields

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Why nothing was done, for the page to show."""
        error = kwargs.get("exc_info", (None, None))[1]
        words = str(error) if isinstance(error, Refused) else self._reason
        self.set_status(status_code)
        final = isinstance(error, Refused) and not isinstance(error, Trouble)
        self.finish({"saved": False, "refused": words, "final": final})

"""Every mark that was ever given, for somebody who checks the marking and need not know names.

People and pieces go under pseudonyms: a keyed hash (HMAC-SHA-256), so that nobody who has the
list of learners can find one by hashing names. Comments stay behind; only that there is one.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC

from .mark_events import MarkEvent
from .spreadsheet import Row

COLUMNS = ("piece", "marker", "criterion", "level", "comment", "rubric", "time", "kind")
LETTERS = 12
"""Letters of a pseudonym, 60 bits: two of a million names are the same once in two million."""


@dataclass(frozen=True)
class Pseudonyms:
    """Names that stand for ids. The same key gives the same names; without it none can be told.

    A new key is drawn where none is given, so that two exports cannot be laid side by side.
    """

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def of(self, role: str, id: str) -> str:
        """The pseudonym of an id in a role; one person has another in each role."""
        digest = hmac.digest(self.key, f"{role}\0{id}".encode(), "sha256")
        letters = base64.b32encode(digest).decode().lower()
        return f"{role}-{letters[:LETTERS]}"


def audit_rows(
    events: Iterable[MarkEvent], *, names: bool = False, pseudonyms: Pseudonyms | None = None
) -> list[Row]:
    """A row for each event, oldest first, marks that were taken back included.

    ``names`` shows who is who. Times are in UTC; one without a zone is taken for UTC.
    """
    hidden = pseudonyms or Pseudonyms()

    def who(role: str, id: str) -> str:
        return id if names else hidden.of(role, id)

    return [
        {
            "piece": who("piece", one.submission),
            "marker": who("marker", one.marker),
            "criterion": one.criterion,
            "level": "taken back" if one.level is None else float(one.level),
            "comment": "yes" if one.comment.strip() else "no",
            "rubric": one.rubric_hash,
            "time": _utc(one),
            "kind": one.kind,
        }
        for one in sorted(events, key=_utc)
    ]


def _utc(event: MarkEvent) -> str:
    time = event.time if event.time.tzinfo else event.time.replace(tzinfo=UTC)
    return time.astimezone(UTC).isoformat(sep=" ", timespec="microseconds")

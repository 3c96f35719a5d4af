"""The audit export: every mark, nobody's name."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from attunement_grading.audit import COLUMNS, Pseudonyms, audit_rows, write_audit
from attunement_grading.mark_events import MarkEvent

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Event:
    submission: str = "p2-ada"
    marker: str = "maya"
    criterion: str = "evidence"
    level: float | None = 2.5
    comment: str | None = "A private word."
    rubric_hash: str = "abc123"
    time: datetime = NOON
    kind: str = "live"
    locked: bool = True


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_each_event_has_a_row_and_no_name_or_comment_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    events: list[MarkEvent] = [
        Event(time=NOON + timedelta(hours=1), level=None, comment=" "),
        Event(),
        Event(marker="ben", kind="calibration"),
    ]
    assert write_audit(path, events) == 3
    rows = read(path)
    assert tuple(rows[0]) == COLUMNS
    assert [(row["level"], row["comment"], row["kind"]) for row in rows] == [
        ("2.5", "yes", "live"),
        ("2.5", "yes", "calibration"),
        ("taken back", "no", "live"),
    ]
    assert rows[0]["time"] == "2026-05-04 12:00:00.000000+00:00"
    assert rows[0]["rubric"] == "abc123"
    text = path.read_text()
    for secret in ("ada", "maya", "ben", "private"):
        assert secret not in text


def test_one_person_has_one_pseudonym_in_each_role() -> None:
    both = [Event(), Event(criterion="reframing"), Event(submission="maya", marker="p2-ada")]
    first, second, crossed = audit_rows(both)
    assert (first["piece"], first["marker"]) == (second["piece"], second["marker"])
    assert str(first["marker"]).startswith("marker-")
    assert str(first["piece"]).startswith("piece-")
    assert str(crossed["piece"]).removeprefix("piece-") not in str(first["marker"])


def test_two_exports_cannot_be_laid_side_by_side_unless_a_key_is_kept() -> None:
    assert audit_rows([Event()])[0]["piece"] != audit_rows([Event()])[0]["piece"]
    kept = Pseudonyms(b"kept")
    assert audit_rows([Event()], pseudonyms=kept) == audit_rows([Event()], pseudonyms=kept)
    assert "kept" not in repr(kept)


def test_names_are_shown_when_asked_for_and_still_run_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    write_audit(path, [Event(submission="=1+1", marker="maya")], names=True)
    assert read(path)[0]["piece"] == "'=1+1"
    assert read(path)[0]["marker"] == "maya"


def test_times_are_told_in_utc() -> None:
    paris = NOON.astimezone(timezone(timedelta(hours=2)))
    naive = NOON.replace(tzinfo=None)
    rows = audit_rows([Event(time=paris), Event(time=naive)])
    assert {row["time"] for row in rows} == {"2026-05-04 12:00:00.000000+00:00"}


@given(st.sets(st.text(min_size=1), min_size=2, max_size=30))
def test_different_ids_have_different_pseudonyms(ids: set[str]) -> None:
    names = Pseudonyms(b"key")
    assert len({names.of("piece", id) for id in ids}) == len(ids)

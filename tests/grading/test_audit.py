"""The audit export: every mark, nobody's name."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from attunement_grading.audit import COLUMNS, Pseudonyms, audit_rows
from attunement_grading.mark_events import MarkEvent
from attunement_grading.spreadsheet import write_csv

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def event(**changes: Any) -> MarkEvent:
    """A mark on a reflection, but for some fields."""
    usual = MarkEvent(
        "p2-ada", "maya", "evidence", 2.5, "A private word.", "abc", NOON, "live", True
    )
    return replace(usual, **changes)


def write(path: Path, events: list[MarkEvent], names: bool = False) -> None:
    write_csv(path, COLUMNS, audit_rows(events, names=names))


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_each_event_has_a_row_and_no_name_or_comment_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    events: list[MarkEvent] = [
        event(time=NOON + timedelta(hours=1), level=None, comment=" "),
        event(),
        event(marker="ben", kind="calibration"),
    ]
    write(path, events)
    rows = read(path)
    assert tuple(rows[0]) == COLUMNS
    assert [(row["level"], row["comment"], row["kind"]) for row in rows] == [
        ("2.5", "yes", "live"),
        ("2.5", "yes", "calibration"),
        ("taken back", "no", "live"),
    ]
    assert rows[0]["time"] == "2026-05-04 12:00:00.000000+00:00"
    assert rows[0]["rubric"] == "abc"
    text = path.read_text()
    for secret in ("ada", "maya", "ben", "private"):
        assert secret not in text


def test_one_person_has_one_pseudonym_in_each_role() -> None:
    both = [event(), event(criterion="reframing"), event(submission="maya", marker="p2-ada")]
    first, second, crossed = audit_rows(both)
    assert (first["piece"], first["marker"]) == (second["piece"], second["marker"])
    assert str(first["marker"]).startswith("marker-")
    assert str(first["piece"]).startswith("piece-")
    assert str(crossed["piece"]).removeprefix("piece-") not in str(first["marker"])


def test_two_exports_cannot_be_laid_side_by_side_unless_a_key_is_kept() -> None:
    assert audit_rows([event()])[0]["piece"] != audit_rows([event()])[0]["piece"]
    kept = Pseudonyms(b"kept")
    assert audit_rows([event()], pseudonyms=kept) == audit_rows([event()], pseudonyms=kept)
    assert "kept" not in repr(kept)


def test_names_are_shown_when_asked_for_and_still_run_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    write(path, [event(submission="=1+1", marker="maya")], names=True)
    assert read(path)[0]["piece"] == "'=1+1"
    assert read(path)[0]["marker"] == "maya"


def test_times_are_told_in_utc() -> None:
    paris = NOON.astimezone(timezone(timedelta(hours=2)))
    naive = NOON.replace(tzinfo=None)
    rows = audit_rows([event(time=paris), event(time=naive)])
    assert {row["time"] for row in rows} == {"2026-05-04 12:00:00.000000+00:00"}


@given(st.sets(st.text(min_size=1), min_size=2, max_size=30))
def test_different_ids_have_different_pseudonyms(ids: set[str]) -> None:
    names = Pseudonyms(b"key")
    assert len({names.of("piece", id) for id in ids}) == len(ids)

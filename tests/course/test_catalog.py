"""Compiled content is read back by id, without anything but the standard library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from small_course import ITEMS, SmallCourse

from attunement_course import catalog
from attunement_course.compiling import compile_folder, write_compiled


@pytest.fixture
def compiled(small: SmallCourse, monkeypatch: pytest.MonkeyPatch):
    """The catalogue reads the small course."""
    path = small.root / "content.json"
    write_compiled(compile_folder(small.content)[0], path)
    monkeypatch.setattr(catalog, "COMPILED", path)
    catalog.reload()
    yield path
    monkeypatch.undo()
    catalog.reload()


@pytest.mark.parametrize(
    ("ask", "line"),
    [
        (lambda: catalog.claim("emp-1"), "no claim has the id 'emp-1'; nearest: emp-01, emp-02a"),
        (lambda: catalog.work("elm-2017"), "no work has the id 'elm-2017'; nearest: elm-2018"),
        (lambda: catalog.exercise("m2-tlak"), "no exercise has the id 'm2-tlak'; nearest: m2-talk"),
        (lambda: catalog.scenario("anna"), "no scenario has the id 'anna'; nearest: ana"),
        (lambda: catalog.rubric("p3"), "no rubric has the id 'p3'; nearest: p2"),
        (lambda: catalog.item("zzz"), "no item has the id 'zzz'"),
        (lambda: catalog.citation("ash"), "no citation has the id 'ash'; nearest: ash-2004"),
        (lambda: catalog.module_items("m3"), "no module has the id 'm3'; nearest: m2"),
    ],
)
def test_an_unknown_id_names_the_nearest(compiled: Path, ask, line: str):
    with pytest.raises(catalog.UnknownId) as caught:
        ask()
    assert str(caught.value) == line
    assert isinstance(caught.value, LookupError)


def test_everything_can_be_asked_for_by_id_and_in_all(compiled: Path):
    for kind, items in ITEMS.items():
        found = getattr(catalog, kind)()
        assert len(found) == len(items)
        for item in found:
            id = item.get("id") or item["assignment"]
            assert getattr(catalog, kind.removesuffix("s"))(id) == item
    assert [one["id"] for one in catalog.module_items("m2")] == ["m2-i01"]


def test_what_a_caller_changes_is_its_own(compiled: Path):
    catalog.claim("emp-01")["works"].append("mine")
    catalog.claims()[0]["works"].append("mine")
    assert catalog.claim("emp-01")["works"] == ["elm-2018"]


def test_citations_and_modules_come_in_their_order(small: SmallCourse, compiled: Path):
    first = ITEMS["citations"][0] | {"id": "zelkova-1999", "number": 0 + 1}
    small.write("citations", "zelkova-1999", first)
    small.change("citations", "ash-2004", number=2)
    write_compiled(compile_folder(small.content)[0], compiled)
    catalog.reload()
    assert [one["id"] for one in catalog.citations()] == ["zelkova-1999", "ash-2004"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (None, "the course's content is not compiled yet; run `attunement compile`"),
        ("{", "the compiled content is damaged; run `attunement compile` to make it anew"),
        ("[]", "the compiled content is of another version; run `attunement compile`"),
        ('{"format": 0}', "the compiled content is of another version; run `attunement compile`"),
    ],
)
def test_content_that_cannot_be_read_says_what_to_run(compiled: Path, text: str | None, line: str):
    compiled.unlink() if text is None else compiled.write_text(text)
    catalog.reload()
    with pytest.raises(catalog.ContentMissing) as caught:
        catalog.claims()
    assert str(caught.value) == line


def test_a_learner_s_kernel_imports_the_standard_library_alone():
    code = (
        "import sys; from attunement_course import catalog, responses, scoring, support, doctor; "
        "catalog.claims(); "
        "print([m for m in ('pydantic', 'ruamel', 'ruamel.yaml', 'click', 'rich', 'IPython') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

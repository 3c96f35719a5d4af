"""Content is compiled into one file, whole or not at all."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from small_course import ITEMS, SmallCourse

from attunement_course import catalog
from attunement_course.cli import attunement
from attunement_course.compiling import compile_folder, put, write_compiled

HOOK = Path(__file__).parents[2] / "course" / "hatch_build.py"


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


def test_codes_are_put_into_words(small: SmallCourse):
    content, problems = compile_folder(small.content)
    assert problems == []
    assert content["claims"]["emp-02a"]["status_words"] == "theory read as a finding"
    assert content["works"]["oak-1985"]["mark_words"] == "from memory, not yet checked"
    assert content["citations"]["ash-2004"]["confidence_words"] == "we could not trace this source"
    assert content["exercises"]["m2-talk"]["badge_words"] == "a model invented for teaching"
    assert content["scenarios"]["ana"]["character"]["profile_words"] == "slow to trust"


def test_every_item_is_compiled_as_written(small: SmallCourse):
    content, _ = compile_folder(small.content)
    for kind, items in ITEMS.items():
        for item in items:
            found = content[kind][item.get("id") or item["assignment"]]
            added = {"character"} if kind == "scenarios" else set()
            assert {name: found[name] for name in item.keys() - added} == {
                name: item[name] for name in item.keys() - added
            }


def test_what_cannot_be_read_is_left_out_and_named(small: SmallCourse):
    small.change("claims", "emp-01", status=None)
    content, problems = compile_folder(small.content)
    assert list(content["claims"]) == ["emp-02a"]
    line = "claims/emp-01.yml: status: required field is missing (got nothing)"
    assert [str(problem) for problem in problems] == [line]


def test_compile_writes_nothing_where_something_is_wrong(small: SmallCourse):
    small.change("claims", "emp-01", status=None)
    result = CliRunner().invoke(attunement, ["compile", "--root", str(small.root)])
    assert result.exit_code == 1
    assert result.stdout.startswith("attunement_course/content/claims/emp-01.yml: status: ")
    assert result.stderr == "Error: nothing compiled: 1 problem(s) above\n"
    assert not list(small.content.parent.glob("*.json"))


def test_compile_says_what_it_wrote(small: SmallCourse):
    result = CliRunner().invoke(attunement, ["compile", "--root", str(small.root)])
    count = sum(map(len, ITEMS.values()))
    assert result.stdout == f"{count} items compiled into attunement_course/content.json\n"
    written = json.loads((small.content.parent / "content.json").read_text())
    assert written == compile_folder(small.content)[0]


def test_a_reader_meets_the_old_file_or_the_new_one_never_a_part(tmp_path: Path):
    path = tmp_path / "content.json"
    path.write_text("old")
    with path.open() as reader:
        put(path, "new")
        assert reader.read() == "old"
    assert path.read_text() == "new"


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path):
    path = tmp_path / "content.json"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        put(path, "new \ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def hook(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The build hook, set to work on the small course."""
    spec = importlib.util.spec_from_file_location("hatch_build", HOOK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "HERE", small.root)
    return module


def build(hook: ModuleType, version: str) -> None:
    hook.CompileContent.__new__(hook.CompileContent).initialize(version, {})


def test_a_wheel_is_not_built_from_broken_content(
    small: SmallCourse, hook: ModuleType, capsys: pytest.CaptureFixture[str]
):
    small.change("claims", "emp-01", status=None)
    with pytest.raises(SystemExit, match="content not compiled: 1 problem"):
        build(hook, "standard")
    assert capsys.readouterr().err.startswith("claims/emp-01.yml: status: required field")
    assert not (small.content.parent / "content.json").exists()


def test_an_author_s_install_goes_on_with_the_rest(small: SmallCourse, hook: ModuleType):
    small.change("claims", "emp-01", status=None)
    build(hook, "editable")
    written = json.loads((small.content.parent / "content.json").read_text())
    assert list(written["claims"]) == ["emp-02a"]

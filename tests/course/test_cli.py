"""`attunement`, command by command: one clear line where something is wrong."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import click
import pytest
from commands import error_of, run
from small_course import NOTEBOOK, SmallCourse

from attunement_course import cli
from attunement_course.cli import OWN


def test_help_lists_every_command_and_each_has_its_own():
    listed = run("--help").stdout
    for name in OWN:
        assert f"  {name} " in listed
        assert run(name, "--help").exit_code == 0
    assert run("-h").stdout == listed


def test_the_version_is_the_distribution_s():
    assert run("--version").stdout == "attunement, version 0.1.0\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["chek"], "there is no command 'chek'; nearest: check"),
        (["xyzzy"], "there is no command 'xyzzy'"),
        (["check", "--bogus"], "No such option '--bogus'."),
        (["check", "--root", "/nowhere"], "Directory '/nowhere' does not exist."),
        (["coverage", "surplus"], "Got unexpected extra argument (surplus)"),
        (["record", "exprot"], "No such command 'exprot'."),
    ],
)
def test_wrong_use_is_said_in_one_line(home: Path, arguments: list[str], line: str):
    result = run(*arguments)
    assert line in error_of(result)
    assert result.exit_code == 2


def joined(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    entry = EntryPoint("guest", value, cli.GROUP)
    monkeypatch.setattr(cli, "_joined", lambda: {"guest": entry})


@click.command()
def guest() -> None:
    """Say hello."""
    click.echo("hello from another distribution")


def test_another_distribution_s_command_joins(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "a_guest", sys.modules[__name__])
    joined(monkeypatch, "a_guest:guest")
    assert run("guest").stdout == "hello from another distribution\n"
    assert "guest" in run("--help").stdout


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("no_such_module:x", "`attunement guest` cannot be loaded: No module named "),
        ("json:dumps", "`attunement guest` is not a click command (json:dumps)"),
    ],
)
def test_a_command_that_cannot_be_loaded_ends_nothing_else(
    monkeypatch: pytest.MonkeyPatch, value: str, line: str
):
    joined(monkeypatch, value)
    result = run("guest", "--any", "option")
    assert error_of(result).startswith(line)
    assert result.exit_code == 1
    assert run("--help").exit_code == 0


@pytest.mark.parametrize("name", ["check", "compile", "coverage", "schema"])
def test_authors_commands_name_what_to_install(name: str):
    code = (
        "import sys; sys.modules['pydantic'] = None; "
        f"sys.argv = ['attunement', '{name}']; from attunement_course.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == (
        f"Error: `attunement {name}` needs the packages of authors; run `pip install "
        "'attunement-course[author]'`\n"
    )
    assert done.returncode == 1


def main_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> tuple[str, int]:
    """What the program itself says on stderr, and its exit code."""
    monkeypatch.setattr(sys, "argv", ["attunement", *map(str, arguments)])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    return capsys.readouterr().err, int(caught.value.code or 0)


def test_a_file_system_s_refusal_is_one_line(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (home / "file").write_text("")
    asked = ["record", "erase", "--yes", "--folder", home / "file/record"]
    assert main_with(monkeypatch, capsys, *asked) == ("", 0)
    (home / "folder").mkdir()
    (home / "folder/attempts.jsonl").mkdir()
    asked = ["record", "export", "--folder", home / "folder"]
    line = f"Error: {home}/folder/attempts.jsonl: Is a directory\n"
    assert main_with(monkeypatch, capsys, *asked) == (line, 1)


def test_check_says_only_what_concerns_the_paths_it_is_given(small: SmallCourse):
    small.change("works", "elm-2018", tone="warm")
    small.module(("code", "import os"))
    work = small.path("works", "elm-2018")
    result = run("check", "--root", small.root, work)
    line = "attunement_course/content/works/elm-2018.yml: tone: unknown field (got warm)\n"
    assert (result.stdout, result.exit_code) == (line, 1)
    result = run(
        "check", "--root", small.root, small.root / "modules", small.path("items", "m2-i01")
    )
    line = f"modules/{NOTEBOOK}: cell-2: a notebook imports attunement_widgets only (got import os)"
    assert (result.stdout, result.exit_code) == (f"{line}\n", 1)
    result = run("check", "--root", small.root, small.content / "rubrics")
    assert (result.stdout, result.exit_code) == ("1 file checked, no problems\n", 0)


def test_check_refuses_what_is_not_of_the_course(small: SmallCourse, tmp_path: Path):
    result = run("check", "--root", small.root, tmp_path)
    assert error_of(result) == f"{tmp_path} is not part of the course in {small.root}"
    (small.root / "notes.txt").write_text("")
    result = run("check", "--root", small.root, small.root / "notes.txt")
    assert error_of(result) == f"no content and no notebook in {small.root}/notes.txt"
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["check", "compile", "coverage", "schema"])
def test_a_folder_without_a_course_is_said_to_be_one(tmp_path: Path, command: str):
    result = run(command, "--root", tmp_path)
    assert error_of(result) == (
        f"no course in {tmp_path}: expected attunement_course/content/claims or claims in it; "
        "give its folder with --root"
    )
    assert result.exit_code == 1


def test_compile_names_a_folder_that_is_missing(small: SmallCourse):
    result = run("compile", "--root", small.root, "-o", small.root / "none/content.json")
    assert error_of(result) == f"{small.root}/none is no folder; make it or name another with -o"
    assert result.exit_code == 2

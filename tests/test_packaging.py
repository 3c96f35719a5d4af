"""What is pinned, declared and shipped agrees, and names no registry."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import rattler
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
DISTRIBUTIONS = ["course", "widgets", "grading"]
PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*])?==(\S+)", re.M)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    text = (ROOT / "requirements.lock").read_text()
    return {normal(name): version for name, version in PIN.findall(text)}


def environment() -> tuple[list[str], list[str]]:
    listed = YAML(typ="safe").load((ROOT / "environment.yml").read_text())["dependencies"]
    conda = [entry for entry in listed if isinstance(entry, str)]
    return conda, next(entry["pip"] for entry in listed if isinstance(entry, dict))


def declared(folder: str) -> list[str]:
    project = tomllib.loads((ROOT / folder / "pyproject.toml").read_text())["project"]
    extras = project.get("optional-dependencies", {})
    return [*project["dependencies"], *(one for extra in extras.values() for one in extra)]


def test_conda_reads_every_requirement():
    conda, _pip = environment()
    for requirement in conda:
        assert str(rattler.MatchSpec(requirement))


def test_the_environment_s_pins_are_the_lock_s():
    _conda, pip = environment()
    pins = dict(PIN.findall("\n".join(pip)))
    assert pins
    assert {normal(name): version for name, version in pins.items()}.items() <= locked().items()
    assert [one for one in pip if one.startswith("./")] == [f"./{d}" for d in DISTRIBUTIONS]


@pytest.mark.timeout(300)
def test_the_environment_s_pip_part_resolves(tmp_path):
    """The three folders with the pinned packages: what pip would install exists together."""
    _conda, pip = environment()
    wanted = tmp_path / "requirements.in"
    lines = [str(ROOT / one[2:]) if one.startswith("./") else one for one in pip]
    wanted.write_text("\n".join(lines) + "\n")
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "attunement-course" in done.stdout


@pytest.mark.parametrize("folder", DISTRIBUTIONS)
def test_what_a_distribution_needs_is_in_the_lock(folder):
    names = {normal(re.split(r"[\s\[<>=!~;]", one)[0]) for one in declared(folder)}
    ours = {f"attunement-{name}" for name in DISTRIBUTIONS}
    assert names - ours <= locked().keys()


def test_each_direct_dependency_says_why_it_is_there():
    for line in (ROOT / "requirements.in").read_text().splitlines():
        if line and not line.startswith("#"):
            assert re.search(r"#\s*\S+", line), f"{line}: no reason given"


def test_every_direct_dependency_is_locked_with_hashes():
    lock = (ROOT / "requirements.lock").read_text()
    names = re.findall(r"^([A-Za-z0-9_.-]+)", (ROOT / "requirements.in").read_text(), re.M)
    assert {normal(name) for name in names} <= locked().keys()
    assert lock.count("--hash=sha256:") >= len(locked())


@pytest.mark.parametrize("pattern", ["requirements.lock", "**/package-lock.json"])
def test_no_lock_names_where_it_was_downloaded(pattern):
    found = [path for path in ROOT.glob(pattern) if "node_modules" not in path.parts]
    assert found
    for path in found:
        text = path.read_text()
        assert "://" not in re.sub(r'"(url|funding)": *"[^"]*"', "", text), path
        assert '"resolved"' not in text, path

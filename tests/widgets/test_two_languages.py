"""Each model is one model: Python and the page agree on drawn inputs to 1e-12."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import drawing
import pytest
from two_languages import Call, differences

import attunement_course
from building.transpile import model_paths, read_model, write_models

COURSE = Path(attunement_course.__file__).parent
INPUTS = 2000


def drawn_arguments() -> dict[str, Callable[[Random], list[Any]]]:
    found: dict[str, Callable[[Random], list[Any]]] = {}
    for module in pkgutil.iter_modules(drawing.__path__):
        found |= importlib.import_module(f"drawing.{module.name}").ARGUMENTS
    return found


ARGUMENTS = drawn_arguments()


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """The models transpiled afresh, so that no stale build is what agrees."""
    folder = tmp_path_factory.mktemp("generated")
    write_models(model_paths(COURSE), folder)
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


def public_functions() -> dict[str, Callable[..., Any]]:
    found: dict[str, Callable[..., Any]] = {}
    for path in model_paths(COURSE):
        package = "attunement_course" + (".simulation" if path.parent.name == "simulation" else "")
        module = importlib.import_module(f"{package}.{path.stem}")
        for name in read_model(path).public:
            if callable(getattr(module, name)):
                found[f"{path.stem}.{name}"] = getattr(module, name)
    return found


def test_every_public_function_of_every_model_is_compared():
    assert set(ARGUMENTS) == set(public_functions())


@pytest.mark.parametrize("function", ARGUMENTS)
def test_both_languages_agree(function, generated):
    draw = Random(function)
    calls = [Call(function, ARGUMENTS[function](draw)) for _ in range(INPUTS)]
    assert differences(calls, public_functions(), generated) == []


@pytest.mark.parametrize(
    ("source", "arguments"),
    [
        ("def planted(a: int) -> int:\n    return a % 7\n", [-3]),
        ("def planted(a: float) -> int:\n    return round(a)\n", [2.5]),
        ("def planted(a: list[int]) -> list[int]:\n    return sorted(a)\n", [[10, 9, 1]]),
    ],
    ids=["negative modulo", "round half to even", "sorting numbers"],
)
def test_a_planted_difference_is_found(source, arguments, tmp_path):
    """PScript is known to differ here; were it not found, the test above would be blind."""
    (tmp_path / "trap.py").write_text(source)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    write_models([tmp_path / "trap.py"], tmp_path)
    space: dict[str, Any] = {}
    exec(compile(source, "trap", "exec"), space)
    found = differences(
        [Call("trap.planted", arguments)], {"trap.planted": space["planted"]}, tmp_path
    )
    assert len(found) == 1
    assert "is not" in found[0]

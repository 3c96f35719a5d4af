"""Python's ``math`` in the page: the same numbers, the same refusals."""

from __future__ import annotations

import math
from random import Random
from typing import Any

import pytest
from two_languages import Call, differences

from building.mathematics import NAMES
from building.transpile import read_model, transpile, write_models

OF_TWO = ["atan2", "hypot", "pow", "log"]
CONSTANTS = ["pi", "tau", "e", "inf"]
# Where each is defined; everywhere else -4 to 4.
PLACES = {
    **dict.fromkeys(["log", "log2", "log10", "sqrt"], (1e-6, 50.0)),
    **dict.fromkeys(["asin", "acos", "atanh"], (-0.999, 0.999)),
    "log1p": (-0.9, 50.0),
    "acosh": (1.0, 50.0),
}


def written(tmp_path, source):
    (tmp_path / "trial.py").write_text(source)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    write_models([tmp_path / "trial.py"], tmp_path)
    space: dict[str, Any] = {}
    exec(compile(source, "trial", "exec"), space)
    return {f"trial.{name}": one for name, one in space.items() if callable(one)}


def every_function():
    """One function a name of ``math``; those of two arguments take both."""
    one = [n for n in sorted(NAMES - set(CONSTANTS)) if n not in OF_TWO or n == "log"]
    lines = ["import math\n"]
    lines += [f"def of_{n}(x: float) -> float:\n    return math.{n}(x)\n" for n in one]
    lines += [
        f"def two_{n}(x: float, y: float) -> float:\n    return math.{n}(x, y)\n" for n in OF_TWO
    ]
    turned = "math.pi + math.tau + math.e, math.inf > 1e300"
    lines.append(f"def constants() -> list[float]:\n    return [{turned}]\n")
    return "\n".join(lines)


def test_every_part_of_math_gives_the_same_numbers(tmp_path):
    python = written(tmp_path, every_function())
    draw = Random("math")
    calls = [Call("trial.constants", [])]
    for name in python:
        low, high = PLACES.get(name.split("_")[-1], (-4.0, 4.0))
        count = 0 if name == "trial.constants" else 200
        for _ in range(count):
            x = draw.uniform(max(low, 0.01) if name.endswith("two_pow") else low, high)
            rest = [draw.uniform(1.5, 3.0)] if ".two_" in name else []
            calls.append(Call(name, [x, *rest]))
    assert len(python) == len(NAMES) - len(CONSTANTS) + 2
    assert differences(calls, python, tmp_path) == []


@pytest.mark.parametrize(("call", "argument"), [("log", 0.0), ("sqrt", -1.0), ("exp", 1000.0)])
def test_where_python_raises_so_does_the_page(call, argument, tmp_path):
    source = f"import math\n\ndef trial(x: float) -> float:\n    return math.{call}(x)\n"
    python = written(tmp_path, source)
    with pytest.raises((ValueError, OverflowError)):
        python["trial.trial"](argument)
    with pytest.raises(AssertionError, match=f"math.{call}: no finite result for"):
        differences([Call("trial.trial", [argument])], {"trial.trial": math.floor}, tmp_path)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import math\nx: float = math.gamma(1)\n", r"trial.py, line 2: math.gamma is not in the"),
        ("from math import exp\n", "trial.py, line 1: write `import math` and `math.exp`"),
        ("import math as m\n", "trial.py, line 1: cannot import math"),
        ("import numpy\n", "trial.py, line 1: cannot import numpy into the page"),
        ("from random import random\n", "trial.py, line 1: cannot import from random"),
    ],
)
def test_what_the_page_has_not_is_refused_by_line(source, words, tmp_path):
    (tmp_path / "trial.py").write_text(source)
    with pytest.raises(ValueError, match=words):
        transpile(read_model(tmp_path / "trial.py"))

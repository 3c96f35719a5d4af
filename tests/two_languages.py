"""Runs the same calls in Python and in the page's JavaScript, and compares what comes back."""

from __future__ import annotations

import copy
import json
import math
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RUNNER = Path(__file__).with_name("run_models.mjs")
TOLERANCE = 1e-12


@dataclass(frozen=True)
class Call:
    """One call of a model's function, named ``module.function``."""

    function: str
    arguments: list[Any]


def differences(
    calls: Iterable[Call], python: dict[str, Callable[..., Any]], folder: Path
) -> list[str]:
    """One line for each call whose result, or changed argument, differs."""
    calls = list(calls)
    answers = _in_javascript(calls, folder)
    found: list[str] = []
    for call, answer in zip(calls, answers, strict=True):
        arguments = copy.deepcopy(call.arguments)
        mine = {"result": python[call.function](*arguments), "arguments": arguments}
        where = _difference(mine, answer, "")
        if where:
            found.append(f"{call.function}({json.dumps(call.arguments)[:300]}){where}")
    return found


def _in_javascript(calls: list[Call], folder: Path) -> list[Any]:
    lines = "".join(
        json.dumps({"function": call.function, "arguments": call.arguments}) + "\n"
        for call in calls
    )
    node = Path(sys.executable).with_name("node")
    program = str(node) if node.exists() else shutil.which("node")
    assert program, "node: not found; `make build` brings it"
    done = subprocess.run(
        [program, str(RUNNER), str(folder)],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _difference(mine: Any, theirs: Any, where: str) -> str:
    if isinstance(mine, dict):
        if not isinstance(theirs, dict) or mine.keys() != theirs.keys():
            return f"{where}: {mine!r} is not {theirs!r}"
        parts = (_difference(mine[key], theirs[key], f"{where}.{key}") for key in mine)
        return next((part for part in parts if part), "")
    if isinstance(mine, list | tuple):
        if not isinstance(theirs, list) or len(mine) != len(theirs):
            return f"{where}: {mine!r} is not {theirs!r}"
        pairs = enumerate(zip(mine, theirs, strict=True))
        parts = (_difference(one, other, f"{where}[{i}]") for i, (one, other) in pairs)
        return next((part for part in parts if part), "")
    return "" if _same(mine, theirs) else f"{where}: {mine!r} is not {theirs!r}"


def _same(mine: Any, theirs: Any) -> bool:
    number = (int, float)
    if isinstance(mine, bool) or isinstance(theirs, bool):
        return mine is theirs
    if isinstance(mine, number) and isinstance(theirs, number):
        return math.isclose(mine, theirs, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return type(mine) is type(theirs) and mine == theirs

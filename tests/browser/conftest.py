"""What the tests of exercises in a page share: a browser, a record, exercises under Voila."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pages import chromium
from playwright.sync_api import Browser

from benchmarks.voila_server import placing, voila, write_notebook


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def record_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the kernels of this module keep the learner's record."""
    return tmp_path_factory.mktemp("record") / "record"


@pytest.fixture(scope="module")
def shown(record_folder: Path) -> Iterator[Callable[[Path], str]]:
    """Has Voila show a folder of notebooks; the answer is what their addresses begin with."""
    with ExitStack() as stack:
        stack.enter_context(pytest.MonkeyPatch.context()).setenv(
            "ATTUNEMENT_RECORD", str(record_folder)
        )
        yield lambda folder: f"{stack.enter_context(voila(folder))}/voila/render"


@pytest.fixture(scope="module")
def exercises(
    shown: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., str]:
    """Has Voila show each of some exercises, in a notebook by its name with nothing else."""

    def show(*ids: str) -> str:
        folder = tmp_path_factory.mktemp("notebooks")
        for id in ids:
            write_notebook(folder / f"{id}.ipynb", placing(id))
        return shown(folder)

    return show

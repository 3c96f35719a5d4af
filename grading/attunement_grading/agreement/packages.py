"""The packages that figures and plots come from, loaded when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

COMMAND = "pip install 'attunement-grading[agreement]'"


class PackageMissing(ImportError):
    """A package that figures or plots come from is not installed; the text says what to run."""


@contextmanager
def needed() -> Iterator[None]:
    """Around imports: a package that is missing is named together with what installs it."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package.startswith("attunement_"):
            raise  # no install would mend our own mistake
        raise PackageMissing(
            f"figures of agreement need {package}, which is not installed; run `{COMMAND}`"
        ) from None

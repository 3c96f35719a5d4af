"""The packages that figures and plots come from, loaded when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

EXTRA = ("krippendorff", "matplotlib", "numpy", "pandas", "pingouin", "scipy", "sklearn")
COMMAND = "pip install 'attunement-grading[agreement]'"


class PackageMissing(ImportError):
    """A package of the extra ``agreement`` is not installed; the text says what to run."""


@contextmanager
def needed() -> Iterator[None]:
    """Around imports: a package of the extra that is missing is named with its remedy."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in EXTRA:
            raise
        raise PackageMissing(
            f"figures of agreement need {package}, which is not installed; run `{COMMAND}`"
        ) from None

"""Runs a notebook's code by nbgrader's own ``Execute``, in a kernel that can do no harm."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager
from nbconvert.preprocessors import ExecutePreprocessor
from nbformat import NotebookNode

from .noticing import refusals
from .playpen import Playpen
from .records import Assignment

WARMABLE = frozenset(
    "matplotlib networkx numpy pandas scipy seaborn sklearn statsmodels sympy".split()
)
"""Packages that take long to import and bear being imported before a fork."""


class Isolated:
    """Stands in ``Execute``'s place: gives it a kernel in the sandbox, or lets a notebook be.

    Where no code of the assignment decides a grade, none of its notebooks is run; where some
    does, all are, as nbgrader runs them.
    """

    def __init__(
        self, step: ExecutePreprocessor, playpen: Playpen | None, assignment: Assignment
    ) -> None:
        self.step: Any = step
        self.playpen = playpen
        self.runs = assignment.runs
        self._specs: dict[str, KernelSpec | None] = {}

    def __call__(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run the notebook where it is to be run."""
        if not self.step.enabled or not self.runs or self.playpen is None:
            return nb, resources
        spec = self._spec(self.step.kernel_name or _kernel_name(nb))
        folder = Path(resources["metadata"]["path"])
        with self.playpen.kernel(folder, spec, self.step.extra_arguments) as manager:
            try:
                nb, resources = self.step.preprocess(nb, resources, manager)
            finally:
                if self.step.kc is not None:
                    self.step.kc.stop_channels()
        for line in refusals(nb):
            self.step.log.warning("%s", line)
        return nb, resources

    def _spec(self, name: str) -> KernelSpec | None:
        """The kernel of that name; None where it is this Python's own. NoSuchKernel else."""
        if name not in self._specs:
            spec = KernelSpecManager(config=self.step.config).get_kernel_spec(name)
            self._specs[name] = None if _is_our_own(spec) else spec
        return self._specs[name]


def _kernel_name(nb: NotebookNode) -> str:
    name = nb.metadata.get("kernelspec", {}).get("name")
    return NATIVE_KERNEL_NAME if name in (None, "", "python") else name  # as jupyter_client has it


def _is_our_own(spec: KernelSpec) -> bool:
    """Whether starting it would run ipykernel by this very Python."""
    version = sys.version_info
    names = {"python", f"python{version[0]}", f"python{version[0]}.{version[1]}", sys.executable}
    program, *rest = spec.argv
    return program in names and "ipykernel_launcher" in rest


def imports_of(source: Path) -> list[str]:
    """What the instructor's own notebooks import and is worth importing once for all."""
    found: set[str] = set()
    for path in sorted(source.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        cells = (cell.source for cell in notebook.cells if cell.cell_type == "code")
        found.update(name for text in cells for name in _imported(text))
    return sorted(name for name in found if name.partition(".")[0] in WARMABLE)


def _imported(text: str) -> Iterable[str]:
    """Modules that some code imports; none where it is not plain Python."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module

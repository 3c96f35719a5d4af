"""What a learner's kernel costs in memory once it has run a module, for each module.

PSS (proportional set size): shared pages are counted by their share, so the figure is what
one more learner adds to a machine.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median

import nbformat
from jupyter_client.manager import start_new_kernel

from benchmarks.result import Result

MODULES = Path("course/modules")
RUNS = 5
BOUND_MB = 10.0
ALONE = ["import ipywidgets, anywidget; w = ipywidgets.IntSlider()"]


def kernel_memory() -> list[Result]:
    """Each module beside a kernel that has imported ipywidgets and anywidget alone."""
    alone = median(_pss_after(ALONE) for _ in range(RUNS))
    return [_beside(module, alone) for module in sorted(MODULES.glob("*.ipynb"))]


def _beside(module: Path, alone: float) -> Result:
    notebook = nbformat.read(module, as_version=4)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    ours = median(_pss_after(cells) for _ in range(RUNS))
    return Result(
        what=f"{module.stem}: kernel that has run it (PSS)",
        unit="MB",
        ours=ours,
        peer="ipywidgets and anywidget imported",
        peers=alone,
        bound=f"at most {BOUND_MB:.0f} MB above",
        within=ours - alone <= BOUND_MB,
    )


def _pss_after(cells: list[str]) -> float:
    """Megabytes of a fresh kernel after it has run the cells."""
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        for cell in cells:
            reply = client.execute_interactive(cell, output_hook=_quiet, timeout=60)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(f"a cell failed: {reply['content'].get('evalue')}")
        provisioner = manager.provisioner
        return _pss(int(getattr(provisioner, "pid", 0)))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _quiet(_message: dict[str, object]) -> None:
    """Outputs are not what is measured."""


def _pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("smaps_rollup: no Pss line; this benchmark needs Linux")

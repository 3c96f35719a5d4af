"""`make bench`: run every benchmark and say which figure misses its bound."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from attunement_course.nearest import nearest
from benchmarks.autograding import autograding
from benchmarks.autograding_kills import autograding_kills
from benchmarks.desk import desk_at_size
from benchmarks.desk_kills import desk_kills
from benchmarks.exercise_paint import exercise_paint
from benchmarks.first_render import first_render
from benchmarks.kernel_memory import kernel_memory
from benchmarks.result import Result

BENCHMARKS: dict[str, Callable[[], list[Result]]] = {
    "autograding": autograding,
    "autograding_kills": autograding_kills,
    "desk_at_size": desk_at_size,
    "desk_kills": desk_kills,
    "exercise_paint": exercise_paint,
    "first_render": first_render,
    "kernel_memory": kernel_memory,
}
ASKED_FOR = ("autograding_kills", "desk_kills")
"""Too long to be run unless it is named."""
WIDTH = 150
"""Columns of the table where no terminal says how many it has."""
# The exercises are played by the browser tests' own scripts, which import as those tests do.
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))


def main(names: list[str]) -> int:
    """Run those named, or all but the long; print one table; 1 where a bound is missed, else 0."""
    for name in names:
        if name not in BENCHMARKS:
            print(f"there is no benchmark {name!r}{nearest(name, list(BENCHMARKS))}")
            return 2
    console = Console() if sys.stdout.isatty() else Console(width=WIDTH)
    results: list[Result] = []
    names = names or [name for name in BENCHMARKS if name not in ASKED_FOR]
    for benchmark in [BENCHMARKS[name] for name in names]:
        with console.status(f"{benchmark.__name__.replace('_', ' ')} …"):
            results += benchmark()
    console.print(_table(results))
    missed = [result for result in results if not result.within]
    for result in missed:
        console.print(f"missed: {result.what}: {result.ours:.1f} {result.unit}, {result.bound}")
    return 1 if missed else 0


def _table(results: list[Result]) -> Table:
    table = Table("what", "ours", "the peer's", "ratio", "bound", "")
    for result in results:
        table.add_row(
            result.what,
            f"{result.ours:.1f} {result.unit}",
            f"{result.peers:.1f} {result.unit} ({result.peer})",
            f"{result.peers / result.ours:.1f}" if result.ours else "-",
            result.bound,
            "kept" if result.within else "MISSED",
        )
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

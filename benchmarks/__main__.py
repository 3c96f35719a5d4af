"""`make bench`: run every benchmark and say which figure misses its bound."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

from benchmarks.kernel_memory import kernel_memory
from benchmarks.result import Result
from benchmarks.time_to_paint import time_to_paint

BENCHMARKS = [time_to_paint, kernel_memory]


def main() -> int:
    """Print one table; 1 where a bound is missed, else 0."""
    console = Console()
    results: list[Result] = []
    for benchmark in BENCHMARKS:
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
    sys.exit(main())

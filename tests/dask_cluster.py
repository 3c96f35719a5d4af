"""A Dask cluster of two workers on this machine, as tests of many machines need it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dask.config
from distributed import LocalCluster

TIDYING = "distributed.scheduler.active-memory-manager.interval"


@contextmanager
def two_workers() -> Iterator[Any]:
    """Its scheduler drops what several workers hold a hundred times as often as it would.

    What relies on each worker's keeping a copy of its own fails here, not now and then elsewhere.
    """
    without: Any = None
    with (
        dask.config.set({TIDYING: "20ms"}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=without) as cluster,
    ):
        yield cluster

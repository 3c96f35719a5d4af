"""Workers on this machine: processes that grade one submission after the other.

Each is forked from a parent that has imported what grading needs and holds no gradebook. One
that dies (a notebook can be made to exhaust memory while it is read) is replaced, and what it
was at work on is tried once more; then it is that submission's own fault.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any

from .nursery.lockdown import PR_SET_PDEATHSIG, prctl

Work = Callable[[Any], Any]


class CannotWork(RuntimeError):
    """A worker cannot do its work, whatever the job; the text says why."""


FORK = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"


@dataclass
class Try:
    """A job, and how often a worker died of it."""

    job: Any
    deaths: int = 0


@dataclass
class Worker:
    """One process, our end of its pipe, and what it has to do: the first of it now."""

    process: Any
    pipe: Connection
    tries: deque[Try] = field(default_factory=deque)


class Pool:
    """Runs jobs in ``size`` processes.

    ``make`` gives, in each, what does a job; it is told which of them it is, from 0 on.
    ``lost`` gives the outcome of a job that ended its worker twice. ``ahead`` is how many jobs
    a worker holds, so that short ones do not wait for us. Workers last no longer than the
    thread that opened the pool.
    """

    def __init__(
        self,
        make: Callable[[int], Work],
        size: int,
        lost: Callable[[Any, str], Any],
        ahead: int = 1,
        sandbox: str = "",
    ) -> None:
        self.sandbox = sandbox
        self._make = make
        self._lost = lost
        self._ahead = ahead
        self._context: Any = multiprocessing.get_context(FORK)
        self._workers: list[Worker] = []
        gc.freeze()  # what is there by now stays shared: no collection in a worker writes to it
        for number in range(size):
            self._workers.append(self._hire(number))

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the workers; whatever they are at work on is dropped."""
        for worker in self._workers:
            worker.pipe.close()
            if worker.tries:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join()

    def run(self, jobs: Iterable[Any]) -> Iterator[Any]:
        """Outcomes as they come. A job is taken from ``jobs`` only when a worker has room.

        Raises CannotWork where a worker says so.
        """
        waiting, again = (Try(job) for job in jobs), deque[Try]()
        while True:
            for worker in self._workers:
                self._fill(worker, waiting, again)
            busy: dict[Any, Worker] = {one.pipe: one for one in self._workers if one.tries}
            if not busy:
                return
            for pipe in wait(list(busy)):
                try:
                    outcome = busy[pipe].pipe.recv()
                    if isinstance(outcome, CannotWork):
                        raise outcome
                    busy[pipe].tries.popleft()
                except (EOFError, ConnectionResetError):
                    outcome = self._bury(busy[pipe], again)
                if outcome is not None:
                    yield outcome

    def _fill(self, worker: Worker, waiting: Iterator[Try], again: deque[Try]) -> None:
        while len(worker.tries) < self._ahead:
            one = again.popleft() if again else next(waiting, None)
            if one is None:
                return
            worker.tries.append(one)
            with contextlib.suppress(BrokenPipeError):  # it died, which we see as we wait for it
                worker.pipe.send(one.job)

    def _bury(self, worker: Worker, again: deque[Try]) -> Any:
        """Replace a dead worker; an outcome if what it was at work on is not to be tried again."""
        worker.process.join()
        worker.pipe.close()
        number = self._workers.index(worker)
        self._workers[number] = self._hire(number)
        first, *others = worker.tries
        again.extend(others)
        if first.deaths:
            return self._lost(first.job, _cause(worker.process.exitcode))
        again.append(Try(first.job, 1))
        return None

    def _hire(self, number: int) -> Worker:
        ours, theirs = self._context.Pipe()
        others = [worker.pipe for worker in self._workers if not worker.pipe.closed]
        make = partial(self._make, number)
        process = self._context.Process(
            target=_serve, args=(theirs, [ours, *others], make, os.getpid()), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, ours)


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit status {code}"


def _serve(
    pipe: Connection, others: list[Connection], make: Callable[[], Work], parent: int
) -> None:
    """A worker's life: until its parent hangs up."""
    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    for other in others:
        other.close()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            work = make()
            while True:
                pipe.send(work(pipe.recv()))
        except CannotWork as error:
            pipe.send(error)
    os._exit(0)


def _die_with(parent: int) -> None:
    """Go at once where the parent is killed, and with us what we run, however long it would take.

    Elsewhere than on Linux a worker first finishes the submission that it is at.
    """
    if sys.platform == "linux":
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it was killed before we could say so
            os._exit(0)

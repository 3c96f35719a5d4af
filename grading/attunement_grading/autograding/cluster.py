"""Grading on many machines, by a Dask cluster.

A worker there gets a submission's bytes and its rows, and sends back rows and graded files; the
gradebook and the course root stay here. A worker that dies has its work done by another, which
Dask sees to; each outcome arrives here once and is recorded once.
"""

from __future__ import annotations

import io
import shutil
import tarfile
import tempfile
import threading
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory

from .aside import new_token
from .engine import CannotAutograde
from .handed_in import CannotGrade, look_at
from .job import Job, Outcome, Settings, failed, lost
from .nursery.lockdown import Limits
from .pool import CannotWork
from .running_code import imports_of
from .sandbox import NoSandbox, Sandbox, find_sandbox, unsandboxed
from .this_machine import runs_code
from .worker import Worker

PATIENCE = 20
"""Seconds to wait for the scheduler, and for a worker to be there."""
AHEAD = 2
"""Submissions that are under way for each thread of the cluster."""
MISSING = (
    "--scheduler needs the package distributed; run `pip install 'attunement-grading[cluster]'`"
)


@dataclass(frozen=True)
class Shipment:
    """What is the same for every submission of a run, for a machine that has no course root."""

    key: str
    settings: Settings
    source: bytes
    sandbox: str | None
    unsandboxed: bool
    runs_code: bool


@dataclass(frozen=True)
class Parcel:
    """One submission: its job, whose folder is elsewhere, and the folder's files."""

    job: Job
    files: bytes


@dataclass(frozen=True)
class Cluster:
    """A Dask cluster, known by its scheduler's address."""

    scheduler: str
    limits: Limits
    sandbox: str | None = None
    unsandboxed: bool = False

    def prepare(self, course: CourseDirectory, settings: Settings) -> Settings:
        """The settings as they are sent; each worker opens a sandbox of its own."""
        if not runs_code(settings):
            return settings
        imports = tuple(imports_of(settings.source))
        return replace(settings, limits=self.limits, imports=imports)

    @contextmanager
    def open(
        self, course: CourseDirectory, settings: Settings, aside: Path
    ) -> Iterator[_Connection]:
        """Connect, and see that every worker can do what will be asked of it."""
        shipment = Shipment(
            new_token(),
            replace(settings, source=Path()),
            packed(settings.source),
            self.sandbox,
            self.unsandboxed,
            runs_code(settings),
        )
        with _connected(self.scheduler) as client:
            names = client.run(_sandbox_here, shipment)
            for address, (_name, why) in names.items():
                if why:
                    raise NoSandbox(f"on {address}: {why}")
            sandbox = ", ".join(sorted({name for name, _ in names.values() if name}))
            yield _Connection(client, shipment, settings, aside, sandbox)


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        raise CannotAutograde(MISSING) from None
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise CannotAutograde(
            f"--scheduler {address}: no scheduler answers there ({error}); "
            "start one with `dask scheduler` and give the address that it prints"
        ) from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        yield client
    except TimeoutError:
        raise CannotAutograde(
            f"--scheduler {address}: it has no workers; start some with `dask worker {address}`"
        ) from None
    finally:
        client.close()


class _Connection:
    """Sends jobs out and takes outcomes in."""

    def __init__(
        self, client: Any, shipment: Shipment, settings: Settings, aside: Path, sandbox: str
    ) -> None:
        self.client, self.shipment, self.settings = client, shipment, settings
        self.aside, self.sandbox = aside, sandbox

    def run(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Outcomes as they come; a little more is under way than there are threads."""
        from distributed import as_completed

        # A task's result, not scattered data: where it is lost with a worker, Dask makes it anew,
        # and handing scattered data to every worker races with Dask's dropping of replicas.
        ours = self.client.submit(_unchanged, self.shipment, key=f"attunement-{self.shipment.key}")
        waiting, under_way = iter(jobs), {}
        threads = sum(self.client.nthreads().values())
        arriving = as_completed()
        room = max(AHEAD * threads, 1)
        while True:
            for job in islice(waiting, room - len(under_way)):
                parcel = self._packed(job)
                if isinstance(parcel, Outcome):
                    yield parcel
                    continue
                future = self.client.submit(grade_here, ours, parcel, key=_key(job), pure=False)
                under_way[future.key] = job
                arriving.add(future)
            if not under_way:
                return
            future = next(arriving)
            yield self._taken_in(future, under_way.pop(future.key))

    def _packed(self, job: Job) -> Parcel | Outcome:
        """A job with its files, or its outcome where there is nothing to be sent."""
        try:
            handed_in = look_at(job.folder)
            handed_in.refuse_linked_notebooks()
        except (CannotGrade, OSError) as error:
            return failed(self.settings.assignment, job, str(error))
        with tempfile.TemporaryDirectory(prefix="attunement-") as folder:
            handed_in.copy_to(Path(folder))
            return Parcel(replace(job, folder=Path()), packed(Path(folder)))

    def _taken_in(self, future: Any, job: Job) -> Outcome:
        error = future.exception()
        if isinstance(error, CannotWork | NoSandbox):
            raise error
        if error is not None:
            return lost(self.settings.assignment, job, f"{type(error).__name__} on the cluster")
        outcome, files = future.result()
        future.release()
        outcome.notes = look_at(job.folder).remarks() + outcome.notes
        if files is not None:
            outcome.place = self.aside / new_token()
            unpack(files, outcome.place)
        return outcome


def _key(job: Job) -> str:
    return f"attunement-{job.student}-{uuid.uuid4().hex}"


# --- a folder as bytes ----------------------------------------------------------------


def packed(folder: Path) -> bytes:
    """A folder's content as a tar archive, permissions included."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", dereference=True) as tar:
        tar.add(folder, arcname=".")
    return held.getvalue()


def unpack(content: bytes, folder: Path) -> None:
    """Write what :func:`packed` read. A name that leads out of the folder is an error."""
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        tar.extraction_filter = tarfile.tar_filter
        tar.extractall(folder)  # noqa: S202  the filter keeps names inside


# --- on a worker ----------------------------------------------------------------------

_one_at_a_time = threading.Lock()
_workers: dict[str, tuple[Worker, Path]] = {}


def _unchanged(shipment: Shipment) -> Shipment:
    return shipment


def _sandbox_here(shipment: Shipment) -> tuple[str, str]:
    """The name of this machine's sandbox, and why there is none."""
    try:
        box = _box(shipment)
    except NoSandbox as error:
        return "", str(error)
    return (box.name if box else ""), ""


def _box(shipment: Shipment) -> Sandbox | None:
    if not shipment.runs_code:
        return None
    if shipment.unsandboxed:
        return unsandboxed()
    return find_sandbox([Path.home(), Path.cwd()], wanted=shipment.sandbox)


def grade_here(shipment: Shipment, parcel: Parcel) -> tuple[Outcome, bytes | None]:
    """Grade one submission on this machine; the outcome, and its files where it has some.

    One at a time: while nbgrader's code is at work, what it calls the gradebook is this
    submission's alone.
    """
    with _one_at_a_time:
        worker, scratch = _worker(shipment)
        folder = scratch / "handed-in"
        unpack(parcel.files, folder)
        try:
            outcome = worker.do(replace(parcel.job, folder=folder))
            files = packed(outcome.place) if outcome.place else None
            if outcome.place:
                shutil.rmtree(outcome.place)
        finally:
            shutil.rmtree(folder)
        outcome.place = None
        return outcome, files


def _worker(shipment: Shipment) -> tuple[Worker, Path]:
    """This process's worker for a run; an earlier run's is given up."""
    if shipment.key not in _workers:
        for worker, scratch in _workers.values():
            worker.close()
            shutil.rmtree(scratch, ignore_errors=True)
        _workers.clear()
        scratch = Path(tempfile.mkdtemp(prefix="attunement-"))
        unpack(shipment.source, scratch / "source")
        here: Any = {"source": scratch / "source", "sandbox": _box(shipment), "sockets": scratch}
        settings = replace(shipment.settings, **here)
        _workers[shipment.key] = settings.worker(settings, scratch), scratch
    return _workers[shipment.key]

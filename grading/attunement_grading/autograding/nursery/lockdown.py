"""What a forked kernel gives up before any of a learner's code runs in it."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MB = 1 << 20
ROOM = 4096 * MB
"""Address space beyond the memory limit: libraries and stacks are mapped, not used."""
OPEN_FILES = 512
NICER = 5
HANDED_IN = 256
"""MB of files that may come with a submission whose code is run."""
THREADS = 16
"""Threads for each processor of the machine: Linux counts them with the processes."""

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 4, 22, 36, 38
SECCOMP_MODE_FILTER = 2


@dataclass(frozen=True)
class Limits:
    """Bounds for one submission. Sizes in MB, time in seconds for the whole notebook."""

    time: int = 600
    memory: int = 2048
    processes: int = 64
    output: int = 10
    disk: int = 256

    @property
    def room(self) -> int:
        """Bytes of a folder in memory that holds what is handed in and what is written."""
        return (self.disk + HANDED_IN) * MB

    def as_dict(self) -> dict[str, int]:
        """By name, as it is sent."""
        return asdict(self)


def set_limits(limits: Limits) -> None:
    """Let the kernel's operating system hold the limits for each process."""
    bounds = {
        resource.RLIMIT_DATA: limits.memory * MB,
        resource.RLIMIT_AS: limits.memory * MB + ROOM,
        resource.RLIMIT_NPROC: 2 * limits.processes + THREADS * (os.cpu_count() or 1),
        resource.RLIMIT_FSIZE: limits.disk * MB,
        resource.RLIMIT_CPU: limits.time + 5,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in bounds.items():
        hard = resource.getrlimit(kind)[1]
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (bound, bound))


def stand_back() -> None:
    """Let others have the processor first, and be the first to go where memory runs out."""
    os.nice(NICER)
    Path("/proc/self/oom_score_adj").write_text("1000")


# --- calls to the operating system that Python has no name for -------------------------


def prctl(option: int, value: int, pointer: Any = 0) -> None:
    """``prctl(2)``; OSError where it is refused."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, ctypes.c_ulong(value), pointer, 0, 0) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"prctl {option}: {os.strerror(code)}")


# --- system calls that no submission needs ---------------------------------------------

CLONE_NEWUSER = 0x10000000
X32 = 0x40000000

# In the order of Linux's tables (arch/x86/entry/syscalls/syscall_64.tbl, and
# include/uapi/asm-generic/unistd.h for arm64). New namespaces would give back the rights that
# were given up; the others reach into other processes, or hold memory that no limit counts.
REFUSED = {
    "x86_64": {
        "shmget": 29, "semget": 64, "msgget": 68, "ptrace": 101, "add_key": 248,
        "request_key": 249, "keyctl": 250, "unshare": 272, "perf_event_open": 298, "setns": 308,
        "process_vm_readv": 310, "process_vm_writev": 311, "memfd_create": 319, "bpf": 321,
        "userfaultfd": 323, "pidfd_send_signal": 424, "io_uring_setup": 425, "memfd_secret": 447,
    },
    "aarch64": {
        "unshare": 97, "ptrace": 117, "msgget": 186, "semget": 190, "shmget": 194,
        "add_key": 217, "request_key": 218, "keyctl": 219, "perf_event_open": 241, "setns": 268,
        "process_vm_readv": 270, "process_vm_writev": 271, "memfd_create": 279, "bpf": 280,
        "userfaultfd": 282, "pidfd_send_signal": 424, "io_uring_setup": 425, "memfd_secret": 447,
    },
}  # fmt: skip
CLONE = {"x86_64": 56, "aarch64": 220}
SIGNALS = {"x86_64": (62, 200, 234), "aarch64": (129, 130, 131)}
"""``kill``, ``tkill`` and ``tgkill``, by which nobody may reach the parent."""
EVERYBODY = 0xFFFFFFFF
CLONE3 = 435
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, ERROR = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCH, FIRST_ARGUMENT = 0, 4, 16


def filter_program(machine: str, parent: int) -> bytes:
    """The filter, in the classic BPF of ``seccomp(2)``; KeyError for a machine not in the table.

    ``parent`` is the process that must not be signalled.
    """
    refused = sorted(REFUSED[machine].values())
    steps = [
        (LOAD, 0, 0, ARCH),
        (EQUAL, 1, 0, AUDIT_ARCH[machine]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, X32),
        (RETURN, 0, 0, ERROR | errno.EPERM),
        (EQUAL, 0, 1, CLONE3),  # its flags are in memory, out of sight: libc falls back on clone
        (RETURN, 0, 0, ERROR | errno.ENOSYS),
    ]
    for number in refused:
        steps += [(EQUAL, 0, 1, number), (RETURN, 0, 0, ERROR | errno.EPERM)]
    for number in SIGNALS[machine]:
        steps += [
            (EQUAL, 0, 5, number),
            (LOAD, 0, 0, FIRST_ARGUMENT),
            (EQUAL, 1, 0, parent),
            (EQUAL, 0, 1, EVERYBODY),
            (RETURN, 0, 0, ERROR | errno.EPERM),
            (RETURN, 0, 0, ALLOW),
        ]
    steps += [
        (EQUAL, 0, 3, CLONE[machine]),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (ANY_BIT, 0, 1, CLONE_NEWUSER),
        (RETURN, 0, 0, ERROR | errno.EPERM),
        (RETURN, 0, 0, ALLOW),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def filter_system_calls() -> bool:
    """Refuse those system calls from now on, in children too; False where we have no table."""
    machine = platform.machine()
    if machine not in REFUSED:
        return False
    program = filter_program(machine, os.getppid())
    held = ctypes.create_string_buffer(program, len(program))
    head = ctypes.create_string_buffer(struct.pack("HP", len(program) // 8, ctypes.addressof(held)))
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, head)
    return True

"""Makes a small world out of fresh namespaces and runs a program in it.

For machines without bubblewrap; ``unshare`` has opened the namespaces before. In the new root
are: some folders, read only; /proc of the new process namespace; a few devices; one folder in
memory. What can be left is left: rights, groups, the old root.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import platform
import socket
import struct
import sys
from pathlib import Path
from typing import Any

RDONLY, NOSUID, NODEV, NOEXEC, BIND, REC = 1, 2, 4, 8, 4096, 16384
DETACH = 2
AT_FDCWD, RECURSIVE = -100, 0x8000
MOUNT_SETATTR = 442
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
SETTING = struct.Struct("QQQQ")
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 24, 38
DEVICES = ("null", "zero", "full", "random", "urandom")
NEW = Path("/proc")
"""Where the new root is put together: a folder that every system has and nothing is read from."""

libc = ctypes.CDLL(None, use_errno=True)


def checked(result: int, what: object) -> None:
    """Raise OSError where a call to the operating system failed."""
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def mount(source: Path | str, target: Path, kind: str = "", flags: int = 0, data: str = "") -> None:
    """``mount(2)``."""
    words = [os.fsencode(source), os.fsencode(target), kind.encode() or None]
    checked(libc.mount(*words, ctypes.c_ulong(flags), data.encode() or None), target)


def read_only(path: Path) -> None:
    """Make a mount and all below it read only, without rights and devices."""
    setting = SETTING.pack(RDONLY | NOSUID | NODEV, 0, 0, 0)
    target = os.fsencode(path)
    result = libc.syscall(MOUNT_SETATTR, AT_FDCWD, target, RECURSIVE, setting, SETTING.size)
    checked(result, path)


def show(source: Path, target: Path) -> None:
    """Let a file or folder be seen, read only; a link stays a link."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink():
        target.symlink_to(source.readlink())
        return
    if source.is_dir():
        target.mkdir(exist_ok=True)
    else:
        target.touch()
    mount(source, target, flags=BIND | REC)
    read_only(target)


def memory(target: Path, size: int, mode: str) -> None:
    """A folder in memory that holds so many bytes."""
    target.mkdir(parents=True, exist_ok=True)
    mount("tmpfs", target, "tmpfs", NOSUID | NODEV, f"size={size},mode={mode}")


def build(plan: dict[str, Any], new: Path) -> None:
    """Put the new root together."""
    memory(new, 1 << 20, "755")
    memory(new / plan["base"].lstrip("/"), plan["size"], "1777")  # what is shown may lie below it
    below = {name: new / name.lstrip("/") for name in plan["shown"] + plan["covered"]}
    code, where = plan["code"]
    for name in plan["shown"]:
        show(Path(name), below[name])
    show(Path(code), new / where.lstrip("/"))
    for name in plan["covered"]:
        memory(below[name], 4096, "755")
    for name in DEVICES:
        (new / "dev").mkdir(exist_ok=True)
        (new / "dev" / name).touch()
        mount(Path("/dev", name), new / "dev" / name, flags=BIND)
    memory(new / "dev/shm", plan["size"], "1777")
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        (new / "dev" / name).symlink_to(f"/proc/self/fd/{number}")
    (new / "dev/fd").symlink_to("/proc/self/fd")
    (new / "old").mkdir()


def move_in(new: Path) -> None:
    """Make the new root the root, and let the old one go."""
    os.chdir(new)
    checked(libc.syscall(PIVOT_ROOT[platform.machine()], b".", b"old"), "pivot_root")
    os.chdir("/")
    Path("/proc").mkdir()
    mount("proc", Path("/proc"), "proc", NOSUID | NODEV | NOEXEC)
    checked(libc.umount2(b"/old", DETACH), "the old root")
    Path("/old").rmdir()
    setting = SETTING.pack(RDONLY, 0, 0, 0)
    checked(libc.syscall(MOUNT_SETATTR, AT_FDCWD, b"/", 0, setting, SETTING.size), "/")


def bring_up_loopback() -> None:
    """The one network interface that there is leads nowhere but here."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))


def give_up_rights(user: int | None) -> None:
    """Become a user without rights, and one who cannot come by any."""
    for capability in range(64):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    checked(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no new rights")


def main(plan: dict[str, Any]) -> None:
    """Enter, and become the program."""
    build(plan, NEW)
    move_in(NEW)
    bring_up_loopback()
    os.chdir(plan["base"])
    os.setsid()
    give_up_rights(plan["user"])
    words = plan["words"]
    os.execv(words[0], words)  # noqa: S606  we are there for no other end


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))

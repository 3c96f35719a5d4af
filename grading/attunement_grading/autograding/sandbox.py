"""The sandbox that learners' code runs in: which there is, and the command that opens it.

In each, the code sees the operating system's programs and this Python's, read only, and a small
folder in memory that goes away with it. It does not see the course, anybody's home or the
network, and it has no right that could be widened.
"""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .nursery.lockdown import Limits

BASE = Path("/tmp")  # noqa: S108  the sandbox's own
CODE = Path("/run/attunement")
NURSERY = Path(__file__).parent / "nursery"
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
SETTINGS = """
    alternatives fonts hosts ld.so.cache ld.so.conf ld.so.conf.d localtime matplotlibrc mime.types
    nsswitch.conf R ssl/certs timezone
    """.split()
"""What is shown of /etc: nothing that says who uses this machine or how."""
UNPRIVILEGED = 61_184
"""First of the user ids that systemd sets aside for users who do not exist
(https://systemd.io/UIDS-GIDS); used where the grader is root."""
USERS = 3_989
"""How many of them are used: a prime number, and fewer than there are."""


@dataclass(frozen=True)
class Sandbox:
    """A way to start a program apart from everything else. ``name`` is what the report says."""

    name: str
    wrap: Callable[[Sequence[str], Limits, int], list[str]]
    """From a program's words, the limits and a worker's number to the command that is run."""
    isolates: bool = True


def readable(extra: Sequence[Path] = ()) -> list[Path]:
    """Folders that the code may read: the system's, this Python's, and any named besides."""
    found = [Path(one) for one in SYSTEM]
    found += [Path(one) for one in (sys.base_prefix, sys.prefix, sys.base_exec_prefix)]
    if site.ENABLE_USER_SITE:
        found.append(Path(site.getusersitepackages()))
    found += [Path("/etc", one) for one in SETTINGS]
    return [path for path in dict.fromkeys([*found, *extra]) if path.exists() and path != Path("/")]


def python(*words: str) -> list[str]:
    """This Python, without anything that its user has set."""
    return [sys.executable, "-I", "-B", *words]


class NoSandbox(RuntimeError):
    """Nothing here can keep learners' code apart; the text says what to do."""


MISSING = (
    "this assignment runs learners' code, and nothing here can keep it from the gradebook, other "
    "learners' work and the network ({why}). Install bubblewrap (Debian: `apt-get install "
    "bubblewrap`), or, if you trust every submission, add --unsandboxed"
)


def find_sandbox(
    hidden: Sequence[Path], more: Sequence[Path] = (), wanted: str | None = None
) -> Sandbox:
    """The best sandbox that works here, or the one that is wanted by name.

    ``hidden`` is what must not be seen, wherever it lies. Raises NoSandbox.
    """
    reasons = []
    for make in (bubblewrap, namespaces):
        if wanted not in (None, make.__name__):
            continue
        sandbox = make(hidden, more)
        why = _why_not(sandbox)
        if why is None:
            return sandbox
        reasons.append(why)
    raise NoSandbox(MISSING.format(why="; ".join(reasons)))


def unsandboxed() -> Sandbox:
    """No sandbox: limits alone, on what each process uses."""
    return Sandbox("none, by your choice: limits only", lambda words, *_: list(words), False)


def _why_not(sandbox: Sandbox) -> str | None:
    """Why a sandbox does not work here, found out by opening it; None where it does."""
    program = sandbox.name.partition(" ")[0]
    if shutil.which(PROGRAMS[program]) is None:
        return f"{program} is not installed"
    try:
        tried = subprocess.run(
            sandbox.wrap(python("-c", "print('in')"), Limits(), 0),
            env=environment(),
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{program} did not work: {error}"
    if tried.stdout.strip() != "in":
        said = tried.stderr.strip().splitlines() or [f"exit status {tried.returncode}"]
        return f"{program} did not work: {said[-1]}"
    return None


def environment() -> dict[str, str]:
    """All that the code sees of our environment."""
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TZ") if name in os.environ}
    home = {"HOME": str(BASE / "home"), "USER": "learner", "LOGNAME": "learner"}
    path = os.pathsep.join([str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin"])
    return {"LANG": "C.UTF-8"} | kept | home | {"PATH": path, "NBGRADER_EXECUTION": "autograde"}


def _below_none(paths: Sequence[Path]) -> list[Path]:
    """Paths without those that lie below another."""
    return [one for one in paths if not any(other in one.parents for other in paths)]


def _covered(hidden: Sequence[Path], shown: Sequence[Path]) -> list[Path]:
    """What is to be hidden and would be seen, since it lies below something that is shown."""
    real = [path.resolve() for path in hidden]
    return [path for path in real if any(one == path or one in path.parents for one in shown)]


def _user(number: int) -> int | None:
    """Whom a worker's code runs as: nobody else where we are root, ourselves where not.

    The bound on processes counts all of a user's, so another run at the same time, or another
    worker of this one, needs another user.
    """
    return UNPRIVILEGED + (61 * os.getpid() + number) % USERS if os.geteuid() == 0 else None


# --- bubblewrap ------------------------------------------------------------------------

PROGRAMS = {"bubblewrap": "bwrap", "namespaces": "unshare"}


def bubblewrap(hidden: Sequence[Path], more: Sequence[Path] = ()) -> Sandbox:
    """https://github.com/containers/bubblewrap, with namespaces of every kind."""
    shown = _below_none(readable(more))
    covered = _covered(hidden, shown)

    def wrap(words: Sequence[str], limits: Limits, number: int) -> list[str]:
        user = _user(number)
        command = ["bwrap", "--die-with-parent", "--as-pid-1", "--new-session"]
        kinds = (
            ("user", "ipc", "pid", "net", "uts") if user is None else ("ipc", "pid", "net", "uts")
        )
        command += [f"--unshare-{kind}" for kind in kinds] + ["--unshare-cgroup-try"]
        size = ["--perms", "1777", "--size", str(limits.room), "--tmpfs"]
        command += [*size, str(BASE)]  # first: what is shown may lie below it
        made = {BASE}
        for path in [*shown, CODE / "nursery"]:
            command += _folders_above(path, made)
            if path.is_symlink():
                command += ["--symlink", str(path.readlink()), str(path)]
            else:
                source = NURSERY if path.parent == CODE else path
                command += ["--ro-bind", str(source), str(path)]
        for path in covered:
            command += ["--tmpfs", str(path)]
        command += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
        command += [*size, "/dev/shm", "--remount-ro", "/", "--chdir", str(BASE)]  # noqa: S108
        return [*command, *_as_user(user), *words]

    return Sandbox("bubblewrap", wrap)


def _folders_above(path: Path, made: set[Path]) -> list[str]:
    """Options that make the folders above a path; left to itself, bubblewrap closes them."""
    words: list[str] = []
    for folder in reversed(path.parents):
        if folder != Path("/") and folder not in made:
            made.add(folder)
            words += ["--perms", "0755", "--dir", str(folder)]
    return words


def _as_user(user: int | None) -> list[str]:
    """For root: options and the program that give up everything root may do."""
    if user is None:
        return ["--"]
    kept = [word for cap in ("SETUID", "SETGID", "SETPCAP") for word in ("--cap-add", f"CAP_{cap}")]
    become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    drop = ["--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"]
    return ["--cap-drop", "ALL", *kept, "--", *become, *drop]


# --- Linux namespaces, where bubblewrap is not installed -------------------------------


def namespaces(hidden: Sequence[Path], more: Sequence[Path] = ()) -> Sandbox:
    """The same by util-linux's ``unshare``: see :mod:`.nursery.enter`."""
    import json

    shown = _below_none(readable(more))
    covered = _covered(hidden, shown)

    def wrap(words: Sequence[str], limits: Limits, number: int) -> list[str]:
        user = _user(number)
        command = ["unshare", "--mount", "--pid", "--net", "--ipc", "--uts", "--fork"]
        command += ["--kill-child=KILL", "--propagation=private"]
        command += ["--user", "--map-root-user"] if user is None else []
        plan = {
            "shown": [str(path) for path in shown],
            "covered": [str(path) for path in covered],
            "code": [str(NURSERY), str(CODE / "nursery")],
            "base": str(BASE),
            "size": limits.room,
            "user": user,
            "words": list(words),
        }
        return [*command, *python(str(NURSERY / "enter.py"), json.dumps(plan))]

    return Sandbox("namespaces (util-linux unshare)", wrap)

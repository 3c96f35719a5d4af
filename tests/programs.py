"""Finds the programs of the operating system that tests drive, or installs them.

Run as a program, it says in one line what is missing, and exits with 1. A test never skips for
want of a program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

POSTGRESQL = Path("/usr/lib/postgresql")
"""Where Debian puts PostgreSQL's programs, by version, off the PATH."""
PACKAGES = {"bwrap": "bubblewrap", "initdb": "postgresql"}


class ProgramMissing(RuntimeError):
    """A program is not on this machine; the text says how to come by it."""


def find_program(name: str) -> str:
    """The path of a program; ProgramMissing where there is none."""
    found = shutil.which(name)
    if found is None:
        newest = sorted(POSTGRESQL.glob(f"*/bin/{name}"), key=lambda one: one.parts[-3])
        found = str(newest[-1]) if newest else None
    if found is None:
        package = PACKAGES.get(name, name)
        raise ProgramMissing(
            f"{name}: not found. Install it (Debian: `apt-get install {package}`), "
            "then run make again"
        )
    return found


def install_programs() -> None:
    """Install, where we may, what is missing."""
    missing = [package for name, package in PACKAGES.items() if not _is_here(name)]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        quietly = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quietly)
        words = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        subprocess.run(words, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, **quietly)
    for name in PACKAGES:
        find_program(name)


def _is_here(name: str) -> bool:
    try:
        return bool(find_program(name))
    except ProgramMissing:
        return False


if __name__ == "__main__":
    try:
        install_programs()
    except ProgramMissing as error:
        sys.exit(str(error))

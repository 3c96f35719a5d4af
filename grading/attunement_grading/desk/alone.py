"""The desk's own small server, for a course root without a hub: no kernels, no files, no lab."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_server.serverapp import ServerApp
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager


class NoFiles(AsyncLargeFileManager):
    """Serves no file of the course root: the gradebook lies in it."""

    def get_extra_handlers(self) -> list[Any]:
        """No address for files."""
        return []


class DeskServer(ServerApp):
    """A Jupyter Server with the desk and nothing else, on the loopback address."""

    name = "attunement-desk"
    default_services: Any = ("auth", "security")

    def find_server_extensions(self) -> None:
        """Only the desk, whatever this machine has enabled for its other servers."""
        self.config.ServerApp.jpserver_extensions = {"attunement_grading.desk": True}
        self.jpserver_extensions = {"attunement_grading.desk": True}


def serve(root: Path, port: int, marker: str, browser: bool) -> None:
    """Serve the desk of ``root`` until Ctrl-C; the log gives the address and its token."""
    DeskServer.launch_instance(
        [
            f"--Desk.root={root}",
            f"--Desk.marker={marker}",
            f"--ServerApp.root_dir={root}",
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            "--ServerApp.default_url=/desk",
            f"--ServerApp.contents_manager_class={NoFiles.__module__}.{NoFiles.__name__}",
            f"--ServerApp.open_browser={browser}",
            "--ServerApp.allow_root=True",  # as nbgrader does; nothing here runs anybody's code
        ]
    )

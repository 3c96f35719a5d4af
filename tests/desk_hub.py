"""The demo's hub with more people in it than the demo has: other markers, other courses."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import requests
from bs4 import BeautifulSoup
from hub_fixture import DemoHub, Visitor, processes_of

from attunement_grading.serving.demo import Demo
from attunement_grading.serving.hub import Hub
from attunement_grading.serving.setting_up import write_settings
from attunement_grading.serving.surroundings import hub_folder

SERVICE = "/services/attunement/"
CONFIG = """\
load_subconfig({real!r})
c = get_config()
for group, people in {groups!r}.items():
    c.Authenticator.allowed_users |= set(people)
    c.JupyterHub.load_groups.setdefault(group, {{"users": []}})["users"].extend(people)
"""


@contextmanager
def hub_with(place: DemoHub, groups: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Run the hub of a demo that has been made; ``groups`` are people added to its groups."""
    demo, real = Demo(place.state), hub_folder()
    write_settings(demo, real, place.port, place.password)
    folder = place.home / "hub"
    folder.mkdir()
    config = CONFIG.format(real=str(real / "jupyterhub_config.py"), groups=dict(groups))
    (folder / "jupyterhub_config.py").write_text(config)
    running = Hub(demo, folder, place.port)
    try:
        running.start()
        running.wait_until_ready(threading.Event())
        yield
    finally:
        running.stop()
    assert left_of(place) == []


def left_of(place: DemoHub, patience: float = 20.0) -> list[Any]:
    """What a stopped hub has left running; what is ending is given the time to."""
    until = time.monotonic() + patience
    while (left := list(processes_of(place.state))) and time.monotonic() < until:
        time.sleep(0.2)
    return left


class AtTheDesk(Visitor):
    """Somebody at the desk of the course's own server, as far as HTTP goes."""

    def __init__(self, hub: DemoHub, name: str) -> None:
        super().__init__(hub, name)
        self.log_in()
        self.see("desk")

    def see(self, path: str) -> requests.Response:
        """A page of the course's server, which has to be there."""
        answer = self.get(SERVICE + path)
        assert answer.status_code == 200, answer.text[-2000:]
        return answer

    def form(self, path: str, **fields: Any) -> requests.Response:
        """Send a form of the desk, with a key of its own; where it leads."""
        fields = {"key": uuid4().hex, **fields}
        answer = self.post(f"{SERVICE}desk/{path}", token_of=SERVICE, data=fields)
        assert answer.status_code == 200, answer.text[-2000:]
        return answer

    def act(self, what: str, **fields: Any) -> requests.Response:
        """Do one action of the marking page."""
        fields = {"key": uuid4().hex, **fields}
        return self.post(f"{SERVICE}desk/act/{what}", token_of=SERVICE, json=fields)

    def read(self, piece: str) -> str:
        """The answer in a piece of the pile, as its page shows it."""
        page = BeautifulSoup(self.see(f"desk/piece/{piece}").text, "html.parser")
        return "\n".join(one.get_text() for one in page.select("#reading .writing"))


def piece_in(address: str) -> str:
    """The key of the piece that an address leads to; empty where it leads to none."""
    found = re.search(r"/desk/piece/([\w-]+)$", address)
    return found[1] if found else ""

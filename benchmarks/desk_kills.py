"""kill -9 at random moments while marks come in: how many acknowledged marks are lost.

`make bench ONLY=desk_kills` does so two hundred times, each with a start of the server: it takes
ten minutes or more, so it runs only where it is asked for.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import threading
import time
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests
from sqlalchemy import select

from benchmarks.result import Result

if TYPE_CHECKING:
    from desk_course import DeskCourse
    from desk_server import DeskServer

CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")
SENDERS = 3
KILLS = 200


@dataclass
class Kills:
    """What was acknowledged, and which of it is missing afterwards."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)


def kill_at_random(course: DeskCourse, kills: int, seed: int, say: Any = None) -> Kills:
    """Start the desk, mark without a pause from three senders, kill it, look; ``kills`` times."""
    from desk_server import DeskServer

    drawn = random.Random(seed)  # noqa: S311  # moments, no secrets
    found = Kills()
    server = DeskServer(course.root)
    server.start()
    pieces = [_begin(server)]
    for _ in range(kills):
        told = _mark_until_killed(server, pieces[0], drawn.uniform(0.05, 1.2))
        found.kills += 1
        found.acknowledged += len(told)
        found.lost += _missing(course, told)
        if say:
            say(found)
        server.start()
    server.stop()
    return found


def _begin(server: DeskServer) -> str:
    return server.take()


def _mark_until_killed(server: DeskServer, piece: str, seconds: float) -> dict[str, dict]:
    """The actions that were acknowledged, by key."""
    told: dict[str, dict] = {}
    threads = [
        threading.Thread(target=_send, args=(server, piece, number, told))
        for number in range(SENDERS)
    ]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    assert server.process is not None  # noqa: S101  # it was started above
    os.killpg(server.process.pid, signal.SIGKILL)
    server.process.wait()
    for thread in threads:
        thread.join()
    return told


def _send(server: DeskServer, piece: str, number: int, told: dict[str, dict]) -> None:
    """Send marks one after another until nobody answers."""
    session = requests.Session()
    session.cookies.update(server.session.cookies)
    headers = {"X-XSRFToken": session.cookies.get("_xsrf") or ""}
    for count in range(100_000):
        key = f"{number}-{count}-{time.time_ns()}"
        comment = f"{key} " * 20
        body = {"key": key, "piece": piece, "criterion": CRITERIA[count % 5], "comment": comment}
        url = f"{server.address}/desk/act/comment"
        try:
            answer = session.post(url, json=body, headers=headers, timeout=20)
        except requests.RequestException:
            return
        if answer.status_code == 200:
            told[key] = body


def _missing(course: DeskCourse, told: dict[str, dict]) -> list[str]:
    """Acknowledged actions whose marks are not in the gradebook, word for word."""
    from attunement_grading.desk.tables import action, mark

    with course.database.reading() as connection:
        rows = connection.execute(
            select(action.c.key, mark.c.comment).join(mark, mark.c.action == action.c.id)
        )
        kept = {row.key: row.comment for row in rows}
    return [key for key, body in told.items() if kept.get(key) != body["comment"]]


def desk_kills() -> list[Result]:
    """Two hundred kills: what was acknowledged and what of it is gone."""
    with tempfile.TemporaryDirectory() as folder:
        found = _kill_two_hundred_times(Path(folder))
    return [
        Result(
            what=f"desk: acknowledged marks lost by {found.kills} kills",
            unit="",
            ours=len(found.lost),
            peer="acknowledged",
            peers=found.acknowledged,
            bound="none of them",
            within=found.kills == KILLS and not found.lost,
        )
    ]


def _kill_two_hundred_times(folder: Path) -> Kills:
    from desk_course import INSTRUCTOR, make_course, make_root

    warnings.filterwarnings("ignore", module="nbgrader")  # of nbgrader's own queries
    course = make_course(make_root(folder / "template"), folder, 12)
    course.waive(INSTRUCTOR)
    seed = random.randrange(10**6)  # noqa: S311  # moments, no secrets
    found = kill_at_random(course, KILLS, seed, lambda now: _say(now, seed))
    course.database.close()
    return found


def _say(now: Kills, seed: int) -> None:
    """How far it has come, on one line."""
    counts = f"{now.kills} kills, {now.acknowledged} marks acknowledged, {len(now.lost)} lost"
    print(f"\r{counts} (seed {seed})", end="\n" if now.kills == KILLS else "", flush=True)

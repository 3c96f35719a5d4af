"""Starting, ending and starting again: what stays, what goes, and what is refused."""

from __future__ import annotations

import json
import os
import pty
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_fixture import (
    COMMAND,
    DemoHub,
    Visitor,
    environment,
    free_port,
    make_demo,
    processes_of,
    serve,
)

pytestmark = pytest.mark.integration


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[DemoHub]:
    demo = make_demo(tmp_path)
    yield demo
    if demo.process is not None and demo.process.poll() is None:
        demo.stop()
    for process in processes_of(demo.state):
        process.kill()


@pytest.fixture
def made(tmp_path: Path) -> DemoHub:
    """A demo as an earlier start has left it, without its contents."""
    demo = make_demo(tmp_path)
    (demo.state / "course").mkdir(parents=True)
    record = {"format": 1, "stage": "ready", "password": "abcd-efgh-jkmn"}
    (demo.state / "attunement-demo.json").write_text(json.dumps(record))
    return demo


def start_kernel(visitor: Visitor) -> None:
    path = f"{visitor.base}api/kernels"
    visitor.post(path, token_of=visitor.base, json={"name": "python3"}).raise_for_status()


def kinds(state: Path) -> set[str]:
    """Which of the demo's programs are running."""
    commands = [" ".join(one.cmdline()) for one in processes_of(state)]
    known = {
        "-m jupyterhub ": "hub",
        "configurable-http-proxy": "proxy",
        "jupyterhub.singleuser": "server",
        "ipykernel": "kernel",
    }
    return {kind for mark, kind in known.items() if any(mark in one for one in commands)}


def test_ctrl_c_ends_all_and_the_next_start_finds_the_work(demo: DemoHub) -> None:
    demo.start()
    password = demo.password
    maya = demo.person("maya")
    maya.open_server()
    maya.assignment("fetch")
    maya.write("Half a thought, kept for tomorrow.")
    start_kernel(maya)
    assert kinds(demo.state) == {"hub", "proxy", "server", "kernel"}

    assert demo.stop(signal.SIGINT) == 0
    assert processes_of(demo.state) == []
    assert "Traceback" not in demo.printed
    assert f"ended; the work is kept in {demo.state}" in demo.printed

    changed = demo.state / "homes/maya/modules/02-empathy.ipynb"
    changed.write_text(changed.read_text().replace("Empathy", "My own empathy", 1))
    mine = changed.read_text()
    demo.start()
    assert "found the work of last time" in demo.printed
    assert f"left as its owner changed it: {changed}" in demo.printed
    assert changed.read_text() == mine
    assert demo.password == password
    maya = demo.person("maya")
    assert "6 words, fewer than the 400 to 700" in maya.open_server()

    assert demo.stop(signal.SIGTERM) == 0
    assert processes_of(demo.state) == []


def test_a_start_after_a_crash_clears_up_and_a_dead_hub_is_reported(demo: DemoHub) -> None:
    demo.start()
    demo.person("maya").open_server()
    assert demo.process is not None
    demo.process.kill()
    demo.process.wait()
    assert demo.process.stdout is not None
    demo.process.stdout.close()
    assert {"hub", "proxy", "server"} <= kinds(demo.state)

    demo.start()  # on the same port, which the old proxy held
    hub = next(p for p in processes_of(demo.state) if "jupyterhub" in p.cmdline())
    hub.kill()
    assert demo.process.stdout is not None
    with demo.process.stdout as rest:
        said = rest.read()
    assert demo.process.wait(timeout=60) == 1
    assert "Error: the hub ended by itself" in said
    assert processes_of(demo.state) == []


def test_a_second_start_on_the_same_work_is_refused(demo: DemoHub) -> None:
    demo.start()
    done = serve("--port", str(free_port()), "--state", str(demo.state), home=demo.home)
    assert done.returncode == 1
    assert f"is running already at http://127.0.0.1:{demo.port}/" in done.stderr
    assert demo.process is not None
    assert demo.process.poll() is None
    demo.stop()


def test_a_busy_port_is_named_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        begun = time.monotonic()
        arguments = ("--port", str(port), "--state", str(tmp_path / "demo"))
        done = serve(*arguments, home=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"port {port} is in use on this machine; choose another: PORT=" in done.stderr
    assert done.stderr.rstrip().endswith("make serve")
    assert not (tmp_path / "demo").exists()
    assert time.monotonic() - begun < 30


def test_a_busy_port_comes_before_erasing(made: DemoHub) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", made.port))
        busy.listen()
        arguments = ("--port", str(made.port), "--state", str(made.state), "--reset", "--yes")
        assert "is in use" in serve(*arguments, home=made.home).stderr
    assert (made.state / "attunement-demo.json").exists()


def test_a_folder_of_somebody_else_s_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "chapter.txt").write_text("mine")
    for more in ((), ("--reset", "--yes")):
        arguments = ("--port", str(free_port()), "--state", str(folder), *more)
        done = serve(*arguments, home=tmp_path)
        assert done.returncode == 1
        assert "holds something that is not this demo, so nothing was changed" in done.stderr
    assert [one.name for one in folder.iterdir()] == ["chapter.txt"]


def test_work_of_another_version_is_not_touched(made: DemoHub) -> None:
    (made.state / "attunement-demo.json").write_text('{"format": 99}')
    done = serve("--port", str(made.port), "--state", str(made.state), home=made.home)
    assert done.returncode == 1
    assert "cannot be read by this version; start afresh with `make serve RESET=1`" in done.stderr
    assert (made.state / "course").is_dir()


def test_nothing_is_erased_where_nobody_can_be_asked(made: DemoHub) -> None:
    done = serve("--port", str(made.port), "--state", str(made.state), "--reset", home=made.home)
    assert done.returncode == 1
    assert "where nobody can be asked, add --yes" in done.stderr
    assert (made.state / "course").is_dir()


def test_another_word_erases_nothing(made: DemoHub) -> None:
    """At a terminal the word itself is asked for; anything else keeps the work."""
    ours, theirs = pty.openpty()
    arguments = ["--port", str(made.port), "--state", str(made.state), "--reset"]
    process = subprocess.Popen(
        [str(COMMAND), "serve", *arguments],
        env=environment(made.home),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    os.close(theirs)
    os.write(ours, b"yes\n")
    said, _ = process.communicate(timeout=60)
    os.close(ours)
    assert "This erases all work in the demo" in said
    assert "Type erase to go on" in said
    assert "Error: nothing was erased" in said
    assert process.returncode == 1
    assert (made.state / "course").is_dir()


def test_starting_afresh_erases_the_demo_and_nothing_beside_it(made: DemoHub) -> None:
    (made.state / "course" / "gradebook.db").write_text("old")
    (made.state / "a note of mine").write_text("kept")
    arguments = ["--port", str(made.port), "--state", str(made.state), "--reset", "--yes"]
    process = subprocess.Popen(
        [str(COMMAND), "serve", *arguments],
        env=environment(made.home),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as lines:
        for line in lines:
            if line.startswith("Ctrl-C ends it"):
                break
        process.send_signal(signal.SIGINT)
        lines.read()
    assert process.wait(timeout=60) == 0
    assert (made.state / "a note of mine").read_text() == "kept"
    assert (made.state / "course" / "gradebook.db").read_bytes()[:6] == b"SQLite"
    assert made.password != "abcd-efgh-jkmn"


def test_the_state_lies_in_the_account_s_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "attunement-demo").mkdir(parents=True)
    (data / "attunement-demo" / "file").touch()
    variables = {**environment(tmp_path), "XDG_DATA_HOME": str(data), "PORT": str(free_port())}
    done = subprocess.run(
        [str(COMMAND), "serve"], env=variables, capture_output=True, text=True, check=False
    )
    assert f"{data / 'attunement-demo'} holds something" in done.stderr

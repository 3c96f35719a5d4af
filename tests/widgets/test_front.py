"""The front end's own tests: strict types, then node's test runner with a page in jsdom."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

WIDGETS = Path(__file__).parents[2] / "widgets"


def test_the_front_end_s_tests_pass_and_none_is_skipped():
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["npm", "--silent", "test"],
        cwd=WIDGETS,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    counts = dict(re.findall(r"(tests|pass|fail|skipped|todo) (\d+)", done.stdout))
    assert int(counts["pass"]) == int(counts["tests"]) > 50
    assert counts["skipped"] == counts["todo"] == "0"


def test_no_exercise_counts_its_ids_from_nought():
    """Each is a bundle of its own, so the library's own ids would meet on a page of several."""
    own = re.compile(r"import \{[^}]*\buseId\b[^}]*\} from \"preact/hooks\"")
    sources = sorted((WIDGETS / "src").rglob("*.tsx"))
    assert len(sources) > 50
    found = [path.relative_to(WIDGETS) for path in sources if own.search(path.read_text("utf-8"))]
    assert found == [], "take useId from shared/use_id"

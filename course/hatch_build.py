"""Build hook: compiles the content's YAML into the one JSON file that learners read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent


class CompileContent(BuildHookInterface):
    """Writes ``attunement_course/content.json`` before the wheel is put together.

    A wheel for others stops at the first run with problems in it, one line for each. An
    editable install is how authors work, with a file half written now and then: it says
    the same lines, leaves those items out and goes on.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; ``version`` is hatch's word for the kind of build."""
        sys.path.insert(0, str(HERE))
        try:
            from attunement_course.compiling import compile_folder, write_compiled
        finally:
            sys.path.remove(str(HERE))
        compiled, problems = compile_folder(HERE / "attunement_course" / "content")
        for problem in problems:
            print(problem, file=sys.stderr)
        if problems and version != "editable":
            raise SystemExit(f"content not compiled: {len(problems)} problem(s), listed above")
        write_compiled(compiled, HERE / "attunement_course" / "content.json")

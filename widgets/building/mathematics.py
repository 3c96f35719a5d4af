"""Python's ``math`` for the page, as far as the models may use it.

A model writes ``import math`` and ``math.exp(x)``; PScript leaves that call as it is, and the
module written here answers it. Where Python raises (the logarithm of 0, an exponential that
overflows), so does this, and no NaN spreads through a picture unseen.
"""

import ast

CONSTANTS = {"pi": "Math.PI", "tau": "2 * Math.PI", "e": "Math.E", "inf": "Infinity"}
STRICT = """
exp expm1 log1p log2 log10 sqrt cbrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh
atan2 hypot pow floor ceil trunc
""".split()
OWN = {
    "log": "strict('log', (x, base) => base === undefined ? Math.log(x) : "
    "Math.log(x) / Math.log(base))",
    "fabs": "Math.abs",
    "isfinite": "Number.isFinite",
    "isnan": "Number.isNaN",
}
NAMES = {*CONSTANTS, *STRICT, *OWN}
# What a model may import beside `math` and its siblings: names that only annotations need.
FOR_ANNOTATIONS = {"__future__", "collections.abc", "typing"}

HEAD = """// Python's math, as far as the models use it. Written by the build.
const strict = (name, of) => (x, y) => {
  const result = of(x, y);
  if (!Number.isFinite(result) && Number.isFinite(x)) {
    const given = y === undefined ? [x] : [x, y];
    throw new RangeError(`math.${name}: no finite result for ${given.join(", ")}`);
  }
  return result;
};
"""


def mathematics() -> str:
    """The text of the ES module that exports one object, ``math``."""
    two_arguments = {"atan2", "hypot", "pow"}
    strict = {
        name: f"strict('{name}', {f'Math.{name}' if name in two_arguments else _of_one(name)})"
        for name in STRICT
    }
    lines = [f"  {name}: {text}," for name, text in {**CONSTANTS, **strict, **OWN}.items()]
    return "\n".join([HEAD + "export const math = {", *lines, "};", ""])


def _of_one(name: str) -> str:
    return f"(x) => Math.{name}(x)"


def uses_mathematics(tree: ast.Module, name: str) -> bool:
    """Whether a model needs ``math``.

    Raises:
        ValueError: it imports or uses what the page has not; the text says what to write.
    """
    for node in ast.walk(tree):
        fault = _fault_of(node)
        if fault:
            raise ValueError(f"{name}.py, line {getattr(node, 'lineno', '?')}: {fault}")
    return any(_is_math(node) for node in ast.walk(tree))


def _fault_of(node: ast.AST) -> str:
    if isinstance(node, ast.Import):
        odd = [a for a in node.names if a.name != "math" or a.asname]
        return f"cannot import {odd[0].name} into the page; `import math` is there" if odd else ""
    if isinstance(node, ast.ImportFrom):
        return _fault_of_source(node)
    if isinstance(node, ast.Attribute) and _is_math(node) and node.attr not in NAMES:
        return f"math.{node.attr} is not in the page; it has {', '.join(sorted(NAMES))}"
    return ""


def _fault_of_source(node: ast.ImportFrom) -> str:
    source = node.module or ""
    if source == "math":
        return "write `import math` and `math.exp`: names taken out of it are not in the page"
    if source in FOR_ANNOTATIONS or source.startswith("attunement_course."):
        return ""
    return f"cannot import from {source or 'the folder'} into the page"


def _is_math(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "math"
    )

"""TypeScript declarations from a model's annotations, so that the page is type-checked too."""

import ast

SIMPLE = {
    "int": "number",
    "float": "number",
    "str": "string",
    "bool": "boolean",
    "None": "null",
    "Any": "any",
}


def declarations(tree: ast.Module, package: str) -> str:
    """The text of a `.d.ts` file: interfaces, constants and functions of one model."""
    lines: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package):
            model = (node.module or "").rsplit(".", 1)[-1]
            types = [a.name for a in node.names if not a.name.isupper() and a.name[0].isupper()]
            if types:
                lines.append(f'import type {{ {", ".join(types)} }} from "./{model}.js";')
        elif isinstance(node, ast.ClassDef):
            lines.append(_interface(node))
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            lines.append(_function(node))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            lines.append(f"export const {node.target.id}: {typescript(node.annotation)};")
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            lines.append(f"export const {node.targets[0].id}: {_type_of_value(node.value)};")
    return "\n".join([*lines, ""])


def typescript(annotation: ast.expr) -> str:
    """A Python annotation in TypeScript.

    Raises:
        ValueError: for an annotation that has no counterpart here.
    """
    if isinstance(annotation, ast.Constant) and annotation.value is None:
        return "null"
    if isinstance(annotation, ast.Name):
        return SIMPLE.get(annotation.id, annotation.id)
    if isinstance(annotation, ast.BinOp):
        return f"{typescript(annotation.left)} | {typescript(annotation.right)}"
    if isinstance(annotation, ast.Subscript) and isinstance(annotation.value, ast.Name):
        return _generic(annotation.value.id, annotation.slice)
    raise ValueError(f"no TypeScript for {ast.unparse(annotation)}")


def _generic(name: str, inner: ast.expr) -> str:
    if name == "list":
        return f"Array<{typescript(inner)}>"
    if name == "dict" and isinstance(inner, ast.Tuple):
        return f"Record<string, {typescript(inner.elts[1])}>"
    if name == "tuple" and isinstance(inner, ast.Tuple):
        return f"[{', '.join(typescript(part) for part in inner.elts)}]"
    raise ValueError(f"no TypeScript for {name}[{ast.unparse(inner)}]")


def _interface(node: ast.ClassDef) -> str:
    fields = [
        f"  {field.target.id}: {typescript(field.annotation)};"
        for field in node.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    ]
    return "\n".join([f"export interface {node.name} {{", *fields, "}"])


def _function(node: ast.FunctionDef) -> str:
    first_default = len(node.args.args) - len(node.args.defaults)
    arguments = [
        f"{argument.arg}{'?' if place >= first_default else ''}: {_annotated(node, argument)}"
        for place, argument in enumerate(node.args.args)
    ]
    if node.returns is None:
        raise ValueError(f"{node.name}: its result needs an annotation")
    return f"export function {node.name}({', '.join(arguments)}): {typescript(node.returns)};"


def _annotated(node: ast.FunctionDef, argument: ast.arg) -> str:
    if argument.annotation is None:
        raise ValueError(f"{node.name}: its argument {argument.arg} needs an annotation")
    return typescript(argument.annotation)


def _type_of_value(value: ast.expr) -> str:
    found = ast.literal_eval(value)
    if isinstance(found, list):
        return f"Array<{'string' if isinstance(found[0], str) else 'number'}>"
    if isinstance(found, dict):
        return "Record<string, number>"
    return "string" if isinstance(found, str) else "number"

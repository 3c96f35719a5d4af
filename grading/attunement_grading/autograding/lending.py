"""Hands nbgrader's own code the ledger where it would open the gradebook.

nbgrader's preprocessors are written for one gradebook in one process: each opens it by the
name ``Gradebook`` of its own module. For as long as a submission is graded, that name leads to
the ledger instead, in every module that a course's converter and preprocessors come from, ours
and the course's own among them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import Any

import fastjsonschema
import jsonschema
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import common

from .ledger import Ledger

NAME = "Gradebook"


def modules_that_open_it(classes: Iterable[type]) -> list[ModuleType]:
    """The modules of some classes, and of what they inherit, that know the gradebook."""
    names = {base.__module__ for one in classes for base in one.__mro__}
    modules = [sys.modules[name] for name in sorted(names) if name in sys.modules]
    return [module for module in modules if getattr(module, NAME, None) is Gradebook]


@contextmanager
def lent(ledger: Ledger, modules: Iterable[ModuleType]) -> Iterator[None]:
    """For a while, opening the gradebook in these modules gives the ledger."""
    borrowers = list(modules)
    for module in borrowers:
        setattr(module, NAME, lambda *_args, **_kw: ledger)
    try:
        yield
    finally:
        for module in borrowers:
            setattr(module, NAME, Gradebook)


def check_schemas_once() -> None:
    """Let nbgrader check cells against its schemas without checking the schemas each time.

    ``jsonschema.validate``, which it calls for each cell, does both, and took longer than all
    else together. The schemas are nbgrader's own, one a version.
    """
    common.jsonschema = SimpleNamespace(validate=_validate)  # pyright: ignore[reportAttributeAccessIssue]


_accepts: dict[int, Any] = {}


def _validate(instance: Any, schema: dict[str, Any]) -> None:
    """Accept quickly; what is not accepted gets nbgrader's own words."""
    version = schema["properties"]["schema_version"]["minimum"]
    if version not in _accepts:
        # Without this it would write the schema's defaults into what it only has to look at.
        _accepts[version] = fastjsonschema.compile(schema, use_default=False)
    try:
        _accepts[version](instance)
    except fastjsonschema.JsonSchemaException:
        jsonschema.validate(instance, schema)

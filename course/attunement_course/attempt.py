"""What an attempt may hold before it enters a learner's record. Standard library only.

A record is of choices and numbers, never of what someone wrote: ids, numbers, booleans
and short words from a fixed set. So nothing private can slip into it by way of a text box.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

REQUIRED = ("id", "exercise", "version", "answer")
ALLOWED = (*REQUIRED, "started", "finished")
WORD = re.compile(r"[\w:.-]{1,64}", re.ASCII)
LARGEST = 64 * 1024
"""Bytes of one attempt as a line of the record."""
LARGEST_WHOLE = 2**53
"""Beyond it a page's numbers are no longer exact."""
DEEPEST = 8
"""Lists and objects inside one another."""
FREE_TEXT = "free text is never recorded; a string holds 1 to 64 letters, digits, _ : . or -"


def fault_of_attempt(attempt: Any) -> str:
    """Why an attempt cannot be kept, as ``field: what was wrong``; empty when it can."""
    if not isinstance(attempt, dict):
        return f"attempt: must be an object (got {type(attempt).__name__})"
    for name in REQUIRED:
        if name not in attempt:
            return f"{name}: required field is missing"
    fault = _fault_of_head(attempt)
    return fault or _fault_of_value(attempt, "", 0) or _fault_of_size(attempt)


def line_of(attempt: dict[str, Any]) -> bytes:
    """An attempt as one line of the record."""
    return json.dumps(attempt, allow_nan=False, separators=(",", ":")).encode() + b"\n"


def _fault_of_head(attempt: dict[Any, Any]) -> str:
    for name in attempt:
        if name not in ALLOWED:
            return f"{_shown(name)}: not a field of an attempt (those are {', '.join(ALLOWED)})"
    for name in ("id", "exercise"):
        if not isinstance(attempt[name], str):
            return f"{name}: must be a short id (got {type(attempt[name]).__name__})"
    if not isinstance(attempt["version"], int) or isinstance(attempt["version"], bool):
        return f"version: must be a whole number (got {type(attempt['version']).__name__})"
    if not isinstance(attempt["answer"], dict):
        return f"answer: must be an object (got {type(attempt['answer']).__name__})"
    return ""


def _fault_of_value(value: Any, place: str, depth: int) -> str:
    if depth > DEEPEST:
        return f"{place}: nested more than {DEEPEST} deep"
    if isinstance(value, dict):
        return _fault_of_object(value, place, depth)
    if isinstance(value, list):
        faults = (_fault_of_value(v, f"{place}.{i}", depth + 1) for i, v in enumerate(value))
        return next(filter(None, faults), "")
    return _fault_of_leaf(value, place)


def _fault_of_object(value: dict[Any, Any], place: str, depth: int) -> str:
    for name, inner in value.items():
        if not isinstance(name, str) or not WORD.fullmatch(name):
            return f"{place or 'attempt'}: a field's name must be a short id (got {_shown(name)})"
        fault = _fault_of_value(inner, f"{place}.{name}".lstrip("."), depth + 1)
        if fault:
            return fault
    return ""


def _fault_of_leaf(value: Any, place: str) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return "" if abs(value) <= LARGEST_WHOLE else f"{place}: whole number beyond 2**53"
    if isinstance(value, float):
        return "" if math.isfinite(value) else f"{place}: must be a finite number (got {value})"
    if isinstance(value, str):
        return "" if WORD.fullmatch(value) else f"{place}: {FREE_TEXT}"
    return f"{place}: must be an id, a number, true or false (got {type(value).__name__})"


def _fault_of_size(attempt: dict[str, Any]) -> str:
    size = len(line_of(attempt))
    return "" if size <= LARGEST else f"attempt: larger than {LARGEST} bytes (got {size})"


def _shown(name: Any) -> str:
    """A name in a message, without repeating what may be somebody's sentence."""
    return name if isinstance(name, str) and WORD.fullmatch(name) else type(name).__name__

"""Every piece of text in an item, with the field that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..schema import Content


def texts_of(item: Content) -> Iterator[tuple[str, str]]:
    """Field, as messages name it ("options.1.text"), and text."""
    yield from _texts(item.model_dump(mode="json", exclude_none=True), "")


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{place}.{name}".lstrip("."))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _texts(inner, f"{place}.{i}")

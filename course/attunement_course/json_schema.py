"""JSON Schema for editors, emitted from the content's types."""

from __future__ import annotations

import json
from pathlib import Path

from .compiling import put
from .schema import KINDS
from .schema._base import Content

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_texts() -> dict[str, str]:
    """Name of the file -> the JSON Schema of one kind, as it is written to disk."""
    return {f"{kind}.json": _text(model) for kind, model in KINDS.items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema whose text has changed; the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schema_texts().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            put(path, text)
            written.append(path)
    return written


def _text(model: type[Content]) -> str:
    schema = {"$schema": DIALECT, **model.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"

"""The JSON Schema that editors use is the content's own."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from jsonschema import Draft202012Validator
from small_course import SmallCourse

from attunement_course.cli import attunement
from attunement_course.course_folder import find_course
from attunement_course.json_schema import schema_texts, write_schemas
from attunement_course.reading import load_yaml
from attunement_course.schema import KINDS


def test_the_schemas_for_editors_are_current():
    folder = find_course().content / "schema"
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert found == schema_texts(), "run `attunement schema`"


def test_every_item_of_the_course_fits_the_schema_of_its_kind():
    content = find_course().content
    texts = schema_texts()
    for kind in KINDS:
        validator = Draft202012Validator(json.loads(texts[f"{kind}.json"]))
        for path in sorted((content / kind).glob("*.yml")):
            faults = [fault.message for fault in validator.iter_errors(load_yaml(path))]
            assert faults == [], path.name


def test_schemas_are_written_only_where_they_changed(tmp_path: Path):
    assert len(write_schemas(tmp_path / "schema")) == len(KINDS)
    assert write_schemas(tmp_path / "schema") == []
    (tmp_path / "schema/works.json").write_text("{}")
    assert write_schemas(tmp_path / "schema") == [tmp_path / "schema/works.json"]


def test_the_schema_command_says_what_it_wrote(small: SmallCourse):
    first = CliRunner().invoke(attunement, ["schema", "--root", str(small.root)])
    assert "attunement_course/content/schema/claims.json written\n" in first.stdout
    again = CliRunner().invoke(attunement, ["schema", "--root", str(small.root)])
    assert again.stdout == "the schemas are current\n"

"""The sanitised notebook goes to the step after it, and never to another submission."""

from __future__ import annotations

import io
import json

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook

from attunement_grading.autograding.converting import QuickExporter


def notebook(text: str) -> NotebookNode:
    return new_notebook(cells=[new_markdown_cell(text, id="one")])


def file_of(text: str) -> io.StringIO:
    return io.StringIO(nbformat.writes(notebook(text)))


def text_of(output: str) -> str:
    source = json.loads(output)["cells"][0]["source"]
    return "".join(source)


def test_what_was_sanitised_is_graded_whatever_its_file_says() -> None:
    exporter = QuickExporter()
    exporter.hand_on(True)
    exporter.from_file(file_of("sanitised"))
    exporter.hand_on(False)
    output, _ = exporter.from_file(file_of("not read"))
    assert text_of(output) == "sanitised"
    output, _ = exporter.from_file(file_of("the next"))
    assert text_of(output) == "the next"


def test_a_submission_that_failed_in_between_leaves_nothing_to_the_next() -> None:
    exporter = QuickExporter()
    exporter.hand_on(True)
    exporter.from_file(file_of("of somebody who failed"))
    exporter.hand_on(True)
    output, _ = exporter.from_file(file_of("of the next"))
    assert text_of(output) == "of the next"


def test_it_writes_what_nbconvert_writes() -> None:
    text = "two\nlines of *Nähe* 😀"
    output, _ = QuickExporter().from_file(file_of(text))
    assert output == nbformat.writes(notebook(text)) + "\n"

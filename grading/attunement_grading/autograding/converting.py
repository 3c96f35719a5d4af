"""nbgrader's own converter at work on one submission, in a small course root of its own.

The small root holds a link to the assignment's source and to the submission, and whatever the
converter and its preprocessors write. Nothing else of the course is in reach of the
configuration that they are given, the gradebook least of all.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.writers.files import FilesWriter
from nbformat import NotebookNode, v4, validator
from nbgrader.converters import Autograde, BaseConverter, GenerateFeedback

Preprocessor = Callable[[NotebookNode, dict[str, Any]], tuple[NotebookNode, dict[str, Any]]]


class QuickExporter(NotebookExporter):
    """nbconvert's exporter without its spare copies.

    nbconvert copies the notebook before the first step, validates it after each and again as it
    is written, and remembers the metadata of each for good; here nobody else holds the notebook,
    and it is validated after the last step.
    """

    _hands_on = False
    _held: NotebookNode | None = None

    def hand_on(self, now: bool) -> None:
        """From here on, keep what is exported for the next export; or from here on, do not.

        The export after that takes the notebook itself, and leaves its file unread.
        """
        self._hands_on = now
        if now:
            self._held = None  # of a submission that failed in between

    def from_file(
        self, file_stream: Any, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Export what was handed on, else what is in the file."""
        held, self._held = self._held, None
        if held is None:
            return super().from_file(file_stream, resources, **kw)
        return self.from_notebook_node(held, resources, **kw)

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Export a notebook that nobody else holds."""
        about: Any = self._init_resources(resources)
        nb, about = self._preprocess(nb, about)
        if self._hands_on:
            self._held = nb
            return json.dumps(nb, ensure_ascii=False), about
        return v4.writes_json(nb) + "\n", about

    def _preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        _, nb = validator.normalize(nb)
        step = None
        for step in self._preprocessors:
            nb, resources = step(nb, resources)
        if not self._hands_on:
            self._validate_preprocessor(nb, step)
        return nb, resources


class OneAtATime(BaseConverter):
    """One of nbgrader's converters for one submission at a time, made once and used for many.

    An error is the caller's to handle: nothing is passed over, nothing logged in its place.
    """

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)

    def convert(self, student: str) -> None:
        """Convert the one submission in the course directory, which is this learner's.

        What nbgrader does for each submission, in its order.
        """
        self.init_notebooks()
        (found,) = self.assignments.values()
        self.notebooks = sorted(found)
        where = (self.coursedir.assignment_id, student)
        self.run_pre_convert_hook()
        self.init_assignment(*where)
        for notebook in self.notebooks:
            self.convert_single_notebook(notebook)
        self.set_permissions(*where)
        self.run_post_convert_hook()


class OneSubmission(OneAtATime, Autograde):
    """nbgrader's ``Autograde``."""

    def __init__(self, adapt: Callable[[Any], Any], runs: bool = True, **kw: Any) -> None:
        """``adapt`` may put another step in a preprocessor's stead.

        Where no code ``runs`` that could read it, the sanitised notebook is not written out in
        full and read again.
        """
        super().__init__(**kw)
        self.runs = runs
        if type(self.exporter) is NotebookExporter and self.exporter.nbformat_version == 4:
            self.exporter = QuickExporter(parent=self, config=self.config)
        self._sanitising = self._steps(self.sanitize_preprocessors, adapt)
        self._autograding = self._steps(self.autograde_preprocessors, adapt)

    def begin_with(self, step: Preprocessor) -> None:
        """Take another step before all others."""
        self._sanitising.insert(0, step)

    def _steps(self, classes: list[Any], adapt: Callable[[Any], Any]) -> list[Any]:
        """Instances of some preprocessors, by nbconvert's own way to register them."""
        self.exporter._preprocessors = []
        for one in classes:
            self.exporter.register_preprocessor(one)
        return [adapt(step) for step in self.exporter._preprocessors]

    def _init_preprocessors(self) -> None:
        self.exporter._preprocessors = self._sanitising if self._sanitizing else self._autograding
        if isinstance(self.exporter, QuickExporter):
            self.exporter.hand_on(self._sanitizing and not self.runs)

    def convert(self, student: str) -> None:
        """Autograde one submission."""
        self._sanitizing = True
        super().convert(student)


class OneFeedback(OneAtATime, GenerateFeedback):
    """nbgrader's ``GenerateFeedback``."""

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)
        for one in self.preprocessors:
            self.exporter.register_preprocessor(one)

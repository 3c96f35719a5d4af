"""What every exercise is in Python: content for the page, and a record of attempts.

The exercise itself runs in the page. The kernel says what it is about, and keeps what the
learner hands in after checking that it can have happened.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, ClassVar
from weakref import WeakSet

import anywidget
import traitlets

from attunement_course import catalog
from attunement_course.responses import LearnerRecord, RecordError
from attunement_course.support import SUPPORT

STATIC = Path(__file__).with_name("static")
ATTEMPT_VERSION = 1


def bundled(name: str) -> str:
    """The text of a bundled file.

    Raises:
        FileNotFoundError: the front end has not been built; the text says what to run.
    """
    path = STATIC / name
    if not path.exists():
        raise FileNotFoundError(f"{name}: the exercises are not built; run `make build`")
    return path.read_text("utf-8")


class Recorded(anywidget.AnyWidget):
    """What the kernel shows in the page of somebody's own record, or keeps in it.

    Args:
        record: the learner's own record unless given.
        content: what the page shows; plain data that holds nothing of the record, because
            Jupyter may save it with the notebook. The record itself goes by message only.
    """

    bundle: ClassVar[str]
    to_tell: ClassVar[WeakSet[Recorded]] = WeakSet()
    """Those of this kernel whose pages are told whenever it keeps or erases an attempt."""

    _esm = traitlets.Unicode(help="The page's module, bundled.").tag(sync=True)
    _css = traitlets.Unicode(help="The style sheet that all exercises share.").tag(sync=True)
    content = traitlets.Dict(help="What the page shows, from the catalogue.").tag(sync=True)
    owner = traitlets.Unicode(help="The record's own random id, or nothing.").tag(sync=True)

    def __init__(self, record: LearnerRecord, content: dict[str, Any]) -> None:
        self._record = record
        super().__init__(
            content=content,
            owner=self._owner(),
            _esm=bundled(self.bundle),
            _css=bundled("attunement.css"),
        )
        self.on_msg(self._receive)

    def attempts(self) -> list[dict[str, Any]]:
        """The learner's kept attempts that this is about, oldest first."""
        raise NotImplementedError

    def here(self) -> dict[str, Any]:
        """The reply to a page that asks who is there, and how the record stands."""
        return {
            "type": "here",
            "owner": self._owner(),
            "attempts": len(self.attempts()),
            "where": f"in your own folder, {self._record.described}",
        }

    def tell(self) -> None:
        """Tell the page how the record stands now."""
        self.send(self.here())

    def _owner(self) -> str:
        try:
            return self._record.owner
        except (OSError, RecordError):
            return ""  # the exercise works all the same, and the page keeps its attempts

    def _receive(self, _widget: Any, message: Any, _buffers: Any) -> None:
        """Answer the page's message; an unknown one is none of ours."""
        if isinstance(message, dict) and message.get("type") == "hello":
            self.tell()


class Exercise(Recorded):
    """An exercise of the catalogue, live in the page.

    Args:
        id: the exercise's id in the catalogue.
        record: where attempts are kept; the learner's own record unless given.

    A subclass names its bundle, says what the page shows (:meth:`page_content`), what is
    wrong with an answer (:meth:`fault`), and gives sample answers of every kind
    (:meth:`right_answers`, :meth:`wrong_answers`, :meth:`invalid_answers`) for the test
    that drives all exercises alike.
    """

    def __init__(self, id: str, record: LearnerRecord | None = None) -> None:
        self.exercise_id = id
        super().__init__(record or LearnerRecord(), self.page_content())

    def __repr__(self) -> str:
        """What stands in its place where widgets cannot be shown."""
        return f"[{self.exercise_id}: run this notebook to take part]"

    def page_content(self) -> dict[str, Any]:
        """What the page shows: the exercise, its claims, and what a subclass adds."""
        found = catalog.exercise(self.exercise_id)
        claims = [catalog.claim(claim) for claim in found["claims"]]
        return {"exercise": found, "claims": claims, "support": {"text": SUPPORT}}

    def fault(self, answer: dict[str, Any]) -> str:
        """Why the answer cannot be one of this exercise, or an empty string."""
        raise NotImplementedError

    def right_answers(self) -> list[dict[str, Any]]:
        """Answers that meet the exercise's mastery."""
        raise NotImplementedError

    def wrong_answers(self) -> list[dict[str, Any]]:
        """Answers that are sound and do not meet it."""
        raise NotImplementedError

    def invalid_answers(self) -> list[dict[str, Any]]:
        """Answers that cannot have come from the page."""
        raise NotImplementedError

    def attempts(self) -> list[dict[str, Any]]:
        """The learner's kept attempts at this exercise, oldest first."""
        return self._record.attempts(self.exercise_id)

    def keep(self, attempt: Any) -> dict[str, Any]:
        """Check and keep an attempt; the reply that the page gets.

        ``kept`` with the number of attempts; ``refused`` where it can never be kept;
        ``unkept`` where the disk would not take it, so that the page holds on to it.
        """
        reason = self._fault_of_attempt(attempt)
        key = attempt.get("id", "") if isinstance(attempt, dict) else ""
        if reason:
            return {"type": "refused", "id": key, "reason": reason}
        try:
            self._record.append(attempt)
        except RecordError as error:
            return {"type": "refused", "id": key, "reason": str(error)}
        except OSError as error:
            return {"type": "unkept", "id": key, "reason": os.strerror(error.errno or 0)}
        self._tell_others()
        return {"type": "kept", "id": key, "attempts": len(self.attempts())}

    def erase(self) -> dict[str, Any]:
        """Erase the learner's attempts at this exercise; the reply that the page gets."""
        try:
            self._record.erase(self.exercise_id)
        except (OSError, RecordError) as error:
            return {"type": "unerased", "reason": str(error)}
        self._tell_others()
        return {"type": "erased"}

    def _tell_others(self) -> None:
        for one in [*self.to_tell]:
            one.tell()

    def _fault_of_attempt(self, attempt: Any) -> str:
        if not isinstance(attempt, dict) or not isinstance(attempt.get("answer"), dict):
            return "attempt: expected an object with an answer"
        if attempt.get("exercise") != self.exercise_id:
            return f"exercise: expected {self.exercise_id} (got {attempt.get('exercise')!r})"
        if attempt.get("version") != ATTEMPT_VERSION:
            return f"version: expected {ATTEMPT_VERSION} (got {attempt.get('version')!r})"
        try:
            return self.fault(attempt["answer"])
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            return f"answer: not in this exercise's form ({type(error).__name__}: {error})"

    def _receive(self, _widget: Any, message: Any, _buffers: Any) -> None:
        kind = message.get("type") if isinstance(message, dict) else None
        if kind == "attempt":
            self.send(self.keep(message.get("attempt")))
        elif kind == "export":
            self.send({"type": "exported", "records": self.attempts()})
        elif kind == "erase":
            self.send(self.erase())
        else:
            super()._receive(_widget, message, _buffers)

"""The two calls a notebook makes: ``exercise("m2-dialogue")`` and ``progress("m2")``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from attunement_course import catalog
from attunement_course.nearest import nearest

if TYPE_CHECKING:
    from attunement_course.responses import LearnerRecord

    from ._base import Exercise
    from .progress_list import ProgressList

# Named, not imported: a kernel loads only the exercises that its notebook places.
PLACES = {
    "m0-citations": ("citation_detective", "CitationDetective"),
    "m0-privacy": ("privacy_walk", "PrivacyWalk"),
    "m0-mapper": ("mapper", "Mapper"),
    "m0-recall": ("recall", "Recall"),
    "m1-cues": ("cue_lab", "CueLab"),
    "m1-synchrony": ("synchrony", "Synchrony"),
    "m1-repair": ("repair", "Repair"),
    "m1-recall": ("recall", "Recall"),
    "m0-sorter": ("evidence_sorter", "EvidenceSorter"),
    "m2-dialogue": ("dialogue", "Dialogue"),
    "m2-mixer": ("mixer", "Mixer"),
    "m2-two-body": ("two_body", "TwoBody"),
    "m2-perspective": ("perspective", "Perspective"),
    "m2-recall": ("recall", "Recall"),
}


def exercise(id: str, record: LearnerRecord | None = None) -> Exercise:
    """The exercise with this id, ready to be shown.

    Args:
        id: as in the catalogue, for example ``"m2-dialogue"``.
        record: where attempts are kept; the learner's own record unless given.

    Raises:
        UnknownId: no exercise has this id; the text names the nearest ones.
    """
    if id not in PLACES:
        raise catalog.UnknownId(f"no exercise has the id {id!r}{nearest(id, list(PLACES))}")
    module, name = PLACES[id]
    found: type[Exercise] = getattr(import_module(f".{module}", __package__), name)
    return found(id, record)


def progress(module: str, record: LearnerRecord | None = None) -> ProgressList:
    """A list of a module's exercises with what the learner has tried, ready to be shown.

    Args:
        module: the module's id, for example ``"m2"``.
        record: whose attempts are counted; the learner's own record unless given.

    Raises:
        UnknownId: no module has this id; the text names the nearest ones.
    """
    from .progress_list import ProgressList  # as above: only where a notebook places one

    return ProgressList(module, record)

"""The content's types. One YAML file is one item of one kind.

``KINDS`` is the list that everything else follows: folders, the catalogue, the JSON Schema
that editors use. Pydantic is an author's tool; no learner's kernel imports this package.
"""

from __future__ import annotations

from ._base import ID, Content, ContentNote
from .encounters import Encounter
from .evidence import DOI, Citation, Claim, Work
from .mapping import Direction
from .meetings import Look, Person, Setting
from .mixing import Finding, Lever, Reason
from .orientation import PROOF, PrivacyStatement, Search
from .partners import Portrait, Topic
from .readings import Reading
from .scenes import Character, Condition, Levels, Moment, Scenario
from .teaching import (
    NOTEBOOK,
    Criterion,
    Exercise,
    Item,
    Module,
    Option,
    Passage,
    Rubric,
    RubricLevel,
)

KINDS: dict[str, type[Content]] = {
    "claims": Claim,
    "citations": Citation,
    "works": Work,
    "modules": Module,
    "exercises": Exercise,
    "items": Item,
    "rubrics": Rubric,
    "passages": Passage,
    "scenarios": Scenario,
    "directions": Direction,
    "topics": Topic,
    "portraits": Portrait,
    "encounters": Encounter,
    "levers": Lever,
    "findings": Finding,
    "reasons": Reason,
    "readings": Reading,
    "searches": Search,
    "privacy": PrivacyStatement,
    "people": Person,
    "settings": Setting,
}
"""Folder under ``content/`` -> type of the items in it."""

ID_FIELD = {"rubrics": "assignment"}
"""The field that names an item, where it is not ``id``."""

PATTERN_WORDS = {
    ID: "must be small letters and digits, with single hyphens between them",
    DOI: "must be a DOI without its address, such as 10.1177/1534582304267187",
    NOTEBOOK: "must be a notebook's name, such as 02-empathy.ipynb",
    PROOF: "must name a test, such as tests/widgets/test_privacy.py::test_a_sentence_is_refused",
}
"""Pattern of a field -> what to say to someone whose text does not fit it."""

__all__ = [
    "ID_FIELD",
    "KINDS",
    "PATTERN_WORDS",
    "Character",
    "Citation",
    "Claim",
    "Condition",
    "Content",
    "ContentNote",
    "Criterion",
    "Direction",
    "Encounter",
    "Exercise",
    "Finding",
    "Item",
    "Levels",
    "Lever",
    "Look",
    "Module",
    "Moment",
    "Option",
    "Passage",
    "Person",
    "Portrait",
    "PrivacyStatement",
    "Reading",
    "Reason",
    "Rubric",
    "RubricLevel",
    "Scenario",
    "Search",
    "Setting",
    "Topic",
    "Work",
]

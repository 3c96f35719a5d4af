"""The course's own content: what it answers for, and what it may never say."""

from __future__ import annotations

import re
from collections import Counter

from attunement_course.checks import Course
from attunement_course.checks._texts import texts_of
from attunement_course.claim_list import CLAIM_IDS
from attunement_course.vocabulary import MARK_WORDS, MODULE_IDS, STATUS_WORDS

# what the literature allows, claim by claim: the course's own review of the evidence
STATUS_OF = {
    "definitional": "def-01 emp-01 dis-01 res-01 mit-09",
    "contested": "def-02a def-02b def-02c def-02d def-04 def-05 dis-02 res-02a res-02b res-02c "
    "res-03c mit-04 mit-05",
    "supported-small": "def-03a def-03b def-03c",
    "theory-misread": "emp-02a emp-02b emp-02c",
    "mixed": "emp-03a emp-03b emp-03c gap-02",
    "speculative": "emp-04 emp-07a emp-07b dis-03c dis-03d dis-05a dis-05c res-03b mit-01 mit-02 "
    "mit-03 mit-07",
    "supported-correlation": "emp-05a emp-05b emp-06a emp-06b emp-06c res-06a res-06b res-07a "
    "res-07c",
    "plausible": "dis-03a dis-03b dis-06 dis-07 dis-08a dis-08b dis-09 res-03a res-04 res-05 "
    "res-07b",
    "heuristic": "dis-04 dis-05b",
    "supported": "mit-06",
    "value": "mit-08",
    "overstated": "mit-10",
    "outdated": "mit-11",
    "critical-reading": "gap-01 gap-03 gap-04 gap-05 gap-06",
}
# number -> whether it exists, and whether it supports the sentence that it is cited for
AUDIT = {
    1: ("yes", "no"),
    2: ("not-traced", "cannot"),
    3: ("partly", "no"),
    4: ("not-traced", "cannot"),
    5: ("partly", "no"),
    6: ("partly", "no"),
    7: ("not-traced", "cannot"),
    8: ("yes", "partly"),
    9: ("partly", "no"),
    10: ("not-traced", "cannot"),
}


def test_the_course_answers_for_sixty_five_claims_and_six_gaps(course: Course):
    assert set(course.shelf.items["claims"]) == set(CLAIM_IDS)
    assert Counter(id.startswith("gap") for id in CLAIM_IDS) == {False: 65, True: 6}


def test_each_claim_has_the_status_that_the_review_gave_it(course: Course):
    expected = {id: status for status, ids in STATUS_OF.items() for id in ids.split()}
    found = {id: claim.status.value for id, claim in course.shelf.items["claims"].items()}
    assert found == expected
    assert set(STATUS_OF) == set(STATUS_WORDS)


def test_the_ten_citations_are_audited_as_they_were_found(course: Course):
    citations = course.shelf.items["citations"].values()
    assert {one.number: (one.exists, one.supports) for one in citations} == AUDIT


def test_every_citation_names_a_real_work_that_bears_on_the_claim(course: Course):
    for citation in course.shelf.items["citations"].values():
        assert citation.closest, citation.id


def test_what_could_not_be_traced_is_said_to_be_just_that(course: Course):
    """Nobody is accused: we looked, and did not find."""
    untraced = [one for one in course.shelf.items["citations"].values() if one.supports == "cannot"]
    assert len(untraced) == 4
    for one in untraced:
        assert one.exists_note.startswith(MARK_WORDS["not-traced"][0].upper())
        assert MARK_WORDS["not-traced"][1:] in one.exists_note
    everything = [text for kind in course.shelf.items for text in texts(course, kind)]
    prose = [cell.source for notebook in course.notebooks for cell in notebook.prose()]
    for text in everything + prose:
        assert not re.search(r"fabricat|fake", text, re.I), text


def texts(course: Course, kind: str) -> list[str]:
    return [text for _, item in course.shelf.each(kind) for _, text in texts_of(item)]


def test_each_claim_rests_on_a_work_save_the_one_about_an_absence(course: Course):
    without = [id for id, claim in course.shelf.items["claims"].items() if not claim.works]
    assert without == ["gap-05"]


def test_statements_are_one_sentence(course: Course):
    for claim in course.shelf.items["claims"].values():
        assert claim.statement.endswith("."), claim.id
        assert len(re.findall(r"[.!?](?:\s|$)", claim.statement)) == 1, claim.id
        assert len(re.findall(r"[.!?](?:\s|$)", claim.summary)) == 1, claim.id


def test_a_doi_belongs_to_one_work_and_never_to_an_untraced_one(course: Course):
    works = course.shelf.items["works"].values()
    dois = [work.doi for work in works if work.doi]
    assert len(dois) == len(set(dois))
    assert not [work.id for work in works if work.doi and work.mark == "not-traced"]


def test_claims_are_taught_in_modules_that_exist_or_will(course: Course):
    for claim in course.shelf.items["claims"].values():
        assert set(claim.modules) <= set(MODULE_IDS)


def test_no_status_word_or_mark_is_two_things():
    assert len(set(STATUS_WORDS.values())) == len(STATUS_WORDS)
    assert len(set(MARK_WORDS.values())) == len(MARK_WORDS)

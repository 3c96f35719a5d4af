"""How far somebody has come is counted from their own attempts, whatever a record holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learner_record import attempt

from attunement_course import catalog
from attunement_course.criteria import is_reached
from attunement_course.progress import ExerciseProgress, count_tried, module_progress

MODULES = [module["id"] for module in catalog.modules()]
EXERCISES = [exercise["id"] for exercise in catalog.exercises()]

FIELDS = (
    "met scenario reached trust disclosure outside brier given right decisions fitting gap taking "
    "error expected predicted"
).split()
"""What criteria read in an answer."""
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
inner = st.dictionaries(st.sampled_from(FIELDS), leaves, max_size=3)
values = leaves | inner | st.lists(leaves | inner, max_size=3)
answers = st.dictionaries(st.sampled_from(FIELDS), values, max_size=6)
attempts = st.builds(
    lambda exercise, answer: {"id": "a", "exercise": exercise, "answer": answer},
    st.sampled_from([*EXERCISES, "m9-none"]),
    answers | values,
)
records = st.lists(attempts | values, max_size=8)
of_a_module = st.sampled_from(MODULES)


def conversation(id: str, scenario: str, trust: float = 0.8) -> dict[str, Any]:
    reached = {"trust": trust, "disclosure": 0.4, "outside": 0.0}
    return attempt(id, "m2-dialogue", scenario=scenario, reached=reached)


def progress_of(id: str, *kept: dict[str, Any]) -> ExerciseProgress:
    return next(one for one in module_progress(id.split("-")[0], kept) if one.id == id)


@pytest.mark.parametrize("id", MODULES)
def test_an_empty_record_is_every_exercise_untried_in_the_module_s_order(id: str):
    found = module_progress(id, [])
    assert [one.id for one in found] == catalog.module(id)["exercises"]
    assert {(one.tried, one.reached) for one in found} == {(0, None)}
    for one in found:
        exercise = catalog.exercise(one.id)
        assert (one.title, one.minutes) == (exercise["title"], exercise["minutes"])


def test_attempts_are_counted_by_exercise_and_those_of_other_modules_are_not():
    kept = [
        attempt("a1", "m2-mixer", met=False),
        attempt("a2", "m2-mixer", met=True),
        attempt("a3", "m2-recall", brier=0.1),
        attempt("a4", "m0-privacy", given=[]),
    ]
    found = {one.id: (one.tried, one.reached) for one in module_progress("m2", kept)}
    assert found == {
        "m2-dialogue": (0, None),
        "m2-mixer": (2, True),
        "m2-perspective": (0, None),
        "m2-two-body": (0, None),
        "m2-recall": (1, None),
    }
    assert count_tried(module_progress("m2", kept)) == 2
    assert count_tried(module_progress("m0", kept)) == 1


def test_an_unknown_module_names_the_nearest():
    with pytest.raises(catalog.UnknownId, match="no module has the id 'm22'; nearest: m2"):
        module_progress("m22", [])


def test_the_dialogue_looks_for_two_people():
    with_one = [conversation("a1", "amara"), conversation("a2", "amara")]
    assert progress_of("m2-dialogue", *with_one).reached is False
    missed = conversation("a3", "tala", trust=0.5)
    assert progress_of("m2-dialogue", *with_one, missed).reached is False
    assert progress_of("m2-dialogue", *with_one, conversation("a4", "tala")).reached is True


def test_an_exercise_that_looks_for_nothing_is_never_reached():
    kept = [attempt(f"a{n}", "m2-recall", items=[], brier=0.0) for n in range(9)]
    assert progress_of("m2-recall", *kept).reached is None


def test_what_a_new_exercise_says_of_itself_is_believed():
    assert is_reached("m9-new", [{"met": False}, {"met": True}, {}]) is True
    assert is_reached("m9-new", [{"met": False}]) is False
    assert is_reached("m9-new", [{"met": "yes"}]) is None


def test_an_answer_of_another_version_counts_as_tried():
    strange = [attempt("a1", "m0-sorter", score=3), {"id": "a2", "exercise": "m0-sorter"}]
    found = progress_of("m0-sorter", *strange)
    assert (found.tried, found.reached) == (2, False)


@given(module=of_a_module, record=records)
def test_no_record_is_too_strange_to_be_counted(module: str, record: list[Any]):
    found = module_progress(module, record)
    assert [one.id for one in found] == catalog.module(module)["exercises"]
    whole = [one for one in record if isinstance(one, dict) and "exercise" in one]
    ours = [one for one in whole if one["exercise"] in catalog.module(module)["exercises"]]
    assert sum(one.tried for one in found) == len(ours)
    assert all(one.reached is None for one in found if one.tried == 0)


@given(module=of_a_module, record=records, data=st.data())
def test_the_order_of_attempts_makes_no_difference(module: str, record: list[Any], data: Any):
    shuffled = data.draw(st.permutations(record))
    assert module_progress(module, shuffled) == module_progress(module, record)


@given(module=of_a_module, record=records, another=attempts)
def test_one_attempt_more_moves_its_own_exercise_on_and_no_other(
    module: str, record: list[Any], another: dict[str, Any]
):
    before = module_progress(module, record)
    after = module_progress(module, [*record, another])
    for was, now in zip(before, after, strict=True):
        if now.id != another["exercise"]:
            assert now == was
        else:
            assert now.tried == was.tried + 1
            assert now.reached is True or was.reached is not True  # what was reached stays so

"""The one next step of an assignment, and the others that are open beside it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from .standing import Standing

STEPS = ("Release", "Collect", "Prepare", "Mark", "Return")


@dataclass(frozen=True)
class Action:
    """A button. `calls` are requests to the formgrader's API, one after the other."""

    label: str
    calls: tuple[str, ...]
    doing: str
    done: str
    failed: str


@dataclass(frozen=True)
class Link:
    """A way to a page, relative to the server's base."""

    label: str
    to: str


@dataclass(frozen=True)
class Next:
    """What an instructor can do now. `step` is the place in STEPS; past the last, all is done."""

    step: int
    words: str
    detail: str
    primary: Action | Link | None
    others: tuple[Action | Link, ...] = ()


def next_step(one: Standing) -> Next:
    """The first thing that somebody waits for, in the order of the work."""
    if not one.released:
        return _release(one)
    if one.at("handed in"):
        return _collect(one)
    if one.at("collected"):
        return _prepare(one)
    if one.at("to mark"):
        return _mark(one)
    return _return(one) if one.at("marked") else _rest(one)


def _release(one: Standing) -> Next:
    key = quote(one.assignment, safe="")
    act = Action(
        f"Release {one.assignment}",
        (f"assignment/{key}/assign", f"assignment/{key}/release"),
        f"Releasing {one.assignment}…",
        f"Released. Learners can fetch {one.assignment} now.",
        f"{one.assignment} was not released.",
    )
    return Next(0, "Release it to your learners", "Nobody can see it yet.", act)


def _collect(one: Standing) -> Next:
    count = len(one.at("handed in"))
    act = Action(
        f"Collect {submissions(count)}",
        (f"assignment/{quote(one.assignment, safe='')}/collect",),
        "Collecting…",
        f"Collected {submissions(count)}.",
        "Nothing was collected. What was handed in is safe in the exchange.",
    )
    detail = "A copy of each goes into the course's folder. The learner's own stays as it is."
    return Next(1, f"{submissions(count).capitalize()} to collect", detail, act, _marking(one))


def _prepare(one: Standing) -> Next:
    waiting = one.at("collected")
    count = len(waiting)
    act = Action(
        f"Prepare {submissions(count)}",
        tuple(f"submission/{_path(one, id)}/autograde" for id in waiting),
        "Preparing…",
        f"Prepared {submissions(count)}; the answers wait for your marks.",
        "Preparing stopped.",
    )
    detail = (
        "Each is checked and entered in the gradebook. Nothing that a learner wrote is run or "
        "scored. nbgrader calls this step autograde."
    )
    return Next(2, f"{submissions(count).capitalize()} to prepare", detail, act, _marking(one))


def _mark(one: Standing) -> Next:
    count = len(one.at("to mark"))
    detail = (
        "At the desk each piece stands under a pseudonym beside its rubric, and several people can "
        "share them. Come back here when you are through."
    )
    others = (_formgrader(one), *((_returning(one),) if one.at("marked") else ()))
    return Next(3, f"{submissions(count).capitalize()} to mark", detail, _desk(one), others)


def _return(one: Standing) -> Next:
    count = len(one.at("marked"))
    detail = "Each learner gets their own, for each criterion the level in words and your comment."
    return Next(
        4, f"Return feedback to {learners(count)}", detail, _returning(one), (_formgrader(one),)
    )


def _rest(one: Standing) -> Next:
    if one.at("returned"):
        words = "Everybody who handed in has their feedback"
        again = _returning(one, "returned", "Return it again")
        return Next(len(STEPS), words, "If you change a mark, return it again.", None, (again,))
    return Next(1, "Nobody has handed in yet", "There is nothing you need to do.", None)


def _returning(one: Standing, state: str = "marked", label: str = "Return feedback") -> Action:
    ids = one.at("returned") if state == "returned" else one.at("marked")
    calls = (
        f"assignment/{_path(one, id)}/{act}"
        for id in ids
        for act in ("generate_feedback", "release_feedback")
    )
    return Action(
        f"{label} to {learners(len(ids))}",
        tuple(calls),
        "Writing and returning feedback…",
        f"Returned feedback to {learners(len(ids))}.",
        "Returning stopped.",
    )


def _marking(one: Standing) -> tuple[Link, ...]:
    return (_desk(one), _formgrader(one)) if one.at("to mark", "marked") else ()


def _desk(one: Standing) -> Link:
    return Link("Mark at the desk", f"desk/of/{quote(one.assignment, safe='')}")


def _formgrader(one: Standing) -> Link:
    key = quote(one.assignment, safe="")
    return Link("Mark in the formgrader", f"formgrader/gradebook/{key}/{key}")


def _path(one: Standing, learner: str) -> str:
    return f"{quote(one.assignment, safe='')}/{quote(learner, safe='')}"


def submissions(count: int) -> str:
    """A number of submissions in words."""
    return "one submission" if count == 1 else f"{count} submissions"


def learners(count: int) -> str:
    """A number of learners in words."""
    return "one learner" if count == 1 else f"{count} learners"

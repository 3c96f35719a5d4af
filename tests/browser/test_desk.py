"""The marking desk in a real browser: by keyboard alone, without a connection, under its policy."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import desk_course
import pytest
from desk_course import INES, INSTRUCTOR, SIONE, DeskCourse, make_course, write_answer
from desk_server import TOKEN, DeskServer, desk_server
from pages import SIZES, Look, findings, focused, tab_to, too_wide
from playwright.sync_api import Browser, Error, Page, Route, expect

from attunement_grading.desk import marking
from attunement_grading.desk.appeals import ask
from attunement_grading.desk.calibration import begin
from attunement_grading.desk.choices import choose
from attunement_grading.desk.handing_out import deal_out
from attunement_grading.desk.people import Person
from attunement_grading.desk.piles import lines, progress
from attunement_grading.desk.tables import mark, piece

pytestmark = pytest.mark.browser
autograded_root = desk_course.autograded_root

NOOR = Person("noor")
CRITERIA = ("observation", "perspective", "evidence", "reframing", "action")
SLOW = 20_000
PLANTED = """<img id="planted" src="x" onerror="document.title='taken'">
<script>document.title = 'taken'</script><a id="planted-link" href="javascript:void(0)">x</a>"""


@pytest.fixture(scope="module")
def course(autograded_root: Path, tmp_path_factory: pytest.TempPathFactory) -> DeskCourse:
    """Forty-eight pieces, each read by Noor and by Inês, and no exemplars among them.

    Noor has calibrated, and one piece has a grade that somebody has looked at again.
    """
    made = make_course(autograded_root, tmp_path_factory.mktemp("browsed"), 48)
    made.waive(INSTRUCTOR, INES, SIONE)
    made.act(NOOR, begin, "p2")
    for line in made.look(lines, "noor", "p2", 1, "all", True):
        finish(made, NOOR, line.key, 2)
    choices = {"markers": ["noor", "ines"], "share": 1.0, "drift": 0, "boundaries": [10]}
    for name, value in choices.items():
        made.act(INSTRUCTOR, choose, "p2", name, value)
    made.act(INSTRUCTOR, deal_out, "p2")
    key = todo(made)[-1]
    finish(made, NOOR, key, 2)
    finish(made, INES, key, 2)
    (row,) = made.rows(piece, piece.c.key == key)
    made.act(INSTRUCTOR, ask, "p2", row.student, list(CRITERIA), "Look again, please.", "sione")
    finish(made, SIONE, key, 3)
    return made


def finish(course: DeskCourse, who: Person, key: str, level: float) -> None:
    for criterion in CRITERIA:
        course.act(who, marking.set_level, key, criterion, level)
    course.act(who, marking.set_comment, key, "evidence", f"{who.name} on the evidence.")
    course.act(who, marking.finish, key)


@pytest.fixture(scope="module")
def server(course: DeskCourse) -> Iterator[DeskServer]:
    with desk_server(course.root) as running:
        yield running


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def page(browser: Browser, server: DeskServer, look: Look) -> Iterator[Page]:
    context = look.context(browser)
    page = look.watch(context.new_page())
    page.goto(f"{server.address}/desk?token={TOKEN}")
    page.set_default_timeout(SLOW)
    yield page
    assert look.outside() == []
    context.close()


def todo(course: DeskCourse) -> list[str]:
    return [line.key for line in course.look(lines, "noor", "p2", 1, "todo")]


def ready(page: Page) -> None:
    """Wait until the page listens for keys, as it says."""
    page.locator(".panes").wait_for()
    expect(page.locator("#saved")).not_to_have_text("Getting ready…")


def open_piece(page: Page, server: DeskServer, key: str) -> None:
    page.goto(f"{server.address}/desk/piece/{key}")
    ready(page)


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"), timeout=SLOW)


def marks_of(course: DeskCourse, key: str) -> dict[str, tuple[float | None, str]]:
    (row,) = course.rows(piece, piece.c.key == key)
    found = course.rows(mark, mark.c.piece == row.id, mark.c.marker == "noor")
    return {one.criterion: (one.level, one.comment) for one in found}


def test_twenty_answers_by_keyboard_alone(course, server, page, look):
    """From the desk's first page on: no pointer, and the gradebook's marks are those typed."""
    before = course.look(progress, "noor", "p2").finished
    tab_to(page, "Begin marking" if not before else "Go on marking")
    page.keyboard.press("Enter")
    ready(page)
    typed: dict[str, dict[str, tuple[float, str]]] = {}
    for number in range(20):
        key = page.url.rpartition("/")[2]
        assert key not in typed
        typed[key] = mark_by_keys(page, number)
        page.keyboard.press("f")
        page.wait_for_url(lambda url, key=key: not url.endswith(key))
        page.locator(".panes").wait_for()
    saved(page)
    page.wait_for_function("Object.keys(localStorage).every((name) => !name.includes(':'))")
    assert course.look(progress, "noor", "p2").finished == before + 20
    for key, expected in typed.items():
        assert marks_of(course, key) == expected
    assert look.errors == []


def mark_by_keys(page: Page, number: int) -> dict[str, tuple[float, str]]:
    """Levels by number and point, a comment here and there; what they come to."""
    given: dict[str, tuple[float, str]] = {}
    for place, criterion in enumerate(CRITERIA):
        if place:
            page.keyboard.press("j")
        level = float((number + place) % 4 + 1)
        page.keyboard.press(f"{level:.0f}")
        if place == 2 and level < 4:
            page.keyboard.press(".")
            level += 0.5
        comment = ""
        if place == number % 5:
            comment = f"To number {number}: what did you see?"
            page.keyboard.press("c")
            page.keyboard.type(comment)
            page.keyboard.press("Escape")
        given[criterion] = (level, comment)
    return given


def test_each_key_does_what_stands_beside_it(course, server, page):
    first, second = todo(course)[:2]
    open_piece(page, server, first)
    opened = page.locator(".criterion[open] .name")
    expect(opened).to_have_text("Observation")
    page.keyboard.press("j")
    expect(opened).to_have_text("Perspective and cost")
    page.keyboard.press("k")
    expect(opened).to_have_text("Observation")
    page.keyboard.press("3")
    given = page.locator(".criterion[open] [data-given]")
    expect(given).to_have_text("3 · reflection")
    page.keyboard.press(".")
    expect(given).to_have_text("3.5 · between reflection and critical reflection")
    page.keyboard.press(".")
    expect(given).to_have_text("3 · reflection")
    page.keyboard.press("3")
    expect(given).to_have_text("no level yet")
    page.keyboard.press("u")
    expect(given).to_have_text("3 · reflection")
    page.keyboard.press("7")
    expect(given).to_have_text("3 · reflection")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.id") == "reading"
    page.keyboard.press("f")
    expect(page.locator("#saved")).to_contain_text("No level yet for Perspective and cost")
    page.keyboard.press("n")
    page.wait_for_url(f"**/piece/{second}")
    page.keyboard.press("p")
    page.wait_for_url(f"**/piece/{first}")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("2")
    page.keyboard.press("Escape")
    expect(given).to_have_text("3 · reflection")
    page.keyboard.press("g")
    page.wait_for_url("**/desk/of/p2")


def test_single_keys_can_be_switched_off(course, server, page):
    key = todo(course)[2]
    open_piece(page, server, key)
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("4")
    given = page.locator(".criterion[open] [data-given]")
    expect(given).to_have_text("no level yet")
    page.reload()
    ready(page)
    page.keyboard.press("4")
    expect(given).to_have_text("no level yet")
    page.get_by_role("radio", name="4", exact=True).first.check()
    expect(given).to_have_text("4 · critical reflection")


def test_letters_typed_into_a_comment_are_letters(course, server, page):
    key = todo(course)[3]
    open_piece(page, server, key)
    page.keyboard.press("c")
    page.keyboard.type("jukebox. 4 fun? p")
    page.keyboard.press("Escape")
    saved(page)
    assert marks_of(course, key) == {"observation": (None, "jukebox. 4 fun? p")}
    assert focused(page).startswith("Observation")


def test_a_finished_piece_says_so_and_opens_again(course, server, page):
    key = todo(course)[4]
    open_piece(page, server, key)
    mark_by_keys(page, 1)
    page.keyboard.press("f")
    page.wait_for_url(lambda url: not url.endswith(key))
    saved(page)
    open_piece(page, server, key)
    page.keyboard.press("1")
    expect(page.locator("#saved")).to_contain_text("This piece is finished. Reopen it")
    page.keyboard.press("r")
    expect(page.get_by_role("button", name="Reopen")).to_be_hidden()
    page.keyboard.press("4")
    saved(page)
    assert key in todo(course)


def test_without_a_connection_nothing_is_lost(course, server, page, look):
    """Marks and a comment given offline go through later, also after the page was closed."""
    key = todo(course)[5]
    open_piece(page, server, key)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.keyboard.press("2")
    page.keyboard.press("c")
    page.keyboard.type("Written on a train.")
    said = page.locator("#saved")
    expect(said).to_contain_text("Not saved yet: Observation 2, the comment on Observation")
    expect(said).to_contain_text("Kept in this browser and tried again: the server does not answer")
    expect(said).to_have_class(re.compile("failed"))
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(said).to_contain_text("Not saved yet")
    page.context.set_offline(False)
    saved(page)
    assert marks_of(course, key) == {"observation": (2, "Written on a train.")}
    look.errors.clear()


def test_what_was_not_sent_is_sent_by_the_next_page(course, server, page, browser, look):
    key = todo(course)[6]
    open_piece(page, server, key)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.keyboard.press("3")
    page.keyboard.press("c")
    page.keyboard.type("Before the page was closed.")
    expect(page.locator("#saved")).to_contain_text("Not saved yet")
    other = look.watch(page.context.new_page())
    page.close()
    page.context.set_offline(False)
    other.goto(f"{server.address}/desk/piece/{key}")
    expect(other.locator(".criterion[open] textarea")).to_have_value("Before the page was closed.")
    saved(other)
    assert marks_of(course, key) == {"observation": (3, "Before the page was closed.")}
    look.errors.clear()


def test_a_gradebook_in_use_for_long_is_said_and_then_saved(course, server, page, look):
    """Held for longer than any one request waits; the page tries again by itself."""
    key = todo(course)[7]
    open_piece(page, server, key)
    page.wait_for_load_state("networkidle")
    holder = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    page.keyboard.press("4")
    said = page.locator("#saved")
    expect(said).to_contain_text(
        "Not saved yet: Observation 4. Kept in this browser and tried again: the gradebook is in "
        "use by another program",
        timeout=SLOW,
    )
    page.wait_for_timeout(25_000)
    expect(said).to_contain_text("Not saved yet")
    holder.execute("COMMIT")
    holder.close()
    expect(said).to_have_text(re.compile("^Saved"), timeout=40_000)
    assert marks_of(course, key) == {"observation": (4, "")}
    look.errors.clear()


def test_a_server_that_is_killed_and_comes_back_gets_what_it_missed(course, page, server, look):
    import signal

    key = todo(course)[8]
    open_piece(page, server, key)
    page.wait_for_load_state("networkidle")
    server.stop(signal.SIGKILL)
    page.keyboard.press("1")
    expect(page.locator("#saved")).to_contain_text("Not saved yet: Observation 1")
    server.start()
    expect(page.locator("#saved")).to_have_text(re.compile("^Saved"), timeout=60_000)
    assert marks_of(course, key) == {"observation": (1, "")}
    look.errors.clear()


def test_what_the_server_refuses_is_shown_with_its_text(course, server, page, look):
    """Finished in another window meanwhile: the comment is not lost, and the page says why."""
    key = todo(course)[9]
    open_piece(page, server, key)
    for criterion in CRITERIA:
        course.act(NOOR, marking.set_level, key, criterion, 2)
    course.act(NOOR, marking.finish, key)
    page.keyboard.press("c")
    page.keyboard.type("Too late.")
    page.keyboard.press("Escape")
    page.wait_for_timeout(1500)
    page.reload()
    note = page.locator(".pane.rubric .note")
    expect(note).to_contain_text("Not saved: the comment on Observation, since you have finished")
    expect(note).to_contain_text("It was: “Too late.”")
    note.get_by_role("button", name="Let it go").click()
    expect(note).to_have_count(0)
    page.reload()
    expect(page.locator(".panes")).to_be_visible()
    expect(note).to_have_count(0)
    look.errors.clear()


def test_an_entry_of_the_bank_is_kept_used_and_worded_anew(course, server, page):
    one, other = todo(course)[10:12]
    open_piece(page, server, one)
    page.keyboard.press("c")
    page.keyboard.type("Whose word is that?")
    page.keyboard.press("Escape")
    page.locator(".criterion[open] .bank summary").click()
    page.get_by_role("button", name="Keep the comment above in the bank").click()
    expect(page.locator(".criterion[open] [data-count]")).to_have_text("1")
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("Wording of this entry").fill("Whose word is that, and who says so?")
    page.get_by_role("button", name="Save for everybody").click()
    saved(page)
    open_piece(page, server, other)
    page.keyboard.press("b")
    assert focused(page) == "Whose word is that, and who says so?"
    page.keyboard.press("Enter")
    expect(page.locator(".criterion[open] textarea")).to_have_value(
        "Whose word is that, and who says so?"
    )
    saved(page)
    assert marks_of(course, one)["observation"][1] == "Whose word is that?"


def test_nothing_planted_runs(course, server, page, look):
    """Markup in an answer is shown, not run; and if any came through, the policy stops it."""
    key = todo(course)[12]
    name = course.rows(piece, piece.c.key == key)[0].student
    write_answer(course.root / "autograded" / name / "p2/p2.ipynb", f"Before. {PLANTED} After.")
    open_piece(page, server, key)
    title = page.title()
    expect(page.locator("#reading")).to_contain_text("After.")
    assert page.locator("#reading [onerror], #reading script").count() == 0
    page.evaluate(
        """html => {
          window.broken = [];
          const note = (event) => window.broken.push(event.effectiveDirective);
          addEventListener("securitypolicyviolation", note);
          document.querySelector("#reading").insertAdjacentHTML("beforeend", html);
          const script = document.createElement("script");
          script.textContent = "document.title = 'taken'";
          document.body.append(script);
        }""",
        PLANTED,
    )
    page.locator("#planted").evaluate("one => one.dispatchEvent(new Event('error'))")
    page.locator("#planted-link").evaluate("one => one.click()")
    page.wait_for_timeout(300)
    assert page.title() == title
    stopped = set(page.evaluate("window.broken"))
    assert {"script-src-attr", "script-src-elem"} <= stopped
    look.errors.clear()  # the browser's own notes of what it stopped
    look.requests.clear()


PAGES = {
    "home": "desk",
    "pile": "desk/of/p2",
    "finished": "desk/of/p2?show=finished",
    "calibration": "desk/of/p2/calibration",
    "arrange": "desk/of/p2/arrange",
    "overview": "desk/of/p2/overview",
    "standards": "desk/of/p2/standards",
    "talks": "desk/of/p2/talks",
    "rubric": "desk/of/p2/rubric",
    "appeals": "desk/of/p2/appeals",
    "nothing": "desk/piece/none",
    "piece": "desk/of/p2/resume",
    "talk": "desk/talk/{far}",
    "trail": "desk/trail/{far}",
}


@pytest.fixture(scope="module")
def far(course: DeskCourse) -> str:
    """A piece on which both have finished, far apart."""
    key = todo(course)[13]
    finish(course, NOOR, key, 1)
    finish(course, INES, key, 4)
    return key


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_clean_at_both_widths_and_in_both_schemes(page, server, look, far, name):
    page.goto(f"{server.address}/{PAGES[name].format(far=far)}")
    page.locator("h1").first.wait_for()
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert findings(page) == []
            assert too_wide(page) == []
    assert [error for error in look.errors if "404" not in error] == []


def test_lists_follow_one_another_without_a_new_page(page):
    """By keyboard: the same document, its title and the focus moved, and the way back."""
    page.evaluate("() => { window.same = true; }")
    tab_to(page, "all pieces")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/of/p2/overview")
    expect(page).to_have_title("All pieces: A response that did not land · attunement")
    assert focused(page) == "A response that did not land"
    tab_to(page, "Markers")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/of/p2/standards")
    assert page.evaluate("window.same")
    page.go_back()
    expect(page.locator(".eyebrow")).to_have_text("All pieces")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Marking desk")


@contextmanager
def scripts_held(page: Page) -> Iterator[None]:
    """A page whose scripts are under way until the block ends."""
    held: list[Route] = []
    page.route("**/*.js*", lambda route: held.append(route))
    yield
    page.unroute_all(behavior="ignoreErrors")
    for route in held:
        with suppress(Error):  # its page has been left
            route.continue_()


def go_from_list_to_list(page: Page) -> None:
    for name, path in {"all pieces": "overview", "Markers": "standards"}.items():
        tab_to(page, name)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(path))
    expect(page.locator(".eyebrow")).not_to_have_text("All pieces")


def test_a_hurried_way_back_ends_at_the_list_of_its_address(page):
    go_from_list_to_list(page)
    page.evaluate("() => { history.back(); history.back(); }")
    expect(page.locator("h1")).to_have_text("Marking desk")
    page.evaluate("() => { history.forward(); history.forward(); history.back(); }")
    expect(page.locator(".eyebrow")).to_have_text("All pieces")
    expect(page).to_have_url(re.compile("overview"))


def test_a_list_that_is_pressed_again_is_shown_anew(page):
    page.evaluate("() => { window.same = true; }")
    desk = page.get_by_role("link", name="Marking desk")
    desk.click()
    expect(page).to_have_url(re.compile("/desk$"))
    expect(page.locator("h1:focus")).to_have_text("Marking desk")
    page.locator("h1").evaluate("heading => { heading.className = 'of-before'; }")
    desk.click()
    expect(page.locator("h1:not(.of-before)")).to_have_text("Marking desk")
    assert page.evaluate("window.same")


def test_a_list_left_before_its_script_came_is_not_shown_elsewhere(page):
    go_from_list_to_list(page)
    with scripts_held(page):
        page.reload(wait_until="commit")
        page.locator("h1").wait_for()
        page.evaluate("history.back()")
        expect(page).to_have_url(re.compile("overview"))
    expect(page.locator(".eyebrow")).to_have_text("All pieces")


def test_a_piece_left_before_its_script_came_is_not_shown_elsewhere(course, server, page):
    first = todo(course)[5]
    open_piece(page, server, first)
    page.keyboard.press("n")
    page.wait_for_url(lambda url: not url.endswith(first))
    with scripts_held(page):
        page.reload(wait_until="commit")
        page.locator(".panes").wait_for()
        page.evaluate("history.back()")
        page.wait_for_url(f"**/{first}", wait_until="commit")
    expect(page.locator(".panes")).to_have_attribute("data-state", re.compile(first))


def test_a_list_that_cannot_be_followed_is_left_to_the_browser(page, look):
    def only_pages(route) -> None:
        route.abort() if route.request.resource_type == "fetch" else route.continue_()

    page.route("**/desk/of/p2", only_pages)
    page.evaluate("() => { window.same = true; }")
    page.get_by_role("link", name="See the pile").click()
    expect(page.locator(".lede")).to_contain_text("Your pile of p2")
    assert not page.evaluate("window.same")
    look.errors.clear()


def test_two_markers_agree_by_keyboard(course, page, server, far):
    page.goto(f"{server.address}/desk/talk/{far}")
    expect(page.locator("#rubric")).to_contain_text("You lie two levels or more apart.")
    for text in ("noor on the evidence.", "ines on the evidence."):
        expect(page.locator(".said-by").nth(2)).to_contain_text(text)
    for criterion in CRITERIA:
        page.locator(f"select[name=level-{criterion}]").focus()
        page.keyboard.type("2.5")
    page.reload()  # what was chosen is kept in the browser until it is recorded
    expect(page.locator("select[name=level-action]")).to_have_value("2.5")
    tab_to(page, "Record what we agree on")
    page.keyboard.press("Enter")
    expect(page.locator("#saved")).to_contain_text("An agreement is recorded")
    name = course.rows(piece, piece.c.key == far)[0].student
    assert course.scores(name) == dict.fromkeys(CRITERIA, 2.5)


def test_the_answer_and_the_rubric_scroll_apart_and_the_rubric_stays(page, server, course):
    open_piece(page, server, todo(course)[0])
    reading, rubric = page.locator("#reading"), page.locator("#rubric")
    before = rubric.evaluate("one => one.scrollTop")
    reading.evaluate("one => one.scrollBy(0, 400)")
    assert reading.evaluate("one => one.scrollTop") > 0
    assert rubric.evaluate("one => one.scrollTop") == before
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    page.set_viewport_size({"width": 390, "height": 844})
    for pane in (reading, rubric):
        box = pane.bounding_box()
        assert box is not None
        assert box["height"] > 200
        assert box["y"] + box["height"] <= 845

"""The feedback page as a learner opens it: wide and narrow, light and dark, and hostile."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from nbformat import NotebookNode, v4
from pages import SIZES, Look, findings, too_wide
from playwright.sync_api import Browser, Page

from attunement_grading.feedback import feedback_page
from attunement_grading.marks import Mark, Marks
from attunement_grading.rubric import rubric_of

pytestmark = pytest.mark.browser

GIVEN = {"observation": 3, "perspective": 2.5, "evidence": 4, "reframing": 0.5, "action": None}
COMMENT = """\
You separate what you saw from what you took it to mean, most of all here:

> she said "of course" and looked for her keys

- Which of her words could you have **asked** about?
- See [the module](https://example.org/module-2) and `emp-02a`."""
OWN_VIEW = """\
- **Observation:** 2.5, the laugh is there, but not what I made of it
- **Perspective and cost:** between reflection and critical reflection
- **Evidence and concepts:** I cannot tell <script>document.title = "own"</script>
- **Action and limits:** 3

# A remark
Averyveryverylongwordwithoutanyplacetobreakitwhichhappenswithaddressesandkeyboardsalike.
"""
WHOLE = "<script>document.title = 'comment'</script> Thank you for this."
WRITING = """\
# My moment

I said *you must be so good at switching off*. She laughed, a short one.

| what I saw | what I made of it |
|---|---|
| she looked for her keys | she wants to go |

![](attachment:pixel.png) <script>document.title = "taken"</script>
<img src="x" onerror="document.title = 'taken'">
<a href="javascript:document.title = 'taken'">press me</a>
Averyveryverylongwordwithoutanyplacetobreakitwhichhappenswithaddressesandkeyboardsalike.
"""
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


OWN = {"self_assessment": OWN_VIEW}


def written() -> NotebookNode:
    meta = {"nbgrader": {"grade_id": "p2-answer", "solution": True}}
    image = {"pixel.png": {"image/png": PIXEL}}
    cells = [
        v4.new_markdown_cell(WRITING, metadata=meta, attachments=image),
        v4.new_raw_cell("A raw cell <script>document.title = 'raw'</script>"),
        v4.new_markdown_cell("An afterthought."),
    ]
    kept = [{"what": "added"}, {"what": "restored"}]
    return v4.new_notebook(cells=cells, metadata={"attunement": {"kept": kept, **OWN}})


def marks(given: dict[str, float | None]) -> Marks:
    rubric = rubric_of("p2")
    each = [Mark(one, given[one.id], COMMENT if given[one.id] else "") for one in rubric.criteria]
    total = sum(filter(None, given.values()))
    return Marks(
        rubric, tuple(each), total, late_penalty=0.5, comment="<script>x()</script> Thanks."
    )


@pytest.fixture(scope="module")
def feedback(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("feedback") / "p2.html"
    path.write_text(feedback_page(written(), marks(GIVEN)), encoding="utf-8")
    return path


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Look:
    size, scheme = getattr(request, "param", ("wide", "light"))
    return Look(size, scheme)


@pytest.fixture
def page(browser: Browser, look: Look, feedback: Path) -> Iterator[Page]:
    context = look.context(browser)
    page = look.watch(context.new_page())
    page.goto(feedback.as_uri())
    yield page
    context.close()


EVERY = pytest.mark.parametrize(
    "look", [(size, scheme) for size in SIZES for scheme in ("light", "dark")], indirect=True
)


@EVERY
def test_axe_finds_nothing_serious(page: Page) -> None:
    assert findings(page) == []


@EVERY
def test_nothing_is_wider_than_the_window(page: Page) -> None:
    assert too_wide(page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_no_word_of_the_summary_is_broken_on_a_narrow_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert too_wide(page) == []
    line = page.evaluate("parseFloat(getComputedStyle(document.body).lineHeight)")
    height = "one => { const r = document.createRange(); r.selectNodeContents(one); %s }"
    lines = height % f"return Math.round(r.getBoundingClientRect().height / {line})"
    assert page.get_by_role("rowheader", name="Observation").evaluate(lines) == 1


@pytest.mark.parametrize("look", [("wide", "light"), ("wide", "dark")], indirect=True)
def test_the_page_follows_the_colour_scheme(page: Page, look: Look) -> None:
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 23, 29)"}[look.scheme]


def test_hostile_work_runs_nothing_and_asks_for_nothing(
    page: Page, look: Look, feedback: Path
) -> None:
    page.get_by_text("press me").click()
    assert page.title() == "Feedback: A response that did not land"
    assert page.evaluate("document.scripts.length") == 0
    assert look.errors == []
    assert {url for url in look.requests if not url.startswith("data:")} == {feedback.as_uri()}
    assert page.get_by_text('<script>document.title = "taken"</script>').is_visible()


def test_even_a_script_that_slipped_through_is_refused_by_the_policy(
    browser: Browser, feedback: Path, tmp_path: Path
) -> None:
    broken = feedback.read_text("utf-8").replace("An afterthought.", HOLE)
    path = tmp_path / "broken.html"
    path.write_text(broken, encoding="utf-8")
    look = Look()
    page = look.watch(look.context(browser).new_page())
    page.goto(path.as_uri())
    assert page.title() == "Feedback: A response that did not land"
    assert len([error for error in look.errors if "Content Security Policy" in error]) >= 3
    page.context.close()


HOLE = """<script>document.title = "taken"</script><img src="https://evil.example/a.png">
<b style="color: red" onclick="document.title = 'taken'">x</b>"""


def test_each_criterion_shows_level_next_level_and_comment(page: Page) -> None:
    article = page.get_by_role("article", name="Perspective and cost")
    said = " ".join(article.inner_text().split())
    assert "Between understanding and reflection, 2.5 of 4 points." in said
    assert "At the next level, reflection: You weigh both" in said
    assert "Your marker writes You separate what you saw" in said
    assert "Your own view: between reflection and critical reflection. You wrote:" in said
    unmarked = page.get_by_role("article", name="Action and limits").inner_text()
    assert "Not marked yet." in unmarked


def test_the_own_view_is_in_the_summary_too_under_the_markers_level(page: Page) -> None:
    row = page.get_by_role("row", name="Observation")
    said = " ".join(row.inner_text().split())
    assert said == "Observation reflection you: between understanding and reflection 3 of 4"
    level, own = row.get_by_role("cell").first.bounding_box(), row.locator(".own").bounding_box()
    assert level is not None
    assert own is not None
    assert own["y"] > level["y"]


def test_on_paper_no_criterion_s_parts_come_apart_and_all_of_it_is_black(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    style = "(one, name) => getComputedStyle(one).getPropertyValue(name)"
    said = page.locator("article .said").first
    assert said.evaluate(style, "break-inside") == "avoid"
    assert said.evaluate(style, "color") == "rgb(0, 0, 0)"
    article = page.get_by_role("article", name="Observation")
    assert article.evaluate(style, "break-inside") == "avoid"


def test_a_link_can_be_reached_and_seen_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "the module"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_headings_go_down_one_at_a_time(page: Page) -> None:
    headings = page.locator("h1, h2, h3, h4, h5, h6")
    levels = headings.evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))

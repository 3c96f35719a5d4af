"""Pictures of agreement: their words, their files, and that nothing in a name disturbs them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from published_ratings import KRIPPENDORFF, SHROUT_FLEISS, ratings

from attunement_grading.agreement import Report, report_of, reports_of
from attunement_grading.agreement.look import DARK, LIGHT
from attunement_grading.agreement.plots import plots_of
from attunement_grading.agreement.saving import file_name, save, save_plots

pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")
HOSTILE = '<script>alert("1")</script> $\\frac{1}$ "a" & 名前'
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(ratings(SHROUT_FLEISS), resamples=100)


def test_the_alternative_of_each_picture_holds_its_numbers(report: Report) -> None:
    intervals, pairs, markers = plots_of([report])
    assert "scores: ICC(2,1) .29 (.02 to .76), alpha .15 (" in intervals.alt
    assert "with a line at .5" in intervals.alt
    assert "rater 0 and rater 3: 6 pieces, weighted kappa .61" in pairs.alt
    assert "rater 1: -3.72 (-4.67 to -2.77), spread 1.64 beside 2.34" in markers.alt


def test_the_title_is_what_the_picture_shows(report: Report) -> None:
    titles = [plot.title for plot in plots_of([report])]
    assert titles == [
        "Agreement is too uncertain for a decimal grade",
        "Two marks of one piece differ by 3.08 points on average",
        "4 of 4 markers clearly mark higher or lower",
    ]
    criterion = replace(report, name="evidence")
    assert plots_of([criterion, report])[1].title.startswith("evidence: two marks")
    assert plots_of([criterion, report])[0].title.endswith("decimal grade on 2 of 2")


def test_a_picture_of_more_pairs_than_it_holds_says_so() -> None:
    some = [
        replace(one, rater=f"{one.rater}{half}")
        for one in ratings(SHROUT_FLEISS)
        for half in ("", " again")
    ]
    _, pairs, _ = plots_of([report_of(some, resamples=2)])
    assert "22 more pairs are in the table only." in pairs.alt


@pytest.fixture(scope="module")
def saved(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plots") / "made"
    save_plots([report], folder)
    return folder


def test_each_picture_is_saved_for_paper_and_for_the_dark(saved: Path) -> None:
    names = {path.name for path in saved.iterdir()}
    pictures = ("intervals", "pairs-scores", "markers-scores")
    assert names == {
        "plots.md",
        *(f"{one}{end}" for one in pictures for end in (".svg", ".png", "-dark.png")),
    }
    for path in saved.glob("*.png"):
        assert path.read_bytes().startswith(b"\x89PNG")


def test_the_page_shows_each_picture_with_its_words(saved: Path, report: Report) -> None:
    page = (saved / "plots.md").read_text()
    for plot in plots_of([report]):
        assert f"]({plot.name}.svg)" in page
        assert plot.title in page


def test_an_svg_is_named_keeps_its_letters_and_turns_dark(saved: Path, report: Report) -> None:
    for plot in plots_of([report]):
        text = (saved / f"{plot.name}.svg").read_text()
        root = ElementTree.fromstring(text)
        assert root.get("role") == "img"
        assert root.get("aria-label") == plot.alt
        (title, *_) = root.iter(f"{SVG}title")
        assert title.text == plot.title
        letters = "".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
        assert plot.title.split()[0] in letters
        assert "prefers-color-scheme:dark" in text


def test_every_colour_of_an_svg_has_a_dark_one(saved: Path) -> None:
    for path in saved.glob("*.svg"):
        text = path.read_text()
        used = set(re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", text))
        assert used <= set(LIGHT.values()), path.name
        for colour in used:
            name = next(name for name, one in LIGHT.items() if one == colour)
            assert f"{{fill:{DARK[name]}!important}}" in text


def test_the_same_ratings_make_the_same_svg(report: Report, saved: Path, tmp_path: Path) -> None:
    plot = plots_of([report])[0]
    save(plot, tmp_path)
    assert (tmp_path / "intervals.svg").read_bytes() == (saved / "intervals.svg").read_bytes()


def test_hostile_names_are_text_and_no_file_leaves_the_folder(tmp_path: Path) -> None:
    some = [
        replace(one, rater=f"{one.rater} {HOSTILE}") for one in ratings(KRIPPENDORFF, "../../x")
    ]
    reports = reports_of(some, resamples=5)
    written = save_plots(reports, tmp_path / "plots")
    assert {path.parent for path in written} == {tmp_path / "plots"}
    assert {path.name for path in tmp_path.iterdir()} == {"plots"}
    for path in (tmp_path / "plots").glob("*.svg"):
        root = ElementTree.fromstring(path.read_text())
        assert not list(root.iter(f"{SVG}script")), path.name
    assert "<script>" not in (tmp_path / "plots/plots.md").read_text().replace("\\<", "")


def test_undefined_figures_and_lone_pairs_can_be_drawn(tmp_path: Path) -> None:
    some = [replace(one, score=3.0) for one in ratings(SHROUT_FLEISS) if one.rater < "rater 2"]
    for plot in plots_of([report_of(some, resamples=2)]):
        save(plot, tmp_path)
        assert (tmp_path / f"{plot.name}.svg").stat().st_size > 1_000
    assert "undefined (every score is 3)" in plots_of([report_of(some, resamples=2)])[0].alt


@pytest.mark.parametrize(
    ("name", "file"),
    [("evidence", "evidence"), ("../../x", "x"), ("A & B", "A-B"), ("名前", "名前"), ("/", "plot")],
)
def test_a_criterion_s_name_makes_a_file_s(name: str, file: str) -> None:
    assert file_name(name) == file

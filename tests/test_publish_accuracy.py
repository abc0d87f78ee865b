"""The figures on the verification page are those that `evaluation` measures."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from evaluation import quotes, stories

from build_brief.analyse.quotes.learner.learned import load_labeller
from build_brief.publish import publish
from build_brief.publish.settings import MeasuredAccuracy, SiteSettings, read_accuracy
from build_brief.publish.wording.escape import escape
from tests.editions import bridge

FLOORS = json.loads(quotes.FLOORS.read_text(encoding="utf-8"))
FOUND, RIGHT = FLOORS["quotes"]["model"]["found"], FLOORS["quotes"]["model"]["right"]
GROUPED = FLOORS["stories"]["b_cubed_f1"]
OWN = [figure for figure in read_accuracy() if figure.measured_by]
CURE = "print the floors of evaluation/floors.json in build_brief/publish/accuracy.yml"

MEASURES: Mapping[str, tuple[Callable[[], float], float, str]] = MappingProxyType(
    {
        "quotes found": (lambda: quotes.measure(quotes.OWN, load_labeller()).found, FOUND, f"F1 {FOUND:.0%}"),
        "quotes right": (lambda: quotes.measure(quotes.OWN, load_labeller()).right, RIGHT, f"F1 {RIGHT:.0%}"),
        "stories": (lambda: stories.measure([stories.OWN]).f1, GROUPED, f"B-cubed F1 {GROUPED:.3f}"),
    }
)
"""What measures each figure, its floor, and how the page prints it."""


def test_every_measure_is_on_the_page() -> None:
    assert sorted(figure.measured_by for figure in OWN) == sorted(MEASURES)


@pytest.mark.parametrize("figure", OWN, ids=lambda figure: figure.measured_by)
def test_our_own_articles_are_read_as_well_as_the_page_says(figure: MeasuredAccuracy) -> None:
    measure, floor, printed = MEASURES[figure.measured_by]
    assert figure.score == printed.replace("%", " %").replace("0.", ".") + " or better", CURE
    assert measure() >= floor


def test_the_page_says_how_much_the_own_sample_holds() -> None:
    articles = list(quotes.read_own(quotes.OWN))
    said = sum(len(found) for _, found in articles)
    rows = [json.loads(line) for line in stories.OWN.read_text(encoding="utf-8").splitlines() if line]
    samples = {figure.measured_by: figure.sample for figure in OWN}
    assert samples["quotes found"].startswith(f"{len(articles)} articles")
    assert f" {said} quotations" in samples["quotes found"]
    events = len({row["event_id"] for row in rows})
    assert samples["stories"] == f"{len(rows)} articles of the project’s own on {events} events"


def test_every_figure_has_its_method_and_stands_on_the_page() -> None:
    site = publish(bridge(), settings=SiteSettings())
    page = next(file.content.decode() for file in site.files if file.path == "verification.md")
    for figure in read_accuracy():
        assert all((figure.skill, figure.score, figure.sample, figure.method))
        assert f"| {escape(figure.score)} | {escape(figure.sample)} | {escape(figure.method)} |" in page


def test_a_site_may_set_no_figures() -> None:
    site = publish(bridge(), settings=SiteSettings(accuracy=()))
    page = next(file.content.decode() for file in site.files if file.path == "verification.md")
    assert "No figures are set for this site." in page

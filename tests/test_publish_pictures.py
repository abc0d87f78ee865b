"""Pictures: well-formed drawings that hold any name, tell all their data as a table, and run nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from build_brief.model.dossier import EntityId
from build_brief.publish.pictures.bars import Bar, draw_bars
from build_brief.publish.pictures.days import find_ticks, place_between
from build_brief.publish.pictures.distance import Event, draw_distance
from build_brief.publish.pictures.dots import Row, draw_dots, draw_matrix
from build_brief.publish.pictures.drawing import wrap
from build_brief.publish.pictures.quoted import count_quotes, draw_quoted
from build_brief.publish.press import set_up
from build_brief.publish.press.page import Page
from build_brief.publish.settings import SiteSettings
from tests.editions import bridge
from tests.test_publish import pages

NAMES = (
    "Ruiz",
    "The Standing Committee of the Upper House of the Regional Assembly on Ports, Bridges and Ferries",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "وزارة النقل والبنية التحتية",
    "\u202eevil\u202c",
    "交通运输和城市基础设施建设委员会办公室",
    '</text></svg><script>alert(1)</script> "onload=x" & `_[a](b)_`',
)
FIRST, LAST = date(2025, 1, 17), date(2025, 3, 3)


def drawings(names: tuple[str, ...]) -> list[str]:
    bars = [Bar(name=name, own=at, reported=1) for at, name in enumerate(names)]
    rows = [Row(name=name, counts={at / len(names): at + 1}) for at, name in enumerate(names)]
    heads = {at / len(names): name for at, name in enumerate(names)}
    ticks = {place_between(day, FIRST, LAST): words for day, words in find_ticks(FIRST, LAST).items()}
    events = [Event(days=(-3) ** at, words=name, announced=at % 2 == 0) for at, name in enumerate(names)]
    told = " / ".join(names)
    return [
        draw_bars(bars, alternative=told),
        draw_dots(rows, ticks, alternative=told),
        draw_matrix(rows, heads, alternative=told),
        draw_distance(events, middle="17 January 2025", alternative=told),
    ]


@pytest.mark.parametrize("names", [NAMES, *((name,) for name in NAMES), NAMES * 10])
def test_any_name_gives_a_whole_drawing_and_stays_text(names: tuple[str, ...]) -> None:
    for drawing in drawings(names):
        root = ET.fromstring(drawing)
        assert {element.tag for element in root.iter()} <= {"svg", "text", "rect", "circle", "line"}
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not attributes & {"style", "href", "onload", "id"}
        assert root.get("role") == "img"
        assert root.get("aria-label")
        assert "\n" not in drawing


def test_nothing_stands_outside_the_width() -> None:
    for drawing in drawings(NAMES):
        places = [float(value) for value in re.findall(r'(?:x|x1|x2|cx)="(-?[\d.]+)%"', drawing)]
        assert all(0 <= place <= 100 for place in places)
        for x, width in re.findall(r'<rect[^>]*x="([\d.]+)%"[^>]*width="([\d.]+)%"', drawing):
            assert float(x) + float(width) <= 100


def test_a_long_name_is_cut_in_sight() -> None:
    assert wrap("Ana Ruiz", 11) == ["Ana Ruiz"]
    assert wrap("Minister of Transport and Ports of the Region", 11)[-1].endswith("…")
    assert wrap("x" * 80, 11) == ["x" * 19 + "…"]
    assert wrap("", 11) == [""]


@pytest.mark.parametrize(
    ("last", "ticks"),
    [
        ("2025-01-17", ["17 Jan"]),
        ("2025-01-19", ["17 Jan", "18 Jan", "19 Jan"]),
        ("2025-05-17", ["Feb 2025", "Mar 2025", "Apr 2025", "May 2025"]),
        ("2031-05-17", ["2026", "2028", "2030"]),
        ("2225-05-17", ["2050", "2100", "2150", "2200"]),
    ],
)
def test_ticks_are_few_and_round(last: str, ticks: list[str]) -> None:
    assert list(find_ticks(FIRST, date.fromisoformat(last)).values()) == ticks


def test_events_of_a_century_and_of_a_week_stand_in_order() -> None:
    distances = [-36525, -3652, -365, -30, -7, -1, 0, 1, 7, 365]
    drawing = draw_distance(
        [Event(days=days, words="x", announced=False) for days in distances], middle="day", alternative="a"
    )
    places = [float(x) for x in re.findall(r'<circle[^>]*cx="([\d.]+)%"', drawing)]
    assert places == sorted(places)
    assert min(b - a for a, b in pairwise(places)) > 2


def test_an_uncertain_speaker_gets_no_bar() -> None:
    page = Page(set_up(bridge(), SiteSettings(title="Desk")), "glance.md")
    quotes = page.press.edition.dossier.quotes
    certain = [said for said in quotes if not said.doubtful]
    assert len(certain) < len(quotes)
    assert draw_quoted(page, quotes) is None, "one speaker is no comparison"


def test_what_a_capital_says_counts_for_its_country() -> None:
    page = Page(set_up(bridge(), SiteSettings()), "glance.md")
    said = page.press.edition.dossier.quotes[0]
    china, beijing, embassy = (EntityId(name) for name in ("places/china", "places/beijing", "people/x"))
    quotes = [replace(said, speaker=speaker, side=china) for speaker in (china, beijing, embassy)]
    bars = {speaker: bar.total for speaker, bar in count_quotes(page, quotes)}
    assert bars == {china: 2, embassy: 1}, "a person speaks for herself"


def test_a_site_with_little_to_draw_says_so() -> None:
    assert "too little in these sources to draw" in pages(bridge())["glance.md"]

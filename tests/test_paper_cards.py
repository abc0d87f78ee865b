"""Pictures for cards: their size, their words, kept while they are right, and the same in any company."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from struct import unpack

import pytest
from playwright.sync_api import sync_playwright

from build_brief.model.edition import Edition
from build_brief.publish.machines.cards import HEIGHT, WIDTH
from build_brief.publish.paper.card_pictures import draw_cards, lay_out_card
from build_brief.publish.paper.documents import Document, Layout
from build_brief.publish.paper.typesetting import Typesetter
from build_brief.publish.press import Press, set_up
from build_brief.publish.settings import SiteSettings
from tests.browser import find_browser
from tests.editions import FIRST, bridge
from tests.test_publish import HOSTILE

HOME = SiteSettings(title="Desk", address="https://news.example/desk/")
PATH = "briefings/2025-01-17-harbour-bridge.png"


def press(edition: Edition | None = None, settings: SiteSettings = HOME) -> Press:
    return set_up(edition or bridge(), settings)


def nothing(_: str) -> None:
    return None


def card(**values: str) -> Document:
    words = {"site": "Desk", "title": "Ferry aground", "line": "It ran aground.", "facts": "2023", **values}
    return Document(path="x.png", values=json.dumps(words), day=None, layout=Layout())


def draw(*cards: Document) -> list[bytes]:
    with Typesetter() as typesetter:
        return typesetter.draw(cards)


def test_a_card_has_the_size_that_other_sites_ask_for() -> None:
    (picture,) = draw_cards(press(), kept=nothing)
    assert picture.path == PATH
    assert unpack(">II", picture.content[16:24]) == (WIDTH, HEIGHT)
    assert len(picture.content) < 200_000


def test_it_tells_title_bottom_line_and_that_each_sentence_is_cited() -> None:
    values = json.loads(lay_out_card(press(), bridge().briefings[0]).values)
    assert values["title"] == "Harbour bridge to close for a year"
    assert values["line"].startswith("The harbour bridge at Port Alder will close for a year")
    assert values["facts"].startswith("Friday 17 January 2025 · 2 sources · ")
    assert values["facts"].endswith(" sentences, each cited")


@pytest.mark.parametrize("settings", [SiteSettings(), replace(HOME, card_pictures=False)])
def test_without_an_address_or_when_nobody_wants_them_there_are_none(settings: SiteSettings) -> None:
    assert draw_cards(press(settings=settings), kept=nothing) == ()


def test_one_that_is_still_right_is_not_drawn_again() -> None:
    (picture,) = draw_cards(press(), kept=nothing)
    kept = picture.content + b"kept"  # what follows the last part of a PNG changes nothing of it
    assert draw_cards(press(), kept=lambda _: kept)[0].content == kept
    other = press(bridge(headline="Harbour bridge shuts"))
    assert draw_cards(other, kept=lambda _: kept)[0].content not in (kept, picture.content)
    assert draw_cards(press(), kept=lambda _: b"a file of somebody")[0].content == picture.content


def test_which_others_are_drawn_with_a_card_changes_nothing() -> None:
    alone = draw(card())
    others = [card(title="وزارة النقل"), card(), card(title="王毅 " * 90, line="word " * 90)]
    assert draw(*others)[1] == alone[0]


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_words_are_words(title: str) -> None:
    edition = bridge(headline=title, first=f"{title}\n\n{FIRST}")
    (picture,) = draw_cards(press(edition), kept=nothing)
    assert unpack(">II", picture.content[16:24]) == (WIDTH, HEIGHT)


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_browser_shows_it(tmp_path: Path) -> None:
    (picture,) = draw_cards(press(), kept=nothing)
    (tmp_path / "card.png").write_bytes(picture.content)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto((tmp_path / "card.png").as_uri())
        size = page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]")
        browser.close()
    assert size == [WIDTH, HEIGHT]

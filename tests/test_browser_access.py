"""Pages for everybody: axe finds nothing on any kind of page, and the keyboard reaches everything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from shutil import copytree
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from build_brief.publish.machines.search_pieces import write_pieces
from tests.browser import open_browser
from tests.projects import make_project, run
from tests.test_browser_site import serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # Playwright closes its own loop
]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
START = "rules => { window.found = axe.run(document, {resultTypes: ['violations'], runOnly: rules}) }"
DARK = "document.body.setAttribute('data-md-color-scheme', 'slate')"
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""What can be another in the dark, where the same page has other colours and nothing else."""

SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 390, "height": 844}}
BRIEFING = "briefings/2025-01-17-*.html"
KINDS = (
    "index.html",
    "glance.html",
    "briefings/index.html",
    BRIEFING,
    "articles/index.html",
    "articles/harbour-bridge.html",
    "people/index.html",
    "people/ana-ruiz.html",
    "organisations/*ministry*.html",
    "places/port-alder.html",
    "issues/index.html",
    "issues/[!i]*.html",
    "quotes.html",
    "timeline.html",
    "sources.html",
    "verification.html",
    "404.html",
)

ARTICLES = {
    "harbour-bridge.txt": """\
Title: Harbour bridge to close for a year
Date: 2025-01-17
Source: The Harbour Gazette

PORT ALDER — The harbour bridge at Port Alder will close for a year, the Ministry of Transport said on Friday.

“We will not gamble with lives,” Transport Minister Ana Ruiz told reporters. “The bridge has to be repaired.”

“Trade with the islands will suffer,” said Tom Okafor, who chairs the chamber of commerce. Okafor said trade
was all the town had.

They spoke about issues including human rights and trade, the Ministry of Transport said.

The bridge opened in 1961. It was painted in March 2020. Work on the bridge begins on 3 March. A sign on it
says وزارة النقل to drivers.
""",
    "evening-bridge.txt": """\
Title: Port Alder bridge to be shut
Date: 2025-01-18
Source: The Evening Post

Drivers will need another way over the harbour at Port Alder from March, when the bridge shuts for repairs.

“Nobody asked the fishers,” said Mia Lindqvist, who fishes there. “Human rights matter on the water too.”

Ruiz, the transport minister, said ferries would run every ten minutes. The Ministry of Transport promised
in 2019 to renew the cables.
""",
    "morning-bridge.txt": """\
Title: Fishers and traders fear for harbour as bridge shuts
Date: 2025-01-20
Source: The Morning Star

The chamber of commerce and the fishers of Port Alder met on Monday over the harbour bridge, which will close.

“The ferries are full as it is,” Mia Lindqvist said. Tom Okafor said the Ministry of Transport ignored trade.

The two sides differ on issues such as human rights and trade, Ruiz said. The Ministry of Transport said it
respected human rights.
""",
}


class Site(NamedTuple):
    folder: Path
    url: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    project = make_project(tmp_path_factory.mktemp("access") / "project", ARTICLES)
    done = run("build", project, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(project / "site") as url:
        yield Site(folder=project / "site", url=url)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def both(browser: Browser) -> Iterator[tuple[Page, ...]]:
    """A page as wide as a desk and one as narrow as a telephone, in processes of their own."""
    contexts = [browser.new_context(viewport=size, reduced_motion="reduce") for size in SIZES.values()]
    yield tuple(context.new_page() for context in contexts)
    for context in contexts:
        context.close()


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES["wide"], reduced_motion="reduce")
    yield context.new_page()
    context.close()


def find_violations(pages: tuple[Page, ...]) -> list[str]:
    """Return what axe has against the pages as they stand, in light and in dark, at work on all at a time."""
    faults = []
    for rules in (RULES, OF_COLOURS):
        for page in pages:
            page.evaluate(START, rules)
        for page in pages:
            found: dict[str, Any] = page.evaluate("window.found")
            faults += [
                f"{fault['id']}: {node['html'][:120]}"
                for fault in found["violations"]
                for node in fault["nodes"]
            ]
            page.evaluate(DARK)
    return faults


def address(site: Site, pattern: str) -> str:
    return f"{site.url}/{next(iter(sorted(site.folder.glob(pattern)))).relative_to(site.folder).as_posix()}"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(both: tuple[Page, ...], site: Site, kind: str) -> None:
    for page in both:
        page.goto(address(site, kind))
        page.evaluate(AXE)
    assert find_violations(both) == []


def test_axe_finds_nothing_in_what_opens(both: tuple[Page, ...], site: Site) -> None:
    for page in both:
        page.goto(address(site, BRIEFING))
        page.evaluate(AXE)
        page.locator(".picture summary").first.click()
        page.locator(".footnote-ref").first.focus()
        expect(page.locator(".md-tooltip2--active")).to_be_visible()
    # A tooltip may lie over a line of the contents for as long as it is open.
    assert [fault for fault in find_violations(both) if "md-nav__link" not in fault] == []
    for page in both:
        page.goto(address(site, "quotes.html") + "?kind=verbatim")
        expect(page.locator(".ledger-status")).to_be_visible()
        page.evaluate(AXE)
    assert find_violations(both) == []


def test_axe_finds_what_only_the_dark_makes_illegible(wide: Page, site: Site) -> None:
    wide.goto(address(site, "index.html"))
    wide.evaluate(AXE)
    wide.evaluate("document.querySelector('h1').style.color = '#4b4f55'")
    assert [fault.partition(":")[0] for fault in find_violations((wide,))] == ["color-contrast"]


def test_every_picture_has_words_and_its_data(wide: Page, site: Site) -> None:
    for pattern in (BRIEFING, "glance.html"):
        wide.goto(address(site, pattern))
        pictures = wide.locator("figure.picture")
        assert pictures.count() >= 2, pattern
        for picture in pictures.all():
            assert picture.locator("svg.plot[role=img]").get_attribute("aria-label")
            expect(picture.locator("figcaption")).to_be_visible()
            picture.locator("summary").press("Enter")
            expect(picture.locator("tbody tr").first).to_be_visible()


def test_pictures_follow_the_palette_and_print(browser: Browser, site: Site) -> None:
    seen = {}
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("dark", "print")):
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address(site, "glance.html"))
        page.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
        mark = page.locator(".plot .own").first
        expect(mark).to_be_visible()
        seen[scheme, media] = mark.evaluate("element => getComputedStyle(element).fill")
        context.close()
    assert seen["light", "screen"] != seen["dark", "screen"]
    assert seen["dark", "print"] == seen["light", "screen"], "paper is white, whatever the screen is"


def test_paper_shows_what_a_click_would_open_and_no_click(both: tuple[Page, ...], site: Site) -> None:
    for page in both:
        page.goto(address(site, BRIEFING))
        expect(page.locator(".facts .pdf")).to_be_visible()
        page.emulate_media(media="print")
        for hidden in (".facts .pdf", ".picture summary", ".copy-quote", ".md-header", ".footnote-backref"):
            expect(page.locator(hidden).first).to_be_hidden()
        for picture in page.locator(".picture").all():
            expect(picture.locator("figcaption strong, svg.plot, td").first).to_be_visible()
            assert picture.locator("td").last.evaluate("cell => cell.getBoundingClientRect().height") > 0
        expect(page.locator(".footnote li").last).to_be_visible()


def box(page: Page, selector: str) -> dict[str, float]:
    """Return where the first element of `selector` lies."""
    found = page.locator(selector).first.bounding_box()
    assert found is not None, selector
    return {**found}


def test_labels_stand_beside_what_they_head_where_there_is_room(both: tuple[Page, ...], site: Site) -> None:
    wide, narrow = both
    for page in both:
        page.goto(address(site, BRIEFING))
    label, list_ = box(wide, "#summary"), box(wide, "#summary + ul")
    assert abs(label["y"] + label["height"] - list_["y"]) < 20
    assert label["x"] + 100 < list_["x"]
    label, list_ = box(narrow, "#summary"), box(narrow, "#summary + ul")
    assert label["y"] + label["height"] <= list_["y"]
    assert label["x"] == box(narrow, "h1")["x"]


def test_the_desk_has_issues_and_people_beside_or_below_the_briefings(
    both: tuple[Page, ...], site: Site
) -> None:
    for page, beside in zip(both, (True, False), strict=True):
        page.goto(address(site, "index.html"))
        main, side = box(page, ".desk-main"), box(page, ".desk-side")
        assert (side["x"] >= main["x"] + main["width"]) is beside
        assert (side["y"] >= main["y"] + main["height"]) is not beside


def test_the_keyboard_goes_from_the_top_to_a_passage_and_back(wide: Page, site: Site) -> None:
    wide.goto(address(site, BRIEFING))
    wide.keyboard.press("Tab")
    expect(wide.locator(".md-skip")).to_be_focused()
    wide.keyboard.press("Enter")
    for _ in range(40):
        wide.keyboard.press("Tab")
        if wide.evaluate("document.activeElement.matches('.footnote-ref')"):
            break
    focused = wide.locator(".footnote-ref:focus")
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    expect(wide.locator(".md-tooltip2--active mark").first).to_be_visible()
    wide.keyboard.press("Escape")
    expect(wide.locator(".md-tooltip2:visible")).to_have_count(0)


def test_nothing_moves_for_those_who_ask_for_it(wide: Page, site: Site) -> None:
    wide.goto(address(site, BRIEFING))
    longest = wide.evaluate(
        "Math.max(...[...document.querySelectorAll('*')].flatMap(element => ['transitionDuration',"
        " 'animationDuration'].map(name => parseFloat(getComputedStyle(element)[name]))))"
    )
    assert longest < 0.01


def test_a_name_in_another_script_stands_apart_from_its_sentence(wide: Page, site: Site) -> None:
    wide.goto(address(site, "articles/harbour-bridge.html"))
    name = wide.locator(".statement bdi, .paragraph bdi").first
    expect(name).to_contain_text("وزارة النقل")
    assert wide.locator("html").get_attribute("lang") == "en"
    assert wide.locator(".article-text").get_attribute("lang") == "en"
    assert wide.locator(".paragraph").first.get_attribute("dir") == "auto"


def search(page: Page, site: Site, words: str) -> None:
    page.goto(address(site, "index.html"))
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words, delay=20)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.fixture(params=["whole over http", "pieces over http", "pieces from a folder"])
def searched(request: pytest.FixtureRequest, site: Site, tmp_path: Path) -> Iterator[Site]:
    """The site with its index as a small site has it, and as a large one has."""
    if request.param == "whole over http":
        yield site
        return
    folder = copytree(site.folder, tmp_path / "site")
    write_pieces(folder, most=0)
    index = (folder / "search" / "search_index.json").read_text(encoding="utf-8")
    (folder / "search" / "search_index.js").write_text(f"var __index = {index}", encoding="utf-8")
    assert json.loads(index)["docs"] == []
    if request.param == "pieces over http":
        with serving(folder) as url:
            yield Site(folder=folder, url=url)
    else:
        yield Site(folder=folder, url=folder.as_uri())


def test_search_leads_to_the_very_paragraph(wide: Page, searched: Site) -> None:
    troubles = list[str]()
    wide.on("pageerror", lambda error: troubles.append(str(error)))
    search(wide, searched, "painted")
    hit = wide.locator('.md-search-result a[href*="articles/harbour-bridge.html"][href*="#p"]').first
    expect(hit).to_contain_text("Paragraph")
    expect(hit.locator("mark").first).to_have_text("painted")
    hit.click()
    paragraph = wide.locator(".paragraph:target")
    expect(paragraph).to_contain_text("It was painted in March 2020.")
    expect(paragraph).to_be_in_viewport()
    assert troubles == []


@pytest.mark.parametrize(("words", "first"), [("bridge", "briefings/"), ("okafor", "people/tom-okafor")])
def test_search_has_briefings_first_and_people_by_name(
    wide: Page, searched: Site, words: str, first: str
) -> None:
    search(wide, searched, words)
    item = wide.locator(".md-search-result__item a").first
    expect(item).to_have_attribute("href", re.compile(re.escape(first)))


def test_search_for_what_is_not_there_says_so(wide: Page, searched: Site) -> None:
    wide.goto(address(searched, "index.html"))
    wide.get_by_role("textbox", name="Search").click()
    wide.keyboard.type("xyzzy", delay=20)
    expect(wide.locator(".md-search-result__meta")).to_contain_text("No matching documents")

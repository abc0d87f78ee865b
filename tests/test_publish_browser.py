"""Citations, ledger and search in a real browser, opened from a folder as a reader would from a stick."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import PATIENCE, open_browser
from tests.editions import bridge
from tests.test_publish import ROOT, written

pytestmark = [
    pytest.mark.browser,
    # Playwright's own loop is closed by its own thread; nothing of ours is left open.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

BRIEFING = "briefings/2025-01-17-harbour-bridge.html"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(bridge(), tmp_path_factory.mktemp("site"))


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Open]:
    """Open a page in a window of its own, and let no request leave the folder and no script fail."""
    troubles: list[str] = []
    contexts = []

    def visit(page: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
        contexts.append(context)
        opened = context.new_page()
        opened.on(
            "request", lambda request: troubles.extend([request.url] * (not request.url.startswith("file:")))
        )
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        path, _, query = page.partition("?")
        opened.goto((site / path).as_uri() + (f"?{query}" if query else ""))
        return opened

    yield visit
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_hover_shows_the_passage_with_the_used_words_marked(visit: Open, width: int, scheme: str) -> None:
    page = visit(BRIEFING, viewport={"width": width, "height": 844}, color_scheme=scheme)
    page.locator(".footnote-ref").nth(1).hover()
    passage = page.locator(".md-tooltip2--active")
    expect(passage).to_contain_text("The Harbour Gazette, Friday 17 January 2025, paragraph 4")
    expect(passage.locator("mark")).to_have_text("Traders fear for their income.")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_focus_shows_the_passage_and_escape_closes_it(visit: Open) -> None:
    page = visit(BRIEFING)
    reference = page.locator(".footnote-ref").first
    reference.scroll_into_view_if_needed()
    active = page.locator(".md-tooltip2--active")
    for _ in range(PATIENCE // 500):  # the theme's scripts may not listen yet
        reference.blur()
        reference.focus()
        page.wait_for_timeout(500)
        if active.count():
            break
    expect(active).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-tooltip2:visible")).to_have_count(0)


def test_a_tap_shows_the_passage_and_stays(visit: Open) -> None:
    page = visit(BRIEFING, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.locator(".footnote-ref").nth(1).tap()
    expect(page.locator(".md-tooltip2--active")).to_contain_text("paragraph 4")
    assert "#" not in page.url
    page.locator(".md-tooltip2--active a", has_text="paragraph 4").tap()
    expect(page).to_have_url(re.compile(r"articles/one\.html#p4$"))


def test_a_click_lands_on_the_paragraph_lit(visit: Open) -> None:
    page = visit(BRIEFING)
    page.locator(".footnote-ref").nth(1).click()
    expect(page).to_have_url(re.compile(r"articles/one\.html#p4$"))
    lit = page.locator(".paragraph:target")
    expect(lit).to_be_in_viewport()
    ground = "element => getComputedStyle(element).backgroundColor"
    assert lit.evaluate(ground) != page.locator(".paragraph").first.evaluate(ground)


def test_without_javascript_a_citation_leads_to_its_note_and_on(visit: Open) -> None:
    page = visit(BRIEFING, java_script_enabled=False)
    page.locator(".footnote-ref").nth(1).click()
    note = page.locator("li:target")
    expect(note).to_contain_text("Traders fear for their income.")
    note.get_by_role("link", name="paragraph 4").click()
    expect(page).to_have_url(re.compile(r"articles/one\.html#p4$"))


def test_in_print_the_notes_stand_at_the_end(visit: Open) -> None:
    page = visit(BRIEFING)
    page.emulate_media(media="print")
    expect(page.locator(".footnote li").first).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".copy-quote").first).to_be_hidden()


def test_a_quote_is_copied_with_its_citation(visit: Open) -> None:
    page = visit(BRIEFING)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("window.copied")
    assert copied.startswith("“We will not gamble with lives,” — Ana Ruiz, Transport Minister · to reporters")
    assert copied.endswith("articles/one.html#p2")


def test_every_quote_of_a_person_and_of_the_ledger_is_copied_with_its_source(visit: Open) -> None:
    page = visit("people/ana-ruiz.html")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.locator(".quotes li").first.hover()
    page.locator(".quotes .copy-quote").first.click()
    copied = page.evaluate("window.copied")
    assert copied.startswith(
        "“We will not gamble with lives,” — Ana Ruiz, The Harbour Gazette, Friday 17 January"
    )
    assert copied.endswith("articles/one.html#p2")
    page = visit("quotes.html?kind=verbatim")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.locator(".ledger-table tbody tr").first.hover()
    page.locator(".ledger-table .copy-quote").first.click()
    copied = page.evaluate("window.copied")
    assert copied.startswith(
        "“We will not gamble with lives,” — Ana Ruiz, The Harbour Gazette, ¶2, 17 January 2025"
    )
    assert copied.endswith("articles/one.html#p2")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "people/ana-ruiz.html",
            "Friday 17 January 2025: the city would “not gamble with the lives” of drivers\n",
        ),
        (
            "quotes.html?words=ferries",
            "¶3, 17 January 2025 (inferred): claimed that ferries would run every ten minutes\n",
        ),
    ],
)
def test_reported_words_are_copied_after_their_speaker(visit: Open, address: str, expected: str) -> None:
    page = visit(address)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    line = page.locator(":is(.quotes li, .ledger-table tbody tr):has(.chip.reported)").first
    line.hover()
    line.locator(".copy-quote").click()
    copied = page.evaluate("window.copied")
    assert copied.startswith("Ana Ruiz")
    assert expected in copied


def test_the_ledger_filters_and_the_address_keeps_the_filter(visit: Open) -> None:
    page = visit("quotes.html")
    rows = page.locator(".ledger-table tbody tr")
    expect(rows).to_have_count(3)
    page.get_by_label("Kind").select_option("verbatim")
    expect(rows).to_have_count(1)
    assert page.url.endswith("quotes.html?kind=verbatim")
    page.reload()
    expect(rows).to_have_count(1)
    page.locator(".ledger").get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(3)
    page.get_by_label("Words").fill("FERRIES ten")
    expect(rows).to_have_count(1)
    expect(page.locator(".ledger-status")).to_have_text("1 of 3 quotes")


@pytest.mark.parametrize("width", [390, 1280])
def test_twenty_thousand_quotes_are_filtered_without_a_server(
    browser: Browser, site: Path, tmp_path: Path, width: int
) -> None:
    folder = copytree(site, tmp_path / "site")
    data = folder / "assets" / "quotes.js"
    name, _, held = data.read_text(encoding="utf-8").partition(" = ")
    quotes = json.loads(held.strip().removesuffix(";"))["quotes"]
    many = [
        {**quotes[at % len(quotes)], "words": [f"Sentence {at} of many."], "speaker": f"Speaker {at % 500}"}
        for at in range(20_000)
    ]
    data.write_text(f"{name} = {json.dumps({'quotes': many})};", encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((folder / "quotes.html").as_uri() + "?speaker=Speaker+7")
    rows, status = page.locator(".ledger-table tbody tr"), page.locator(".ledger-status")
    expect(status).to_have_text("40 of 20,000 quotes")
    expect(rows).to_have_count(40)
    page.get_by_label("Speaker").select_option("")
    expect(status).to_have_text("20,000 of 20,000 quotes")
    expect(rows).to_have_count(100)
    page.get_by_role("button", name="Show more").click()
    expect(rows).to_have_count(200)
    page.get_by_label("Words").fill("many 19999")
    expect(rows).to_have_count(1)
    assert page.url.endswith("quotes.html?words=many+19999")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_person_leads_to_the_ledger_with_the_filter_set(visit: Open) -> None:
    page = visit("people/ana-ruiz.html")
    page.get_by_role("link", name="All in the ledger of quotes").click()
    expect(page.locator(".ledger-status")).to_have_text("3 of 3 quotes")
    expect(page.get_by_label("Speaker")).to_have_value("Ana Ruiz")


def test_the_ledger_is_a_table_without_javascript(visit: Open) -> None:
    page = visit("quotes.html", java_script_enabled=False)
    expect(page.locator(".ledger tbody tr")).to_have_count(3)


def test_search_works_from_a_folder_and_puts_the_briefing_first(visit: Open) -> None:
    page = visit("index.html")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("bridge", delay=30)
    first = page.locator(".md-search-result__item").first
    expect(first).to_contain_text("Harbour bridge to close for a year")
    assert "briefings/" in (first.locator("a").first.get_attribute("href") or "")


class Strict(SimpleHTTPRequestHandler):
    """Serves a site with the header that the site's own script prints."""

    policy = ""

    def end_headers(self) -> None:
        name, _, value = self.policy.partition(": ")
        self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def strict_address(site: Path) -> Iterator[str]:
    command = [sys.executable, str(ROOT / "scripts/content_security_policy.py"), str(site)]
    Strict.policy = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_everything_works_under_a_strict_policy(browser: Browser, strict_address: str) -> None:
    assert "unsafe" not in Strict.policy
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, troubles = context.new_page(), list[str]()
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.goto(f"{strict_address}/{BRIEFING}", wait_until="networkidle")
    page.locator(".footnote-ref").nth(1).hover()
    expect(page.locator(".md-tooltip2--active mark")).to_have_text("Traders fear for their income.")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("bridge", delay=30)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.goto(f"{strict_address}/quotes.html")
    expect(page.locator(".ledger-table tbody tr")).to_have_count(3)
    context.close()
    assert troubles == []


def test_no_page_is_wider_than_a_phone(visit: Open, site: Path) -> None:
    page = visit("index.html", viewport={"width": 390, "height": 844})
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path.name

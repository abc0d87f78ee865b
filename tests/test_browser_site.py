"""The site of sources/ in a real browser, whole: every page, over HTTP and from a folder."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copyfile, copytree
from threading import Thread
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import open_browser
from tests.projects import run

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent
SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 390, "height": 844}}
TOOLTIP = ".md-tooltip2--active"


class Strict(SimpleHTTPRequestHandler):
    """Serves a site under the Content-Security-Policy that docs/hosting.md tells hosts to send."""

    policy = ("", "")

    def end_headers(self) -> None:
        self.send_header(*self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    command = [sys.executable, str(ROOT / "scripts/content_security_policy.py"), str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    name, _, value = told.partition(": ")
    assert "unsafe" not in value
    Strict.policy = (name, value.strip())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("seeds")
    copytree(ROOT / "sources", project / "sources")
    copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / "docs").mkdir()
    done = run("build", project, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module", params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    if request.param == "file":
        yield site.as_uri()
        return
    with serving(site) as url:
        yield url


class Visit(NamedTuple):
    page: Page
    happened: list[str]
    """Script errors, what the security policy refused, and requests to another host."""


@pytest.fixture(params=["wide-light", "wide-dark", "narrow-light", "narrow-dark"])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    size, scheme = request.param.split("-")
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, service_workers="block")
    page, happened = context.new_page(), []
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("console", lambda said: happened.append(said.text) if refused(said.text) else None)
    page.on("request", lambda request: happened.append(request.url) if foreign(request.url) else None)
    yield Visit(page, happened)
    context.close()


def refused(words: str) -> bool:
    return "Content Security Policy" in words


def foreign(url: str) -> bool:
    return not re.match(r"http://127\.0\.0\.1:|file:|data:|blob:|about:", url)


# Every two of address, size and colours meet once: half of the eight visits.
@pytest.mark.parametrize(
    ("address", "visit"),
    [("http", "wide-light"), ("http", "narrow-dark"), ("file", "wide-dark"), ("file", "narrow-light")],
    indirect=True,
)
def test_every_page_fits_the_screen_and_asks_no_other_host(visit: Visit, address: str, site: Path) -> None:
    page, happened = visit
    for path in sorted(site.rglob("*.html")):
        page.goto(f"{address}/{path.relative_to(site).as_posix()}")
        expect(page.locator("h1").first).to_be_visible()
        wider = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, path.name
    assert page.context.cookies() == []
    assert happened == []


def test_from_the_desk_to_the_lit_paragraph(visit: Visit, address: str) -> None:
    page, happened = visit
    page.goto(f"{address}/index.html")
    page.locator('main h2 a[href*="briefings/2"]').first.click()
    citation = page.locator("main a.footnote-ref").first
    citation.focus()
    expect(page.locator(f"{TOOLTIP} mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(TOOLTIP)).to_have_count(0)
    landing = page.locator(".footnote li").first.locator('a[href*="articles/"]').first
    anchor = (landing.get_attribute("href") or "").rpartition("#")[2]
    landing.click()
    paragraph = page.locator(f"#{anchor}")
    expect(paragraph).to_be_in_viewport()
    assert paragraph.evaluate("element => element.matches(':target')")
    assert happened == []


def test_search_finds_a_person(visit: Visit, address: str) -> None:
    page, happened = visit
    page.goto(f"{address}/index.html")
    if page.viewport_size == SIZES["narrow"]:
        page.locator('label.md-header__button[for="__search"]').click()
    page.locator("input.md-search__input").press_sequentially("Ding Xuexiang")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Ding")
    assert happened == []

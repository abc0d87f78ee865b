"""Hostile articles, published and opened in a real browser: what is seen is their text, and nothing runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import open_browser
from tests.hostile import HostileArticle, write_hostile_folder
from tests.projects import run

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent

PARAGRAPHS = """
() => [...document.querySelectorAll("p.paragraph")].map(p => [p.dataset.article, p.textContent])
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[HostileArticle, ...]]:
    project = tmp_path_factory.mktemp("hostile")
    articles = write_hostile_folder(project / "sources")
    (project / "docs").mkdir()
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("source_text: cited", "source_text: full")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = run("build", project, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site", articles


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with open_browser() as browser:
        context = browser.new_context(service_workers="block")
        yield context.new_page()


def test_every_article_reads_as_its_source(
    hostile: tuple[Path, tuple[HostileArticle, ...]], page: Page
) -> None:
    site, articles = hostile
    seen: dict[str, list[str]] = {}
    happened: list[str] = []
    page.on("dialog", lambda dialog: happened.append(f"dialog: {dialog.message}"))
    page.on("pageerror", lambda error: happened.append(f"error: {error}"))
    page.on("request", lambda request: happened.append(request.url) if outside(request.url) else None)
    for path in sorted((site / "articles").glob("*.html")):
        page.goto(path.as_uri())
        for article, text in page.evaluate(PARAGRAPHS):
            seen.setdefault(article, []).append(" ".join(text.split()))
        assert page.evaluate("() => window.hostile === undefined"), path.name
    assert happened == []
    for article in articles:
        wanted = [" ".join(paragraph.split()) for paragraph in article.paragraphs]
        assert json.dumps(seen.get(article.name)) == json.dumps(wanted), article.name


def outside(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:", "about:"))


def test_no_page_holds_a_file_from_outside_the_sources(
    hostile: tuple[Path, tuple[HostileArticle, ...]],
) -> None:
    site, _ = hostile
    secret = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()[0]
    assert not [path for path in site.rglob("*.html") if secret in path.read_text(encoding="utf-8")]

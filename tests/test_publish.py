"""What every page promises: sentences cited, words in place, links that land, the same bytes."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from build_brief.model.article import Rights
from build_brief.model.edition import Edition
from build_brief.model.statements import Edit, EditKind
from build_brief.publish import publish
from build_brief.publish.press import load_templates
from build_brief.publish.settings import SiteSettings
from build_brief.publish.wording.escape import visible
from build_brief.publish.wording.words import mark_edit, mark_name, print_words
from tests.builders import article, span
from tests.editions import FIRST, SECOND, bridge

ROOT = Path(__file__).parent.parent
HOSTILE = (
    '</title><script>alert(1)</script> {{ 7 * 7 }} *x* [^1]: "q" \\ | <b>',
    "{: onclick=x } [a](javascript:b) ![](http://c.example/d) `e` &lt; _f_ \u202eg\u2066",
)
LINK = re.compile(r"(?<!\!)\[[^][]*\]\(([^()]*)\)")
STATEMENT = re.compile(r'<span class="statement [^>]*>(?:<span [^>]*>\w+</span>|.)*?</span>')
QUOTATION = re.compile(r'<q class="verbatim"[^>]*>.*?</q>”')
FOLLOWS = re.compile(r'\[\^| <span class="cite">[^<]*\[¶| … [“<]')


@cache
def bridge_pages() -> dict[str, str]:
    return pages(bridge())


def pages(edition: Edition, *, source_text: Rights = Rights.CITED, address: str = "") -> dict[str, str]:
    site = publish(edition, settings=SiteSettings(title="Desk", source_text=source_text, address=address))
    return {file.path: file.content.decode(errors="replace") for file in site.files}


def written(edition: Edition, folder: Path, *, site_url: str = "", title: str = "Briefings") -> Path:
    for file in publish(edition, settings=SiteSettings(title="Desk")).files:
        path = folder / "docs" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("site_name: Briefings\n", f"site_name: '{title}'\nsite_url: '{site_url}'\n")
    (folder / "mkdocs.yml").write_text(re.sub(r"  - build-brief.*\n", "", settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (built.returncode, built.stdout + built.stderr) == (0, "")
    return folder / "site"


class Sourced(HTMLParser):
    """The words of each element that names a paragraph, repairs taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, int | None]] = []
        self.repairs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.repairs += tag == "ins"
        values = dict(attrs)
        if "data-article" in values:
            self.found.append((values, [""]))
        for _, number in self.open:
            if tag == "ins" and number is not None:
                self.found[number][1].append("")
        self.open.append((tag, len(self.found) - 1 if "data-article" in values else None))

    def handle_endtag(self, tag: str) -> None:
        self.repairs -= tag == "ins"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, number in self.open:
            if number is not None and not self.repairs:
                self.found[number][1][-1] += data


def sourced(page: str) -> list[tuple[dict[str, str | None], list[str]]]:
    body = re.sub(r"\[\^\d+\]:?", "", page.partition("\n---\n")[2]).replace("<br>", "")
    parser = Sourced()
    parser.feed(re.sub(r"\[([^][]*)\]\([^()]*\)", r"\1", body))
    return parser.found


def test_every_statement_is_cited_on_every_page_but_the_ledger() -> None:
    for path, page in bridge_pages().items():
        body = page.partition("## Notes")[0]
        if not path.endswith(".md") or path == "quotes.md":
            continue
        for found in STATEMENT.finditer(body):
            assert FOLLOWS.match(body, found.end()), (path, found[0])
        body = STATEMENT.sub("", body)
        for found in QUOTATION.finditer(body):
            assert FOLLOWS.match(body, found.end()), (path, found[0])


def test_every_citation_has_its_note_and_every_note_its_citation() -> None:
    for path, page in bridge_pages().items():
        body, _, notes = page.partition("## Notes")
        assert set(re.findall(r"\[\^(\d+)\]", body)) == set(
            re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE)
        ), path


def test_one_number_for_the_same_words() -> None:
    page = bridge_pages()["briefings/2025-01-17-harbour-bridge.md"]
    notes = re.findall(r"^\[\^\d+\]: (.*)$", page, re.MULTILINE)
    assert len(notes) == len(set(notes))


def test_words_of_sources_stand_in_the_paragraph_they_name() -> None:
    texts = {"one.txt": FIRST, "two.txt": SECOND}
    counted = 0
    for page in bridge_pages().values():
        for attributes, pieces in sourced(page):
            counted += 1
            paragraphs = texts[attributes["data-article"] or ""].split("\n\n")
            paragraph, at = visible(paragraphs[int(attributes["data-paragraph"] or 0) - 1]), 0
            for piece in map(visible, pieces):
                assert piece in paragraph[at:]
                at = paragraph.index(piece, at) + len(piece)
    assert counted > 40


def test_every_link_lands() -> None:
    files = bridge_pages()
    checked = 0
    for path, page in files.items():
        for target in LINK.findall(page) if path.endswith(".md") else ():
            address, _, fragment = unquote(target).partition("#")
            address = address.partition("?")[0]
            landed = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
            if landed == path.replace(".md", ".pdf"):
                continue  # set apart from the pages: tests/test_paper.py
            assert landed in files, (path, target)
            assert not fragment or f'id="{fragment}"' in files[landed] or f"#{fragment} " in files[landed], (
                target
            )
            checked += 1
    assert checked > 100


def test_names_are_linked_once_a_section() -> None:
    page = bridge_pages()["briefings/2025-01-17-harbour-bridge.md"]
    issues = page.partition("## Issues")[2].partition("## Where")[0]
    assert "[Port Alder](../places/port-alder.md)" in page.partition("## Bottom line")[2].partition("##")[0]
    assert issues.count("[transport ministry](") == 1


def test_a_page_never_links_to_itself_in_its_own_words() -> None:
    assert "[Port Alder](port-alder.md)" not in bridge_pages()["places/port-alder.md"]


def test_the_pages_are_the_same_bytes_again() -> None:
    assert pages(bridge()) == bridge_pages()
    for path, page in bridge_pages().items():
        if path.endswith(".woff2"):
            continue
        assert page.endswith("\n"), path
        assert not page.endswith("\n\n"), path
        assert path == posixpath.normpath(path)
        assert not path.startswith(("/", ".."))


def test_paragraphs_shown_follow_the_rights() -> None:
    cited = bridge_pages()["articles/two.md"]
    assert 'id="p3"' in cited
    assert "guide to the ferries" not in cited
    assert "1 paragraph not shown" in cited
    full = pages(bridge(), source_text=Rights.FULL)["articles/two.md"]
    assert "guide to the ferries" in full
    assert "not shown" not in full
    none = pages(bridge(), source_text=Rights.NONE)
    assert "guide to the ferries" not in none["articles/two.md"]
    assert 'id="p3"' in none["articles/two.md"]
    assert "ferries would run" not in none["articles/two.md"]
    assert "The whole text is shown" in pages(bridge(rights=Rights.FULL))["articles/one.md"]


def test_notes_show_only_the_used_words_where_nothing_may_be_printed_again() -> None:
    none = pages(bridge(), source_text=Rights.NONE)["briefings/2025-01-17-harbour-bridge.md"]
    assert "The closure was decided" in bridge_pages()["briefings/2025-01-17-harbour-bridge.md"]
    assert "The closure was decided" not in none


def test_doubt_and_inference_are_said() -> None:
    files = bridge_pages()
    assert "speaker uncertain" in files["people/ana-ruiz.md"]
    assert "The day is inferred: Same event as another source." in files["articles/two.md"]
    assert "with an uncertain speaker | 1" in files["verification.md"]
    assert "words that dangle" in files["verification.md"]
    assert "The file is empty." in files["sources.md"]
    assert "Save the article again." in files["sources.md"]


def test_a_verb_that_judges_is_marked_as_the_source_s() -> None:
    marked = '<span class="source-word" title="The source’s own word for it">claimed</span>'
    assert f"{marked} that ferries" in bridge_pages()["briefings/2025-01-17-harbour-bridge.md"]


def test_templates_escape_everything() -> None:
    for path in sorted((ROOT / "build_brief/publish/templates").iterdir()):
        assert "safe" not in re.findall(r"\|\s*(\w+)", path.read_text(encoding="utf-8")), path
    with pytest.raises(TypeError, match="without an escape"):
        load_templates().from_string("{{ words }}").render(words="*")


@pytest.mark.parametrize("headline", [None, *HOSTILE])
def test_mkdocs_builds_the_pages_strictly_and_nothing_runs(tmp_path: Path, headline: str | None) -> None:
    site = written(bridge(headline=headline, first=f"{headline}\n\n{FIRST}" if headline else FIRST), tmp_path)
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text, page
        assert not re.search(r'(?:src|href)="https?://(?!squidfunk|www\.w3)', text), page
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert "paragraph 3" not in index, "notes are noise in a search"


@pytest.mark.parametrize("piece", ["*", "word ", "“a” ", "<b>"])
def test_a_quote_of_a_megabyte_is_cut_in_sight(piece: str) -> None:
    source = article(piece * (1_000_000 // len(piece)))
    printed = print_words(span(source, source.text.strip()), [])
    assert len(printed) < 20_000
    assert printed.endswith('<ins class="elision">…</ins>')
    ((_, pieces),) = sourced(f'\n---\n<q data-article="a.txt">{printed}</q>')
    assert visible(source.text).startswith(visible(pieces[0]))


def test_marks_that_cross_are_left_out_and_words_put_in_come_first() -> None:
    source = article("Lammy told Wang he would go.")
    words = source.span(0, len(source.text))
    at = source.text.index("he")
    edits = [
        mark_edit(words, Edit(start=at, end=at, kind=EditKind.BRACKET, text="[that] "), link=None),
        mark_edit(words, Edit(start=at, end=at + 2, kind=EditKind.BRACKET, text="[Lammy]"), link="../x.md"),
    ]
    crossing = mark_name(at - 5, at + 1, link="../wang.md")
    printed = print_words(words, [*edits, crossing, mark_name(0, 5, link="../lammy.md")])
    assert printed == (
        '[Lammy](../lammy.md) told Wang <ins class="bracket">&#91;that&#93; </ins>'
        '<ins class="bracket">&#91;[Lammy](../x.md)&#93;</ins> would go.'
    )


def test_fonts_come_with_the_site_and_with_their_licence() -> None:
    files = bridge_pages()
    style = files["assets/build-brief.css"]
    named = set(re.findall(r'url\("(fonts/[^"]+)"\)', style))
    assert {f"assets/{name}" for name in named} == {path for path in files if path.endswith(".woff2")}
    assert "SIL OPEN FONT LICENSE" in files["assets/fonts/LICENSE.txt"]
    assert not re.search(r"url\(\W*http", style)

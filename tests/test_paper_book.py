"""A book of briefings, read again by readers of PDF that are not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from build_brief.model.briefing import BriefingId
from build_brief.model.edition import Edition
from build_brief.model.problems import BriefError, ConfigError
from build_brief.publish.paper.choice import Choice, choose_briefings, scope_in_words
from build_brief.publish.paper.documents import Layout, PaperSize
from build_brief.publish.paper.typesetting import Typesetter
from tests.editions import bridge
from tests.paper import book_document, briefing_document, complaints_about, read, set_document, words_of
from tests.projects import make_project, read_tree, run

ADDRESS = "https://gazette.example/a(b)?c=d&e=%20"


def two_stories() -> Edition:
    """Return the edition of the bridge with a second story; the first source has an address."""
    edition = bridge()
    briefing = edition.briefings[0]
    first, *others = briefing.sources
    first = replace(first, article=replace(first.article, url=ADDRESS))
    briefing = replace(briefing, sources=(first, *others))
    other = replace(
        briefing,
        id=BriefingId("briefings/2025-01-16-ferries"),
        title=replace(briefing.title, text="Ferries to run every ten minutes"),
        issues=(),
    )
    return replace(edition, briefings=(briefing, other))


@pytest.fixture(scope="module")
def content() -> bytes:
    return set_document(book_document(two_stories()))


@pytest.fixture(scope="module")
def pages(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return words_of(content, tmp_path_factory.mktemp("book")).split("\f")[:-1]


def test_the_file_is_sound(content: bytes, tmp_path: Path) -> None:
    assert complaints_about(content, tmp_path) == ""


def test_the_cover_says_what_the_book_is(pages: list[str]) -> None:
    cover = " ".join(pages[0].split())
    assert cover.startswith("Desk of the ministry All briefings 17 January 2025")
    assert "2 briefings from 4 articles" in cover


def test_contents_name_the_page_on_which_each_briefing_begins(pages: list[str]) -> None:
    for title in ("Harbour bridge to close for a year", "Ferries to run every ten minutes"):
        found = re.search(rf"^{title}\s+17 January 2025[ .]+(\d+)$", pages[1], re.MULTILINE)
        assert found, pages[1]
        assert pages[int(found[1]) - 1].startswith(title)


def test_pages_are_numbered_and_have_running_heads(pages: list[str]) -> None:
    for number, page in enumerate(pages[1:], start=2):
        assert page.rstrip().endswith(str(number))
    heads = [page.splitlines()[0] for page in pages]
    assert "Desk of the ministry Harbour bridge to close for a year" in heads


def test_the_index_names_the_pages_of_people_and_issues(pages: list[str]) -> None:
    index = " ".join(next(page for page in pages if page.startswith("Index of names and issues")).split())
    people = re.search(r"People Ana Ruiz ([\d, ]+)", index)
    issues = re.search(r"Issues Closure of the bridge (\d+)", index)
    assert people
    assert issues
    assert "Closure of the bridge" in pages[int(issues[1]) - 1]
    for number in people[1].replace(",", " ").split():
        assert "Ruiz" in pages[int(number) - 1]


def test_bookmarks_lead_to_every_briefing(content: bytes) -> None:
    reader = read(content)
    titles = {entry["/Title"]: entry for entry in reader.outline if isinstance(entry, dict)}
    assert [*titles] == [
        "Harbour bridge to close for a year",
        "Ferries to run every ten minutes",
        "Index of names and issues",
        "Sources",
    ]
    starts = [reader.get_destination_page_number(entry) for entry in titles.values()]
    assert starts == sorted(set(starts))


def links(reader: PdfReader) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(reader.pages, start=1):
        for annotation in page.get("/Annots") or ():
            yield number, annotation.get_object()


def test_every_link_lands(content: bytes) -> None:
    reader = read(content)
    page_ids = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    inside, outside = 0, set()
    for _, link in links(reader):
        action = link.get("/A")
        if action and action["/S"] == "/URI":
            outside.add(str(action["/URI"]))
            continue
        target = link.get("/Dest") or action["/D"]
        if isinstance(target, str):
            target = reader.named_destinations[target].dest_array
        assert target[0].idnum in page_ids
        inside += 1
    assert outside == {ADDRESS}
    assert inside > 40


def test_a_number_leads_to_its_note_on_the_same_page(pages: list[str]) -> None:
    for page in pages:
        numbers = set(re.findall(r"^\s?(\d+) (?:The Harbour Gazette|Source 2), ", page, re.MULTILINE))
        cited = re.findall(r"[.,”a-z](\d\d?)(?:\s|$)", page)
        assert set(cited) <= numbers or not numbers, page


def test_letter_two_sided(tmp_path: Path) -> None:
    layout = Layout(size=PaperSize.LETTER, two_sided=True)
    content = set_document(book_document(two_stories(), layout))
    assert complaints_about(content, tmp_path) == ""
    reader = read(content)
    assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in reader.pages} == {
        (612, 792)
    }
    starts = [reader.get_destination_page_number(e) for e in reader.outline if isinstance(e, dict)]
    assert starts[0] % 2 == 0, "the first briefing begins on a right-hand page"


def test_the_same_book_gives_the_same_bytes(content: bytes) -> None:
    assert set_document(book_document(two_stories())) == content


def test_briefings_are_chosen_by_address_issue_and_day() -> None:
    edition = two_stories()
    first, second = edition.briefings
    assert choose_briefings(edition, Choice()) == (first, second)
    assert choose_briefings(edition, Choice(briefings=("2025-01-16-ferries.html",))) == (second,)
    assert choose_briefings(edition, Choice(issues=("closure of the BRIDGE",))) == (first,)
    assert choose_briefings(edition, Choice(since=date(2025, 1, 17))) == (first, second)
    assert scope_in_words(edition, Choice(issues=("issues/closure",), since=date(2025, 1, 2))) == (
        "Briefings on Closure of the bridge · Stories since 2 January 2025"
    )
    with pytest.raises(ConfigError, match="Did you mean issues/closure"):
        choose_briefings(edition, Choice(issues=("closur",)))
    with pytest.raises(ConfigError, match="no briefing"):
        choose_briefings(edition, Choice(since=date(2026, 1, 1)))


def test_the_command_prints_each_briefing_and_a_book(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    done = run("pdf", project, "--paper", "letter")
    assert done.returncode == 0, done.stderr
    names = sorted(read_tree(project / "pdf"))
    assert names[0] == "book.pdf"
    assert [name.rpartition("-")[2] for name in names[1:]] == ["year.pdf", "last.pdf"]
    alone = run("pdf", project, "--since", "2025-02-01", "--two-sided", "--output", tmp_path / "february.pdf")
    assert alone.returncode == 0, alone.stderr
    book = (tmp_path / "february.pdf").read_bytes()
    assert "Stories since 1 February 2025" in words_of(book, tmp_path)
    assert "Harbour bridge to close" not in words_of(book, tmp_path)
    wrong = run("pdf", project, "--paper", "a5")
    assert (wrong.returncode, "Say a4 or letter." in wrong.stderr) == (2, True)


def test_a_build_sets_only_the_pdfs_that_changed(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    assert run("build", project).returncode == 0
    printed = {file.name: file for file in (project / "docs" / "briefings").glob("*.pdf")}
    assert len(printed) == 2
    assert {file.name for file in (project / "site" / "briefings").glob("*.pdf")} == set(printed)
    times = {name: file.stat().st_mtime_ns for name, file in printed.items()}
    article = project / "sources" / "sport" / "match.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("12,000", "14,000"), encoding="utf-8")
    assert run("build", project).returncode == 0
    changed = {name for name, file in printed.items() if file.stat().st_mtime_ns != times[name]}
    assert [name.partition("-rovers")[0] for name in changed] == ["2025-02-02"]
    done = run("check", project)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_part_that_the_typesetter_refuses_is_named() -> None:
    part = replace(briefing_document(bridge()), values="{}")
    with Typesetter() as typesetter, pytest.raises(BriefError, match=re.escape(part.path)):
        typesetter.plan(part, ())

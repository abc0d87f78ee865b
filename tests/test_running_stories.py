"""A follow-up is linked to what it goes on from; of two versions of an article the later one is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_brief.config import read_config
from build_brief.model.edition import Edition
from build_brief.pipeline import build_edition
from build_brief.publish import publish
from tests.case_files import FOLDER, read_file
from tests.projects import make_project


def build(tmp_path: Path, case: str) -> tuple[Edition, dict[str, str]]:
    """Build the articles of a case, and return what the pages say."""
    file, _, title = case.partition(": ")
    found = next(one for one in read_file(FOLDER / file) if one.title == title)
    articles = {
        article.id: f"Date: {article.published}\n"
        + (f"Source: {article.publisher}\n" if article.publisher else "")
        + f"\n{article.text}"
        for article in found.articles
    }
    project = make_project(tmp_path / "project", articles)
    edition = build_edition(project / "sources", report=lambda notice: pytest.fail(str(notice)))
    site = publish(edition, settings=read_config(project).settings)
    return edition, {file.path: file.content.decode() for file in site.files if file.path.endswith(".md")}


CHAIN = "stories.md: A chain of three: each goes on from the one before"


def test_a_briefing_lists_what_it_goes_on_from_and_what_came_of_it(tmp_path: Path) -> None:
    edition, pages = build(tmp_path, CHAIN)
    of = {briefing.sources[0].article.id: briefing for briefing in edition.briefings}
    assert [(c.briefing, c.later) for c in of["two.txt"].so_far] == [
        (of["one.txt"].id, False),
        (of["three.txt"].id, True),
    ]
    assert [c.briefing for c in of["three.txt"].so_far] == [of["one.txt"].id, of["two.txt"].id]
    page = (
        pages[f"{of['two.txt'].id}.md"].partition("## The story so far { #so-far }")[2].partition("\n## ")[0]
    )
    lines = [line for line in page.splitlines() if line.startswith("- ")]
    assert [line.partition("</time>")[0][-20:] for line in lines] == [
        "onday 6 February 2023"[-20:],
        "nday 13 February 2023"[-20:],
        "nday 27 February 2023"[-20:],
    ]
    assert "**This briefing**" in lines[1]
    assert "Corvane, crack, dam" in lines[0]


def test_the_sources_page_says_why_two_stories_are_linked(tmp_path: Path) -> None:
    _, pages = build(tmp_path, CHAIN)
    assert pages["sources.md"].count("Goes on from [") == 2
    assert "with which it shares: Corvane, crack, dam" in pages["sources.md"]


def test_an_earlier_version_is_marked_and_the_later_one_is_read(tmp_path: Path) -> None:
    edition, pages = build(tmp_path, "reprints.md: Of two versions of one outlet the later one is read")
    briefing = edition.briefings[0]
    assert [(s.number, s.copy_of, s.superseded) for s in briefing.sources] == [(1, 2, True), (2, None, False)]
    page = pages[f"{briefing.id}.md"]
    assert "earlier version of source 2" in page
    assert "160 barges" in page
    assert "140 barges" not in page


def test_a_reprint_is_no_version(tmp_path: Path) -> None:
    edition, pages = build(
        tmp_path, "reprints.md: A reprint in another outlet a day later is no later version"
    )
    assert "same text as source 1" in pages[f"{edition.briefings[0].id}.md"]

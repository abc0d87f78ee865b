"""A briefing on paper, read again by readers of PDF that are not ours."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_brief.publish.pages.stories import print_briefing
from build_brief.publish.paper import print_briefings
from build_brief.publish.press import set_up
from build_brief.publish.settings import SiteSettings
from tests.editions import bridge
from tests.paper import (
    SETTINGS,
    briefing_document,
    complaints_about,
    fonts_of,
    read,
    set_document,
    words_of,
)

MARK = re.compile(r"\[\^(\d+)\](?!:)")


@pytest.fixture(scope="module")
def content() -> bytes:
    return set_document(briefing_document(bridge()))


def test_the_file_is_sound(content: bytes, tmp_path: Path) -> None:
    assert complaints_about(content, tmp_path) == ""


def test_title_language_and_tags_are_set(content: bytes) -> None:
    reader = read(content)
    assert reader.metadata is not None
    assert reader.metadata.title == "Harbour bridge to close for a year"
    root = reader.trailer["/Root"]
    assert str(root["/Lang"]).startswith("en")
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in content


def test_the_only_date_is_the_day_of_the_story(content: bytes) -> None:
    metadata = read(content).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date().isoformat() == "2025-01-17"


def test_sections_are_bookmarks(content: bytes) -> None:
    reader = read(content)
    title, *below = reader.outline
    assert title["/Title"] == "Harbour bridge to close for a year"
    names = [entry["/Title"] for entry in below[0] if isinstance(entry, dict)]
    assert names[:4] == ["Bottom line", "Summary", "Key quotes", "Issues"]
    assert all(
        reader.get_destination_page_number(entry) >= 0 for entry in below[0] if isinstance(entry, dict)
    )


def test_every_font_is_embedded(content: bytes, tmp_path: Path) -> None:
    rows = fonts_of(content, tmp_path)
    assert rows
    assert all(row[1:4] == ["yes", "yes", "yes"] for row in rows), rows


def test_notes_have_the_numbers_of_the_site(content: bytes, tmp_path: Path) -> None:
    edition = bridge()
    page = print_briefing(set_up(edition, SETTINGS), edition.briefings[0], newer=None, older=None)
    text = words_of(content, tmp_path)
    for citation, number in page.citations.numbers.items():
        note = rf"^{number} .*paragraph {citation.paragraph.number}$"
        assert re.search(note, text, re.MULTILINE), (number, text)


def test_the_same_briefing_gives_the_same_bytes(content: bytes) -> None:
    assert set_document(briefing_document(bridge())) == content


def test_a_pdf_knows_what_it_was_made_from(content: bytes) -> None:
    assert briefing_document(bridge()).made(content)
    assert not briefing_document(bridge(headline="Bridge to close")).made(content)


def test_the_command_answers_without_the_typesetter() -> None:
    code = "import sys, build_brief.cli, build_brief.pipeline; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_site_that_wants_no_pdfs_has_neither_files_nor_links() -> None:
    press = set_up(bridge(), SiteSettings(pdf=False))
    page = print_briefing(press, bridge().briefings[0], newer=None, older=None)
    assert ".pdf" not in page.text
    assert print_briefings(press, [page], kept=lambda _: None, report=lambda _: None) == ()


def test_first_page_stands_alone(content: bytes, tmp_path: Path) -> None:
    first = words_of(content, tmp_path).partition("\f")[0]
    places = [first.index(words) for words in ("Harbour bridge to", "Bottom line", "Summary", "“We will not")]
    assert places == sorted(places)
    assert "Ana Ruiz, Transport Minister" in first

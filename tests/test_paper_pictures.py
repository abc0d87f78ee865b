"""The pictures of a page stand in its PDF as drawings, whatever names they hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.dom import minidom

import pytest

from build_brief.publish.paper.briefings import gather_briefing
from build_brief.publish.paper.documents import Document, write_values
from build_brief.publish.paper.pictures import print_pictures
from build_brief.publish.paper.sheet import Value
from build_brief.publish.pictures import Picture
from build_brief.publish.pictures.bars import Bar, draw_bars
from build_brief.publish.press import set_up
from tests.editions import bridge
from tests.hostile.texts import TEXTS
from tests.paper import SETTINGS, briefing_document, complaints_about, read, set_document, words_of

STRANGE = ("a\x00b\x0bc", "\ud800", "\ufffe\uffff", "]]><script>alert(1)</script>", "\x1b[0m", "שלום 中文 🚀")


def picture_of(*names: str) -> Value:
    drawing = draw_bars([Bar(name=name, own=2, reported=1) for name in names], alternative="; ".join(names))
    note = "3 more stand in the table."
    return print_pictures(
        [Picture(id="picture-quoted", title="Who is quoted", note=note, drawing=drawing, heads=(), rows=())]
    )[0]


def document_with(picture: Value) -> Document:
    edition = bridge()
    values = gather_briefing(set_up(edition, SETTINGS), edition.briefings[0]) | {
        "pictures": {"voices": [picture]}
    }
    printed = {"kind": "briefing", "title": values["title"], "site": "Desk", "briefing": values}
    return replace(briefing_document(edition), values=write_values(printed))


def test_a_picture_is_drawn_and_told(tmp_path: Path) -> None:
    content = set_document(document_with(picture_of("Ana Ruiz", "Chamber of commerce")))
    assert complaints_about(content, tmp_path) == ""
    reader: Any = read(content)
    assert not [image for page in reader.pages for image in page.images], "vectors, no pixels"
    text = words_of(content, tmp_path)
    assert "Chamber of" in text
    assert "3 more stand in the table on the page of the site." in text
    assert b"/Alt(Ana Ruiz; Chamber of commerce)" in content


@pytest.mark.parametrize("name", [*sorted(TEXTS), "strange"])
def test_no_name_breaks_a_drawing(name: str) -> None:
    given = STRANGE if name == "strange" else TEXTS[name][1]
    for line in {line for text in given for line in text.splitlines()}:
        drawing = picture_of(line or "x")["drawing"]
        assert not minidom.parseString(drawing.encode()).getElementsByTagName("script")


def test_strange_names_are_set(tmp_path: Path) -> None:
    content = set_document(document_with(picture_of(*STRANGE)))
    assert complaints_about(content, tmp_path) == ""

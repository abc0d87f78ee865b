"""Read a Word document (`.docx`): its paragraphs in order, without what was deleted, noted or commented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_brief.model.article import ParagraphKind
from build_brief.read.manuscript import Manuscript, SourceFile
from build_brief.read.packed_documents import open_part, set_document
from build_brief.read.rendering import Piece

if TYPE_CHECKING:
    from lxml import etree

SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEFT_OUT = frozenset(("del", "moveFrom", "instrText", "txbxContent", "footnoteReference", "Fallback"))
BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_word_document(file: SourceFile) -> Manuscript:
    """Return the manuscript in the document, its text that of its paragraphs; raises `UnreadableError`."""
    body = open_part(file, "word/document.xml").find(f"{SPACE}body")
    return set_document(file, list(_find_pieces(body)) if body is not None else [])


def _find_pieces(parent: etree._Element) -> Iterator[Piece]:
    for child in parent:
        name = _name(child)
        if name == "p":
            level = _read_level(child)
            yield Piece("".join(_find_words(child)), ParagraphKind.SUBHEAD if level else None, level)
        elif name not in LEFT_OUT:
            yield from _find_pieces(child)


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _read_level(paragraph: etree._Element) -> int:
    """Return the level of a heading, the document's title being 1; 0 of a paragraph."""
    style = paragraph.find(f"{SPACE}pPr/{SPACE}pStyle")
    value = (style.get(f"{SPACE}val") or "").lower() if style is not None else ""
    if value == "title":
        return 1
    number = value.removeprefix("heading").strip()
    return int(number) if value.startswith("heading") and number in {"1", "2", "3", "4", "5", "6"} else 0


def _find_words(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in BREAKS:
            yield BREAKS[name]
        elif name not in LEFT_OUT:
            yield from _find_words(child)

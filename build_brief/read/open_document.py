"""Read an OpenDocument text (`.odt`): its paragraphs in order, without notes and what was deleted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_brief.model.article import ParagraphKind
from build_brief.read.manuscript import Manuscript, SourceFile
from build_brief.read.packed_documents import open_part, set_document
from build_brief.read.rendering import Piece

if TYPE_CHECKING:
    from lxml import etree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LEFT_OUT = frozenset((f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes"))
BREAKS = {f"{TEXT}tab": " ", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}


def read_open_document(file: SourceFile) -> Manuscript:
    """Return the manuscript in the document, its text that of its paragraphs; raises `UnreadableError`."""
    body = open_part(file, "content.xml").find(f"{OFFICE}body/{OFFICE}text")
    return set_document(file, list(_find_pieces(body)) if body is not None else [])


def _find_pieces(parent: etree._Element) -> Iterator[Piece]:
    for child in parent:
        if child.tag == f"{TEXT}h":
            level = child.get(f"{TEXT}outline-level") or "1"
            yield Piece(
                "".join(_find_words(child)), ParagraphKind.SUBHEAD, int(level) if level.isdecimal() else 1
            )
        elif child.tag == f"{TEXT}p":
            yield Piece("".join(_find_words(child)))
        elif child.tag not in LEFT_OUT:
            yield from _find_pieces(child)


def _find_words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in BREAKS:
            yield BREAKS[str(child.tag)]
        elif child.tag not in LEFT_OUT:
            yield from _find_words(child)
        yield child.tail or ""

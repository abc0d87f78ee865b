"""Open a packed document (Word, OpenDocument) and take one part of it.

Its XML is read so that it fetches nothing and expands nothing.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from build_brief.read.header import make_header, read_header_lines
from build_brief.read.manuscript import Header, Manuscript, SourceFile, UnreadableError
from build_brief.read.markdown import set_manuscript
from build_brief.read.rendering import Piece

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 50_000_000
"""Bytes of a part unpacked; a thick book has five million."""
MOST_HEADER_LINES = 8
CURE = "Open it and save it as plain text (.txt)."


def open_part(file: SourceFile, name: str) -> etree._Element:
    """Return the part `name` of a packed document; raises `UnreadableError`."""
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415 - both cost at start-up, and most folders

    from lxml import etree  # noqa: PLC0415 - hold no such document

    try:
        with ZipFile(BytesIO(file.content)) as packed:
            if packed.getinfo(name).file_size > LARGEST:
                reason = "The document is too large when unpacked."
                raise UnreadableError(reason, CURE)
            content = packed.read(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(content, parser)
    except (BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        reason = "The document is damaged, locked with a password, or of another kind than its name says."
        raise UnreadableError(reason, CURE) from error
    except etree.XMLSyntaxError as error:
        reason = "The document is damaged."
        raise UnreadableError(reason, CURE) from error


def set_document(file: SourceFile, pieces: list[Piece]) -> Manuscript:
    """Return the manuscript of a document's paragraphs; its first may be header lines, or its headline."""
    pieces = [piece for piece in pieces if piece.words.strip()]
    if not pieces:
        reason = "The document holds no text."
        raise UnreadableError(reason, "Put the article's text into it, or delete it.")
    header, taken = _read_header(file, pieces)
    del pieces[:taken]
    if header.headline is None and len(pieces) > 1 and pieces[0].level == 1:
        header = replace(header, headline=" ".join(pieces.pop(0).words.split()))
    return set_manuscript(pieces, header)


def _read_header(file: SourceFile, pieces: list[Piece]) -> tuple[Header, int]:
    fields: dict[str, str] = {}
    taken = 0
    for piece in pieces[:MOST_HEADER_LINES]:
        found, end = read_header_lines(piece.words)
        if not found or end < len(piece.words):
            break
        fields = {**found, **fields}
        taken += 1
    return make_header(file, fields), taken

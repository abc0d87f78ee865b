"""Read a Markdown file: the first-level heading is the headline, other headings are sub-heads.

Marks are rendered away and link targets dropped; raw HTML is not HTML here but text, as is code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_brief.model.article import ParagraphKind
from build_brief.read.decoding import decode
from build_brief.read.header import read_header
from build_brief.read.manuscript import Block, Header, Manuscript, SourceFile
from build_brief.read.opening import read_opening
from build_brief.read.rendering import Piece, set_pieces

DEEPEST = 100
BREAKS = ("softbreak", "hardbreak")


@cache
def make_parser() -> MarkdownIt:
    """Return a parser that lets no HTML through and follows no include."""
    return MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])


def read_markdown(file: SourceFile) -> Manuscript:
    """Return the manuscript in `file`, its text the plain text of its blocks; raises `UnreadableError`."""
    source = decode(file)
    header, start = read_header(file, source)
    pieces = list(find_pieces(make_parser().parse(source[start:])))
    headline = _take_headline(pieces)
    header = replace(header, headline=header.headline or headline)
    return set_manuscript(pieces, header)


def set_manuscript(pieces: Sequence[Piece], header: Header) -> Manuscript:
    """Return the manuscript of `pieces`, the lines above the text taken off."""
    text, blocks = set_pieces(pieces)
    opening = read_opening(text, blocks, header)
    return Manuscript(
        text=text,
        header=replace(header, headline=opening.headline, byline=opening.byline),
        blocks=tuple(_begin_at(blocks, opening.end)),
        opening_day=opening.day,
    )


def _begin_at(blocks: Sequence[Block], start: int) -> Iterator[Block]:
    for block in blocks:
        if block.end > start:
            yield replace(block, start=max(block.start, start))


def _take_headline(pieces: list[Piece]) -> str | None:
    """Remove and return a first-level heading that stands before all other text."""
    if pieces and pieces[0].level == 1:
        return " ".join(pieces.pop(0).words.split())
    return None


def find_pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Yield the blocks of a parsed text, their marks rendered away."""
    level, cells = 0, None
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "tr_open":
            cells = list[str]()
        elif token.type == "tr_close" and cells is not None:
            yield Piece(" | ".join(cells))
            cells = None
        elif token.type in ("fence", "code_block"):
            yield Piece(token.content)
        elif token.type == "inline":
            words = _render_inline(token.children or [])
            if cells is not None:
                cells.append(words)
            else:
                yield Piece(words, ParagraphKind.SUBHEAD if level else None, level)
            level = 0


def _render_inline(tokens: Sequence[Token]) -> str:
    """Return the words of a block; a picture's are its caption's, not the article's."""
    return "".join(
        "\n" if token.type in BREAKS else token.content for token in tokens if token.type != "image"
    )

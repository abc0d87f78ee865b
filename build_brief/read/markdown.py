"""Read a Markdown file: the first-level heading is the headline, other headings are sub-heads.

Marks are rendered away and link targets dropped; raw HTML is not HTML here but text, as is code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from build_brief.model.article import ParagraphKind
from build_brief.read.decoding import decode
from build_brief.read.header import read_header
from build_brief.read.manuscript import Block, Header, Manuscript, SourceFile, refuse_long
from build_brief.read.opening import read_opening
from build_brief.read.rendering import Piece, set_pieces

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

DEEPEST = 100
BREAKS = ("softbreak", "hardbreak")
LIST_ITEM = ("list_item_open", "list_item_close")


LONGEST_MARKED = 20_000
"""Characters; a longer paragraph is no one's writing, and its marks would cost minutes to find."""


@cache
def make_parsers() -> tuple[MarkdownIt, MarkdownIt]:
    """Return a parser of blocks and one of what stands in them; neither lets HTML through."""
    from markdown_it import MarkdownIt

    blocks, inline = (
        MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])
        for _ in range(2)
    )
    blocks.core.ruler.disable(["inline", "text_join"])
    return blocks, inline


def read_markdown(file: SourceFile) -> Manuscript:
    """Return the manuscript in `file`, its text the plain text of its blocks; raises `UnreadableError`."""
    source = decode(file)
    header, start = read_header(file, source)
    refuse_long(
        sum(1 for line in source.split("\n") if line and not line.isspace())
    )  # a line costs the parser 40 µs
    pieces = list(_find_pieces(source[start:]))
    if header.headline is None:
        header = replace(header, headline=_take_headline(pieces))
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


def _find_pieces(source: str) -> Iterator[Piece]:
    """Yield the blocks of a text, their marks rendered away."""
    references: dict[str, Any] = {}
    level, cells, lists = 0, None, 0
    for token in make_parsers()[0].parse(source, references):
        lists += token.nesting if token.type in LIST_ITEM else 0
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "tr_open":
            cells = list[str]()
        elif token.type == "tr_close":
            yield Piece(" | ".join(cells or ()), ParagraphKind.BODY)
            cells = None
        elif token.type in ("fence", "code_block"):
            yield Piece(token.content, ParagraphKind.BODY)
        elif token.type == "inline" and cells is not None:
            cells.append(_render_inline(token.content, references))
        elif token.type == "inline":
            yield Piece(_render_inline(token.content, references), _name_kind(level, lists), level)
            level = 0


def _name_kind(level: int, lists: int) -> ParagraphKind | None:
    if level:
        return ParagraphKind.SUBHEAD
    return ParagraphKind.BODY if lists else None


def _render_inline(content: str, references: dict[str, Any]) -> str:
    """Return the words of a block; a picture's are its caption's, not the article's."""
    if len(content) > LONGEST_MARKED:
        return content
    (block,) = make_parsers()[1].parseInline(content, references)
    return "".join(
        "\n" if token.type in BREAKS else token.content
        for token in block.children or ()
        if token.type != "image"
    )

"""Tell sub-heads and furniture from the paragraphs that hold an article's sentences.

A sub-head is a short line without final punctuation (a question may be one) that stands before
other paragraphs. Three and more short lines in a row are a list or a table, which is text, and so
are a quotation and a list item standing alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from build_brief.model.article import ParagraphKind
from build_brief.read.author_notes import mark_author_notes
from build_brief.read.furniture import begins_highlights, is_furniture
from build_brief.read.manuscript import Block, Header
from build_brief.read.paragraphs import ends_a_sentence
from build_brief.read.subheads import is_subhead
from build_brief.read.surroundings import mark_bylines, mark_captions, mark_links, mark_speakers

LONGEST_HIGHLIGHT = 110
MOST_IN_A_ROW = 2
NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")


def classify(text: str, blocks: Sequence[Block], header: Header) -> tuple[ParagraphKind, ...]:
    """Return the kind of each block; one that its format has named keeps it."""
    kinds = [_judge(text[block.start : block.end], block.kind) for block in blocks]
    mark_bylines(text, blocks, kinds, header)
    _unmake_lists(text, blocks, kinds)
    mark_speakers(text, blocks, kinds)
    _extend_highlights(text, blocks, kinds)
    mark_captions(text, blocks, kinds)
    mark_links(text, blocks, kinds)
    _unmake_last(blocks, kinds)
    mark_author_notes(text, blocks, kinds, header.byline)
    return tuple(kinds)


def _judge(words: str, kind: ParagraphKind | None) -> ParagraphKind:
    if kind is not ParagraphKind.SUBHEAD and is_furniture(words):
        return ParagraphKind.FURNITURE
    return kind or (ParagraphKind.SUBHEAD if is_subhead(words) else ParagraphKind.BODY)


def _unmake_lists(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    for kind, run in groupby(range(len(kinds)), key=lambda at: kinds[at]):
        places = list(run)
        numbered = sum(bool(NUMBERED.match(text, blocks[at].start)) for at in places)
        announced = places[0] > 0 and text[blocks[places[0] - 1].end - 1] == ":"
        most = 1 if numbered or announced else MOST_IN_A_ROW
        if kind is ParagraphKind.SUBHEAD and len(places) > most:
            for at in places:
                kinds[at] = blocks[at].kind or ParagraphKind.BODY


def _extend_highlights(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Count the short lines under “Story highlights” with it."""
    inside = False
    for at, block in enumerate(blocks):
        words = text[block.start : block.end]
        inside = begins_highlights(words) or (
            inside and len(words) < LONGEST_HIGHLIGHT and not ends_a_sentence(words)
        )
        if inside:
            kinds[at] = ParagraphKind.FURNITURE


def _unmake_last(blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Make text of a last short line: it is no head of anything, but a sentence cut off, or a name."""
    for at in reversed(range(len(kinds))):
        if kinds[at] is ParagraphKind.BODY:
            return
        if kinds[at] is ParagraphKind.SUBHEAD:
            kinds[at] = blocks[at].kind or ParagraphKind.BODY
            return

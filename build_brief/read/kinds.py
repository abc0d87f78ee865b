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
from build_brief.read.bylines import is_known_name, is_outlet, read_byline
from build_brief.read.captions import runs_into_headline
from build_brief.read.furniture import begins_highlights, is_furniture
from build_brief.read.manuscript import Block, Header
from build_brief.read.paragraphs import CLOSERS, TURN

LONGEST_SUBHEAD = 90
MOST_WORDS = 13
MOST_WORDS_OF_QUESTION = 8
LONGEST_HIGHLIGHT = 110
MOST_IN_A_ROW = 2
BY = ("By", "BY")
NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")
LIST_ITEM = re.compile(r"[-–—•*·>‣▪■●○]|\(?[a-zA-Z][.)]\s|<|\{|\[|\d{1,2}[:.]\d\d")
QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]?|‘[^‘]*’")


def classify(text: str, blocks: Sequence[Block], header: Header) -> tuple[ParagraphKind, ...]:
    """Return the kind of each block; one that its format has named keeps it."""
    kinds = [_judge(text[block.start : block.end], block.kind) for block in blocks]
    _mark_bylines(text, blocks, kinds, header.publisher)
    _unmake_lists(text, blocks, kinds)
    _mark_speakers(text, blocks, kinds)
    _extend_highlights(text, blocks, kinds)
    _mark_first(text, blocks, kinds)
    _unmake_last(blocks, kinds)
    mark_author_notes(text, blocks, kinds, header.byline)
    return tuple(kinds)


def _mark_bylines(
    text: str, blocks: Sequence[Block], kinds: list[ParagraphKind], publisher: str | None
) -> None:
    """Make furniture of names and newsrooms on lines of their own, above the text or among sub-heads."""
    above = True
    for at, block in enumerate(blocks):
        words = text[block.start : block.end]
        if kinds[at] is ParagraphKind.SUBHEAD and not block.kind:
            named = (words[:2] in BY and read_byline(words)) or (above and is_known_name(words))
            if named or (above and is_outlet(words, publisher)):
                kinds[at] = ParagraphKind.FURNITURE
        above = above and kinds[at] is not ParagraphKind.BODY


def _mark_speakers(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Make furniture of names in small letters, as a transcript prints them above each turn."""
    for at, block in enumerate(blocks):
        words = text[block.start : min(block.end, block.start + LONGEST_SUBHEAD)]
        if block.end - block.start < LONGEST_SUBHEAD and words.islower() and is_known_name(words):
            kinds[at] = ParagraphKind.FURNITURE


def _mark_first(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Make furniture of a first paragraph that is a caption run together with a headline."""
    shown = [at for at, kind in enumerate(kinds) if kind is not ParagraphKind.FURNITURE][:2]
    if len(shown) > 1 and runs_into_headline(text[blocks[shown[0]].start : blocks[shown[0]].end]):
        kinds[shown[0]] = ParagraphKind.FURNITURE


def _judge(words: str, kind: ParagraphKind | None) -> ParagraphKind:
    if kind is not ParagraphKind.SUBHEAD and is_furniture(words):
        return ParagraphKind.FURNITURE
    return kind or (ParagraphKind.SUBHEAD if _is_subhead(words) else ParagraphKind.BODY)


def _is_subhead(words: str) -> bool:
    count = len(words.split())
    if len(words) > LONGEST_SUBHEAD or count > MOST_WORDS or "\n" in words:
        return False
    core = words.rstrip(CLOSERS)
    if not core or core.endswith(tuple(".,;:…!–—-/\\")) or LIST_ITEM.match(words) or QUOTED.fullmatch(words):
        return False
    if core.endswith("?") and (count > MOST_WORDS_OF_QUESTION or core != words or TURN.match(words)):
        return False
    return any(char.isalpha() for char in words)


def _unmake_lists(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    for kind, run in groupby(range(len(kinds)), key=lambda at: kinds[at]):
        places = list(run)
        numbered = sum(bool(NUMBERED.match(text, blocks[at].start)) for at in places)
        if kind is ParagraphKind.SUBHEAD and len(places) > (1 if numbered else MOST_IN_A_ROW):
            for at in places:
                kinds[at] = blocks[at].kind or ParagraphKind.BODY


def _extend_highlights(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Count the short lines under “Story highlights” with it."""
    inside = False
    for at, block in enumerate(blocks):
        words = text[block.start : block.end]
        inside = begins_highlights(words) or (
            inside and len(words) < LONGEST_HIGHLIGHT and words[-1].isalnum()
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

"""Tell furniture by where it stands: names and captions before the text, links to other pieces after it.

What these rules look for would be text, or a sub-head, anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from build_brief.model.article import ParagraphKind
from build_brief.read.bylines import is_known_name, is_outlet, read_byline
from build_brief.read.captions import runs_into_headline
from build_brief.read.manuscript import Block, Header
from build_brief.read.subheads import LONGEST, MOST_WORDS, is_subhead

LONGEST_CAPTION = 900
FEWEST_WORDS_OF_LINK = 4
FEWEST_LEFT = 3
"""Paragraphs; after less there is no list of other pieces."""
BY = ("By", "BY")
BETWEEN_NAMES = re.compile(r",| and | & |;")


def mark_bylines(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind], header: Header) -> None:
    """Make furniture of names and newsrooms on lines of their own, above the text or among sub-heads.

    A writer's name alone is furniture wherever it stands: a page prints it again under the text.
    """
    above, publisher = True, header.publisher
    writers = {
        name.strip().casefold() for name in BETWEEN_NAMES.split(header.byline or "") if " " in name.strip()
    }
    for at, block in enumerate(blocks):
        if block.end - block.start < LONGEST and text[block.start : block.end].casefold() in writers:
            kinds[at] = ParagraphKind.FURNITURE
        if kinds[at] is ParagraphKind.SUBHEAD and not block.kind:
            words = text[block.start : block.end]
            named = (words[:2] in BY and read_byline(words)) or (above and is_known_name(words))
            if named or (above and is_outlet(words, publisher)):
                kinds[at] = ParagraphKind.FURNITURE
        above = above and kinds[at] is not ParagraphKind.BODY


def mark_speakers(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Make furniture of names in small letters, as a transcript prints them above each turn."""
    for at, block in enumerate(blocks):
        if block.end - block.start < LONGEST:
            words = text[block.start : block.end]
            if words.islower() and is_known_name(words):
                kinds[at] = ParagraphKind.FURNITURE


def mark_captions(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Make furniture of a caption run into a headline, and of one that stands again with its credit."""
    shown = [at for at, kind in enumerate(kinds) if kind is not ParagraphKind.FURNITURE][:2]
    if len(shown) > 1 and runs_into_headline(text[blocks[shown[0]].start : blocks[shown[0]].end]):
        kinds[shown[0]] = ParagraphKind.FURNITURE
    for at, (block, below) in enumerate(pairwise(blocks)):
        credited = kinds[at + 1] is ParagraphKind.FURNITURE
        if credited and LONGEST < block.end - block.start < min(below.end - below.start, LONGEST_CAPTION):
            again = text.startswith(text[block.start : block.end], below.start, below.end)
            kinds[at] = ParagraphKind.FURNITURE if again else kinds[at]


def mark_links(text: str, blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Make furniture of the headlines of other pieces: two and more lines in a row that end the page."""
    shown = [at for at, kind in enumerate(kinds) if kind is not ParagraphKind.FURNITURE]
    links = list(takewhile(lambda at: _is_link(text, blocks[at]), reversed(shown)))
    left = shown[: len(shown) - len(links)]
    if len(links) > 1 and len(left) >= FEWEST_LEFT and text[blocks[left[-1]].end - 1] not in ":;,":
        for at in links:
            kinds[at] = ParagraphKind.FURNITURE


def _is_link(text: str, block: Block) -> bool:
    if block.kind or block.end - block.start > LONGEST:
        return False
    words = text[block.start : block.end]
    count = len(words.split())
    return (
        FEWEST_WORDS_OF_LINK <= count <= MOST_WORDS
        and is_subhead(words)
        and words[0].isupper()
        and not words.endswith("?")
    )

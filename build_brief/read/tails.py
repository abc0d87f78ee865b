"""Cut off what a page runs on behind a paragraph: “… he said. (RELATED: Why bridges fall)”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_brief.model.article import ParagraphKind
from build_brief.read.furniture import is_furniture
from build_brief.read.manuscript import Block

REACH = 260
"""Characters; a longer tail is text."""
LABELS = r"RELATED|READ(?: MORE| ALSO)?|SEE ALSO|MORE|WATCH|VIDEO|PHOTOS?|GALLERY"
TAIL = re.compile(
    rf"(?<=[\s.?!”\"])(?:[(\[](?:{LABELS}|Related|Read [Mm]ore|Watch|See also)\s?:[^()\[\]]{{2,220}}[)\]]"
    rf"|(?:{LABELS}|Related|Read [Mm]ore|See also)\s?: ?[A-Z“‘\"'][^.!]{{4,160}}"
    r"|(?:Hide|Show|Toggle) Caption|Read [Mm]ore|READ MORE|Continue [Rr]eading|Image copyright [^.]{2,160})$"
)
STOP = (".", "?", "!", "”", '"', "’", "'", ")")


def cut_tails(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks`, a link or a button at the end of one made a block of its own."""
    for block in blocks:
        start = max(block.start + 1, block.end - REACH)
        found = TAIL.search(text[start : block.end]) if block.kind is not ParagraphKind.SUBHEAD else None
        before = text[block.start : start + found.start()].rstrip() if found else ""
        if found and before.endswith(STOP) and not is_furniture(text[block.start : block.end]):
            yield replace(block, end=block.start + len(before))
            yield replace(block, start=start + found.start(), kind=ParagraphKind.FURNITURE)
        else:
            yield block

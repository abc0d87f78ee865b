"""Cut a plain text into paragraphs.

Where a file sets blank lines between its paragraphs, lines broken at the margin belong together.
Where it does not, each line is a paragraph, unless the lines are filled to one width: then a
paragraph ends with the line that was left short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import and_

from build_brief.read.manuscript import Block

LINE = re.compile(r"[^\n\u2028\u2029]+")
ITEM = re.compile(r"[-–•*·]\s|\d{1,2}[.)]\s")
NARROWEST_MARGIN = 40
WIDEST_MARGIN = 130
"""Characters; nobody breaks lines by hand or by program further out."""
FILLED = 0.6
"""Share of lines that the next word would have made too long, in a text broken at the margin."""
MANY_NEAR, MANY_ENDED = 0.8, 0.8
"""A few blank lines among many lines that each end a sentence do not part paragraphs: the lines do."""
FEWEST_LINES = 4
TURN = re.compile(r"[A-Z][A-Z .'’-]{0,30}:\s")
"""A transcript names its speakers in capitals."""
ENDINGS = ".?!…:"
CLOSERS = "\"'”’»)]*_"


def cut_lines(text: str, start: int = 0, end: int | None = None) -> tuple[Block, ...]:
    """Return the lines of `text` from `start` to `end`, blanks around them and blank ones left out."""
    found = LINE.finditer(text, start, len(text) if end is None else end)
    lines = (_strip(text, line.start(), line.end()) for line in found)
    return tuple(line for line in lines if line)


def _strip(text: str, start: int, end: int) -> Block | None:
    words = text[start:end].strip()
    if not words:
        return None
    begin = start + text[start:end].index(words[0])
    return Block(start=begin, end=begin + len(words))


def cut_paragraphs(text: str, start: int = 0) -> tuple[Block, ...]:
    """Return the paragraphs of `text` from `start`, in order; line breaks inside them are kept."""
    lines = cut_lines(text, start)
    if not lines:
        return ()
    width = max(line.end - line.start for line in lines)
    joins = _choose_joins(text, lines, width)
    return tuple(_join(lines, joins))


def ends_a_sentence(words: str) -> bool:
    """Tell whether `words` close with a full stop or the like, quote marks after it left aside."""
    return words.rstrip().rstrip(CLOSERS).endswith(tuple(ENDINGS))


def _choose_joins(text: str, lines: tuple[Block, ...], width: int) -> list[bool]:
    """Tell for each line after the first whether it goes on with the paragraph before it."""
    pairs = list(pairwise(lines))
    near = [_is_near(text, upper, lower) for upper, lower in pairs]
    filled = [_is_filled(text, upper, lower, width) for upper, lower in pairs]
    if width > WIDEST_MARGIN:
        return [close and _goes_on(text, *pair) for close, pair in zip(near, pairs, strict=True)]
    ended = [ends_a_sentence(text[upper.start : upper.end]) for upper, _ in pairs]
    if sum(near) < MANY_NEAR * len(pairs):
        return near
    if not all(near) and sum(map(and_, near, ended)) < MANY_ENDED * sum(near):
        return near
    broken = [full and not end for full, end in zip(filled, ended, strict=True)]
    if width < NARROWEST_MARGIN or len(lines) < FEWEST_LINES or sum(broken) < FILLED * len(broken):
        return [False] * len(pairs)
    return [full and not _is_indented(text, lower) for full, (_, lower) in zip(filled, pairs, strict=True)]


def _is_near(text: str, upper: Block, lower: Block) -> bool:
    """Tell whether no blank line stands between the two, and they are no items of one list."""
    if ITEM.match(text, upper.start) and ITEM.match(text, lower.start):
        return False
    gap = text[upper.end : lower.start]
    return "\u2029" not in gap and gap.count("\n") + gap.count("\u2028") == 1


def _is_filled(text: str, upper: Block, lower: Block, width: int) -> bool:
    """Tell whether the first word of `lower` would not have fitted on the line of `upper`."""
    word = text[lower.start : lower.end].split(None, 1)[0]
    return upper.end - upper.start + 1 + len(word) > width - 2


def _goes_on(text: str, upper: Block, lower: Block) -> bool:
    """Tell whether a sentence runs on from `upper` to `lower`."""
    if text[upper.end : lower.start].strip(" \t\r") == "\u2028":
        return not ends_a_sentence(text[upper.start : upper.end])
    return text[lower.start].islower() and not ends_a_sentence(text[upper.start : upper.end])


def _is_indented(text: str, line: Block) -> bool:
    return text[max(line.start - 2, 0) : line.start].endswith(("  ", "\t", "\u3000"))


def _join(lines: tuple[Block, ...], joins: list[bool]) -> Iterator[Block]:
    start, end = lines[0].start, lines[0].end
    for line, goes_on in zip(lines[1:], joins, strict=True):
        if not goes_on:
            yield Block(start=start, end=end)
            start = line.start
        end = line.end
    yield Block(start=start, end=end)

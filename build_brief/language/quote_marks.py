"""Find the words inside quotation marks of one paragraph, as newspapers print them.

Curly, straight, guillemets, and single marks as in Britain, where an apostrophe inside a word, or
after the s of a plural, is no closing mark. A mark that is never closed runs to the end of the
paragraph only when the next paragraph opens a quote again, as long quotes do; else it ends with
its sentence, so that a misprint never swallows the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

CLOSERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "``": "''", "''": "''"}
"""The marks that close what each mark opens; a straight closer also closes a curly opener."""
MARK = re.compile(r"``|''|[“”„«»‹›‘’\"']")
SENTENCE_END = re.compile(r"[.?!…](?=\s+[^\W\d_a-z]|\s*$)")
BEFORE_OPENING = "([{—–-/“„«‘\"'¿¡*_>"
SINGLE = "‘'’"
PARAGRAPHS = 1024
"""Remembered, for several steps look at the same; more than most articles have."""
DEEPEST = 2
"""A quote inside a quote; what is quoted deeper is left in its place."""


class Quoted(NamedTuple):
    """Words between quotation marks; offsets index the text, `start` and `end` are without the marks."""

    start: int
    end: int
    mark: str
    """The opening mark."""
    closed: bool
    depth: int
    """0 for a quote, 1 for a quote inside a quote."""
    goes_on: bool = False
    """True when the next paragraph opens the same quote again."""

    @property
    def outer_start(self) -> int:
        """Where the opening mark stands."""
        return self.start - len(self.mark)

    @property
    def outer_end(self) -> int:
        """Just after the closing mark, or the end of the words when there is none."""
        return self.end + (len(self.mark) if self.closed else 0)


@lru_cache(maxsize=PARAGRAPHS)
def find_quoted(text: str, start: int, end: int, *, next_start: int | None = None) -> tuple[Quoted, ...]:
    """Return what stands inside quotation marks between `start` and `end`, outer before inner.

    `next_start` is where the next paragraph begins, None when there is none: an unclosed quote
    goes on there when it opens with the same mark.
    """
    found: list[Quoted] = []
    opened: list[tuple[int, str]] = []
    doubtful: dict[int, int] = {}
    for mark in MARK.finditer(text, start, end):
        place, words = mark.start(), mark[0]
        if opened and _closes(text, place, words, opened[-1][1]):
            if _is_plural_apostrophe(text, place, end):
                doubtful.setdefault(opened[-1][0], place)
            else:
                found.append(_close(opened, place))
        elif _outer_closes(text, place, words, opened):
            opened.pop()
            found.append(_close(opened, place))
        elif _opens(text, place, words, end):
            _give_up(opened, doubtful, found)
            found += _end_misprint(text, place, words, opened)
            if len(opened) < DEEPEST and _may_nest(words, opened):
                opened.append((place, words))
    found += _end_all(text, opened, doubtful, (end, next_start))
    return tuple(sorted((region for region in found if region.start < region.end), key=_outer_first))


def _outer_first(region: Quoted) -> tuple[int, int]:
    return region.start, -region.end


def _close(opened: list[tuple[int, str]], place: int) -> Quoted:
    start, mark = opened.pop()
    return Quoted(start + len(mark), place, mark, closed=True, depth=len(opened))


def _closes(text: str, place: int, mark: str, opener: str) -> bool:
    closers = CLOSERS[opener] + ('"' if opener in "“„" else "'" if opener == "‘" else "")
    if mark not in closers and not (opener == '"' and mark == "”"):
        return False
    if mark[0] in SINGLE and len(mark) == 1:
        return not _in_word(text, place) and not text[place - 1].isspace()
    return mark != '"' or not text[place - 1].isspace() or _word_starts(text, place + 1) is False


def _outer_closes(text: str, place: int, mark: str, opened: list[tuple[int, str]]) -> bool:
    """Tell whether a double mark closes the outer quote although an inner single one is open."""
    return (
        len(opened) > 1
        and opened[-1][1] in SINGLE
        and mark not in SINGLE
        and _closes(text, place, mark, opened[-2][1])
    )


def _opens(text: str, place: int, mark: str, end: int) -> bool:
    before = text[place - 1] if place else " "
    free = before.isspace() or before in BEFORE_OPENING or not before.isprintable()
    if mark in "“„«‹":
        return True
    if mark in ("”", "»", "›", "’", "''") or not free:
        return mark == "''" and free and _word_starts(text, place + 2)
    return _word_starts(text, place + len(mark)) and not _is_elision(text, place, mark, end)


def _may_nest(mark: str, opened: list[tuple[int, str]]) -> bool:
    return not opened or (mark in SINGLE) != (opened[-1][1] in SINGLE)


def _word_starts(text: str, place: int) -> bool:
    return place < len(text) and not text[place].isspace() and text[place] not in ",;:.)"


def _in_word(text: str, place: int) -> bool:
    return place + 1 < len(text) and text[place + 1].isalnum()


ELIDED = re.compile(r"(?:em|tis|twas|til|cause|n|bout|round|ere|\d0s|\d\d)\b", re.IGNORECASE)


def _is_elision(text: str, place: int, mark: str, end: int) -> bool:
    """Tell whether a single mark stands for letters left out (“'em”, “'90s”)."""
    return mark in SINGLE and bool(ELIDED.match(text, place + 1, end))


def _is_plural_apostrophe(text: str, place: int, end: int) -> bool:
    """Tell whether a single mark after an s may be a possessive: a word in small letters follows."""
    if text[place] not in SINGLE or text[place - 1] not in "sS" or text.startswith("''", place):
        return False
    return place + 2 < end and text[place + 1] == " " and text[place + 2].islower()


def _give_up(opened: list[tuple[int, str]], doubtful: dict[int, int], found: list[Quoted]) -> None:
    """Close a single quote at what looked like a possessive when nothing better came."""
    if opened and opened[-1][0] in doubtful:
        found.append(_close(opened, doubtful[opened[-1][0]]))


def _end_misprint(text: str, place: int, mark: str, opened: list[tuple[int, str]]) -> list[Quoted]:
    """End a quote that was never closed, where the same mark opens again."""
    if not opened or opened[-1][1] != mark or mark not in "“‘«":
        return []
    start, _ = opened.pop()
    stop = SENTENCE_END.search(text, start + 1, place)
    return [Quoted(start + 1, stop.end(), mark, closed=False, depth=len(opened))] if stop else []


def _end_all(
    text: str, opened: list[tuple[int, str]], doubtful: dict[int, int], limits: tuple[int, int | None]
) -> list[Quoted]:
    found: list[Quoted] = []
    while opened:
        _give_up(opened, doubtful, found)
        if opened:
            found += _end_unclosed(text, opened, limits)
    return found


def _end_unclosed(text: str, opened: list[tuple[int, str]], limits: tuple[int, int | None]) -> list[Quoted]:
    end, next_start = limits
    start, mark = opened.pop()
    inside = start + len(mark)
    if len(mark) == 1 and mark in SINGLE and (opened or mark == "'"):
        return []  # an apostrophe, most likely
    if next_start is not None and text.startswith(mark, next_start):
        return [Quoted(inside, end, mark, closed=False, depth=len(opened), goes_on=True)]
    stop = SENTENCE_END.search(text, inside, end)
    return [Quoted(inside, stop.end() if stop else end, mark, closed=False, depth=len(opened))]

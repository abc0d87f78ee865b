"""Cut a text into words, numbers and punctuation, each with its place in the text.

A full stop belongs to the word before it in an abbreviation (“Mr.”, “U.K.”, “Ana M. Ruiz”); a
possessive or a shortened verb (“Lammy’s”, “she’ll”) is a token of its own, “don’t” is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import repeat
from typing import NamedTuple

from build_brief.language.vocabulary import read_words
from build_brief.language.word_memory import remember


class TokenKind(StrEnum):
    """What a token is made of; the values name the groups of `PATTERN`."""

    WORD = "word"
    NUMBER = "number"
    CLITIC = "clitic"
    """“’s”, “’ll”, “’d” … after a word, and the bare “’” of a plural possessive is not one."""
    MARK = "mark"
    """One punctuation character, an ellipsis, or a run of dashes or of two single marks."""


class Token(NamedTuple):
    """A word, number or punctuation mark; `text` is the slice of the text it was found in."""

    start: int
    end: int
    text: str
    kind: TokenKind


LONGEST = 40
"""Characters of a chunk worth remembering; longer ones are addresses, or rubbish."""
NAME = " Xx"
"""What more than anything else makes the full stop before it part of an abbreviation."""
STOPPED = sorted(read_words("abbreviations") | read_words("may_end"), key=lambda word: (-len(word), word))
CLITICS = r"['’](?:[sdmSDM]|ll|re|ve|LL|RE|VE)(?![^\W_])"
PART = rf"(?!{CLITICS})[-'’&.@/][^\W_]"
PLAIN = rf"[^\W_]++(?:{PART}[^\W_]*+)*(?!{PART})"
"""A word with all its parts; the end says what a possessive group would: Python before 3.11.5 errs there."""
NUMBER = r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|m|bn|k|pm|am)?(?![^\W_])%?"
PATTERN = re.compile(
    r"(?P<simple>[A-Za-z]++(?![-'’&.@/\w]))"  # most words: without looking for parts, a quarter less time
    r"|(?P<point>[,;:?!“”\"()]|\.(?!\.))"  # most marks: nothing else begins so
    rf"|(?P<clitic>(?<=[^\W_]){CLITICS}|(?<=\.){CLITICS})"
    rf"|(?P<number>{NUMBER})"
    rf"|(?P<plain>{PLAIN}(?!\.))"  # most words; those before a full stop are looked at closely
    r"|(?P<word>(?:[^\W\d_]\.){2,}(?![^\W_])"
    rf"|(?:{'|'.join(map(re.escape, STOPPED))})\.(?=\s|,|['’]s)"
    r"|[A-Z]\.(?=\s+[A-Z][\w.])"
    rf"|{PLAIN})"
    r"|(?P<mark>\.{2,}|…|-{2,}|``|''|[^\w\s]|_)"
)
KINDS: dict[str | None, TokenKind] = {
    "simple": TokenKind.WORD,
    "point": TokenKind.MARK,
    "clitic": TokenKind.CLITIC,
    "number": TokenKind.NUMBER,
    "plain": TokenKind.WORD,
    "word": TokenKind.WORD,
    "mark": TokenKind.MARK,
}


def find_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of `text` between `start` and `end`; offsets index the whole of `text`."""
    stop = len(text) if end is None else end
    glued = start > 0 and not text[start - 1].isspace()
    found: list[tuple[int, int, str, TokenKind]] = []
    add = found.append
    at = start
    for chunk in text[start:stop].split():
        at = text.index(chunk, at)
        known = None if glued and at == start else _cut(chunk)
        if known is None:
            found += _cut_in_place(text, at, at + len(chunk), stop)
        else:
            for first, last, word, kind in known:
                add((at + first, at + last, word, kind))
        at += len(chunk)
    return tuple(map(tuple.__new__, repeat(Token), found))  # `Token(…)` takes as long as to find one


@remember
def _cut(chunk: str) -> tuple[Token, ...] | None:
    """Return the tokens of what stands between two blanks, where no more need be known to cut it.

    “St.” and “A.” are cut by what follows them.
    """
    if len(chunk) > LONGEST:
        return None
    alone = tuple(_cut_in_place(chunk, 0, len(chunk), len(chunk)))
    if not chunk.endswith("."):
        return alone
    return alone if alone == tuple(_cut_in_place(chunk + NAME, 0, len(chunk), len(chunk + NAME))) else None


def _cut_in_place(text: str, start: int, end: int, stop: int) -> Iterator[Token]:
    """Yield the tokens that begin before `end`, where a blank or `stop` is."""
    for found in PATTERN.finditer(text, start, stop):
        if found.start() >= end:
            break
        yield Token(found.start(), found.end(), found[0], KINDS[found.lastgroup])

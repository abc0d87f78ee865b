"""Text of a page of paper: exactly the words of the source, and nothing that turns, hides or overflows them.

The typesetter is given strings, never markup, so nothing in them can run. What is left to do is what paper
alone needs: no control characters, directions that end where the words end, a place to break endless words.
"""

from __future__ import annotations

import re
from unicodedata import category

from build_brief.publish.wording.escape import BIDI, UNPRINTABLE, WHITESPACE

SHOWN = UNPRINTABLE | {ord(blank): " " for blank in "\t\n\f\r\u2028\u2029"}

DIRECTING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of all that follows; they show nothing, and letters know their own."""

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
"""What is written from right to left stays among its own words: the note after it keeps its place."""

ENDLESS = re.compile(r"[^\s\u200b/?–—-]{29,}")
"""The longest English word in use has 28 letters; anything longer may have to break to stay on the page."""

PIECE = re.compile(r".{1,12}")

BREAK = "\u200b"


def plain(text: str) -> str:
    """Return `text` in one line: runs of blanks as one, what no page can show as U+FFFD, nothing turned."""
    line = DIRECTING.sub("", WHITESPACE.sub(" ", text.translate(SHOWN)))
    return ENDLESS.sub(lambda word: _breakable(word[0]), line)


def isolated(text: str) -> str:
    """Return `text`, already plain, so that its direction ends with it."""
    return f"{ISOLATE}{text}{END_OF_ISOLATE}" if turns(text) else text


def turns(text: str) -> bool:
    """Tell whether some of `text` is written from right to left."""
    return BIDI.search(text) is not None


def _breakable(word: str) -> str:
    pieces: list[str] = PIECE.findall(word)
    # A sign that combines with the letter before it stays with it.
    return "".join(
        f"{'' if category(piece[0])[0] == 'M' else BREAK}{piece}" if at else piece
        for at, piece in enumerate(pieces)
    )

"""Do the words of a page stand in a source? Compared is what a reader can see, nothing finer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

BLANKS = re.compile(r"[\t\n\f\r ]+")
UNSEEN = frozenset(("Cc", "Cs"))
"""Unicode's categories of control characters and lone surrogates: no page can show them."""


def visible(text: str) -> str:
    """Return `text` as a page can show it: a run of blanks as one, what cannot be shown as U+FFFD."""
    spaced = BLANKS.sub(" ", text)
    if spaced.isascii() and spaced.isprintable():
        return spaced.strip(" ")
    shown = ("\ufffd" if unicodedata.category(character) in UNSEEN else character for character in spaced)
    return "".join(shown).strip(" ")


def stand_in(pieces: Iterable[str], source: str) -> bool:
    """Tell whether the pieces stand in `source` one after another, none of them cutting into a word."""
    text, at = visible(source), 0
    for piece in map(visible, pieces):
        place = _find(piece, text, at)
        if place < 0:
            return False
        at = place + len(piece)
    return True


def _find(piece: str, text: str, at: int) -> int:
    """Return where `piece` stands as whole words in `text` from `at` on; -1 when it does not."""
    place = text.find(piece, at)
    while place >= 0 and _cuts(text, place, place + len(piece)):
        place = text.find(piece, place + 1)
    return place


def _cuts(text: str, start: int, end: int) -> bool:
    """Tell whether `start` or `end` stands inside a word."""
    return any(
        0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum() for edge in (start, end)
    )

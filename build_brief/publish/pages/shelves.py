"""Where a name or a day stands in an index: under which heading, and in what order.

People stand under their surname: the short form that articles use for them, or the last word. The order is
that of the letters without accents, the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from build_brief.language.name_lists import is_family_name_first, is_given_name
from build_brief.language.personal_names import split_personal_name
from build_brief.publish.wording.day_words import month_in_words

PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | {"œ": "oe", "Œ": "Oe", "ı": "i", "İ": "I", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
)
DIGITS, SIGNS = "0–9", "#"
ARTICLES = ("the ", "a ", "an ")
SIGN = re.compile(r"[^a-z0-9 ]")
"""In small plain letters."""
REMEMBERED = 65_536
"""Names: a live site sorts them again at each build."""


def find_surname(name: str, aliases: Sequence[str]) -> str:
    """Return the part of a person's name under which an index has it."""
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004 - a name of one word is its own surname
        return name
    for alias in aliases:
        if name.endswith(f" {alias}"):
            return alias
    if words[0] in aliases and is_family_name_first(words[0]) and not is_given_name(words[0]):
        return words[0]
    return split_personal_name(tuple(words)).last


@lru_cache(maxsize=REMEMBERED)
def sort_key(words: str) -> tuple[str, str]:
    """Return what to sort by: letters without accents, then the words themselves."""
    plain = _plain(words).casefold()
    for article in ARTICLES:
        plain = plain.removeprefix(article)
    if plain.isascii():
        return SIGN.sub("", plain).strip(), words
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip(), words


def find_letter(words: str) -> str:
    """Return the letter under which `words` stand; letters of other scripts are their own."""
    key = sort_key(words)[0]
    first = key[:1].upper()[:1]
    if not first:
        return SIGNS
    return DIGITS if first.isdigit() else first


def name_shelf(letter: str) -> str:
    """Return the letter for an address and an anchor: plain ASCII."""
    if letter == DIGITS:
        return "0-9"
    if letter == SIGNS:
        return "signs"
    return letter.lower() if letter.isascii() else f"u{ord(letter):04x}"


def shelf_order(letter: str) -> tuple[int, str]:
    """Return what to sort letters by: A to Z, other scripts, digits, signs."""
    if letter in (DIGITS, SIGNS):
        return 2 + (letter == SIGNS), letter
    return (0 if letter.isascii() else 1), letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Shelves for what has a day: years, or months where a year would be too much for a page."""

    months: bool

    def shelf_of(self, day: date | None) -> str:
        """Return the heading under which `day` stands."""
        if day is None:
            return "Undated"
        return month_in_words(day) if self.months else str(day.year)

    def name_shelf(self, shelf: str) -> str:
        """Return a heading for an address and an anchor."""
        return f"t-{'-'.join(shelf.lower().split())}"


def _plain(words: str) -> str:
    if words.isascii():
        return words
    parts = unicodedata.normalize("NFKD", words.translate(PLAIN))
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))

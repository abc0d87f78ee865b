"""Know the words for somebody whom a sentence does not name: “a driver”, “lawyers”, “who”."""

from __future__ import annotations

import re
from functools import cache

from build_brief.language.vocabulary import read_words

MANY = frozenset({"people", "children", "women", "men", "policemen"})
"""Nouns for several that do not end in -s."""


def describes_somebody(before: str) -> bool:
    """Tell whether `before` a pronoun stands one person without a name: “a driver”, “another 19-year-old”."""
    return bool(_strangers().search(before))


def describes_people(before: str) -> bool:
    """Tell whether `before` holds a word for somebody: a role, a trade, “who”."""
    return bool(_people().search(before))


def describes_one(before: str) -> bool:
    """Tell whether `before` holds a word for one person: no “she” is of the voters."""
    return bool(_person().search(before))


@cache
def _strangers() -> re.Pattern[str]:
    words = sorted(word for word in read_words("person_nouns") if not word.endswith("s"))
    return re.compile(
        r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Ee]very|[Ee]ach) (?:[a-z-]+ ){0,2}"
        rf"(?:{'|'.join(map(re.escape, words))}|man|woman|\d+-year-old)\b"
    )


@cache
def _person() -> re.Pattern[str]:
    """Return what finds a word for one person: no “she” is of the voters."""
    nouns = read_words("person_nouns") | read_words("role_nouns")
    one = {noun for noun in nouns if not (noun.endswith("s") and noun[:-1] in nouns)} - MANY
    words = sorted(map(re.escape, one), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(words)}|who|\d+-year-old)\b(?!s)", re.IGNORECASE)


@cache
def _people() -> re.Pattern[str]:
    words = sorted(read_words("person_nouns") | read_words("role_nouns"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}|who|\d+-year-old)\b", re.IGNORECASE)

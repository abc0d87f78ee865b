"""Tell which spellings of a body's name are one: “Acme Inc.” and “Acme”, and others.

Only what papers leave out or turn round as they like: the article, the marks, the form of the firm,
the side on which “Department” stands. Any other word may make another body.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from build_brief.language.tokens import find_tokens
from build_brief.language.vocabulary import read_words

TURNED = frozenset({"ministry", "department", "dept"})
SAME = {"&": "and", "centre": "center", "organisation": "organization", "defence": "defense"}


@lru_cache(maxsize=16384)
def body_key(name: str) -> str:
    """Return what all usual spellings of a body's name share, in small letters; never empty."""
    words = [_plain(token.text) for token in find_tokens(name.replace("-", " "))]
    words = [SAME.get(word, word) for word in words if word and word not in ("’s", ",", "(", ")")]
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    words = _leave_form(words)
    return " ".join(_turn(words)) or name.casefold()


def _plain(word: str) -> str:
    small = normalize("NFD", word.replace("'", "’").removesuffix("’s").rstrip(".’").casefold())
    return "".join(letter for letter in small if not combining(letter))


def _leave_form(words: list[str]) -> list[str]:
    """Return the words without “Inc”, “Group Ltd” or “Holdings” after a name; “Group” alone is part of it."""
    forms, kept = read_words("firm_forms"), words
    while len(kept) > 1 and (kept[-1] in forms or (kept[-1] == "group" and len(kept) < len(words))):
        kept = kept[:-1]
    return kept


def _turn(words: Sequence[str]) -> Sequence[str]:
    """Return “labor department” for “department of labor”."""
    if len(words) > 2 and words[0] in TURNED and words[1] in ("of", "for"):  # noqa: PLR2004
        rest = words[3:] if words[2] == "the" and len(words) > 3 else words[2:]  # noqa: PLR2004
        return (*rest, words[0])
    return words

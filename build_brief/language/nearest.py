"""Find what somebody may have meant by a word that is not known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

MIN_LIKENESS = 60
"""Of 100: “Anna Ruis” for “Ana Ruiz” has 82, two unrelated names stay below 50."""
MOST = 3


def find_nearest(words: str, known: Iterable[str], *, most: int = MOST) -> tuple[str, ...]:
    """Return the members of `known` most like `words`, the likest first; none when nothing is like it."""
    names = sorted(set(known))
    found = process.extract(
        words, names, scorer=fuzz.WRatio, processor=fold_words, limit=most, score_cutoff=MIN_LIKENESS
    )
    return tuple(name for name, _, _ in sorted(found, key=lambda one: (-one[1], one[0])))


@lru_cache(maxsize=65536)
def fold_words(words: str) -> str:
    """Return `words` for comparing what people type: no case, one kind of apostrophe and blank."""
    plain = unicodedata.normalize("NFC", words).replace("’", "'").replace("‘", "'")
    return " ".join(plain.casefold().split())

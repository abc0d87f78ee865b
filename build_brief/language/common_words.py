"""How common a word is in news, so that a folder of two articles is weighed like one of thousands.

A word that much news holds (“government”, “Monday”) says little about which event an article
tells; a name or a rare noun says much. In a large folder the articles themselves would show
that; in a small one this list must.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")
UNLISTED_SHARE = 0.004
"""Share of articles that hold a word outside the list: names and rare nouns, mostly."""
REMEMBERED = 1 << 17
"""Words whose plain form is kept at hand: news uses the same ones again and again."""
PARAGRAPHS = 1024
"""Texts whose words are kept at hand: more than most articles have paragraphs."""
NUMBER_SHARE = 0.05
"""Figures return by chance: days of the month, ages, small sums."""


@lru_cache(maxsize=REMEMBERED)
def plain_word(word: str) -> str:
    """Return `word` so that its inflections meet: lower case, no possessive, no usual ending."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    plain = plain.replace("'", "").replace(".", "")
    if len(plain) > 4 and plain.endswith("ies"):  # noqa: PLR2004 - “ties” stays
        plain = plain[:-3] + "y"
    elif len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):  # noqa: PLR2004 - “gas” stays
        plain = plain[:-1]
    for ending in ("ing", "ed"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:  # noqa: PLR2004 - “king”, “need” stay
            plain = plain.removesuffix(ending)
            break
    return plain.removesuffix("e") if len(plain) > 3 else plain  # noqa: PLR2004


@lru_cache(maxsize=PARAGRAPHS)
def plain_words(text: str) -> frozenset[str]:
    """Return the plain forms of the words of `text`, a sentence or paragraph that is asked for again."""
    return frozenset(plain_word(word) for word in WORD.findall(text))


def word_share(plain: str) -> float:
    """Return the share of all news articles that hold `plain`, a word as `plain_word` gives it."""
    if plain.isdigit():
        return NUMBER_SHARE
    return _shares().get(plain, UNLISTED_SHARE)


@cache
def _shares() -> dict[str, float]:
    shares: dict[str, float] = {}
    text = files("build_brief.language").joinpath("common_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            share, words = line.split(":", 1)
            for word in words.split():
                plain = plain_word(word)
                shares[plain] = max(float(share), shares.get(plain, 0.0))
    return shares

"""How much two wordings say the same: shared words, the rare ones counting more."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache

from build_brief.language.common_words import WORD, plain_word, word_share

EMPTY_SHARE = 0.25
"""A word that more news articles hold than this says nothing about what a sentence tells."""
FIGURE = re.compile(r"\d[\d.,]*\d|\d")
NEGATION = re.compile(
    r"\b(?:not|no|never|none|without|fail(?:s|ed)?|den(?:y|ies|ied))\b|n[’']t\b", re.IGNORECASE
)

Terms = Mapping[str, float]
"""Plain words with their weights: the rarer in news, the heavier."""


@lru_cache(maxsize=4096)  # the sentences of a story are compared again and again
def weigh_words(text: str) -> Terms:
    """Return the telling words of `text` in plain form with their weights, in order of appearance."""
    terms: dict[str, float] = {}
    for plain in dict.fromkeys(map(plain_word, WORD.findall(text))):
        if plain:
            share = word_share(plain)
            if share < EMPTY_SHARE:
                terms[plain] = -math.log(share)
    return terms


def overlap(one: Terms, other: Terms) -> float:
    """Return the share of the lighter wording's weight that the other has too, from 0 to 1."""
    lighter = min(math.fsum(one.values()), math.fsum(other.values()))
    if not lighter:
        return 0.0
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return min(1.0, math.fsum([weight for word, weight in fewer.items() if word in more]) / lighter)


def likeness(one: Terms, other: Terms) -> float:
    """Return the shared weight over the weight of both together: 1 only for the same words."""
    shared = math.fsum([weight for word, weight in one.items() if word in other])
    whole = math.fsum(one.values()) + math.fsum(other.values()) - shared
    return shared / whole if whole else 0.0


def say_the_same(one: str, other: str) -> bool:
    """Tell whether two sentences agree in figures and in being denied or not."""
    figures = sorted(FIGURE.findall(one)) == sorted(FIGURE.findall(other))
    return figures and bool(NEGATION.search(one)) == bool(NEGATION.search(other))

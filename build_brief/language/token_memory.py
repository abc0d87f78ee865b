"""Keep the tokens of the sentences read last, which several steps look at one after the other."""

from __future__ import annotations

from functools import lru_cache

from build_brief.language.tokens import Token, find_tokens

SENTENCES = 1024
"""More than most articles have; of a longer one each step reads the tokens anew."""


@lru_cache(maxsize=SENTENCES)
def recall_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text` from `start` up to `end`, as `find_tokens` does."""
    return find_tokens(text, start, end)

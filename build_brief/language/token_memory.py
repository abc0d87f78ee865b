"""Keep the tokens of the sentences of one article, which several steps look at one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise

from build_brief.language.tokens import Token, find_tokens

SENTENCES = 1024
"""More than most articles have; of a longer one each step reads the tokens anew."""


@lru_cache(maxsize=SENTENCES)
def recall_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text` from `start` up to `end`, as `find_tokens` does."""
    return find_tokens(text, start, end)


@lru_cache(maxsize=SENTENCES)
def recall_words(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the words of the same tokens as printed, with curly apostrophes."""
    return tuple([token.text.replace("'", "’") for token in recall_tokens(text, start, end)])


@lru_cache(maxsize=SENTENCES)
def recall_small(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the same words in small letters."""
    return tuple(map(str.lower, recall_words(text, start, end)))


def forget_tokens() -> None:
    """Let the tokens of an article go once it is analysed.

    Kept until others need their room, they live long enough to be looked through for garbage again and again.
    """
    recall_tokens.cache_clear()
    recall_words.cache_clear()
    recall_small.cache_clear()


def recall_passage(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """Return the tokens from the first of `sentences` to the last, as `find_tokens` cuts them in one go.

    The sentences, each a start and an end, follow each other with nothing but blanks between them.
    """
    cut = [recall_tokens(text, start, end) for start, end in sentences]
    ends = (_rejoin_stop(text, before, after) for before, after in pairwise(cut))
    return tuple(chain(*ends, *cut[-1:]))


def _rejoin_stop(text: str, before: tuple[Token, ...], after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return `before`, its full stop part of an abbreviation when what comes `after` shows one."""
    if len(before) < 2 or before[-1].text != "." or not after:  # noqa: PLR2004 - a word and its stop
        return before
    word = find_tokens(text, before[-2].start, min(after[0].start + 2, after[-1].end))[0]
    return (*before[:-2], word) if word.end == before[-1].end else before

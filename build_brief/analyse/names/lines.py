"""What the steps that find names look at: a sentence as words, and how the article prints each word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.token_memory import recall_tokens, recall_words
from build_brief.language.tokens import Token, TokenKind
from build_brief.language.vocabulary import read_forms, read_words
from build_brief.model.annotations import Sentence
from build_brief.model.article import Article

OPENERS = frozenset("“‘\"'«:;•*([—–")
"""Marks after which a capital tells nothing."""
MAY_OPEN = OPENERS | {"’"}
"""Those marks as words are printed; a line without them, as most are, opens once."""
OPENED = frozenset({TokenKind.WORD, TokenKind.NUMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence; token numbers index `tokens` and `words`."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    """As printed, with curly apostrophes."""
    opening: frozenset[int]
    """Words that would begin with a capital in any case."""
    paragraph: int

    def word(self, at: int) -> str:
        """Return word `at`, or nothing when there is none."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_capital(self, at: int) -> bool:
        """Tell whether word `at` begins with a capital."""
        return self.word(at)[:1].isupper()


class Print(NamedTuple):
    """How an article prints its words."""

    small: frozenset[str]
    """Words printed in small letters somewhere."""
    capital: frozenset[str]
    """Words printed with a capital where nothing but a name asks for it."""


def read_lines(article: Article, sentences: Iterable[Sentence]) -> tuple[Line, ...]:
    """Return a line for each sentence."""
    return tuple(_read_line(article.text, sentence) for sentence in sentences)


def _read_line(text: str, sentence: Sentence) -> Line:
    tokens = recall_tokens(text, sentence.span.start, sentence.span.end)
    words = recall_words(text, sentence.span.start, sentence.span.end)
    opening = frozenset(_find_opening(tokens, words))
    return Line(tokens=tokens, words=words, opening=opening, paragraph=sentence.paragraph)


def _find_opening(tokens: tuple[Token, ...], words: tuple[str, ...]) -> Iterator[int]:
    if MAY_OPEN.isdisjoint(words):
        yield from islice((at for at, token in enumerate(tokens) if token.kind in OPENED), 1)
        return
    open_next = True
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.MARK:
            open_next = open_next or token.text in OPENERS
        elif token.kind is not TokenKind.CLITIC:
            if open_next:
                yield at
            open_next = False


def read_print(lines: Iterable[Line]) -> Print:
    """Return how the article of `lines` prints its words."""
    every: set[str] = set()
    inner: set[str] = set()
    for line in lines:
        every.update(line.words)
        for before, opening in pairwise((-1, *sorted(line.opening), len(line.words))):
            inner.update(line.words[before + 1 : opening])
    small = frozenset([word for word in every if word.islower()])
    return Print(small, frozenset([word for word in inner - small if word[0].isupper()]))


def is_ordinary(word: str, seen: Print, *, alone: bool) -> bool:
    """Tell whether a word that opens a sentence is a plain word, as far as word lists and article tell.

    `alone` is true when no capital follows it.
    """
    if word in seen.capital and word.lower() not in seen.small and not (alone and _is_common(word.lower())):
        return word.lower() in _plain_words()
    lower = word.lower()
    return lower in seen.small or lower in _plain_words() or _is_common(lower)


@cache
def _is_common(lower: str) -> bool:
    if word_share(plain_word(lower)) > UNLISTED_SHARE:
        return True
    return len(lower) > 5 and lower.endswith(("ly", "ing", "wards"))  # noqa: PLR2004 - “Sally”, “King”


@cache
def _plain_words() -> frozenset[str]:
    lists = ("person_nouns", "body_nouns", "document_nouns", "sentence_openers", "discourse_openers")
    words = {word.lower().rstrip(",") for name in lists for word in read_words(name)}
    return frozenset(words | {forms[0].replace("'", "’") for forms in read_forms("function_words")})

"""Find the nouns that a sentence takes up by “the” from the sentences shortly before it.

“After the bell, 300 people walked …” needs the sentence in which a bell was rung, whatever the noun: that it
stands a few sentences further up shows that the article's reader was told which. No list of nouns knows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_brief.compose.sentences.leaning.described import describes_people
from build_brief.compose.sentences.leaning.things import AFTER, is_body, is_named_before
from build_brief.language.common_words import plain_word, plain_words
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Mention

ONE_OF_ALL = r"(?:only|first|last|next|same|most|least|other|few|federal|national|fact|[a-z]+est)\b"
"""Words after which a noun is known though nothing was told: “the last chance”."""
NO_NOUN = (
    "of|for|to|in|on|at|with|without|within|from|into|by|as|between|against|about|under|over|during|through"
    "|which|who|whose|whom|where|among|across|behind|upon|toward|towards|near"
)
VERBS = r"(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|be|been)\b"
"""No word of a noun's phrase: “until the book is released” calls a book, and no release."""
REACH = 4
"""Sentences before, in which a noun is still in its reader's mind. Read on 100 stories: of 185 sentences of
2,033 that take up a noun so, nine in ten could not be understood alone."""


def find_anaphors(text: str, before: str, mentions: Sequence[Mention] = ()) -> frozenset[str]:
    """Return the plain nouns that `text`, quotations masked, takes up by “the” from the text `before` it.

    A noun that everybody knows (“the government”), that `text` brings in itself, or that a name in it
    explains (“Acme … the company”) is none.
    """
    found = set()
    for taken in _taken_up().finditer(text):
        noun = plain_word(taken["noun"])
        own = text[: taken.start()]
        if (
            holds(before, noun)
            and not holds(own, noun)
            and not is_explained_by_name(taken["noun"], own, mentions)
        ):
            found.add(noun)
    return frozenset(found)


def find_retold(text: str, before: str) -> frozenset[str]:
    """Return the plain nouns that `text` calls by “the”, with other words, and that stand `before` too.

    Only a doubt: “the new detention centre” is one that was told of, or one that all know.
    """
    return frozenset(
        noun
        for taken in _modified().finditer(text)
        if holds(before, noun := plain_word(taken["noun"])) and not holds(text[: taken.start()], noun)
    )


def holds(text: str, noun: str) -> bool:
    """Tell whether the plain `noun` stands in `text`, in any of its forms."""
    return noun in text.lower() and any(noun in plain_words(line) for line in text.split("\n"))


def is_explained_by_name(noun: str, own: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a name in `own`, the words before, says which body or person `noun` means."""
    explains = is_body(plain_word(noun)) or describes_people(noun)
    return explains and is_named_before(own, mentions)


@cache
def known_to_all() -> str:
    """Return the pattern of nouns whose “the” needs no sentence before: the only ones, the common ones."""
    return "|".join(sorted(read_words("unique_nouns") | read_words("common_definites")))


@cache
def _taken_up() -> re.Pattern[str]:
    kinds = "|".join(sorted(read_words("thing_kinds")))
    known = "|".join(sorted(read_words("unique_nouns")))
    return re.compile(
        rf"\b[Tt]he (?:(?:{kinds}|two|three|four|five|six|first|second|third) )?"
        rf"(?!(?:{known})\b)(?P<noun>[a-z][a-z-]{{2,}}){AFTER}"
    )


@cache
def _modified() -> re.Pattern[str]:
    known = known_to_all()
    return re.compile(
        rf"\b[Tt]he (?:(?!{ONE_OF_ALL}|{VERBS})[a-z’'-]+ ){{0,2}}(?!(?:{known}|{NO_NOUN})\b)"
        rf"(?P<noun>[a-z][a-z-]{{2,}}(?<!ly)){AFTER}"
    )

"""Know the subjects that news turns on, whatever words name them.

“Tariffs”, “trade ties” and “trading partner” are one subject, “Trade”; the lists are in `subjects/`,
one for each desk of a newsroom. Some words name a subject wherever they stand, others only where an
article lists its issues: “energy” after “areas such as” is a subject, “full of energy” is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from build_brief.language.vocabulary import read_forms, read_lines

WORD = re.compile(r"[^\W_]+(?:[-'’&.@/][^\W_]+)*")
DESKS = (
    "government",
    "world",
    "justice",
    "economy",
    "society",
    "health",
    "science",
    "environment",
    "accidents",
    "culture",
    "sport",
)
"""The lists of subjects, in the order in which they are read."""
REMEMBERED = 1 << 17
"""Words of which is kept at hand what is known: news uses the same ones again and again."""


class Subject(NamedTuple):
    """One line of a list."""

    label: str
    """The neutral noun that a page prints."""
    terms: tuple[str, ...]
    """Words that name it wherever they stand."""
    also: tuple[str, ...]
    """Words that name it only where an article lists its issues."""


class Hit(NamedTuple):
    """Where words name a subject: `start` and `end` index the sequence of words."""

    subject: str
    start: int
    end: int


Terms = tuple[tuple[tuple[str, ...], str], ...]
"""Terms, each as its words, and its subject."""

Index = Mapping[str, Terms]
"""First word of a term (without its `*`) to the terms that start with it, each with its subject."""


def find_subjects(words: Sequence[str], *, named: bool = False) -> tuple[Hit, ...]:
    """Return where `words`, each as `singular` gives it, name a subject.

    With `named`, words count that name a subject only where an article lists its issues.
    """
    return tuple(
        [
            Hit(subject, place, place + len(term))
            for index in ("terms", "also")[: 2 if named else 1]
            for place, word in enumerate(words)
            for term, subject in _terms_at(word, index)
            if len(term) == 1 or _stands_at(term, words, place)
        ]
    )


class Passage(NamedTuple):
    """What some text speaks of."""

    heads: frozenset[str]
    """Its words, each as `head_of` gives it."""
    subjects: frozenset[str]
    """Subjects that its words name wherever they stand."""


def read_passage(*texts: str) -> Passage:
    """Return what `texts`, one after the other, speak of."""
    read = [known for text in texts for known in map(_read_word, WORD.findall(text))]
    opening = [(place, terms) for place, (_, _, terms) in enumerate(read) if terms]
    words = [word for word, _, _ in read] if opening else ()
    return Passage(
        heads=frozenset([head for _, head, _ in read]),
        subjects=frozenset(
            [
                subject
                for place, terms in opening
                for term, subject in terms
                if len(term) == 1 or _stands_at(term, words, place)
            ]
        ),
    )


@lru_cache(maxsize=REMEMBERED)
def _read_word(printed: str) -> tuple[str, str, Terms]:
    """Return a word as `singular` gives it, its head, and the terms that it may open."""
    word = singular(printed)
    return word, head_of(word), _terms_at(word, "terms")


@lru_cache(maxsize=REMEMBERED)
def singular(word: str) -> str:
    """Return `word` in small letters, without a possessive or a plural ending."""
    plain = word.lower().replace("'", "’").removesuffix("’s").rstrip("’")
    if len(plain) > 4 and plain.endswith("ies"):  # noqa: PLR2004 - “ties” stays
        return plain[:-3] + "y"
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):  # noqa: PLR2004
        return plain[:-1]
    return plain


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of `text`, each as `singular` gives it; no marks, no ’s."""
    return tuple(map(singular, WORD.findall(text)))


def head_of(word: str) -> str:
    """Return the noun that stands for `word` and those that mean the same (“invasion” is “war”)."""
    return _heads().get(word, word)


def is_head(word: str) -> bool:
    """Tell whether `word` is a noun that others stand for, such as war, ban or law."""
    return word in _heads()


@lru_cache(maxsize=REMEMBERED)
def _terms_at(word: str, name: str) -> Terms:
    """Return the terms of an index whose first word `word` is: none, for nearly all words."""
    index = _index(name)
    cut = index.get(word[:4] + "*", ()) if len(word) > 4 else ()  # noqa: PLR2004 - as in `_key`
    return tuple(found for found in (*index.get(word, ()), *cut) if _stands_at(found[0][:1], (word,), 0))


def _stands_at(term: tuple[str, ...], words: Sequence[str], place: int) -> bool:
    if place + len(term) > len(words):
        return False
    for at, part in enumerate(term, start=place):
        if words[at] != part and not (part[-1] == "*" and words[at].startswith(part[:-1])):
            return False
    return True


def _key(term: tuple[str, ...]) -> str:
    return term[0][:4] + "*" if term[0].endswith("*") else term[0]


@cache
def _index(name: str) -> Index:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for subject in read_all_subjects():
        for words in subject.terms if name == "terms" else subject.also:
            term = _term(words)
            index[_key(term)].append((term, subject.label))
    return {first: tuple(terms) for first, terms in index.items()}


def _term(words: str) -> tuple[str, ...]:
    parts = words.split()
    return tuple(word for part in parts for word in ((part,) if part.endswith("*") else words_of(part)))


@cache
def read_all_subjects() -> tuple[Subject, ...]:
    """Return the subjects of all desks, in the order of the lists."""
    return tuple(_read_subject(line) for desk in DESKS for line in read_lines(f"subjects/{desk}"))


def _read_subject(line: str) -> Subject:
    label, _, words = line.partition(": ")
    terms, also = (tuple(_split(part)) for part in words.partition("|")[::2])
    return Subject(label=label, terms=terms, also=also)


def _split(words: str) -> Iterator[str]:
    return filter(None, map(str.strip, words.split(",")))


@cache
def _heads() -> dict[str, str]:
    return {singular(word): alike[0] for alike in read_forms("subject_heads") for word in alike}

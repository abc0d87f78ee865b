"""Find the things that a sentence calls by a bare “the” and that another sentence introduced.

“Lawmakers applauded the move” needs the sentence that told which. It stands alone when the same
thing came before in it (“a bill … the measure”), when a name says which group it is, or when the
head of the page, its title and bottom line, speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from build_brief.language.common_words import WORD, plain_word
from build_brief.language.vocabulary import read_forms, read_words
from build_brief.model.annotations import Mention, MentionKind

AFTER = (
    r"(?=[.,;:)\]—–]| \N{BULLET}|[’']s?\b(?! [a-z]+ of\b)|$"
    r"| (?:and|or|but|is|was|were|are|has|had|have|will|would|could"
    r"|by [a-z]+ing|[a-z]+n[’']t|can|should|may|might|must|did|does|do|said|says|when|while|as"
    r"|an?|after|before|because|since|until|if|than"
    r"|via|along|also|again|itself|directly|now|still|already|never|not|he|she|they|it|we"
    r"|[a-z]{2,}ed|came|took|began|went"
    r"|like|[a-z]{4,}ly|considers?|wants?|plans|aims?|seeks?|faces?|includes?|calls|comes|makes|takes|shows|requires?|allows?|begins"
    r"|remains?|seems?|appears?|looks|works|holds|runs|goes|means|argues?|hopes|expects?|continues"
    r"|made|got|held|led|left|lost|won|gave|became|ended|began|ran|set|put"
    r"|(?:early |late )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last|this|next|in \d{4})\b)"
)
"""What may follow a bare noun: the end of its phrase, a verb, a conjunction, a time."""
WORKS = frozenset(
    {"film", "movi", "book", "novel", "album", "song", "show", "serie", "episod", "video"}
    | {"clip", "ad", "advert", "post", "tweet", "messag", "letter", "report", "paper", "articl", "campaign"}
)
"""What has a title, as `plain_word` gives it."""
QUOTED = "\N{BULLET}"
"""What stands for quoted words: a title among them names a film."""
MARK = "*"
NAME = re.compile(r"\[|\b[A-Z][a-z’'-]+")
OF_SOURCES = re.compile(r"\b(?:close to|familiar with|briefed on|with knowledge of) the [a-z]+")
"""How close a source is to whatever the sentence tells."""
PRONOUNS = frozenset({"He", "She", "His", "Her", "It", "Its", "They", "Their"})


def find_things(text: str, mentions: Sequence[Mention] = ()) -> frozenset[str]:
    """Return the nouns that `text`, quotations masked, calls by “the” without having introduced them.

    `mentions` are those of the sentence; they tell the names of bodies from those of people.
    """
    found = set()
    text = OF_SOURCES.sub("", text)
    for thing in _things().finditer(text):
        noun = _singular(thing["noun"])
        before = text[: thing.start()]
        if not is_introduced(noun, before) and not _is_named(noun, before, mentions):
            found.add(noun)
    return frozenset(found)


def is_introduced(noun: str, text: str) -> bool:
    """Tell whether `text` speaks of the thing that `noun` calls, by this word or by one of its kin."""
    kin = _kin().get(noun, frozenset({noun}))
    return not kin.isdisjoint(_singulars(text))


def is_body(noun: str) -> bool:
    """Tell whether `noun` calls a body or somebody, whom a name explains."""
    return noun in _bodies()


def _is_named(noun: str, before: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a name before a body's noun says which it is, or a title in quotation marks which film."""
    return is_named_before(before, mentions) if noun in _bodies() else noun in WORKS and QUOTED in before


def is_named_before(before: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a name stands in `before`, the words up to a noun for a body or somebody."""
    if "[" in before or not mentions:
        return bool(NAME.search(before, 1))
    names = (m.span.text for m in mentions if m.kind is not MentionKind.NATIONALITY)
    return any(name[:1].isupper() and name in before and name not in PRONOUNS for name in names)


def _singular(noun: str) -> str:
    """Return the noun of the list that `noun` is a form of: “ad” for “ads”, which no rule takes apart."""
    plain = _plain(noun)
    forms = (plain, plain.removesuffix("s"), plain.removesuffix("es"))
    return next((form for form in forms if form in _kin()), plain)


@lru_cache(maxsize=256)  # the head of a page is asked for each of its sentences
def _singulars(text: str) -> frozenset[str]:
    return frozenset(_singular(word) for word in WORD.findall(text))


def _plain(word: str) -> str:
    return plain_word(word) or word.lower()


@cache
def _things() -> re.Pattern[str]:
    words = {word.strip(MARK) for line in read_forms("thing_nouns") for word in line}
    words |= {word[:-1] + "ies" for word in words if word.endswith("y")}
    nouns = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    kinds = "|".join(sorted(read_words("thing_kinds")))
    known = "|".join(sorted(read_words("unique_nouns")))
    # At the head of a sentence any other word before it is one that was told of: “The arson charge”.
    head = rf"^The (?!(?:{known})\b)[a-z-]+ "
    return re.compile(rf"(?:\b[Tt]he (?:(?:{kinds}) )?|{head})(?P<noun>(?:{nouns})(?:s|es)?){AFTER}")


@cache
def _kin() -> dict[str, frozenset[str]]:
    kin: dict[str, set[str]] = {}
    for line in read_forms("thing_nouns"):
        words = {_plain(word.strip(MARK)) for word in line}
        for word in words:
            kin.setdefault(word, set()).update(words)
    return {word: frozenset(words) for word, words in kin.items()}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(
        _plain(word.strip(MARK)) for line in read_forms("thing_nouns") for word in line if word.endswith(MARK)
    )

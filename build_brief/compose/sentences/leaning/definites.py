"""Find the nouns that a sentence calls by “the” and that its reader may have been told of before.

“The ceremony” needs a sentence before it, “the recession” does not, and no list holds all that everybody
knows. So what is found here is only a doubt: a page prints it where it has nothing better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from build_brief.compose.sentences.leaning.anaphors import (
    ONE_OF_ALL,
    holds,
    is_explained_by_name,
)
from build_brief.language.calendar_words import MONTH, WEEKDAY
from build_brief.language.common_words import plain_word
from build_brief.language.vocabulary import read_all_forms, read_forms, read_words
from build_brief.model.annotations import Mention, MentionKind

THE = re.compile(r"\b[Tt]he (?P<words>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,4})")
ADJECTIVE = re.compile(
    r"(?:[a-z-]+(?:al|ous|ive|ic|ful|ing|ed|est|ent|ant|ary|able|ible)|new|big|large|main|key|late|only|first|second|whole"
    r"|long|short|old|real|final|last|next|full|small|proposed)$"
)
KNOWN = re.compile(rf"{ONE_OF_ALL}|{WEEKDAY}")
"""“the last chance”, “the Thursday deadline”."""
MAY_SAY_WHICH = frozenset(
    {"in", "on", "at", "to", "for", "from", "with", "about", "against", "into", "near", "across", "around"}
    | {"behind", "by", "over", "under", "inside", "outside"}
)
SOMEWHERE = (MentionKind.PLACE, MentionKind.NATIONALITY)
SAYS_WHICH = frozenset({"of", "that", "which", "who", "whose", "whom", "where", "between"})
"""What follows a noun and tells all of it: “the leader of the party”."""
PLACES = frozenset(
    {"city", "town", "village", "county", "region", "province", "district", "campus", "island"}
)
"""Any of these may be known to all, unless no place is named before it."""
OWNED = re.compile(
    r"[A-Z][\w-]+(?:[’']s|(?<=s)[’']) (?:[a-z-]+ )?"
    r"(?P<noun>comments?|remarks?|statements?|decisions?|proposals?|plans?|offers?|requests?|demands?|calls?|moves?"
    r"|solutions?|answers?|responses?|replies|criticisms?|claims?|accusations?|allegations?|announcements?|refusals?"
    r"|conclusions?|arguments?|testimony|interview|letter|memo|tweets?|questions?|suggestions?|warnings?)\b"
    r"(?! (?:of|that|to|on|in|for|about|against|with|from|by|at)\b)"
)
"""What somebody said, without what it was."""
LEAST = 3
"""Letters of a noun."""
NAMED = re.compile(
    r", [A-Z][\w.’'-]+ [A-Z]| (?:in|on|at|near|from|for|with|by|against|to|over|about) (?:the )?"
    rf"(?!{MONTH}|{WEEKDAY})[A-Z]"
)
"""“the regional prosecutor, Milan Tasic”, “the bridge on Mill Street”."""


def find_definites(text: str, before: str, mentions: Sequence[Mention] = ()) -> frozenset[str]:
    """Return the plain nouns that `text`, quotations masked, calls by “the” and has not brought in itself.

    `before` is what its article told: a noun that stands there too is taken up even when words follow that
    could tell which (“the decision in May”), or others stand before it (“the Quinnipiac poll”).
    """
    found = set()
    for the in THE.finditer(text):
        words = the["words"].split()
        phrase = tuple(_read_phrase(words))
        if not phrase or not _may_lean(phrase, text[: the.start()], mentions):
            continue
        noun = phrase[-1].removesuffix("’s").removesuffix("'s")
        plain, own = plain_word(noun), text[: the.start()]
        following = words[len(phrase)] if len(words) > len(phrase) else ""
        if following in SAYS_WHICH or NAMED.match(text, the.start("words") + len(" ".join(phrase))):
            continue
        alone = not _tells_more(following) and all(ADJECTIVE.match(word) for word in phrase[:-1])
        if (alone or holds(before, plain)) and not (
            holds(own, plain) or is_explained_by_name(noun, own, mentions)
        ):
            found.add(plain)
    return frozenset(found)


def find_owned(text: str, before: str) -> frozenset[str]:
    """Return the plain nouns that `text` gives to somebody named and `before` told of: “Dahl’s comment”.

    What is somebody's is no less a thing told of than what “the” calls; his party and his wife are known.
    """
    return frozenset(
        noun
        for owned in OWNED.finditer(text)
        if (noun := plain_word(owned["noun"])) not in _known()
        and holds(before, noun)
        and not holds(text[: owned.start("noun")], noun)
    )


def _read_phrase(words: Iterable[str]) -> Iterable[str]:
    """Yield the words of a noun's phrase: up to a word of grammar or a verb, or to the noun's own “’s”."""
    for number, word in enumerate(words):
        if word in _grammar() or (number and (_is_verb(word) or word in _determiners())):
            return
        yield word
        if word.endswith(("’s", "'s")):
            return


def _may_lean(phrase: Sequence[str], own: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a phrase calls a thing that not all know, and is no name; `own` stands before it."""
    noun = phrase[-1].removesuffix("’s").removesuffix("'s")
    somewhere = any(m.kind in SOMEWHERE and m.span.text in own for m in mentions)
    known = (noun in _known() if noun not in PLACES else somewhere) or KNOWN.match(phrase[0])
    return noun[:1].islower() and len(noun) >= LEAST and not known and not noun.endswith("ly")


def _tells_more(following: str) -> bool:
    return following.endswith("ing") or following in MAY_SAY_WHICH


def _is_verb(word: str) -> bool:
    return word in read_all_forms("past_verbs") or word.endswith(("ed", "ing", "ly", "n’t", "n't"))


@cache
def _known() -> frozenset[str]:
    return read_words("unique_nouns") | read_words("common_definites")


@cache
def _grammar() -> frozenset[str]:
    """Return the words that are of no noun's phrase; “the two” and “the other” are of one."""
    return frozenset(word for word, kind in read_forms("function_words") if kind != "determiner")


@cache
def _determiners() -> frozenset[str]:
    return frozenset(word for word, kind in read_forms("function_words") if kind == "determiner")

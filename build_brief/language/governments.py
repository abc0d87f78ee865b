"""Tell whose body a name names: “Chinese Foreign Ministry” and “Beijing’s foreign ministry” are China's.

A role or phrase speaks for a country when the country's name stands before an office with nothing
but the words of ministries between: “Chinese Foreign Ministry spokesperson”, but not “associate
China director” nor “American Medical Association president”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from build_brief.language.known_names import match_known
from build_brief.language.tokens import find_tokens
from build_brief.language.vocabulary import read_forms, read_words

GOVERNMENT = frozenset({"government", "administration", "authorities", "regime", "leadership"})
SERVING = frozenset(
    {"ministry", "department", "army", "navy", "military", "embassy", "treasury", "delegation", "cabinet"}
)
AFTER_OFFICE = frozenset({"of", "for", "who", "and", "in", "said", "on", "at", "to", "general", "ministry"})
RELATIVE = re.compile(r",? (?:who|whose|which|that|where) ")
SENT = frozenset({"envoy", "ambassador", "negotiator"})
"""Who are sent to a country as well as from one."""
PAST = frozenset({"former", "ex", "late", "then"})
PASSED = frozenset({"top", "senior", "deputy", "assistant", "acting", "principal", "first"})
"""Small words of rank before an office."""
SMALL = frozenset({"the", "of", "for", "and", "’s", "&", "a", "an", "-"})


@lru_cache(maxsize=65536)
def split_body(name: str) -> tuple[str | None, str]:
    """Return the country that opens or owns a body's name, and the rest in small letters.

    The country is None when the name opens with none; “Ministry of Health” becomes “health ministry”.
    """
    words = _words(name)
    known = match_known(words, 0) if words else None
    if known is None or known[1].country is None or known[0] == len(words):
        return None, _turn(words)
    rest = words[known[0] :]
    return known[1].country, _turn(rest[1:] if rest[0] == "’s" else rest)


def is_government(rest: str) -> bool:
    """Tell whether the rest of a body's name is the country's government as a whole."""
    return rest in GOVERNMENT


def serves_country(rest: str) -> bool:
    """Tell whether a country's body with this name, its country left out, speaks for it."""
    noun = rest.rpartition(" ")[2]
    return noun in SERVING or rest in read_words("governing_nouns")


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text.replace("'", "’") for token in find_tokens(text))


def _turn(words: Sequence[str]) -> str:
    """Return a body's words, small, “ministry of health” as “health ministry”."""
    small = [word.lower() for word in words]
    if len(small) > 2 and small[0] in ("ministry", "department") and small[1] == "of":  # noqa: PLR2004
        small = [word for word in small[2:] if word != "the"] + small[:1]
    joined = " ".join(small).replace(" ’s", "’s")
    return {"foreign affairs ministry": "foreign ministry", "defense ministry": "defence ministry"}.get(
        joined, joined
    )


def find_party_country(name: str, mentioned: Mapping[str, int]) -> str | None:
    """Return the country of a government named after its party; None when no such country is mentioned.

    `mentioned` counts how often the article names each country.
    """
    party, _, noun = name.rpartition(" ")
    if noun not in GOVERNMENT:
        return None
    for forms in read_forms("governing_parties"):
        if forms[0] == party:
            able = [country for country in forms[1:] if mentioned.get(country, 0)]
            return max(able, key=lambda country: (mentioned[country], country), default=None)
    return None


@lru_cache(maxsize=65536)
def find_country_spoken_for(role: str) -> str | None:
    """Return the country for which the holder of `role` speaks; None when the words do not say so."""
    words = _words(RELATIVE.split(role, maxsplit=1)[0])
    small = {word.lower() for word in words}
    if PAST & small or {"member", "members"} & small:
        return None
    for at in range(len(words)):
        known = match_known(words, at)
        if known and known[1].country and _is_spoken_for(words, at, at + known[0]):
            return known[1].country
    return None


def _is_spoken_for(words: Sequence[str], first: int, end: int) -> bool:
    """Tell whether a country's name in a role is whom its holder speaks for."""
    if _is_inner(words, first) or _is_mission(words, first, end):
        return False
    return _leads_to_office(words, end) or _follows_office(words, first, end)


def _is_inner(words: Sequence[str], at: int) -> bool:
    """Tell whether a country's name is a part of another: “Clean Air America president”."""
    before = words[at - 1] if at else ""
    return before[:1].isupper() and not _may_lead(before)


def _may_lead(word: str) -> bool:
    return word in read_words("title_words") or word in ("The", "A", "An", "Then", "President", "Minister")


def _is_mission(words: Sequence[str], first: int, end: int) -> bool:
    """Tell whether a country is where an envoy goes: “the UN’s Chile envoy”, “Chile envoy”."""
    known = match_known(words, first)
    sent = end < len(words) and words[end].lower() in SENT
    return sent and known is not None and " ".join(words[first:end]) == known[1].name


def _follows_office(words: Sequence[str], at: int, end: int) -> bool:
    """Tell whether a country ends a role after its office: “foreign minister of Chile”."""
    first = at - 1 - (words[at - 1].lower() == "the") if at else -1
    if first < 1 or words[first].lower() not in ("of", "for"):
        return False
    closes = end >= len(words) or words[end] in (",", "and") or words[end].lower() in ("who", "in", "since")
    return closes and words[first - 1].lower() in read_words("speaking_offices")


def _leads_to_office(words: Sequence[str], at: int) -> bool:
    """Tell whether the words from `at` on lead to an office by words of ministries alone."""
    inner = read_words("governing_modifiers") | read_words("governing_nouns")
    titles = read_words("title_words")
    while at < len(words):
        word = words[at]
        if word.lower() in read_words("speaking_offices") and not _is_modifier(words, at):
            return True
        if not (word.lower() in inner or word in titles or word in SMALL or word.lower() in PASSED):
            return False
        at += 1
    return False


def _is_modifier(words: Sequence[str], at: int) -> bool:
    """Tell whether an office's word only opens a longer noun: “police reporter”."""
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if not following.isalpha() or following in read_words("speaking_offices"):
        return False
    return following not in AFTER_OFFICE

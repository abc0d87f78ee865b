"""Tell whether two full names may be one person's: “Dick Durbin” and “Richard J. Durbin” may.

The surname is the same, the given name is or is short for the other, and no middle name, initial or
“Jr.” speaks against it: “George W. Bush” is not “George H. W. Bush”. That they may be one is no
proof that they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from build_brief.language.vocabulary import read_forms, read_words

ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "an", "ash", "ar", "at", "az"})
"""What stands before an Arabic surname in one paper and not in another: “al-Assad”."""
SERVANTS = frozenset({"abdel", "abdul", "abd", "abdal", "abdol", "abdoul"})
"""“Servant of the”, the first half of a given name."""
MANY_SPELLED = frozenset({"mohammed", "ahmad"})
"""Given names, as `nicknames.txt` heads them, whose bearers' surnames papers spell in several ways too."""
DOUBLED = re.compile(r"([a-z])\1")
GENERATIONS = {"jr": "jr", "sr": "sr", "junior": "jr", "senior": "sr"}


class PersonalName(NamedTuple):
    """A full name in parts, small, without full stops."""

    first: str
    middles: tuple[str, ...]
    """Middle names; initials as single letters."""
    last: str
    generation: str
    """`jr`, `sr` or a Roman number; empty without one."""
    spelled: str = ""
    """The surname as all spellings of an Arabic one are folded."""
    many_spelled: bool = False
    """Whether the name is seen to be Arabic."""


@lru_cache(maxsize=65536)
def split_personal_name(words: tuple[str, ...]) -> PersonalName:
    """Return the parts of a name of one word or more."""
    kept = [word for word in words if word not in read_words("name_suffixes")] or list(words)
    suffix = next((word for word in words[1:] if word not in kept), "").rstrip(".").lower()
    if len(kept) > 2 and kept[0].lower() in SERVANTS:  # noqa: PLR2004 - “Abdel Fattah al-Sisi”
        kept[:2] = ["-".join(kept[:2])]
    first, *more = _split_initials(kept[0]) if len(kept) > 1 else kept[:1]
    middles = (*more, *(part for word in kept[1:-1] for part in _split_initials(word)))
    return PersonalName(
        _spell_given(_plain(first)),
        middles,
        _plain(kept[-1]),
        GENERATIONS.get(suffix, suffix),
        spelled=_spell(_plain(kept[-1])),
        many_spelled=_is_many_spelled(kept[0], kept[-1]),
    )


def _spell_given(first: str) -> str:
    """Return “abd-fatah” for “abdel-fattah” and “abdul-fatah”, any other given name as it is."""
    servant, hyphen, rest = first.partition("-")
    return f"abd-{_spell(rest)}" if hyphen and servant in SERVANTS else first


def _is_many_spelled(first: str, last: str) -> bool:
    """Tell whether papers write the surname in other letters than its bearer: “Morsi”, “Mursi”."""
    given, (article, hyphen, _) = _plain(first), last.lower().partition("-")
    arabic = given.partition("-")[0] in SERVANTS or not MANY_SPELLED.isdisjoint(first_forms(given))
    return arabic or bool(hyphen and article in ARTICLES)


def _spell(word: str) -> str:
    """Return `word` with one of each doubled letter, “o” for “u” and “ou”, “i” for “y” and “ee”."""
    return DOUBLED.sub(r"\1", word.replace("ou", "o").replace("u", "o").replace("ee", "i").replace("y", "i"))


def _plain(word: str) -> str:
    """Return a part of a name as all papers would print it: no accent, no point, no article before it."""
    small = normalize("NFD", word.lower().replace(".", "").replace("’", "'"))
    plain = "".join(letter for letter in small if not combining(letter))
    article, hyphen, rest = plain.partition("-")
    return rest if hyphen and article in ARTICLES and len(rest) > 1 else plain


@lru_cache(maxsize=65536)
def letters_of(name: str) -> str:
    """Return the letters of a name alone, small: “Kim Jong-un” and “Kim Jong Un” have the same."""
    small = normalize("NFD", name.lower())
    return "".join(letter for letter in small if letter.isalnum())


def _split_initials(word: str) -> Sequence[str]:
    """Return “H.W.” as two letters, any other word as itself."""
    parts = word.split(".")
    return [part.lower() for part in parts if part] if "." in word else [word.lower()]


def may_be_one_name(one: Sequence[str], other: Sequence[str], *, generations: bool = True) -> bool:
    """Tell whether nothing in two full names, given as words, speaks against one person.

    “Jr.” in one alone speaks against it, unless `generations` is false: papers leave it out.
    """
    if letters_of(" ".join(one)) == letters_of(" ".join(other)):
        return True
    first, second = split_personal_name(tuple(one)), split_personal_name(tuple(other))
    if first.last != second.last and not _is_spelled_alike(first, second):
        return False
    if first.generation != second.generation and (generations or (first.generation and second.generation)):
        return False
    if first_forms(first.first) & first_forms(second.first):
        return _fit(first.middles, second.middles)
    return _is_initialled(first, second) or _is_initialled(second, first)


def _is_spelled_alike(one: PersonalName, other: PersonalName) -> bool:
    return one.spelled == other.spelled and (one.many_spelled or other.many_spelled)


def _is_initialled(one: PersonalName, other: PersonalName) -> bool:
    """Tell “K. Michael Conaway” for “Michael Conaway”, and “J.P. Damiani” for “Juan Pedro Damiani”."""
    if len(one.first) != 1 or not one.middles:
        return False
    if len(one.middles[0]) > 1:
        return bool(first_forms(one.middles[0]) & first_forms(other.first)) and _fit(
            one.middles[1:], other.middles
        )
    return bool(other.middles) and one.first == other.first[:1] and _fit(one.middles, other.middles)


def _fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether middle names agree, one being left out or given by its initial."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter or set(shorter) <= {name for name in longer if len(name) > 1}:
        return True
    return len(one) == len(other) and all(
        name == second or (1 in (len(name), len(second)) and name[0] == second[0])
        for name, second in zip(one, other, strict=True)
    )


def given_forms(name: PersonalName) -> frozenset[str]:
    """Return forms of the given name, of which any two names that may be one share one.

    Its own, what it is short for, the second name after a first initial, and the initials of two or more.
    """
    if not name.middles:
        return first_forms(name.first)
    second = first_forms(name.middles[0]) if len(name.first) == 1 else frozenset[str]()
    initials = ".".join(part[0] for part in (name.first, *name.middles))
    return first_forms(name.first) | second | {initials}


@lru_cache(maxsize=16384)
def first_forms(first: str) -> frozenset[str]:
    """Return what a given name, small, may be short for, itself among it."""
    return frozenset({first, *_nicknames().get(first, ())})


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for forms in read_forms("nicknames"):
        for form in forms:
            found[form.lower()] = (*found.get(form.lower(), ()), forms[0].lower())
    return found

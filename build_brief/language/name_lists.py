"""Word lists that tell a person's name from other capitals, with the gender that some words tell."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from unicodedata import combining, normalize

from build_brief.language.vocabulary import read_forms, read_words
from build_brief.language.word_memory import remember
from build_brief.model.annotations import Gender

GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE, "u": Gender.UNKNOWN}


@cache
def read_titles() -> dict[str, Gender]:
    """Return each title printed before names, with the gender it tells."""
    return {
        forms[0]: Gender(forms[1]) if len(forms) > 1 else Gender.UNKNOWN for forms in read_forms("titles")
    }


@cache
def read_title_phrases() -> tuple[tuple[str, ...], ...]:
    """Return the titles of several words, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in sorted(read_words("title_phrases")))


@cache
def read_given_names() -> dict[str, Gender]:
    """Return given names with the gender they mostly go with; UNKNOWN for both or either."""
    text = files("build_brief.language").joinpath("given_names.txt").read_text(encoding="utf-8")
    found: dict[str, Gender] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            letter, names = line.split(":", 1)
            for name in names.split():
                gender = GENDERS[letter]
                found[name] = gender if found.get(name, gender) is gender else Gender.UNKNOWN
    return found


@cache
def read_family_names_first() -> frozenset[str]:
    """Return family names of peoples who print them before the given name."""
    return _read_names("family_names_first")


@cache
def read_common_surnames() -> frozenset[str]:
    """Return surnames that so many bear that a surname shared shows nothing."""
    return _read_names("common_surnames")


@cache
def read_common_given_names() -> frozenset[str]:
    """Return given names that so many bear that with a common surname they show nothing."""
    return _read_names("common_given_names")


def _read_names(name: str) -> frozenset[str]:
    return frozenset(word for line in read_words(name) for word in line.split())


@remember
def is_family_name_first(word: str) -> bool:
    """Tell whether `word`, accents aside, is a family name of a people who print it first."""
    plain = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return plain in read_family_names_first()


@remember
def is_given_name(word: str) -> bool:
    """Tell whether `word`, or the first part of a double name, is a known given name."""
    names = read_given_names()
    return word in names or (word.partition("-")[0] in names and "-" in word)


def given_gender(word: str) -> Gender:
    """Return the gender that a given name mostly goes with; UNKNOWN when it tells none."""
    names = read_given_names()
    return names.get(word) or names.get(word.partition("-")[0]) or Gender.UNKNOWN


def noun_gender(word: str) -> Gender:
    """Return the gender that a noun or title for a person tells; UNKNOWN for most."""
    lower = word.lower()
    known = _read_gendered().get(lower)
    return known or read_titles().get(word, Gender.UNKNOWN)


@cache
def _read_gendered() -> dict[str, Gender]:
    return {forms[0]: Gender(forms[1]) for forms in read_forms("gendered_nouns")}

"""Tell whether two quotes may be of one speaker, whatever two papers call him or her."""

from __future__ import annotations

import unicodedata

from build_brief.model.dossier import AttributedQuote

PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))
JOINTLY = (" and ", " both ", ", ")


def may_be_one(one: AttributedQuote, other: AttributedQuote, *, same_words: bool) -> bool:
    """Tell whether the speakers are one, or may be when they say the same words.

    Two people never are, however alike their words: then one paper is wrong, and nobody knows which.
    """
    if one.speaker and other.speaker:
        return one.speaker == other.speaker or _name_key(one) == _name_key(other)
    if one.speaker is None and other.speaker is None:
        alike = _words(one) == _words(other) and _words(one) != ""
        return alike or (same_words and _is_loose(one) and _is_loose(other))
    named, unnamed = (one, other) if one.speaker else (other, one)
    return same_words and (_is_loose(unnamed) or _is_part(unnamed, named))


def _words(quote: AttributedQuote) -> str:
    return " ".join(quote.speaker_name.casefold().split())


def _fold(name: str) -> list[str]:
    """Return the words of a name without accents, points or case."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return plain.casefold().replace(".", "").split()


def _name_key(quote: AttributedQuote) -> tuple[str, str, str]:
    """Return section, first and last name: “Raúl R. Labrador” and “Raul Labrador” are one.

    A name of one word is only itself.
    """
    words = _fold(quote.speaker_name)
    section = str(quote.speaker).partition("/")[0]
    if section != "people" or len(words) < 2:  # noqa: PLR2004 - first name and surname
        return section, str(quote.speaker), ""
    return section, words[0], words[-1]


def _is_loose(quote: AttributedQuote) -> bool:
    """Tell whether the paper names nobody: “he”, “the governor”, nothing."""
    words = quote.speaker_name
    return (
        not words or words[0].islower() or (len(words.split()) == 1 and words.casefold() in PRONOUNS)
    ) and not any(joint in words for joint in JOINTLY)


def _is_part(unnamed: AttributedQuote, named: AttributedQuote) -> bool:
    """Tell whether the words hold the other's name or its surname, and nobody else's.

    “Smith”, and “The editor, Ben Smith”, for Ben Smith; not “Ann Smith”.
    """
    words = _fold(unnamed.speaker_name.removesuffix("’s").removesuffix("'s").replace(",", " "))
    name = _fold(named.speaker_name)
    if not words or not name or any(joint in unnamed.speaker_name for joint in (" and ", " both ")):
        return False
    return (set(words) <= set(name) and words[-1] == name[-1]) or words[-len(name) :] == name

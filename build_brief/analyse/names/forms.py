"""Tell by form alone whether capitals could be a person's name: no body's noun, no word of a sentence."""

from __future__ import annotations

import re

from build_brief.analyse.names.joined import is_subject
from build_brief.analyse.names.lines import Line
from build_brief.analyse.names.name_words import HALVES, MONTH_NAMES
from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import is_family_name_first, is_given_name, read_titles
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify
from build_brief.language.word_memory import remember
from build_brief.model.annotations import MentionKind

MOST_PARTS = 6
SURNAMES = frozenset(
    {"Post", "Church", "Court", "Guard", "Bank", "Press", "Black", "White", "English", "Christian"}
)
"""Nouns of bodies that are surnames too."""
SMALL = frozenset({"preposition", "determiner", "pronoun", "auxiliary", "subordinator"})
LONG = 5
LINKING = frozenset({"of", "for", "on", "and", "&", "against", "’s", "the"})
RUN_TOGETHER = re.compile(r"(?<!^Mac)(?<!^Fitz)(?<=[a-z]{3})[A-Z]|[a-z]\.[A-Z]")
WEAK_TITLES = frozenset(
    [
        "Private",
        "Major",
        "General",
        "Justice",
        "Head",
        "Partner",
        "Principal",
        "Agent",
        "Officer",
        "Chief",
        "Chair",
        "Speaker",
        "Editor",
        "Anchor",
        "Lama",
        "Canon",
        "Dean",
        "Engineer",
        "Executive",
        "Deputy",
        "Father",
        "Mother",
        "Sister",
        "Brother",
        "Count",
        "Don",
        "Miss",
    ]
)
"""Titles that are words of other names too: they count only before what could be a person's name."""


def could_be_person(line: Line, first: int, end: int) -> bool:
    """Tell whether nothing in the form of the words speaks against a person's name."""
    words = line.words[first:end]
    if not _looks_like_name(words):
        return False
    if words[-1] in read_words("organisation_nouns") or words[-1] in read_words("name_adjectives"):
        return words[-1] in SURNAMES and (len(words) == 1 or (len(words) == 2 and is_given_name(words[0])))  # noqa: PLR2004
    if not is_given_name(words[0]) and _holds_body_noun(words[:-1]):
        return False  # “League Baseball”, “Air Force One”
    if any(word in read_titles() and word not in WEAK_TITLES for word in words):
        return words[0] not in read_titles() and is_given_name(words[0])
    known = match_known(line.words, first)
    if known and known[1].kind is MentionKind.ORGANISATION and not is_given_name(words[0]):
        return False
    return not (known and known[0] >= len(words) and not (len(words) == 1 and is_given_name(words[0])))


def _holds_body_noun(words: tuple[str, ...]) -> bool:
    return any(word in read_words("organisation_nouns") and word not in SURNAMES for word in words)


def _looks_like_name(words: tuple[str, ...]) -> bool:
    if not 1 <= len(words) <= MOST_PARTS or any(word.lower() in LINKING for word in words):
        return False
    if words[0] in read_words("name_suffixes") or not read_words("no_person_words").isdisjoint(words):
        return False
    if " ".join(words) in read_words("no_entities"):
        return False
    parts = [word for word in words if word not in HALVES]
    if len(set(parts)) < len(parts) or words[0] in read_words("no_first_words") or _is_label(words):
        return False
    return not any(_is_garbled(word) for word in words)


def is_told(words: tuple[str, ...]) -> bool:
    """Tell whether words of a sentence stand among them: “Rose From Defeat”, “As AG”."""
    if not is_given_name(words[0]) and classify(words[0]).grammar and _goes_on_plainly(words):
        return True
    if not is_given_name(words[0]) and len(words[-1]) > 2 and words[-1].isupper() and not words[0].isupper():  # noqa: PLR2004
        return words[-1] not in read_words("name_suffixes")
    if "V." in words and not is_given_name(words[0]):
        return True  # a case in court
    if any(is_subject(word) for word in words[1:]) and not (len(words) == 2 and is_given_name(words[0])):  # noqa: PLR2004
        return True
    inner = any(_is_past(word) or _is_small(word, SMALL | {"modal"}) for word in words[1:-1])
    return inner or _is_small(words[-1], SMALL) or any(map(_is_calling, words[1:]))


def _goes_on_plainly(words: tuple[str, ...]) -> bool:
    """Tell whether a word of grammar goes before another plain word: “You Need”, not “You Jae-min”."""
    if not is_family_name_first(words[0]):
        return True
    return word_share(plain_word(words[1])) > UNLISTED_SHARE or bool(classify(words[1].lower()).verb)


def _is_past(word: str) -> bool:
    """Tell whether a word inside a headline is a verb: “Ousted”."""
    return len(word) > LONG and word.endswith("ted") and not is_given_name(word)


def _is_small(word: str, grammar: frozenset[str]) -> bool:
    """Tell whether a word inside a headline is one of grammar: “From”, “Has”."""
    if word in MONTH_NAMES or word.lower() in read_words("particles") or is_given_name(word):
        return False
    return len(word) > 2 and classify(word).grammar in grammar  # noqa: PLR2004


def _is_calling(word: str) -> bool:
    """Tell whether a word is what somebody does in a headline: “Calls”, “Accuses”."""
    known = classify(word.lower())
    return not is_given_name(word) and bool(known.verb) and known.form == "s" and not known.noun


@remember
def _is_garbled(word: str) -> bool:
    """Tell whether a word is two run together, or a pair: “RuizSunday”, “AP/Ruiz”, “Biden-Paul”."""
    if "/" in word or RUN_TOGETHER.search(word) or any(mark.isdigit() for mark in word):
        return True
    one, _, other = word.partition("-")
    return bool(other) and not is_given_name(one) and is_given_name(other)


def _is_label(words: tuple[str, ...]) -> bool:
    """Tell whether a shouted word stands before the name: “WATCH Ruiz”."""
    shouted = len(words[0]) > 3 and words[0].isalpha() and words[0].isupper()  # noqa: PLR2004 - “AJ”
    return shouted and not words[-1].isupper()

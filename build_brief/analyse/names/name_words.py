"""Tell whether a word of a line may be part of a name: by its capital, and by what it is not."""

from __future__ import annotations

import re

from build_brief.analyse.names.lines import Line
from build_brief.language.name_lists import is_given_name, read_titles
from build_brief.language.tokens import TokenKind
from build_brief.language.vocabulary import read_words
from build_brief.language.word_memory import remember

PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
"""“Sen. Ann Hall, D-Ohio”."""
COMPOUND = re.compile(r"-[a-z]{2,}ed$|-turned-|-shirts?$|^[A-Z]?[a-z]+ty-[a-z]+$")
"""“Lisbon-flagged”, “General-turned-Senator”, “Twenty-four”."""
ARABIC = ("al-", "el-", "ul-", "as-", "ad-", "an-", "ash-", "ar-", "at-", "az-", "d’", "’t")
HALVES = frozenset({"Abdel", "Abdul", "Abdal", "Abu", "Abou"})
"""Openings of compound names: “Abdel Moneim Abdel Maqsud” is one man, and nothing is repeated."""
MONTH_NAMES = frozenset({"May", "April", "June", "August", "Jan", "Sunday", "Christian", "English", "Latin"})


def is_name_word(line: Line, at: int) -> bool:
    """Tell whether word `at` may be part of a name; False when there is no such word."""
    if not 0 <= at < len(line.words) or line.tokens[at].kind is not TokenKind.WORD:
        return False
    word = line.words[at]
    return _looks_like_name(word) and (not _has_other_sense(word) or _is_month_name(line, at))


@remember
def _looks_like_name(word: str) -> bool:
    if (word[0].islower() and word.isalpha()) or COMPOUND.search(word):
        return False
    if word.startswith(ARABIC) and word.partition("-")[2][:1].isupper():
        return True
    tagged = PARTY_TAG.match(word) or word.rpartition("-")[2] in read_words("adjective_endings")
    return word[0].isupper() and not tagged


def _has_other_sense(word: str) -> bool:
    """Tell whether a word with a capital is mostly none of a name: a month, “Monday”, “Christmas”."""
    return word in read_words("not_names") and word not in read_words("name_adjectives")


def _is_month_name(line: Line, at: int) -> bool:
    """Tell whether “May” is a surname here: after a given name or title, or with ’s or a verb after it."""
    if line.words[at] not in MONTH_NAMES:
        return False
    before, after = line.word(at - 1), line.word(at + 1)
    if is_given_name(before) or before in read_titles():
        return True
    if before[:1].isupper() and at - 1 not in line.opening:
        return False  # “Ann Lee Sunday”
    return before.lower() not in ("in", "last", "next", "this", "early", "late", "since", "until", "on") and (
        after.islower()
        and after not in ("and", "of", "or", "to", "with", "in", "at", "have", "be", "not", "also")
    )

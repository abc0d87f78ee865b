"""Put a word into a class: what it does in a sentence that reports speech, not which word it is.

Words of grammar are their own class; verbs and nouns of reporting are known from short lists; of
any other word only its shape remains, and of one in small letters its ending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_all_forms, read_forms, read_words
from build_brief.language.word_memory import remember

SHORT, LONG = 4, 6
ENDINGS = {4: 1, 5: 1, 6: 3}
"""Letters of an ending that are told, by the letters of the word: too few to know the word by."""
YEAR = re.compile(r"[12]\d{3}")
VERB_LISTS = ("speech_verbs", "judgement_verbs", "thought_verbs", "evidence_verbs")
NOUN_LISTS = ("person_nouns", "body_nouns", "document_nouns", "calendar_words")
OPENERS = frozenset({"in", "as"})
"""Of phrases that credit somebody: “in the words of”, “as first reported by”."""
CLASSES = 1 << 13
"""Remembered: some 2,200 classes hold all words of 150 articles."""


@dataclass(frozen=True, slots=True, eq=False)
class WordClass:
    """What is known of a word in itself; words of which the same is known share one."""

    symbol: str
    """For a learner: the word of grammar itself, else the class and shape."""
    grammar: str
    """`determiner`, `pronoun`, `preposition` … of `function_words.txt`; empty for other words."""
    verb: str
    """The list that holds it as a verb (`speech`, `judgement`, `thought`, `evidence`), or empty."""
    base: str
    """The verb's base form, or empty."""
    form: str
    """`base`, `s`, `ed` or `ing` of a verb, or empty."""
    noun: str
    """The list that holds it as a noun (`person`, `body`, `document`, `calendar`), or empty."""
    shape: str
    """`x` small letters, `X` a capital first, `XX` capitals, `9` a number, the mark itself."""
    reports: bool = False
    """Whether it ever reports speech or begins words that do; few words and marks do."""


@remember
def classify(word: str) -> WordClass:
    """Return the class of `word`, which is one token as printed."""
    lower = word.lower().replace("'", "’")
    shape = _find_shape(word)
    grammar = "" if shape == "XX" and len(word) > 1 else _read_grammar().get(lower, "")
    verb, base = _find_verb(lower) if shape in "xX" else ("", "")
    form = _find_form(lower, base) if base else ""
    noun = _find_noun(word, lower)
    known = (grammar, verb, base, form, noun, shape)
    reports = bool(verb) or grammar == "accord" or shape == ":" or _may_report(word.lower())
    return _share(_name_class(word, lower, WordClass("", *known)), known, reports=reports)


@lru_cache(maxsize=CLASSES)
def _share(symbol: str, known: tuple[str, str, str, str, str, str], *, reports: bool) -> WordClass:
    """Return the one class of which all this is known: being few, they are at hand whenever one is asked."""
    return WordClass(symbol, *known, reports=reports)


def _may_report(lower: str) -> bool:
    """Tell whether any other word may report, as all past forms may, or is one of `OPENERS`."""
    return lower in OPENERS or lower.endswith("ed") or lower in read_all_forms("past_verbs")


@cache
def _read_grammar() -> dict[str, str]:
    return {forms[0]: forms[1] for forms in read_forms("function_words")}


def _find_shape(word: str) -> str:
    if not word[0].isalnum():
        return word[0] if word[0] not in "'’" or len(word) == 1 else "x"
    if word[0].isdigit():
        return "9"
    if word.isupper() and len(word) > 1:
        return "XX"
    return "X" if word[0].isupper() else "x"


def _find_verb(lower: str) -> tuple[str, str]:
    for name in VERB_LISTS:
        base = read_verbs(name).get(lower)
        if base:
            return name.partition("_")[0], base
    return "", ""


def _find_form(lower: str, base: str) -> str:
    if lower == base:
        return "base"
    if lower.endswith("ing"):
        return "ing"
    return "s" if lower.endswith("s") else "ed"


def _find_noun(word: str, lower: str) -> str:
    for name in NOUN_LISTS:
        if lower in read_words(name) or word in read_words(name):
            return name.partition("_")[0]
    return ""


def _name_class(word: str, lower: str, known: WordClass) -> str:
    if known.grammar:
        return lower if known.shape == "x" else "^" + lower
    if known.shape == "x" and (known.verb or known.noun):
        return f"{known.verb}:{known.form}:{_refine(known)}{known.noun}"
    if known.shape in ("X", "XX"):
        return f"{known.shape}:{'title' if word in read_words('courtesy_titles') else known.noun}"
    return _name_shape(word, lower, known.shape)


def _refine(known: WordClass) -> str:
    plain = "p" if known.base in read_words("plain_verbs") else ""
    return plain + ("a" if known.base in read_words("addressing_verbs") else "")


def _name_shape(word: str, lower: str, shape: str) -> str:
    if shape == "x":
        return "~" + lower[-ENDINGS[min(len(word), LONG)] :] if len(word) >= SHORT else "~"
    if shape == "9":
        return "year" if YEAR.fullmatch(word) else "number"
    return word[:3]

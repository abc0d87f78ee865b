"""Find the noun phrase after a verb of speech: “[said] Ana Ruiz, the mayor of Cuenca”."""

from __future__ import annotations

from build_brief.analyse.quotes.cues.manners import is_manner
from build_brief.analyse.quotes.cues.reporting import PAST
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.noun_phrases import SUBJECTS, Range

LATER = frozenset({"afterwards", "afterward", "later", "online", "live", "last", "yesterday", "today"})

TIES = ("preposition", "coordinator", "determiner")
ENDING_NAMES = frozenset({"today", "tonight", "one", "two", "four", "five", "six", "seven", "nine", "ten"})
"""Of papers, programmes and channels."""


def find_after(passage: Passage, start: int, ceiling: int) -> Range | None:
    """Return the noun phrase that begins at token `start`, appositions included; before `ceiling`."""
    if start >= ceiling or not _may_open(passage, start):
        return None
    if passage.classes[start].grammar == "pronoun":
        return start, start
    last = _walk_right(passage, start, ceiling)
    while (
        last + 2 < ceiling and passage.tokens[last + 1].text == "," and _opens_apposition(passage, last + 2)
    ):
        last = _walk_right(passage, last + 2, ceiling)
    while last > start and passage.classes[last].grammar in TIES and not ends_name(passage, last):
        last -= 1
    return start, last


def _may_open(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    if passage.regions[token] != OUTSIDE or known.noun == "calendar":
        return False
    if known.grammar:
        return known.grammar == "determiner" or passage.lower[token] in SUBJECTS
    return known.shape in ("X", "XX", "9") or known.noun in ("person", "body") or known.shape == "x"


def _opens_apposition(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    if known.grammar:
        return known.grammar == "determiner" and known.symbol not in ("which", "what", "this", "that")
    if known.shape == "9":
        return _is_age(passage, token)
    return known.noun in ("person", "body") or known.shape in ("X", "XX")


def _is_age(passage: Passage, token: int) -> bool:
    """Tell whether a number stands alone after a name: “Ito, 24, of Oslo”; not “the survey, 70 per cent”."""
    after = token + 1
    if after >= len(passage.tokens) or not passage.classes[after].shape.isalnum():
        return not passage.is_word(after, "%", "$", "£", "€")
    return passage.is_word(after, "who", "from", "and", "years", "year", "a")


def _walk_right(passage: Passage, start: int, ceiling: int) -> int:
    last = start
    while last + 1 < ceiling and _goes_on_right(passage, last + 1, ceiling):
        last += 1
    while last > start and _is_manner(passage, last):
        last -= 1
    return last


def _is_manner(passage: Passage, token: int) -> bool:
    """Tell whether the word after a name says when or how: “said Ito [afterwards]”."""
    text, before = passage.tokens[token].text, passage.classes[token - 1].shape
    timed = (
        text in ("late", "early")
        and passage.classes[min(token + 1, len(passage.tokens) - 1)].noun == "calendar"
    )
    return text.islower() and before in ("X", "XX") and (timed or text in LATER or is_manner(text))


def _goes_on_right(passage: Passage, token: int, ceiling: int) -> bool:
    if passage.regions[token] != OUTSIDE:
        return False
    known, text = passage.classes[token], passage.lower[token]
    if text in ("of", "for", "and", "at", "in", "on", "&", "’s", "'s", "’", "'", "-", "(", ")"):
        return token + 1 < ceiling and _binds(passage, token, text)
    if ends_name(passage, token):
        return True
    if known.grammar:
        before = passage.classes[token - 1].grammar
        return known.grammar == "determiner" and before in ("preposition", "coordinator", "determiner")
    if known.noun == "calendar":  # “a Wednesday editorial”
        return passage.classes[token - 1].grammar == "determiner" and token + 1 < ceiling
    small = known.shape == "x" and bool(known.verb)
    verbal = small and not known.noun and not passage.is_word(token - 1, "of")
    return known.shape.isalnum() and not verbal and text not in PAST


def ends_name(passage: Passage, token: int) -> bool:
    """Tell whether a word that is none elsewhere ends a name in capitals: “USA Today”, “Page Six”."""
    return (
        passage.classes[token].shape == "X"
        and passage.lower[token] in ENDING_NAMES
        and token > 0
        and passage.classes[token - 1].shape in ("X", "XX")
    )


def _binds(passage: Passage, token: int, text: str) -> bool:
    """Tell whether a preposition ties a noun to the phrase: “mayor of Oslo”, not “said in March”."""
    after, before = passage.classes[token + 1], passage.classes[token - 1]
    named = before.shape == "X" and after.shape in ("X", "XX") and passage.is_word(token - 2, "the")
    if text == "for" and named:
        return True  # “the Center for Fair Trade”
    if text in ("at", "in", "on", "for"):
        return before.noun == "person" and after.noun != "calendar" and after.grammar != "pronoun"
    if text == "and":
        return after.shape in ("X", "XX") or after.noun != "" or passage.is_word(token + 1, "other")
    return after.grammar not in ("pronoun", "auxiliary") or text in ("’s", "'s")

"""Tell a verb in -s from the plural noun that looks like it: “it states”, “the states”.

What stands before it and after it decides: a verb has a subject in the singular, and words to
report. A word before an auxiliary (“the figures do not add up”) is a noun.
"""

from __future__ import annotations

from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.language.vocabulary import read_words

SINGULAR = frozenset({"he", "she", "it", "who", "which", "everyone", "nobody", "also"})
NEAR = 8
"""Tokens of the subject between a quote or a comma and its verb."""
OPENING = frozenset({"determiner", "pronoun"})


def is_plural_noun(passage: Passage, token: int) -> bool:
    """Tell whether the word at `token`, which may be a verb in -s, stands as a noun."""
    if passage.lower[token] not in read_words("nouns_like_verbs"):
        return False
    beside = passage.is_quoted(token + 1) or (token > 0 and passage.regions[token - 1] != OUTSIDE)
    if beside or passage.is_word(token - 1, *SINGULAR) or passage.is_word(token + 1, ":"):
        return False
    subject = _has_subject(passage, token)
    return not (subject and (_opens_clause(passage, token + 1) or _closes_sentence(passage, token)))


def _has_subject(passage: Passage, token: int) -> bool:
    """Tell whether a name or a word for one person, body or paper stands right before."""
    if not token:
        return False
    known, text = passage.classes[token - 1], passage.tokens[token - 1].text
    if known.shape in ("X", "XX"):
        return True
    return bool(known.noun) and known.noun != "calendar" and not text.endswith("s")


def _closes_sentence(passage: Passage, token: int) -> bool:
    """Tell whether the sentence ends here, with what was said before a comma: “…, the firm claims.”."""
    start, end = passage.sentence_limits(token)
    after = range(token + 1, end)
    if any(passage.classes[place].shape.isalnum() for place in after):
        return False
    before = range(max(start, token - NEAR), token)
    return any(passage.is_word(place, ",") or passage.regions[place] != OUTSIDE for place in before)


def _opens_clause(passage: Passage, token: int) -> bool:
    """Tell whether words follow that a verb reports: “that it rained”, “the price”; not “that are”."""
    if token + 1 >= len(passage.tokens):
        return False
    known, after = passage.classes[token], passage.classes[token + 1]
    if passage.is_word(token, "that"):
        return after.grammar != "auxiliary" and not after.verb
    named = known.shape == "X" and not known.grammar
    return known.grammar in OPENING or named or passage.is_word(token, "to", "how", "whether", "why")

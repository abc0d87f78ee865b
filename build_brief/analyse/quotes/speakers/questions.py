"""Tell who was asked from who asks: in “Asked if he knew, Ito said no” the question is not Ito's."""

from __future__ import annotations

from build_brief.analyse.quotes.cues.manners import is_manner
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range

QUESTIONING = frozenset({"ask", "press", "quiz", "question", "challenge"})
OPENING = frozenset({"when", "if", "once", "after", "repeatedly", "later"})
BE = frozenset({"was", "were", "is", "are", "been", "being"})
WHETHER = frozenset({"if", "whether", "what", "why", "how", "about", "when", "who", "where", "which"})
NEAR = 9
"""Tokens from the start of a sentence to its “was asked”."""


def is_put_to_readers(passage: Passage, cue: int) -> bool:
    """Tell whether the paper only asks whether somebody said it: “Has Ruiz blamed the rain yet?”."""
    if cue >= len(passage.tokens):
        return False
    start, end = passage.sentence_limits(cue)
    asked = passage.is_word(end - 1, "?") and passage.regions[end - 1] == OUTSIDE
    return asked and passage.classes[start].grammar == "auxiliary" and passage.regions[start] == OUTSIDE


def opens_with_question(passage: Passage, token: int) -> bool:
    """Tell whether `token` begins a sentence as “Asked whether …” or “When Ito was asked whether …” does."""
    if passage.sentence_limits(token)[0] != token:
        return False
    if _is_asking(passage, token):
        return True
    if not passage.is_word(token, *OPENING):
        return False
    near = range(token + 1, min(token + NEAR, len(passage.tokens)))
    asked = next((place for place in near if _is_asking(passage, place)), None)
    return asked is not None and (asked == token + 1 or is_questioned(passage, asked))


def is_questioned(passage: Passage, token: int) -> bool:
    """Tell whether somebody was asked at `token`: “when asked”, “was pointedly asked”, “, asked whether”."""
    if not _is_asking(passage, token):
        return False
    before = token - 1
    while before >= 0 and _is_manner(passage, before):
        before -= 1
    if passage.is_word(before, *BE, "when", "if", "once"):
        return True
    return passage.is_word(before, ",") and passage.is_word(token + 1, *WHETHER)


def find_answer(passage: Passage, token: int, end: int) -> Range | None:
    """Return the quote after the colon that ends a question: “Ito, asked why: ‘No idea.’”."""
    for place in range(token + 1, end - 1):
        if passage.is_word(place, ":") and passage.is_quoted(place + 1):
            last = place + 1
            while last + 1 < end and passage.regions[last + 1] != OUTSIDE:
                last += 1
            return place + 1, last
    return None


def _is_asking(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    return (known.form == "ed" and known.base in QUESTIONING) or passage.is_word(token, "pressed")


def _is_manner(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    return known.grammar == "adverb" or (known.shape == "x" and is_manner(passage.tokens[token].text))

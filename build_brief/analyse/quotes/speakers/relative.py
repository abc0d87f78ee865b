"""Find the noun that a relative clause belongs to: “[a diplomat who attended the talks] said”.

The clause stands without commas between its noun and the verb of speech. When its own verb is one of
speech, what follows is what that one says, and nobody is found: “people who say the minister lied”.
A participle may stand for the clause: “[a man accused of theft] told police”.
"""

from __future__ import annotations

from build_brief.analyse.quotes.cues.reporting import PAST
from build_brief.analyse.quotes.passages import OUTSIDE, Passage

FARTHEST = 16
"""Tokens from “who” to the verb of speech."""
TIES = frozenset({"of", "by", "in", "over", "at", "for", "with", "from", "on", "near", "outside"})
"""Right after a participle that belongs to a noun."""
STOPS = frozenset({"subordinator", "pronoun", "coordinator", "auxiliary", "negation"})
ADVERBIAL = frozenset({"adverb", "auxiliary", "negation"})


def find_relative(passage: Passage, last: int, floor: int) -> int | None:
    """Return the token “who” whose clause ends at token `last`; None when there is none."""
    for token in range(last - 1, max(floor, last - FARTHEST), -1):
        if passage.regions[token] != OUTSIDE or not passage.classes[token].shape.isalnum():
            return None
        if passage.is_word(token, "who"):
            return token if _is_plain(passage, token, last) else None
    return None


def _is_plain(passage: Passage, who: int, last: int) -> bool:
    """Tell whether the clause has a verb that is none of speech, and its noun stands right before it."""
    verb = who + 1
    while verb < last and passage.classes[verb].grammar in ADVERBIAL:
        verb += 1
    silent = passage.classes[verb].verb in ("", "judgement", "evidence") or passage.is_word(verb + 1, "not")
    return silent and passage.classes[who - 1].shape.isalnum() and not passage.classes[who - 1].grammar


def find_participle(passage: Passage, last: int, floor: int) -> int | None:
    """Return the past participle near the sentence's start whose phrase ends at token `last`, else None."""
    start = max(floor, passage.sentence_limits(last)[0])
    if last - start > FARTHEST:
        return None
    for token in range(start + 1, last):
        known, text = passage.classes[token], passage.tokens[token].text
        if known.grammar in STOPS or not known.shape.isalnum() or passage.regions[token] != OUTSIDE:
            return None
        if known.shape == "x" and (text in PAST or text.endswith("ed")) and passage.is_word(token + 1, *TIES):
            return token if _is_whole(passage, token + 1, last) else None
    return None


def _is_whole(passage: Passage, token: int, last: int) -> bool:
    """Tell whether the phrase is one: no mark, no second verb with its subject."""
    between = passage.classes[token : last + 1]
    return all(one.shape.isalnum() and one.grammar not in STOPS for one in between)

"""Take off what stands around who spoke: a clause, an occasion, a day, a headline run into the sentence."""

from __future__ import annotations

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range, find_core

SHOWING = frozenset({"showed", "shows", "show", "sent", "sends", "heard", "saw", "gave", "wore", "held"})
"""Verbs that a speaker is taken to hold where what they have beside them speaks, or is read."""
OCCASIONS = frozenset(
    {"interview", "statement", "e-mail", "email", "comment", "tweet", "telephone", "speech"}
)
"""In one of these somebody spoke; it is no part of who did."""
NEAR = 6
"""Tokens from a comma to the end of “in a telephone interview”."""


def cut_verb(passage: Passage, claim: Attribution, speaker: Range) -> Range:
    """Return a speaker without a whole clause: “[a film showed] marchers [chanting]”, “Ito [sent cards]”."""
    first, last = speaker
    for token in range(first + 1, last):
        if passage.is_word(token, "who", "which", "that", "whose", "whom", ","):
            break
        if passage.tokens[token].text in SHOWING:
            cue = passage.find_token(claim.cue.start) if claim.cue else 0
            chanting = cue == last + 1 and passage.tokens[cue].text.endswith("ing")
            return (token + 1, last) if chanting else (first, token - 1)
        if passage.is_word(token + 1, "how", "why", "whether") and passage.tokens[token].text.endswith("s"):
            return first, token - 1  # “a report [outlines how the firm]”
        if not passage.is_word(first, "who", "which") and _has_object(passage, token):
            return _cut_around(passage, claim, speaker, token)
    return speaker


def _has_object(passage: Passage, token: int) -> bool:
    """Tell whether a verb in a tense stands at `token` with somebody or something beside it."""
    known, after = passage.classes[token], passage.classes[token + 1]
    if known.shape != "x" or known.noun or known.grammar or not is_finite(passage, token):
        return False
    if passage.classes[token - 1].grammar in ("determiner", "preposition", "adverb"):
        return False
    named = after.shape in ("X", "XX") and not after.grammar and after.noun != "calendar"
    return named or after.grammar in ("determiner", "pronoun")


def _cut_around(passage: Passage, claim: Attribution, speaker: Range, verb: int) -> Range:
    """Return the subject of a verb in a tense that stands inside a speaker, or of the cue right after it.

    “[Ito surprised] the mayor [by] saying” is Ito's; “[Ito made clear] the board thinks” is the board's.
    """
    first, last = speaker
    cue = passage.find_token(claim.cue.start) if claim.cue else 0
    if cue == last + 1 and passage.classes[cue].form != "ing" and not passage.is_word(last, "and"):
        return find_core(passage, cue, verb + 1) or (verb + 1, last)
    return first, verb - 1


def cut_clause(passage: Passage, first: int, last: int) -> int:
    """Return the last token of a name before a clause of time: “Ana Ruiz [as the crowd left]”."""
    for token in range(first + 1, last):
        named = passage.classes[token - 1].shape in ("X", "XX")
        if named and passage.is_word(token, "as", "after", "when", "while", "before", "because"):
            return token - 1
    return last


def cut_relative(passage: Passage, first: int, last: int) -> int:
    """Return the last token of a name before a clause that breaks off: “Ana Ruiz[, who in May]”."""
    for token in range(first + 2, last + 1):
        dated = token < last and passage.classes[token + 1].grammar == "preposition"
        if dated and passage.is_word(token, "who") and passage.is_word(token - 1, ","):
            whole = any(is_finite(passage, place) for place in range(token + 1, last + 1))
            return last if whole else token - 2
    return last


def cut_occasion(passage: Passage, claim: Attribution, speaker: Range) -> int:
    """Return the last token of who spoke: “said Ana Ruiz[, in an interview]”, “said an aide [to Politik]”."""
    first, last = speaker
    if claim.cue is None or claim.cue.end > passage.tokens[first].start:
        return last
    for token in range(first + 1, last):
        near = range(token + 2, min(token + NEAR, last + 1))
        said = passage.is_word(token + 1, "in") and any(passage.is_word(t, *OCCASIONS) for t in near)
        if passage.is_word(token, ",") and (said or passage.is_word(token + 1, "about", "regarding")):
            return token - 1
        if passage.is_word(token, "in", "on") and any(passage.is_word(t, *OCCASIONS) for t in near[:2]):
            return token - 1
        if passage.is_word(token, ",") and _names_outlet(passage, token + 1, last):
            return token - 1
        told = passage.is_word(token, "to") and passage.is_word(token - 1, "official", "aide", "source")
        if told and token + 1 == last and passage.classes[last].shape in ("X", "XX"):
            return token - 1
    return last


def _names_outlet(passage: Passage, first: int, last: int) -> bool:
    """Tell whether only “to” or “in” and a name end the speaker: “an aide[, to Fox News]”."""
    commas = (token for token in range(first + 1, last) if passage.is_word(token, ","))
    rest = range(first + 1, next(commas, last + 1) if passage.is_word(first, "to") else last + 1)
    named = all(passage.classes[t].shape in ("X", "XX") or passage.is_word(t, "the") for t in rest)
    return passage.is_word(first, "to", "in") and len(rest) > 0 and named


def skip_subject(passage: Passage, claim: Attribution, speaker: Range) -> int:
    """Return where a paper begins between another's name and verb: “Ito[, the paper] said, had left”."""
    first, last = speaker
    comma = next((token for token in range(first + 1, last) if passage.is_word(token, ",")), last)
    beside = claim.cue is not None and passage.find_token(claim.cue.start) == last + 1
    if comma == last or not beside or claim.cue is None:
        return first
    inserted = passage.is_word(passage.find_token(claim.cue.end), ",")
    paper = passage.is_word(comma + 1, "the") and last == comma + 2 and _is_paper(passage, last)
    return comma + 1 if inserted and paper and passage.classes[comma - 1].shape in ("X", "XX") else first


def _is_paper(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    return known.noun == "document" or passage.is_word(token, "newspaper", "paper", "magazine", "report")


def cut_date(passage: Passage, first: int, last: int) -> int:
    """Return the last token of who spoke, without when: “Ruiz[, last week]”, “Ruiz[, on Friday]”."""
    comma = next((token for token in range(last - 1, first, -1) if passage.is_word(token, ",")), last)
    if passage.classes[last].symbol == "year" and passage.is_word(last - 1, "in") and last - 2 >= first:
        return last - 2  # “Ruiz in 2016”
    if comma == last:
        return last
    dated = passage.classes[last].noun == "calendar" or passage.is_word(last, "week", "month", "year")
    led = passage.is_word(comma + 1, "last", "this", "earlier", "on", "in", "late") or comma + 1 == last
    return comma - 1 if dated and led and last - comma < NEAR else last


def skip_headline(passage: Passage, first: int, last: int) -> int:
    """Return where “Mr.” begins a name after other capitals: “[Police Bar Marchers From U.S.] Mr. Ito”."""
    for token in range(first + 2, last):
        title = passage.tokens[token].text.rstrip(".") in ("Mr", "Mrs", "Ms", "Mx")
        before = passage.classes[token - 1]
        if title and before.shape in ("X", "XX") and not before.noun:
            return token
    return first


def skip_day(passage: Passage, first: int, last: int) -> int:
    """Return where the speaker begins after a phrase of time: “[a speech last July] the minister”."""
    for token in range(first + 1, last - 1):
        dated = passage.classes[token].noun == "calendar" and passage.is_word(
            token - 1, "last", "this", "in", "on"
        )
        if dated and passage.is_word(token + 1, "the", "a", "an", "its", "his"):
            return token + 1
    return first

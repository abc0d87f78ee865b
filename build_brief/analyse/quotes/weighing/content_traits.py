"""What tells whether somebody said these words, and no more than these: the verb, the clause, their length.

Each trait adds to or takes from the odds that words and speaker are right, as those of `traits.py` do for the
speaker alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.weighing.traits import is_within
from build_brief.language.word_classes import WordClass
from build_brief.model.annotations import QuoteKind

LENGTHS = (2, 4, 7, 12, 20, 35)
"""Tokens where a content passes from one class of length to the next."""
STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96)
"""Where the learner's certainty passes from one class to the next."""
TIES = ("and", "but")
MOST = 3
"""Parts, or tokens of a cue, that are told apart."""


class Telling(NamedTuple):
    """What the cue is: the base form of its last verb, the verb's sort and form, its words, its last word."""

    base: str = "none"
    verb: str = "none"
    form: str = "none"
    words: int = 0
    last: str = "none"


def list_content_traits(passage: Passage, claim: Attribution, kind: QuoteKind) -> tuple[str, ...]:
    """Return the traits of the words of `claim` and of how they are told, in a fixed order."""
    by = claim.rule.rpartition("/")[0] or claim.rule
    cue = _describe_cue(passage, claim)
    length, opens, clause = _describe_contents(passage, claim)
    certain = bisect_right(STEPS, claim.certainty)
    after = claim.cue is not None and claim.contents[0].start >= claim.cue.end
    that = passage.is_word(passage.find_token(claim.contents[0].start) - 1, "that")
    return (
        f"verb {cue.base}",
        f"verb {cue.base} {by}",
        f"cue {cue.last} {min(MOST, cue.words)}",
        f"tied {_name_tie(passage, claim)} {claim.rule}",
        f"clause {clause} that {that} after {after} {kind}",
        f"clause {clause} {cue.verb} {cue.form} {by}",
        f"opens {opens} {kind}",
        f"opens {opens} {cue.verb} {kind}",
        f"length {length} {kind}",
        f"length {length} {by}",
        f"sure {certain} {by}",
        f"sure {certain} {kind}",
        f"parts {min(MOST, len(claim.contents))} {kind}",
    )


def _describe_cue(passage: Passage, claim: Attribution) -> Telling:
    if claim.cue is None or not is_within(passage, claim.cue):
        return Telling()
    first, end = passage.find_token(claim.cue.start), passage.find_token(claim.cue.end)
    known = passage.classes[first:end]
    if not known:
        return Telling()
    told = next((one for one in reversed(known) if one.verb), known[-1])
    return Telling(told.base or "none", told.verb or "none", told.form, len(known), _sort(known[-1]))


def _name_tie(passage: Passage, claim: Attribution) -> str:
    """Return what stands before the cue: “and”, “but”, a comma, or another word."""
    if claim.cue is None or not is_within(passage, claim.cue):
        return "none"
    before = passage.find_token(claim.cue.start) - 1
    if before < 0 or not passage.classes[before].grammar:
        return "mark" if before >= 0 and not passage.classes[before].shape.isalnum() else "word"
    return next((word for word in TIES if passage.is_word(before, word)), "grammar")


def _describe_contents(passage: Passage, claim: Attribution) -> tuple[int, str, bool]:
    """Return the length, the sort of the first word, and whether the first part holds a verb in a tense."""
    ranges = [(passage.find_token(part.start), passage.find_token(part.end)) for part in claim.contents]
    length = bisect_right(LENGTHS, sum(end - first for first, end in ranges))
    first, end = ranges[0][0], min(ranges[0][1], len(passage.tokens))
    return (
        length,
        next(_name_first(passage, first), "none"),
        any(is_finite(passage, token) for token in range(first, end)),
    )


def _name_first(passage: Passage, token: int) -> Iterator[str]:
    if token >= len(passage.tokens):
        return
    if passage.is_word(token, "to"):
        yield "to"
    known = passage.classes[token]
    if known.shape == "x" and not known.grammar and passage.tokens[token].text.endswith("ing"):
        yield "ing"
    yield _sort(known)


def _sort(known: WordClass) -> str:
    return known.grammar or known.verb or known.noun or known.shape

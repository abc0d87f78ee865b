"""Read what the page itself gives to a speaker, without a verb: transcript turns and signatures.

“NAME: …” in capitals at the head of a paragraph speaks the rest of it; “‘…’ — Name” after a quote,
on its line or alone on the next, has said it.
"""

from __future__ import annotations

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.cues.labelled import is_plain
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range

DASHES = frozenset({"—", "–", "―", "--", "-", "~"})
LONGEST_NAME = 6
"""Tokens of a name in capitals before a colon, title included."""
LONGEST_SIGNATURE = 14
"""Tokens after the dash: name, age, role and town."""


def read_turns(passage: Passage, after: Passage | None) -> tuple[Attribution, ...]:
    """Return the whole passage as one turn or signed quote; empty when it is neither.

    `after` is the next passage, which may hold nothing but the signature.
    """
    if not passage.tokens:
        return ()
    name = _find_name(passage)
    if name and name[1] + 2 < len(passage.tokens):
        content = passage.span(name[1] + 2, len(passage.tokens) - 1)
        return (Attribution((content,), passage.span(*name), None, "turn"),)
    return _read_signed(passage, after)


def _find_name(passage: Passage) -> Range | None:
    """Return the tokens of a name in capitals at the head of the passage, a colon after it."""
    first = 1 if passage.tokens[0].text in ("“", '"') else 0
    last = first
    while last < min(len(passage.tokens), first + LONGEST_NAME) and _is_capital(passage, last):
        last += 1
    named = last > first and passage.is_word(last, ":") and not is_plain(passage, first, last)
    return (first, last - 1) if named else None


def _is_capital(passage: Passage, token: int) -> bool:
    shape = passage.classes[token].shape
    return shape == "XX" or (shape == "X" and passage.tokens[token].text.isupper()) or shape == "."


def _read_signed(passage: Passage, after: Passage | None) -> tuple[Attribution, ...]:
    if passage.regions[0] == OUTSIDE:
        return ()
    last = passage.find_token(passage.closes[-1]) - 1
    contents = tuple(passage.article.span(region.outer_start, region.outer_end) for region in passage.quoted)
    if last + 1 < len(passage.tokens):
        signed = _find_signature(passage, last + 1) if _is_unbroken(passage, last) else None
        return (Attribution(contents, passage.span(*signed), None, "signature"),) if signed else ()
    signed = _find_signature(after, 0) if after else None
    if after is None or signed is None or after.paragraph != passage.paragraph + 1:
        return ()
    return (Attribution(contents, after.span(*signed), None, "signature"),)


def _is_unbroken(passage: Passage, last: int) -> bool:
    """Tell whether everything up to token `last` stands inside quotation marks."""
    return OUTSIDE not in passage.regions[: last + 1]


def _find_signature(passage: Passage, dash: int) -> Range | None:
    """Return the words after the dash at token `dash`, when they are a name up to the passage's end."""
    end = len(passage.tokens)
    if dash + 1 >= end or passage.tokens[dash].text not in DASHES or end - dash > LONGEST_SIGNATURE:
        return None
    known = passage.classes[dash + 1]
    quiet = all(passage.regions[t] == OUTSIDE and not passage.classes[t].verb for t in range(dash + 1, end))
    named = known.shape in ("X", "XX") and not known.grammar
    last = end - 2 if passage.tokens[-1].text == "." else end - 1
    return (dash + 1, last) if named and quiet and last > dash else None

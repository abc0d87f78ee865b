"""Leave out where a sentence was heard: “…, Norwich Crown Court has heard.”, “…, the inquest was told.”."""

from __future__ import annotations

from build_brief.analyse.quotes.passages import OUTSIDE, Passage

LONGEST = 9
"""Tokens of the court's name with its verb."""


def find_hearing(passage: Passage, start: int, end: int) -> int:
    """Return the comma before a court and its “heard” when they end the sentence at `end`, else `end`."""
    last = end - 1
    while last > start and not passage.classes[last].shape.isalnum():
        last -= 1
    told = passage.is_word(last, "told") and passage.is_word(last - 1, "was", "were")
    if last >= len(passage.tokens) or not (told or passage.is_word(last, "heard", "hears")):
        return end
    for token in range(last, max(start, last - LONGEST), -1):
        if passage.is_word(token, ",") or passage.regions[token] != OUTSIDE:
            return token if passage.is_word(token, ",") else token + 1
    return end

"""Tell the title of a work in quotation marks from words that somebody said: the program “Morning Forum”."""

from __future__ import annotations

from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.passages import Passage
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import WordClass
from build_brief.model.article import Span

WORKS = read_words("work_words")
TIES = frozenset({"on", "in", "of", "for", "at", "from"})
LONGEST = 9
"""Words of a title."""
NEAR = 10
"""Tokens from “the film” to its title after a comma."""


def names_work(passage: Passage, content: Span) -> bool:
    """Tell whether no clause but a title is all: “[In his memoir] ‘Duty,’”, “on the program ‘Forum’”."""
    regions = passage.find_regions(content.start, content.end)
    if not regions or not is_work(passage, regions[-1]):
        return False
    first, last = (
        passage.find_token(content.start),
        passage.find_token(passage.quoted[regions[-1]].outer_start),
    )
    ends = passage.quoted[regions[-1]].outer_end >= content.end
    return ends and not any(is_finite(passage, token) for token in range(first, last))


def is_work(passage: Passage, number: int) -> bool:
    """Tell whether quote `number` is a title: capitals, after a word for a work, “on” or whose it is."""
    region = passage.quoted[number]
    first, end = passage.find_token(region.start), passage.find_token(region.end)
    if not region.closed or any(map(_is_plain, passage.classes[first:end])):
        return False
    words = [known for known in passage.classes[first:end] if known.shape.isalnum()]
    if not 0 < len(words) <= LONGEST or words[0].shape == "x":
        return False
    before = passage.find_token(region.outer_start) - 1
    if passage.is_word(before, ","):
        near = range(max(0, before - NEAR), before)
        told = passage.classes[before - 1].verb or passage.classes[before - 2].verb == "speech"
        return not told and any(passage.is_word(token, *WORKS) for token in near)
    if before < 0:
        return False
    near = range(max(0, before - NEAR), before)
    if passage.is_word(before, "called", "named"):  # “a book on the port called ‘The Gatekeepers’”
        return any(passage.is_word(token, *WORKS) for token in near)
    owned = passage.classes[before].symbol == "’s" and passage.classes[before - 1].shape in ("X", "XX")
    return owned or passage.is_word(before, *WORKS, *TIES)


def _is_plain(known: WordClass) -> bool:
    """Tell whether a word stands in small letters in a title that has capitals: it is none of grammar."""
    return known.shape == "x" and not known.grammar

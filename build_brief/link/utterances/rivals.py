"""Doubt a speaker when another paper gives the same words to somebody else.

Two reporters who print the same long sentence under two names cannot both be right. Nobody here
knows which is, so the pages say that the speaker is uncertain, unless more papers have the one name
than the other. “He” and “the minister” are no
rivals of a name, and a spokesman is none of the body he speaks for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from zlib import crc32

from build_brief.link.utterances.same_speaker import may_be_one
from build_brief.link.utterances.speaker_rulings import RULED
from build_brief.link.utterances.wordings import LONG_WORDS, ReadWording, Wording, read_wording
from build_brief.model.dossier import AttributedQuote, QuoteId, Story, StoryId

Run = tuple[StoryId | None, int]
"""A story and the number that stands for eight words said in it."""


def doubt_rivals(
    quotes: Iterable[AttributedQuote], rivals: frozenset[QuoteId]
) -> tuple[AttributedQuote, ...]:
    """Return `quotes` in their order, those of `rivals` marked doubtful."""
    return tuple(replace(quote, doubtful=True) if quote.id in rivals else quote for quote in quotes)


def find_rivals(
    quotes: Iterable[AttributedQuote], stories: Iterable[Story], *, read: ReadWording = read_wording
) -> frozenset[QuoteId]:
    """Return the quotes whose words other papers of the story give to somebody else."""
    stories = tuple(stories)
    told_in = {article: story.id for story in stories for article in story.articles}
    alone = {story.articles[0] for story in stories if len(story.articles) == 1}
    said: defaultdict[Run, list[AttributedQuote]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker is None or not quote.speaker.startswith("people/") or quote.article in alone:
            continue
        for run in _find_runs(read(quote)):
            said[told_in.get(quote.article), run].append(quote)
    return frozenset(
        quote.id
        for same in said.values()
        if len(same) > 1
        for quote in same
        if quote.quote.rule != RULED and _is_outnumbered(quote, same)
    )


def _is_outnumbered(quote: AttributedQuote, same: Sequence[AttributedQuote]) -> bool:
    """Tell whether as many papers have another name for the words of `quote` as have its own."""
    mine = {other.article for other in same if may_be_one(quote, other, same_words=True)}
    theirs = {other.article for other in same if _are_rivals(quote, other)}
    return len(theirs) >= len(mine)


def _find_runs(wording: Wording) -> set[int]:
    """Return the runs of `LONG_WORDS` words, each as a number."""
    return {
        crc32(" ".join(piece.words[at : at + LONG_WORDS]).encode("utf-8", "replace"))
        for piece in wording.pieces
        for at in range(len(piece.words) - LONG_WORDS + 1)
    }


def _are_rivals(one: AttributedQuote, other: AttributedQuote) -> bool:
    return one.article != other.article and not may_be_one(one, other, same_words=True)

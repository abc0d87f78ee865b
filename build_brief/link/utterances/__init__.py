"""Bring together what the articles of each story report of the same utterance, and weigh who said it.

Nothing of it reaches from one story to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from build_brief.link.kept import Kept
from build_brief.link.utterances.confirmation import confirm_speakers
from build_brief.link.utterances.rivals import doubt_rivals, find_rivals
from build_brief.link.utterances.speakers import mark_quote
from build_brief.link.utterances.variants import cluster_quotes
from build_brief.link.utterances.wordings import remember_wordings
from build_brief.model.dossier import AttributedQuote, QuoteCluster, Story, StoryId
from build_brief.model.filling import fill_in

InNumbers = tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]
"""The quotes of each utterance, the fullest first, and those that are as doubtful as they were not before:
a quote is its number among those of its story, so that what is kept does not hold it once more."""


def settle_utterances(
    quotes: Iterable[AttributedQuote], stories: Iterable[Story], kept: Kept
) -> tuple[QuoteCluster, ...]:
    """Return one cluster for each utterance, by the place of its fullest quote.

    Every quote is in exactly one. Where papers disagree about a speaker he is doubtful, where they agree not.
    """
    stories = tuple(stories)
    told_in = {article: story.id for story in stories for article in story.articles}
    said: defaultdict[StoryId, list[AttributedQuote]] = defaultdict(list)
    for quote in quotes:
        said[told_in[quote.article]].append(quote)
    clusters = [
        cluster for story in stories if story.id in said for cluster in _recall(story, said[story.id], kept)
    ]
    return tuple(sorted(clusters, key=lambda cluster: cluster.fullest.place))


def _recall(story: Story, quotes: Sequence[AttributedQuote], kept: Kept) -> Iterable[QuoteCluster]:
    if not kept.remembers:
        return _settle(story, quotes)
    known = (story.origins, tuple(map(mark_quote, quotes)))
    return _spell_out(
        kept.recall(tuple, "utterances", story.articles, partial(_settle_in_numbers, story, quotes), known),
        quotes,
    )


def _settle_in_numbers(story: Story, quotes: Sequence[AttributedQuote]) -> InNumbers:
    numbers = {quote.id: number for number, quote in enumerate(quotes)}
    clusters = [(cluster.fullest, *cluster.variants) for cluster in _settle(story, quotes)]
    said = [(quote, numbers[quote.id]) for cluster in clusters for quote in cluster]
    turned = tuple(number for quote, number in said if quote.doubtful != quotes[number].doubtful)
    return tuple(tuple(numbers[quote.id] for quote in cluster) for cluster in clusters), turned


def _spell_out(settled: InNumbers, quotes: Sequence[AttributedQuote]) -> Iterator[QuoteCluster]:
    clusters, turned = settled
    said = list(quotes)
    for number in turned:
        said[number] = fill_in(said[number], doubtful=not said[number].doubtful)
    for fullest, *variants in clusters:
        yield QuoteCluster(fullest=said[fullest], variants=tuple(said[number] for number in variants))


def _settle(story: Story, quotes: Sequence[AttributedQuote]) -> tuple[QuoteCluster, ...]:
    read = remember_wordings()
    rivals = find_rivals(quotes, (story,), read=read)
    drawn = cluster_quotes(doubt_rivals(quotes, rivals), (story,), read=read)
    return confirm_speakers(drawn, (story,), rivals=rivals, read=read)
